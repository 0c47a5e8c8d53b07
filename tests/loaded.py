"""What a fresh Python has loaded, for programs that say it of themselves."""

from __future__ import annotations

import sys

from models.lazy import LazyModule


def loaded() -> set[str]:
    """The names of the modules that are loaded; those that wait for their first use are not."""
    return {name for name, module in sys.modules.items() if not isinstance(module, LazyModule)}
