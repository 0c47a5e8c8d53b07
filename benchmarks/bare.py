"""The bare thing: a Textual application with one input and nothing else. `python -m benchmarks.bare`"""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Input

READY = "are-and-ready"
"""Without its first letter, which the caret draws apart from the others."""


class Bare(App[None]):
    """One input."""

    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        """Gives the input."""
        yield Input(placeholder=f"b{READY}")


if __name__ == "__main__":
    Bare().run()
