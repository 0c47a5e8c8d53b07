"""The screens by name, each imported when it is first shown.

A screen module gives one class made from the app alone: it takes the store, the clock and the open meeting's recorder
from there, so that only this table and the module itself know the screen.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from textual.screen import Screen

from tui.program import Program
from tui.start import importing

SCREENS = {
    "home": ("tui.screens.home.screen", "HomeScreen"),
    "prepare": ("tui.screens.prepare.screen", "PrepareScreen"),
    "record": ("tui.screens.record.screen", "RecordScreen"),
    "recap": ("tui.screens.recap.screen", "RecapScreen"),
    "polish": ("tui.screens.polish.screen", "PolishScreen"),
    "digest": ("tui.screens.digest.screen", "DigestScreen"),
    "stances": ("tui.screens.stances.screen", "StancesScreen"),
    "export": ("tui.screens.export.screen", "ExportScreen"),
    "help": ("tui.screens.help.screen", "HelpScreen"),
    "palette": ("tui.screens.palette.screen", "PaletteScreen"),
    "go": ("tui.screens.go.screen", "GoScreen"),
}


def make_screen(name: str, app: Program) -> Screen[Any]:
    """The screen of this name over the app's store and open meeting."""
    module, cls = SCREENS[name]
    with importing:
        found = getattr(import_module(module), cls)
    made: Screen[Any] = found(app)
    return made
