"""The screens by name, each loaded when it is first shown.

A screen module gives one class made from the app alone: it takes the store, the clock and the open meeting's recorder
from there, so that only this table and the module itself know the screen.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from models.lazy import lazily
from tui.program import Program

with lazily:
    from tui.screens.digest import screen as digest
    from tui.screens.export import screen as export
    from tui.screens.go import screen as go
    from tui.screens.help import screen as help_
    from tui.screens.home import screen as home
    from tui.screens.palette import screen as palette
    from tui.screens.polish import screen as polish
    from tui.screens.prepare import screen as prepare
    from tui.screens.recap import screen as recap
    from tui.screens.record import screen as record
    from tui.screens.stances import screen as stances

SCREENS: dict[str, Callable[[Program], Screen[Any]]] = {
    "home": lambda app: home.HomeScreen(app),
    "prepare": lambda app: prepare.PrepareScreen(app),
    "record": lambda app: record.RecordScreen(app),
    "recap": lambda app: recap.RecapScreen(app),
    "polish": lambda app: polish.PolishScreen(app),
    "digest": lambda app: digest.DigestScreen(app),
    "stances": lambda app: stances.StancesScreen(app),
    "export": lambda app: export.ExportScreen(app),
    "help": lambda app: help_.HelpScreen(app),
    "palette": lambda app: palette.PaletteScreen(app),
    "go": lambda app: go.GoScreen(app),
}
"""What makes the screen of a name over the app's store and open meeting."""


def make_screen(name: str, app: Program) -> Screen[Any]:
    """The screen of this name over the app's store and open meeting."""
    return SCREENS[name](app)
