"""Ctrl+G, then digits or a letter: a topic by its place, a pane or screen by its letter, always the same one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from textual import events
from textual.geometry import Region
from textual.screen import Screen
from textual.widget import Widget

from models.i18n import _
from models.text import fold_lower
from tui.keys import APP
from tui.program import Program
from tui.screens.base import CommandScreen, ShowsTopics
from tui.screens.go.commands import GO
from tui.screens.record.commands import RECORD
from tui.theme import style
from tui.widgets.list_pane import ListPane
from tui.widgets.typesetting import Paragraph, Span

_HOME = "h"
_PREPARE = "p"
_PANES = {
    "attendance": "a",
    "opinions": "o",
    "disagreements": "d",
    "decisions": "r",
}
"""The letters of the panes; those of the screens are others."""
_SCREENS = {
    "recap": ("c", "record.recap"),
    "polish": ("w", "record.polish"),
    "digest": ("l", "record.digest"),
    "stances": ("s", "record.stances"),
    "help": ("k", "app.help"),
}
"""Screens that open over the record screen: their letter, and the command that names them."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place to go to: a topic, a pane or a screen."""

    label: str
    hint: str
    go: Callable[[], None]


class PlacesPane(ListPane):
    """The places, each with its digits or its letter."""

    def __init__(self, places: dict[str, Place]) -> None:
        super().__init__("places")
        self.places = places

    def draw(self, key: str) -> list[Paragraph]:
        """Digits or letter, name, and the key that leads there directly."""
        p, place = self.palette, self.places[key]
        lead: list[Span] = [(f"{key:<3}", style(p.accent, bold=True))]
        return [Paragraph([(place.label, style(p.text)), (f"  {place.hint}", style(p.dim))], lead, 4)]


class GoScreen(CommandScreen):
    """The list of places, each with its digits or its letter."""

    scope = GO

    def __init__(self, jiyao: Program) -> None:
        super().__init__(jiyao)
        home = {_HOME: Place(_("Home"), "", partial(jiyao.alone, "home"))}
        found = {**self._topics(), **self._panes(), **self._screens()} if jiyao.meeting else self._screens()
        self.pane = PlacesPane(home | found)
        self._typed = ""
        """Digits of a place that may have another."""

    def parts(self) -> Iterable[Widget]:
        """The list of places."""
        yield self.pane

    def body(self, room: Region) -> dict[str, Region]:
        """The list in all the room there is."""
        return {"places": room}

    # -- places ---------------------------------------------------------------------------------------------------

    def _topics(self) -> dict[str, Place]:
        assert self.jiyao.meeting is not None
        topics = enumerate(self.jiyao.meeting.minutes.topics, 1)
        return {str(n): Place(f"{t.number} {t.title}", "", partial(self._look_at, t.id)) for n, t in topics}

    def _panes(self) -> dict[str, Place]:
        known = {c.action: c for c in RECORD.commands(self.jiyao.keymap)}
        panes = [(letter, known[f"pane({name!r})"]) for name, letter in _PANES.items()]
        return {
            letter: Place(c.label, c.key_label, partial(self._run_on_record, c.action)) for letter, c in panes
        }

    def _screens(self) -> dict[str, Place]:
        known = {c.id: c for scope in (RECORD, APP) for c in scope.commands(self.jiyao.keymap)}
        names = _SCREENS if self.jiyao.meeting else {"help": _SCREENS["help"]}
        over = {
            letter: Place(known[command].label, known[command].key_label, partial(self._over, name))
            for name, (letter, command) in names.items()
        }
        prepare = Place(_("Preparing"), "", partial(self.jiyao.alone, "prepare"))
        return {_PREPARE: prepare, **over} if self.jiyao.meeting else over

    # -- going ----------------------------------------------------------------------------------------------------

    def _record(self) -> None:
        """Goes back to the record screen of the open meeting, whatever stood over it."""
        while len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        if not _is(self.app.screen, "record"):
            self.jiyao.show("record")

    def _look_at(self, topic_id: str) -> None:
        self._record()

        def look(record: Screen[Any]) -> None:
            if isinstance(record, ShowsTopics):
                record.look_at(topic_id)

        self.app.call_later(self._then, look)

    def _run_on_record(self, action: str) -> None:
        self._record()
        self.app.call_later(self._then, lambda record: self.app.run_action(action, record))

    async def _then(self, act: Callable[[Screen[Any]], Awaitable[object] | None]) -> None:
        """Acts on the record screen, wherever it stands: over it a key that came at once may have opened another."""
        stack = reversed(self.app.screen_stack)
        record = next((one for one in stack if _is(one, "record")), None)
        done = act(record) if record is not None else None
        if done is not None:
            await done

    def _over(self, name: str) -> None:
        self.app.pop_screen()
        if not _is(self.app.screen, name):
            self.jiyao.over(name)

    # -- keys -----------------------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Shows the places, home first."""
        self.set_focus(self.pane)
        self.show()
        self.pane.choose_first()

    def show(self) -> None:
        """Shows header and list."""
        p = self.jiyao.palette
        self.header.show([(" ◆ " + _("Go to"), style(p.accent, bold=True))])
        self.pane.title = [(_("digits or a letter, or arrows and Enter"), style(p.dim))]
        self.pane.fill(list(self.pane.places))
        self.pane.refresh()

    def take_typed(self, event: events.Key) -> bool:
        """Goes to the place of a letter or of digits, full-width ones too; digits that may go on only mark it."""
        character = fold_lower(event.character or "")
        if not character.isalnum():
            return False
        typed = self._typed + character if character.isdecimal() else character
        typed = _HOME if typed == "0" else typed
        place, self._typed = self.pane.places.get(typed), ""
        if place is None:
            return True
        if any(key.startswith(typed) for key in self.pane.places if key != typed):
            self._typed = typed
            self.pane.choose(typed)
        else:
            place.go()
        return True

    def take_paste(self, text: str) -> bool:
        """Ignores a paste: nothing is typed here."""
        return True

    def action_choose(self, step: int) -> None:
        """Moves in the list: Up Down."""
        self.pane.choose_next(step)

    def action_go_there(self) -> None:
        """Goes to the selected place: Enter."""
        if place := self.pane.places.get(self.pane.chosen or ""):
            place.go()


def _is(screen: Screen[Any], name: str) -> bool:
    return isinstance(screen, CommandScreen) and screen.scope.name == name
