"""The record screen: one glance gives who is here, where the meeting stands and what is missing; one bar takes it all.

Keys act in the order they come and before they return; what is typed leaves the bar only when the store has it, or the
list of held lines above the bar.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual import events, on
from textual.geometry import Region, Size
from textual.widget import Widget

from models.i18n import _
from models.lazy import lazily
from models.meeting import Entry, Person
from models.whose import asks
from tui.program import Program
from tui.result import Result
from tui.screens.base import WorkScreen
from tui.screens.held_list import HeldList
from tui.screens.record import reading
from tui.screens.record import text as words
from tui.screens.record.commands import RECORD
from tui.screens.record.items import Items
from tui.screens.record.layout import Shape, left_width, menu_region, regions
from tui.screens.record.line import RecordLine
from tui.screens.record.pane_set import PaneSet
from tui.screens.record.panes import MeetingPane
from tui.screens.record.roll_call import RollCall
from tui.screens.record.session import RecordSession
from tui.screens.record.whose_menu import WhoseMenu
from tui.start import reads_lines
from tui.widgets.capture_bar import CaptureBar, typed
from tui.widgets.line_widget import StatusRow
from tui.widgets.menu import Menu
from tui.widgets.typesetting import Span

with lazily:
    from tui.screens.record import paste

_SOON = 0.05
"""Seconds after an Enter until the panes it did not touch are looked through: work right behind the frame would keep
the thread that writes it to the terminal waiting."""


class RecordScreen(WorkScreen[RecordSession]):
    """Recording a meeting: the bar, the panes, and what goes on between them."""

    scope = RECORD
    bar: CaptureBar
    menu: Menu

    def __init__(self, jiyao: Program) -> None:
        super().__init__(jiyao, RecordSession)
        self.bar = CaptureBar(self._read)
        self.line = RecordLine(self.session, self.bar)
        # Now, because keys may arrive before the screen is mounted, and they go behind it.
        self.line.restore()
        self.menu = Menu()
        self.panes = PaneSet(self.key_of)
        self.roll = RollCall(self.session, self.panes["attendance"], self.done)
        self.items = Items(self.session, self.menu, self.roll, self)
        self.items.undo = self.key_of("record.undo")
        self.strip = StatusRow("strip")
        hint = _("{up} takes the last one back · {delete} drops it")
        self.held = HeldList(
            hint.format(up=self.key_of("record.take_back"), delete=self.key_of("record.delete"))
        )

    def parts(self) -> Iterable[Widget]:
        """The panes and the strip of departments."""
        return (*self.panes, self.strip)

    def places(self, size: Size) -> dict[str, Region]:
        """The place of every part at a size; the menu opens over the column one is in."""
        shape = self._shape(size)
        pane = self.pane.id if self.pane else None
        return regions(shape) | {"menu": menu_region(shape, self.menu.wanted_height, pane)}

    def _shape(self, size: Size) -> Shape:
        agenda = self.panes["agenda"].height_at(left_width(size.width))
        held = self.held_rows(size)
        return Shape(size, self.bar.wanted_height(size.width), agenda, self.panes.side, held)

    @property
    def pane(self) -> MeetingPane | None:
        """The pane that has the focus, if one has."""
        return self.focused if isinstance(self.focused, MeetingPane) else None

    @property
    def chosen(self) -> str:
        """The item chosen in the pane that has the focus; nothing while one types."""
        return (self.pane.chosen if self.pane else None) or ""

    @property
    def _marked(self) -> str:
        """The item a key acts on: the chosen one, if it was in view."""
        unseen = self.pane is not None and self.was_unseen(self.pane)
        return "" if unseen else self.chosen

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
            self.panes.reveal(latest.id)

    def keep_draft(self, *, patient: bool = False) -> None:
        """Keeps what stands in the bar."""
        self.say(self.line.keep(patient=patient))

    def look_again(self) -> None:
        """Shows what another window has changed; the line may mean something else now."""
        self.bar.read_again()
        self.show()

    def show_stored(self, touched: tuple[str, ...]) -> None:
        """Brings the entries of lines that had to wait into view, as those of a line that did not."""
        self.bar.read_again()
        self.show(touched)

    @on(events.ScreenResume)
    def _shown_again(self) -> None:
        self.show()

    # -- showing --------------------------------------------------------------------------------------------------

    def show(self, touched: tuple[str, ...] = ()) -> None:
        """Brings every part in line with the meeting; after an Enter the panes without what it touched follow later."""
        self.say(self.line.follow())
        look = self.session.look
        if self.panes.show(look, touched):
            self.set_timer(_SOON, self.show)
        shape = self._shape(self.size)
        place = regions(shape).get("agenda")
        if place is not None and place.height != self.panes["agenda"].size.height:
            self.rearrange()
        self.panes.follow(look.topic_id)
        self._show_words(shape.wide)

    def _show_words(self, wide: bool) -> None:
        view = words.View(self.session, self.jiyao.palette, wide, self.size.width)
        self.header.show(*words.header(view))
        self.show_held()
        self.strip.show(*words.strip(view))
        self.bar.dress(
            prompt=words.prompt(view),
            title=words.bar_title(view),
            hints=words.bar_hints(view, self.command),
            empty_hint=words.bar_empty(view),
        )
        if self.bar.wanted_height(self.size.width) != self.bar.size.height:
            self.rearrange()

    def say(self, said: Result) -> None:
        """Words in the bar, until the next key that types."""
        self.bar.say(said)

    @property
    def said(self) -> Result | None:
        """The words that stand there."""
        return self.bar.said

    def done(self, said: Result) -> None:
        """After a change: shows it, and says what it was."""
        self.bar.read_again()
        self.show(said.touched)
        self.say(said)

    def _read(self, line: str, cells: int) -> list[list[Span]]:
        if not reads_lines():
            self.set_timer(_SOON, self.bar.read_again)
            return []
        return reading.described_all(self.session, line, self.jiyao.palette, cells)

    # -- keys -----------------------------------------------------------------------------------------------------

    def take_typed(self, event: events.Key) -> bool:
        """What moves in a pane, else typing."""
        if self.pane is not None:
            return self._take_pane_key(self.pane, event)
        return self.bar.take_key(event)

    def _take_pane_key(self, pane: MeetingPane, event: events.Key) -> bool:
        if event.key in ("space", "ideographic_space"):
            self.action_menu()
        elif typed(event):
            self.set_focus(self.bar)
            self.bar.take_key(event)
        else:
            return pane.take_key(event.key)
        return True

    def take_paste(self, text: str) -> bool:
        """One line goes to the cursor; several are shown with their readings first."""
        self.menu.close()
        self.set_focus(self.bar)
        if self.line.paste(text):
            self._offer_lines()
        return True

    def _offer_lines(self) -> None:
        """Shows the lines of the bar with their readings before any is stored."""
        lines = [line for line in self.bar.text.split("\n") if line.strip()]
        self.app.push_screen(paste.PasteScreen(self.jiyao, self.session, lines, self._accept_all))

    # -- commands: the line ---------------------------------------------------------------------------------------

    def action_accept(self) -> None:
        """Enter: acts on the chosen item, makes a looked-at topic live, or accepts the line."""
        if self.pane is not None:
            self.items.enter(self._marked)
        elif "\n" in self.bar.text:
            self._offer_lines()
        elif self.bar.text.strip():
            self._accept(self.bar.text, self.bar.choice)
        elif self.session.look.aside and self.session.editing is None:
            self.done(self.session.make_live())

    def _accept(self, line: str, choice: int = 0) -> None:
        """Stores a line, or holds it."""
        asked = self.line.asked
        result = self.line.leave_untouched() or self.line.accept(line, choice)
        if result.ok and asked is not None:
            self.action_pane("attendance")
            self.roll.call_next(asked)
            self.show()
        if result.ok or result.later:
            self.keep_draft()
        self.done(result)
        self._after(result)

    def _accept_all(self, lines: list[str]) -> None:
        """Stores lines in turn; from here on they survive the end of the program."""
        self.line.accept_all(lines)
        self.keep_draft()
        self.let_in()

    def _after(self, result: Result) -> None:
        """Goes on with what follows from a line."""
        if result.later == "waits":
            self.let_in_soon()
        self._adjourn(result)

    def came_in(self, said: Result) -> None:
        """Says what has become of the lines that waited, unless their reading stands above what is typed by now."""
        if not self.bar.text:
            super().came_in(said)
        self._adjourn(said)

    def _adjourn(self, result: Result) -> None:
        if result.adjourned and not self.session.minutes.meeting.recapped_at:
            self.jiyao.over("recap")

    def action_complete(self) -> None:
        """Tab: completes the word at the cursor; in a pane: back to the bar."""
        if self.pane is not None:
            self.set_focus(self.bar)
        else:
            self.line.complete(self.menu)

    def action_next_reading(self) -> None:
        """Shift+Tab."""
        self.bar.next_reading()

    def action_take_back(self) -> None:
        """Up in an empty bar: the last line that is not stored, else the latest entry."""
        if self.pane is not None or self.session.editing is not None:
            return
        if self.session.held.lines:
            self._take_held()
        elif latest := self.session.minutes.latest_entry:
            self.edit(latest.id)

    def _take_held(self) -> None:
        """Takes the last line that is not stored into the bar; one that belongs elsewhere stays."""
        line = self.session.held.lines[-1]
        if line.place:
            words = _("Not a line of the bar: it goes in where it was typed, and {key} drops it")
            self.say(Result(words.format(key=self.key_of("record.delete")), ok=False))
            return
        taken = self.line.take_held()
        self.show()
        self.say(taken)

    def edit(self, row_id: str) -> None:
        """Takes an entry's words into the bar; they stay stored until Enter replaces them."""
        taken = self.line.take_back(row_id)
        self.set_focus(self.bar)
        self.show()
        self.say(taken)

    def action_clear(self) -> None:
        """Ctrl+U: an edit is given up, a line is cleared."""
        self.bar.clear()
        if self.line.is_other:
            self.line.leave()
            self.show()

    def action_undo(self) -> None:
        """Ctrl+Z: typing first, then steps."""
        if not self.bar.undo():
            super().action_undo()

    def action_redo(self) -> None:
        """Ctrl+Y: steps that were taken back last, else typing."""
        if self.session.undone or not self.bar.redo():
            super().action_redo()

    @on(CaptureBar.SpeakerEnded)
    def _speaker_ended(self) -> None:
        meeting = self.session.minutes.meeting
        if meeting.speaker_department_id or meeting.speaker_person_id or meeting.speaker_asks:
            self.done(self.session.do(self.session.recorder.end_speaker, _("Nobody speaks now")))

    # -- commands: places -----------------------------------------------------------------------------------------

    def action_back(self) -> None:
        """Esc: to the bar and the live topic; an untouched edit is left, a changed one stays."""
        self.set_focus(self.bar)
        self.session.looked = None
        if self.line.is_other and self.line.is_untouched:
            self.line.leave()
        elif self.line.is_other:
            self.say(Result(_("Still editing: Enter stores the change, Ctrl+U drops it"), ok=False))
        self.show()

    def action_pane(self, name: str) -> None:
        """F2 F3 F5 F8: to a pane; F8 goes between resolutions and actions."""
        if name == "decisions":
            name = "actions" if self.pane is self.panes["resolutions"] else "resolutions"
        pane = self.panes.turn_to(name)
        pane.show(self.session.look)
        self.set_focus(pane)
        self.rearrange()
        self.call_after_refresh(self._choose_in, pane)

    def action_neighbour(self, step: int) -> None:
        """Left and right in a pane: through all that are shown."""
        if self.pane is not None:
            pane = self.panes.beside(self.pane, step)
            self.set_focus(pane)
            self._choose_in(pane)

    def _choose_in(self, pane: MeetingPane) -> None:
        """Chooses an item in a pane one has come to, if none is chosen, and shows it."""
        if pane.chosen is None and pane is self.panes["attendance"]:
            self.roll.begin()
        elif pane.chosen is None:
            pane.choose_next(0)
        self.show()
        pane.reveal(pane.chosen)

    def action_look(self, step: int) -> None:
        """PgUp PgDn: topics, or the pages of a pane."""
        if self.pane is not None:
            self.pane.choose_next(step * max(1, self.pane.inner[1] // 3))
        elif self.session.look_on(step):
            self.show()

    def look_at(self, topic_id: str) -> None:
        """Looks at a topic; the live one stays live."""
        self.session.look_at(topic_id)
        self.set_focus(self.bar)
        self.show()

    def action_next_incomplete(self) -> None:
        """Ctrl+N."""
        entry = self.session.next_incomplete(self.chosen)
        if entry is None:
            self.say(Result(_("Nothing is incomplete or doubtful")))
            return
        self.go_to(entry)
        found = self.session.incomplete
        self.say(Result(words.incomplete(entry, found.index(entry) + 1, len(found))))
        if asks(entry):
            WhoseMenu(entry, self.session, self.menu, self.jiyao.palette, self).open()

    def go_to(self, entry: Entry) -> None:
        """Looks at an entry's topic and chooses the entry."""
        self.session.look_at(entry.topic_id)
        pane = self.panes.of(entry, wide=self._shape(self.size).wide)
        self.set_focus(pane)
        self.rearrange()
        self.show()
        pane.show(self.session.look)
        pane.choose(entry.id)

    def action_new_topic(self) -> None:
        """Ctrl+T: the line begins with the marker, the title is typed behind it."""
        self.set_focus(self.bar)
        if not self.bar.text:
            self.bar.insert(words.topic_marker(), alone=True)

    # -- commands: items of a pane --------------------------------------------------------------------------------

    def action_menu(self) -> None:
        """Space in a pane: attendance goes round, an entry or an earlier item opens its menu."""
        self.items.open_menu(self._marked, self.jiyao.palette)

    def ask_absence(self, person: Person) -> None:
        """Asks in the bar why somebody is absent and who stands in."""
        self.line.ask_absence(person)
        self.set_focus(self.bar)
        self.show()

    def ask_name(self, row_id: str) -> None:
        """Asks in the bar who said an entry: the name goes before its words."""
        self.line.ask_name(row_id)
        self.set_focus(self.bar)
        self.show()
        self.say(Result(_("Type the name before the colon, then Enter")))

    def begin(self, text: str) -> None:
        """Begins a line in the bar."""
        self.set_focus(self.bar)
        self.bar.insert(text, alone=True)

    def action_delete(self) -> None:
        """Del in a pane; in an empty bar: the last line that is not stored."""
        if self.pane is None:
            self._drop_held()
        else:
            self.items.delete(self._marked, self.jiyao.palette)

    def _drop_held(self) -> None:
        if dropped := self.line.drop_held():
            self.show()
            words = _("Dropped: {line}. {key} brings it back into the bar")
            self.say(Result(words.format(line=dropped, key=self.key_of("record.undo"))))
        elif self.session.held.lines:
            self.say(Result(_("It takes the place of an entry: ↑ takes it back"), ok=False))

    def delete(self, entry: Entry) -> None:
        """Takes an entry out; undo brings it back."""
        gone = _("Deleted: {entry}. {key} brings it back")
        said = gone.format(entry=self.session.recorder.in_words(entry.id), key=self.key_of("record.undo"))
        self.done(self.session.do(lambda: self.session.recorder.delete(entry.id), said))

    @property
    def unfinished(self) -> str:
        """What becomes of the line in the bar."""
        return words.unfinished(self.session, self.bar.text)
