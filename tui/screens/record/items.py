"""What Enter, Space and Del do with the chosen item of a pane: a topic, an entry, a person, what came from earlier."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from models.i18n import _
from models.meeting import Department, Person
from models.series import Carried
from tui.result import Result
from tui.screens.record.entry_menu import EntryCommands, EntryMenu
from tui.screens.record.leaving_menu import LeavingMenu
from tui.screens.record.roll_call import RollCall
from tui.screens.record.session import RecordSession
from tui.theme import Palette, style
from tui.widgets.menu import Choice, Menu


class ItemCommands(EntryCommands, Protocol):
    """What an item asks of the screen."""

    def ask_absence(self, person: Person) -> None:
        """Asks in the bar why somebody is absent."""

    def begin(self, text: str) -> None:
        """Begins a line in the bar."""


class Items:
    """The items of all panes, by id: each kind answers the keys in its own way."""

    def __init__(self, session: RecordSession, menu: Menu, roll: RollCall, commands: ItemCommands) -> None:
        self._session = session
        self._menu = menu
        self._roll = roll
        self._commands = commands
        self.undo = ""
        """The key that takes a step back, as people write it."""

    def enter(self, item: str) -> None:
        """Enter: looks at a topic, edits an entry, asks why somebody is absent, begins a line about an earlier item."""
        minutes = self._session.minutes
        if minutes.topic(item):
            self._commands.look_at(item)
        elif minutes.entry(item):
            self._commands.edit(item)
        elif person := minutes.get(Person, item):
            self._commands.ask_absence(person)
        elif carried := self._session.carried(item):
            self._commands.begin(carried.code)

    def open_menu(self, item: str, palette: Palette) -> None:
        """Space: marks attendance, or opens the menu of an entry or an earlier item."""
        if self._roll.mark(item):
            return
        if entry := self._session.minutes.entry(item):
            EntryMenu(entry, self._session, self._menu, palette, self._commands).open()
        elif department := self._session.minutes.department(item):
            self._leaving(department, palette).open()
        elif carried := self._session.carried(item):
            title = [(carried.code, style(palette.accent, bold=True))]
            self._menu.open(title, self._about(carried, palette))
        elif item:
            self._commands.done(Result(_("There is nothing to choose here"), ok=False))

    def _about(self, carried: Carried, palette: Palette) -> list[Choice]:
        """What can be said about an item of an earlier meeting; each is a line as one would type it."""
        text, code = style(palette.text), carried.code
        lines = {_("Done"): "完成", _("Still open"): "进行中", _("Cancelled"): "取消"}
        at_once = [
            Choice([(label, text)], partial(self._accept, code + words))
            for label, words in lines.items()
            if carried.is_open
        ]
        later = Choice([(_("Another date, and why …"), text)], partial(self._commands.begin, f"{code}延期到"))
        return [*at_once, later]

    def _accept(self, line: str) -> None:
        self._commands.done(self._session.accept(line))

    def delete(self, item: str, palette: Palette) -> None:
        """Del: takes out an entry, a person or a department; anything else stays, and that is said."""
        minutes = self._session.minutes
        if entry := minutes.entry(item):
            self._commands.delete(entry)
        elif one := minutes.person(item) or minutes.department(item):
            self._leaving(one, palette).open()
        elif item:
            words = _("Del takes out entries, people and departments; this stays")
            self._commands.done(Result(words, ok=False))

    def _leaving(self, one: Department | Person, palette: Palette) -> LeavingMenu:
        menu = LeavingMenu(one, self._session, self._menu, palette, self._commands.done)
        menu.undo = self.undo
        return menu
