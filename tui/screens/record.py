"""The record screen: one glance gives who is here, where the meeting stands and what is missing; one bar takes it all.

Keys act in the order they come and before they return; what is typed leaves the bar only when the store has it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.geometry import Offset, Region, Size
from textual.layout import Layout

from models.i18n import _
from models.meeting import Entry, Person
from tui.recording import Recording, Said
from tui.screens import record_reading as reading
from tui.screens import record_words as words
from tui.screens.base import CommandScreen
from tui.screens.entry_menu import EntryMenu
from tui.screens.record_layout import SMALLEST, RecordLayout, Shape, left_width
from tui.theme import style
from tui.widgets.capture_bar import CaptureBar, typed
from tui.widgets.cells import Span
from tui.widgets.drawn import Row
from tui.widgets.menu import Menu
from tui.widgets.notice import Notice
from tui.widgets.pane import Pane
from tui.widgets.panes import AgendaPane, AttendancePane, MeetingPane
from tui.widgets.topic_panes import (
    ActionsPane,
    AllPane,
    DisagreementsPane,
    OpinionsPane,
    ResolutionsPane,
    TopicPane,
)

if TYPE_CHECKING:
    from tui.app import JiyaoApp

_TICK = 0.5
"""Seconds between looks at other windows and at the unfinished line."""


class RecordScreen(CommandScreen):
    """Recording a meeting."""

    scope = "record"
    CSS_PATH = "record.tcss"
    PANES: ClassVar[dict[str, str]] = {
        "attendance": "record.attendance",
        "opinions": "record.opinions",
        "disagreements": "record.disagreements",
        "resolutions": "record.decisions",
        "actions": "record.decisions",
    }

    def __init__(self, jiyao: JiyaoApp) -> None:
        super().__init__(jiyao)
        assert jiyao.recorder is not None
        self.recording = Recording(jiyao.recorder, jiyao.clock)
        self.bar = CaptureBar(self.read)
        self.menu = Menu()
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
        self._layout = RecordLayout(self._shape, self._menu_region)
        self._minute = ""
        for name, command in self.PANES.items():
            self.panes[name].hint = self.key_of(command)

    def compose(self) -> ComposeResult:
        """The parts; where they stand is the layout's."""
        yield self.header
        yield from self.panes.values()
        yield self.strip
        yield self.bar
        yield self.footer
        yield Notice("too-small", self._too_small)
        yield self.menu

    @property
    def layout(self) -> Layout:
        """Arranges by name and size."""
        return self._layout

    def _shape(self, size: Size) -> Shape:
        agenda = self.panes["agenda"].height_at(left_width(size.width))
        return Shape(size, self.bar.wanted_height(size.width), agenda, self.side)

    def _menu_region(self, size: Size) -> Region:
        width, height = self.menu.wanted_size(size.width - 4, size.height - 4)
        bottom = size.height - 1 - self.bar.wanted_height(size.width)
        start = self.pane.region.x + 2 if self.pane else self.bar.caret_cell().x - 4
        left = min(max(0, start), max(0, size.width - width - 2))
        return Region(left, max(0, bottom - height), width, height)

    def _too_small(self) -> list[Span]:
        size = self.size
        text = _("This screen needs {width}×{height} cells and has {w}×{h}. Nothing typed is lost.")
        said = text.format(width=SMALLEST.width, height=SMALLEST.height, w=size.width, h=size.height)
        return [(said, style(self.jiyao.palette.warn))]

    # -- life -----------------------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Takes up the unfinished line, then watches the clock and the other windows."""
        text, cursor = self.recording.restore()
        self.bar.editor.reset(text, cursor)
        self.set_focus(self.bar)
        self.show()
        self.set_interval(_TICK, self._tick)

    def on_unmount(self) -> None:
        """Nothing typed is lost by leaving."""
        self.keep_draft()

    def keep_draft(self) -> None:
        """Keeps what stands in the bar."""
        said = self.recording.keep(self.bar.text, self.bar.editor.cursor)
        if not said.ok:
            self.say(said)

    def _tick(self) -> None:
        self.keep_draft()
        minute = f"{self.recording.clock():%H:%M}"
        if self.recording.recorder.poll():
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
        """Brings every part in line with the meeting."""
        look = self.recording.look
        for name, pane in self.panes.items():
            if pane.region.area or not self.bar.region.area:
                pane.show(look)
                for key in touched:
                    pane.reveal(key)
            pane.set_class(name == self.side, "side")
        self._show_words()

    def _show_words(self) -> None:
        place = words.Place(self.recording, self.jiyao.palette, self._shape(self.size).wide, self.size.width)
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
            self.refresh(layout=True)

    def say(self, said: Said) -> None:
        """Words in the bar, until the next key."""
        p = self.jiyao.palette
        if said.words:
            sign: Span = ("✓ ", style(p.good)) if said.ok else ("✗ ", style(p.bad))
            self.bar.say([sign, (said.words, style(p.text if said.ok else p.bad))])

    def done(self, said: Said) -> None:
        """After a change: shows it, and says what it was."""
        self.bar.read_again()
        self.show(said.touched)
        self.say(said)

    def read(self, line: str, cells: int) -> list[list[Span]]:
        """How a line will be understood, the best way first."""
        readings = self.recording.recorder.readings(line)
        return [
            reading.described(found, self.recording.minutes, self.jiyao.palette, cells) for found in readings
        ]

    # -- keys -----------------------------------------------------------------------------------------------------

    def caret(self) -> Offset | None:
        """The caret's cell on the terminal."""
        region = self.bar.region
        return region.offset + self.bar.caret_cell() if region.area else None

    @property
    def pane(self) -> MeetingPane | None:
        """The pane that has the focus, if one has."""
        focused = self.focused
        return focused if isinstance(focused, MeetingPane) else None

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
            self._offer_lines()
        return True

    def _offer_lines(self) -> None:
        from tui.screens.paste import PasteScreen

        lines = [line for line in self.bar.text.split("\n") if line.strip()]
        self.jiyao.push_screen(PasteScreen(self.jiyao, self, lines))

    # -- commands: the line ---------------------------------------------------------------------------------------

    def action_accept(self) -> None:
        """Enter: edits the chosen entry, makes a looked-at topic live, or accepts the line."""
        if self.pane is not None:
            self._edit_chosen(self.pane)
        elif "\n" in self.bar.text:
            self._offer_lines()
        elif self.bar.text.strip():
            self.accept_line(self.bar.text, self.bar.choice)
        elif self.recording.looked and self.recording.editing is None:
            self.done(self.recording.make_live())

    def accept_line(self, line: str, choice: int) -> bool:
        """Stores a line; it leaves the bar only when it is stored."""
        recording = self.recording
        editing = recording.editing is not None
        readings = recording.recorder.readings(line)
        said = recording.accept(line, readings[choice % len(readings)] if readings else None)
        if said.ok:
            self.bar.put(recording.stash if editing else "")
            recording.stash = ""
            self.keep_draft()
        self.done(said)
        if said.adjourned and not recording.minutes.meeting.recapped_at:
            self.jiyao.action_recap()
        return said.ok

    def accept_lines(self, lines: list[str]) -> None:
        """Stores lines in turn; those that were not stored stay in the bar."""
        for place, line in enumerate(lines):
            if not self.accept_line(line, 0):
                self.bar.put("\n".join(lines[place:]))
                break

    def action_complete(self) -> None:
        """Tab."""
        if self.pane is not None:
            self.set_focus(self.bar)
            return
        choices = reading.completions(self)
        if len(choices) == 1:
            choices[0].act()
        elif choices:
            self.menu.open([(_("Complete"), style(self.jiyao.palette.dim))], choices)

    def action_next_reading(self) -> None:
        """Shift+Tab."""
        self.bar.next_reading()

    def action_take_back(self) -> None:
        """Up in an empty bar."""
        latest = self.recording.minutes.latest_entry
        if latest is not None and self.pane is None and self.recording.editing is None:
            self.edit(latest.id)

    def action_clear(self) -> None:
        """Ctrl+U: an edit is given up, a line is cleared."""
        self.bar.clear()
        if self.recording.editing is not None:
            self._leave_edit()

    def edit(self, row_id: str) -> None:
        """Takes an entry's words into the bar; they stay stored until Enter replaces them."""
        recording = self.recording
        if recording.editing is None:
            recording.stash = self.bar.text
        recording.editing = row_id
        self.bar.put(recording.recorder.typed(row_id))
        self.set_focus(self.bar)
        self.show()

    def _leave_edit(self) -> None:
        recording = self.recording
        recording.editing = None
        self.bar.put(recording.stash)
        recording.stash = ""
        self.show()

    def action_undo(self) -> None:
        """Ctrl+Z: typing first, then steps."""
        if not self.bar.undo():
            self.done(self.recording.undo())

    def action_redo(self) -> None:
        """Ctrl+Y."""
        if not self.bar.redo():
            self.done(self.recording.redo())

    @on(CaptureBar.SpeakerEnded)
    def _speaker_ended(self) -> None:
        if self.recording.minutes.meeting.speaker_department_id:
            self.done(self.recording.do(self.recording.recorder.end_speaker, _("Nobody speaks now")))

    @on(CaptureBar.Resized)
    def _bar_resized(self) -> None:
        self.refresh(layout=True)

    # -- commands: places -----------------------------------------------------------------------------------------

    def action_back(self) -> None:
        """Esc: to the bar and the live topic; an untouched edit is left, a changed one stays."""
        self.set_focus(self.bar)
        recording = self.recording
        recording.looked = None
        if recording.editing is not None:
            if self.bar.text == recording.recorder.typed(recording.editing):
                self._leave_edit()
            else:
                self.say(Said(_("Still editing: Enter stores the change, Ctrl+U drops it"), ok=False))
        self.show()

    def action_pane(self, name: str) -> None:
        """F2 F3 F5 F8."""
        if name == "decisions":
            name = "actions" if self.pane is self.panes["resolutions"] else "resolutions"
        self.side = name
        pane = self.panes[name]
        pane.show(self.recording.look)
        self.set_focus(pane)
        self.refresh(layout=True)
        self.call_after_refresh(self._enter, pane)

    def _enter(self, pane: Pane) -> None:
        if pane.chosen is None:
            pane.choose_next(0)
        self.show()

    def action_look(self, step: int) -> None:
        """PgUp PgDn: topics, or the pages of a pane."""
        if self.pane is not None:
            self.pane.choose_next(step * max(1, self.pane.inner[1] // 3))
        elif self.recording.look_on(step):
            self.show()

    def look_at(self, topic_id: str) -> None:
        """Looks at a topic; the live one stays live."""
        self.recording.look_at(topic_id)
        self.set_focus(self.bar)
        self.show()

    def action_next_incomplete(self) -> None:
        """Ctrl+N."""
        entry = self.recording.next_incomplete(self.pane.chosen if self.pane else None)
        if entry is None:
            self.say(Said(_("Nothing is incomplete or doubtful")))
        else:
            self.go_to(entry)

    def go_to(self, entry: Entry) -> None:
        """Looks at an entry's topic and singles the entry out."""
        self.recording.look_at(entry.topic_id)
        name = words.pane_of(entry, wide=self._shape(self.size).wide)
        self.side = name if name in self.PANES else self.side
        pane = self.panes[name]
        self.set_focus(pane)
        self.refresh(layout=True)
        self.show()
        pane.show(self.recording.look)
        pane.choose(entry.id)

    def action_new_topic(self) -> None:
        """Ctrl+T: the line begins with the marker, the title is typed behind it."""
        self.set_focus(self.bar)
        if not self.bar.text:
            self.bar.insert(words.topic_marker(), alone=True)

    # -- commands: entries ----------------------------------------------------------------------------------------

    def _edit_chosen(self, pane: Pane) -> None:
        minutes, chosen = self.recording.minutes, pane.chosen or ""
        if pane is self.panes["agenda"] and chosen:
            self.look_at(chosen)
        elif minutes.entry(chosen):
            self.edit(chosen)
        elif person := minutes.get(Person, chosen):
            self.bar.insert(words.absence_line(minutes, person), alone=True)
            self.set_focus(self.bar)

    def action_menu(self) -> None:
        """Space in a pane: attendance goes round, an entry opens its menu."""
        chosen = (self.pane.chosen if self.pane else None) or ""
        minutes = self.recording.minutes
        if minutes.get(Person, chosen):
            self.done(self.recording.do(lambda: self.recording.recorder.cycle_attendance(chosen)))
        elif entry := minutes.entry(chosen):
            EntryMenu(self, entry).open()

    def action_delete(self) -> None:
        """Del in a pane."""
        chosen = (self.pane.chosen if self.pane else None) or ""
        if entry := self.recording.minutes.entry(chosen):
            self.delete(entry)

    def delete(self, entry: Entry) -> None:
        """Takes an entry out; undo brings it back."""
        if self.pane is not None:
            self.pane.choose_next(1)
        gone = _("Deleted: {entry}. {key} brings it back")
        said = gone.format(entry=words.named(entry), key=self.key_of("record.undo"))
        self.change(lambda: self.recording.recorder.delete(entry.id), said)

    def change(self, change: Callable[[], object], said: str = "") -> None:
        """A change of an entry, shown and said."""
        self.done(self.recording.do(change, said))

    # -- commands: the meeting ------------------------------------------------------------------------------------

    def action_saved(self) -> None:
        """Ctrl+S."""
        at = (
            self.recording.saved_at
            or (self.jiyao.store.last_saved(self.recording.minutes.meeting.id) or "")[11:]
        )
        self.say(Said(_("Everything is saved, last at {time}").format(time=at)))

    def action_export(self) -> None:
        """Ctrl+O."""
        from tui.screens.exporting import export_document

        self.say(export_document(self.recording.minutes, self.recording.clock(), self.jiyao.config))
