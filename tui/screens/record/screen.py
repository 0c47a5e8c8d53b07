"""The record screen: one glance gives who is here, where the meeting stands and what is missing; one bar takes it all.

Keys act in the order they come and before they return; what is typed leaves the bar only when the store has it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.geometry import Offset, Region, Size
from textual.layout import Layout

from tui.screens.record import reading
from tui.screens.record import text as words
from tui.screens.record.actions import RecordActions
from tui.screens.record.commands import RECORD
from tui.screens.record.layout import Shape, left_width, regions
from tui.screens.record.panes import AgendaPane, AttendancePane, MeetingPane
from tui.screens.record.roll_call import RollCall
from tui.screens.record.session import Recording, Said
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
from tui.widgets.notice import Notice
from tui.widgets.pane import Pane
from tui.widgets.places import Places

if TYPE_CHECKING:
    from tui.app import JiyaoApp

_TICK = 0.5
"""Seconds between looks at other windows and at the unfinished line."""
_SOON = 0.05
"""Seconds after an Enter until the panes it did not touch are looked through: work right behind the frame would keep
the thread that writes it to the terminal waiting."""


class RecordScreen(RecordActions):
    """Recording a meeting."""

    scope = RECORD
    CSS_PATH = "record.tcss"

    def __init__(self, jiyao: JiyaoApp) -> None:
        super().__init__(jiyao)
        assert jiyao.meeting is not None
        self.recording = Recording(jiyao.meeting)
        self.bar = CaptureBar(self.read)
        # Now, because keys may arrive before the screen is mounted, and they go behind it.
        self.bar.editor.reset(*self.recording.restore())
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
        self.header, self.strip, self.footer = Row("header"), Row("strip"), Row("footer")
        self.side = "attendance"
        self._layout = Places(lambda size: regions(self.shape(size)) | {"menu": self._menu_region(size)})
        self._minute = ""
        self._topic_shown: str | None = None
        self._agenda_seen: tuple[str | None, Size] | None = None
        for name, command in self.PANES.items():
            self.panes[name].hint = self.key_of(command)

    def compose(self) -> ComposeResult:
        """The parts; where they stand is the layout's."""
        yield self.header
        yield from self.panes.values()
        yield self.strip
        yield self.bar
        yield self.footer
        yield Notice("too-small", self.too_small)
        yield self.menu

    @property
    def layout(self) -> Layout:
        """Arranges by name and size."""
        return self._layout

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
        """From here on the clock and the other windows are watched."""
        self.set_focus(self.bar)
        self.show()
        self.set_interval(_TICK, self._tick)
        self.call_after_refresh(self._show_latest)

    def _show_latest(self) -> None:
        """Where the recording stopped, unless somebody came for something else."""
        latest = self.recording.minutes.latest_entry
        if latest is not None and self.pane is None:
            for pane in self.panes.values():
                if pane.region.area:
                    pane.reveal(latest.id)

    def on_unmount(self) -> None:
        """Nothing typed is lost by leaving."""
        self.keep_draft()

    def keep_draft(self, *, patient: bool = False) -> None:
        """Keeps what stands in the bar."""
        said = self.recording.keep(self.bar.text, self.bar.editor.cursor, patient=patient)
        if not said.ok:
            self.say(said)

    def _tick(self) -> None:
        self.keep_draft(patient=True)
        minute = f"{self.recording.clock():%H:%M}"
        if self.recording.meeting.poll():
            self.bar.read_again()
            self.show()
        elif minute != self._minute:
            self.show()
        self._minute = minute

    @on(events.ScreenResume)
    def _shown_again(self) -> None:
        self.show()

    def on_resize(self) -> None:
        """Another size may mean another arrangement."""
        self.show()

    # -- showing --------------------------------------------------------------------------------------------------

    def show(self, touched: tuple[str, ...] = ()) -> None:
        """Brings every part in line with the meeting; after an Enter the panes without what it touched follow later."""
        look = self.recording.look
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
            self.arrange_again()
        if self._agenda_seen != (topic_id, agenda.size):
            self._agenda_seen = (topic_id, agenda.size)
            agenda.reveal(topic_id)

    def _show_words(self, wide: bool) -> None:
        place = words.Place(self.recording, self.jiyao.palette, wide, self.size.width)
        self.header.show(*words.header(place))
        self.strip.show(*words.strip(place))
        self.footer.show(words.footer(place, (*self.commands, *self.jiyao.commands)))
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
            self.arrange_again()

    def say(self, said: Said) -> None:
        """Words in the bar, until the next key."""
        p = self.jiyao.palette
        if said.words:
            sign: Span = ("✓ ", style(p.good)) if said.ok else ("✗ ", style(p.bad))
            self.bar.say([sign, (said.words, style(p.text if said.ok else p.bad))])

    def read(self, line: str, cells: int) -> list[list[Span]]:
        """How a line will be understood, the best way first."""
        readings = self.recording.readings(line)
        return [
            reading.described(found, self.recording.minutes, self.jiyao.palette, cells) for found in readings
        ]

    # -- keys -----------------------------------------------------------------------------------------------------

    def caret(self) -> Offset | None:
        """The caret's cell on the terminal."""
        region = self.bar.region
        return region.offset + self.bar.caret_cell() if region.area else None

    def take_key(self, event: events.Key) -> bool:
        """Menu first, then what moves in a pane, then typing."""
        if self.menu.is_open:
            if self.menu.take_key(event.key, event.character):
                return True
            self.menu.close()
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
        lines = words.pasted_lines(text)
        if self.recording.editing is not None:
            lines = [" ".join(lines)]
        self.bar.insert("\n".join(lines), alone=True)
        if len(lines) > 1:
            self.offer_lines()
        return True

    def offer_lines(self) -> None:
        """Shows the lines of the bar with their readings before any is stored."""
        from tui.screens.record.paste import PasteScreen

        lines = [line for line in self.bar.text.split("\n") if line.strip()]
        self.jiyao.push_screen(PasteScreen(self.jiyao, self, lines))
