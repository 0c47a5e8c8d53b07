"""The bare thing: a Textual application with one input and nothing else. `python -m benchmarks.bare`"""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Input

READY = "bare-and-ready"


class Bare(App[None]):
    """One input."""

    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        """Gives the input."""
        yield Input(placeholder=READY)


if __name__ == "__main__":
    Bare().run()
