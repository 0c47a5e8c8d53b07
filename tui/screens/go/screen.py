"""Ctrl+G, then a digit: topics, panes and screens by number, home by 0; what has no digit is reached by the arrows."""

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
from tui.keys import APP
from tui.program import Program
from tui.screens.base import CommandScreen, ShowsTopics
from tui.screens.go.commands import GO
from tui.screens.record.commands import RECORD
from tui.theme import style
from tui.widgets.list_pane import ListPane
from tui.widgets.typesetting import Paragraph, Span

_SCREENS = {
    "recap": "record.recap",
    "polish": "record.polish",
    "digest": "record.digest",
    "stances": "record.stances",
    "help": "app.help",
}
"""Screens that open over the record screen, by the command that names them."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place to go to: a topic, a pane or a screen."""

    label: str
    hint: str
    go: Callable[[], None]


class PlacesPane(ListPane):
    """The places, the first nine and home with a digit."""

    def __init__(self, places: dict[str, Place]) -> None:
        super().__init__("places")
        self.places = places

    def draw(self, key: str) -> list[Paragraph]:
        """Digit, name, and the key that leads there directly."""
        p, place = self.palette, self.places[key]
        digit = key if len(key) == 1 else " "
        lead: list[Span] = [(f"{digit}  ", style(p.accent, bold=True))]
        return [Paragraph([(place.label, style(p.text)), (f"  {place.hint}", style(p.dim))], lead, 4)]


class GoScreen(CommandScreen):
    """The list of places, each with its digit."""

    scope = GO

    def __init__(self, jiyao: Program) -> None:
        super().__init__(jiyao)
        found = [*self._topics(), *self._panes(), *self._screens()] if jiyao.meeting else self._screens()
        home = {"0": Place(_("Home"), "", partial(jiyao.alone, "home"))}
        self.pane = PlacesPane(home | {str(n): place for n, place in enumerate(found, 1)})

    def parts(self) -> Iterable[Widget]:
        """The list of places."""
        yield self.pane

    def body(self, room: Region) -> dict[str, Region]:
        """The list in all the room there is."""
        return {"places": room}

    # -- places ---------------------------------------------------------------------------------------------------

    def _topics(self) -> list[Place]:
        assert self.jiyao.meeting is not None
        topics = self.jiyao.meeting.minutes.topics
        return [Place(f"{t.number} {t.title}", "", partial(self._look_at, t.id)) for t in topics]

    def _panes(self) -> list[Place]:
        commands = RECORD.commands(self.jiyao.keymap)
        panes = [c for c in commands if c.action.startswith("pane(")]
        return [Place(c.label, c.key_label, partial(self._run_on_record, c.action)) for c in panes]

    def _screens(self) -> list[Place]:
        known = {c.id: c for scope in (RECORD, APP) for c in scope.commands(self.jiyao.keymap)}
        names = _SCREENS if self.jiyao.meeting else {"help": _SCREENS["help"]}
        over = [
            Place(known[command].label, known[command].key_label, partial(self._over, name))
            for name, command in names.items()
        ]
        prepare = Place(_("Preparing"), "", partial(self.jiyao.alone, "prepare"))
        return [*over[:-1], prepare, over[-1]] if self.jiyao.meeting else over

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
        self.pane.title = [(_("a digit, or arrows and Enter"), style(p.dim))]
        self.pane.fill(list(self.pane.places))
        self.pane.refresh()

    def take_typed(self, event: events.Key) -> bool:
        """Goes to the place of a digit, full-width ones too."""
        character = event.character or ""
        if not character.isdecimal():
            return False
        if place := self.pane.places.get(str(int(character))):
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
