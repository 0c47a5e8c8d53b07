"""The record screen: one glance gives who is here, where the meeting stands and what is missing; one bar takes it all.

Keys act in the order they come and before they return; what is typed leaves the bar only when the store has it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import events, on
from textual.geometry import Region, Size
from textual.widget import Widget

from models.text import pasted_lines
from tui.result import Result
from tui.screens.record import reading
from tui.screens.record import text as words
from tui.screens.record.actions import RecordActions
from tui.screens.record.commands import RECORD
from tui.screens.record.layout import Shape, left_width, regions
from tui.screens.record.panes import AgendaPane, AttendancePane, MeetingPane
from tui.screens.record.roll_call import RollCall
from tui.screens.record.session import RecordSession
from tui.screens.record.topic_panes import (
    ActionsPane,
    AllPane,
    DisagreementsPane,
    OpinionsPane,
    ResolutionsPane,
    TopicPane,
)
from tui.theme import style
from tui.widgets.capture_bar import CaptureBar, typed
from tui.widgets.cells import Span
from tui.widgets.drawn import Row
from tui.widgets.menu import Menu
from tui.widgets.pane import Pane

if TYPE_CHECKING:
    from tui.program import Program

_SOON = 0.05
"""Seconds after an Enter until the panes it did not touch are looked through: work right behind the frame would keep
the thread that writes it to the terminal waiting."""


class RecordScreen(RecordActions):
    """Recording a meeting."""

    scope = RECORD

    def __init__(self, jiyao: Program) -> None:
        super().__init__(jiyao, RecordSession)
        self.bar = CaptureBar(self.read)
        # Now, because keys may arrive before the screen is mounted, and they go behind it.
        self.bar.editor.reset(*self.session.restore())
        self.menu, self.roll = Menu(), RollCall(self)
        self.panes: dict[str, MeetingPane] = {
            "agenda": AgendaPane("agenda"),
            "attendance": AttendancePane("attendance"),
            "topic": TopicPane("topic"),
            "all": AllPane("all"),
            "opinions": OpinionsPane("opinions"),
            "disagreements": DisagreementsPane("disagreements"),
            "resolutions": ResolutionsPane("resolutions"),
            "actions": ActionsPane("actions"),
        }
        self.strip = Row("strip")
        self.side = "attendance"
        self._topic_shown: str | None = None
        self._agenda_seen: tuple[str | None, Size] | None = None
        for name, command in self.PANES.items():
            self.panes[name].hint = self.key_of(command)

    def parts(self) -> Iterable[Widget]:
        """The panes, and the strip of departments."""
        return (*self.panes.values(), self.strip)

    def places(self, size: Size) -> dict[str, Region]:
        """The place of every part at a size."""
        return regions(self.shape(size)) | {"menu": self._menu_region(size)}

    def shape(self, size: Size) -> Shape:
        """What decides the arrangement."""
        agenda = self.panes["agenda"].height_at(left_width(size.width))
        return Shape(size, self.bar.wanted_height(size.width), agenda, self.side)

    def _menu_region(self, size: Size) -> Region:
        """Over a whole column, because Textual blanks wide characters where the edge of something covered would be."""
        shape = self.shape(size)
        places = regions(shape)
        pane = self.pane.id if self.pane and self.pane.id in places else None
        column = places.get(pane or ("opinions" if shape.wide else "all"), Region(0, 0, size.width, 1))
        bottom = size.height - 1 - shape.bar if shape.wide else column.bottom
        height = self.menu.wanted_height(bottom - 1)
        return Region(column.x, bottom - height, column.width, height)

    # -- life -----------------------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Shows the meeting where the recording stopped."""
        self.set_focus(self.bar)
        self.show()
        self.call_after_refresh(self._show_latest)

    def _show_latest(self) -> None:
        """Where the recording stopped, unless somebody came for something else."""
        latest = self.session.minutes.latest_entry
        if latest is not None and self.pane is None:
            for pane in self.panes.values():
                if pane.region.area:
                    pane.reveal(latest.id)

    def keep_draft(self, *, patient: bool = False) -> None:
        """Keeps what stands in the bar."""
        said = self.session.keep(self.bar.text, self.bar.editor.cursor, patient=patient)
        if not said.ok:
            self.say(said)

    def look_again(self) -> None:
        """Shows what another window has changed; the line may mean something else now."""
        self.bar.read_again()
        self.show()

    @on(events.ScreenResume)
    def _shown_again(self) -> None:
        self.show()

    # -- showing --------------------------------------------------------------------------------------------------

    def show(self, touched: tuple[str, ...] = ()) -> None:
        """Brings every part in line with the meeting; after an Enter the panes without what it touched follow later."""
        look = self.session.look
        shown = [pane for pane in self.panes.values() if pane.region.area or not self.bar.region.area]
        if touched and look.topic_id == self._topic_shown:
            shown = [pane for pane in shown if pane.holds(touched, look)]
            self.set_timer(_SOON, self.show)
        for pane in shown:
            pane.show(look)
            for key in touched:
                pane.reveal(key)
        self._topic_shown = look.topic_id
        shape = self.shape(self.size)
        self._show_agenda(shape, look.topic_id)
        self._show_words(shape.wide)

    def _show_agenda(self, shape: Shape, topic_id: str | None) -> None:
        """The agenda has the room its topics need, and the one looked at is in view until somebody scrolls on."""
        agenda, place = self.panes["agenda"], regions(shape).get("agenda")
        if place is not None and place.height != agenda.size.height:
            self.rearrange()
        if self._agenda_seen != (topic_id, agenda.size):
            self._agenda_seen = (topic_id, agenda.size)
            agenda.reveal(topic_id)

    def _show_words(self, wide: bool) -> None:
        place = words.Place(self.session, self.jiyao.palette, wide, self.size.width)
        self.header.show(*words.header(place))
        self.strip.show(*words.strip(place))
        bar = self.bar
        new = (
            words.prompt(place),
            words.bar_title(place),
            words.bar_hints(place, self.command),
            words.bar_empty(place),
        )
        if new != (bar.prompt, bar.title, bar.hints, bar.empty_hint):
            bar.prompt, bar.title, bar.hints, bar.empty_hint = new
            bar.refresh()
        if bar.wanted_height(self.size.width) != bar.size.height:
            self.rearrange()

    def say(self, said: Result) -> None:
        """Words in the bar, until the next key."""
        p = self.jiyao.palette
        if said.words:
            sign: Span = ("✓ ", style(p.good)) if said.ok else ("✗ ", style(p.bad))
            self.bar.say([sign, (said.words, style(p.text if said.ok else p.bad))])

    def read(self, line: str, cells: int) -> list[list[Span]]:
        """How a line will be understood, the best way first."""
        readings = self.session.readings(line)
        return [
            reading.described(found, self.session.minutes, self.jiyao.palette, cells) for found in readings
        ]

    # -- keys -----------------------------------------------------------------------------------------------------

    def take_typed(self, event: events.Key) -> bool:
        """What moves in a pane, else typing."""
        if self.pane is not None:
            return self._take_pane_key(self.pane, event)
        return self.bar.take_key(event)

    def _take_pane_key(self, pane: Pane, event: events.Key) -> bool:
        if event.key in ("space", "ideographic_space"):
            self.action_menu()
        elif typed(event):
            self.set_focus(self.bar)
            self.bar.take_key(event)
        elif step := {"up": -1, "down": 1, "home": -len(pane.items), "end": len(pane.items)}.get(event.key):
            pane.choose_next(step)
        else:
            return False
        return True

    def take_paste(self, text: str) -> bool:
        """One line goes to the cursor; several are shown with their readings first."""
        self.menu.close()
        self.set_focus(self.bar)
        lines = pasted_lines(text)
        if self.session.editing is not None:
            lines = [" ".join(lines)]
        self.bar.insert("\n".join(lines), alone=True)
        if len(lines) > 1:
            self.offer_lines()
        return True

    def offer_lines(self) -> None:
        """Shows the lines of the bar with their readings before any is stored."""
        from tui.screens.record.paste import PasteScreen

        lines = [line for line in self.bar.text.split("\n") if line.strip()]
        self.app.push_screen(PasteScreen(self.jiyao, self, lines))
