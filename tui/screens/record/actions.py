"""What the keys of the record screen do: the line, the places, the entries, the meeting."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import on
from textual.geometry import Size

from models.i18n import _
from models.meeting import Entry, Person
from tui.result import Result
from tui.screens.base import WorkScreen
from tui.screens.record import reading
from tui.screens.record import text as words
from tui.screens.record.layout import Shape
from tui.screens.record.panes import MeetingPane
from tui.screens.record.roll_call import RollCall
from tui.screens.record.session import RecordSession
from tui.theme import style
from tui.widgets.capture_bar import CaptureBar
from tui.widgets.menu import Menu
from tui.widgets.pane import Pane


class RecordActions(WorkScreen[RecordSession]):
    """The commands of `RECORD`, over parts that the screen gives."""

    PANES: ClassVar[Mapping[str, str]] = {
        "attendance": "record.attendance",
        "opinions": "record.opinions",
        "disagreements": "record.disagreements",
        "resolutions": "record.decisions",
        "actions": "record.decisions",
    }
    """The panes that have a key, and its command."""

    bar: CaptureBar
    roll: RollCall
    menu: Menu
    panes: Mapping[str, MeetingPane]
    side: str
    """The pane a narrow screen shows beside the topic."""

    def show(self, touched: tuple[str, ...] = ()) -> None:
        """Brings every part in line with the meeting."""
        raise NotImplementedError

    def shape(self, size: Size) -> Shape:
        """What decides the arrangement."""
        raise NotImplementedError

    def offer_lines(self) -> None:
        """Shows several pasted lines with their readings."""
        raise NotImplementedError

    @property
    def pane(self) -> MeetingPane | None:
        """The pane that has the focus, if one has."""
        focused = self.focused
        return focused if isinstance(focused, MeetingPane) else None

    def done(self, said: Result) -> None:
        """After a change: shows it, and says what it was."""
        self.bar.read_again()
        self.show(said.touched)
        self.say(said)

    # -- commands: the line ---------------------------------------------------------------------------------------

    def action_accept(self) -> None:
        """Enter: edits the chosen entry, makes a looked-at topic live, or accepts the line."""
        if self.pane is not None:
            self._edit_chosen(self.pane)
        elif "\n" in self.bar.text:
            self.offer_lines()
        elif self.bar.text.strip():
            self.accept_line(self.bar.text, self.bar.choice)
        elif self.session.looked and self.session.editing is None:
            self.done(self.session.make_live())

    def accept_line(self, line: str, choice: int) -> bool:
        """Stores a line; it leaves the bar only when it is stored."""
        session = self.session
        editing = session.editing is not None
        readings = session.readings(line)
        said = session.accept(line, readings[choice % len(readings)] if readings else None)
        if said.ok and self.roll.asked is None:
            self.bar.put(session.stash if editing else "")
            session.stash = ""
        if said.ok:
            self.roll.answered()
            self.keep_draft()
        self.done(said)
        if said.adjourned and not session.minutes.meeting.recapped_at:
            self.jiyao.over("recap")
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
        latest = self.session.minutes.latest_entry
        if latest is not None and self.pane is None and self.session.editing is None:
            self.edit(latest.id)

    def action_clear(self) -> None:
        """Ctrl+U: an edit is given up, a line is cleared."""
        self.bar.clear()
        if self.session.editing is not None:
            self._leave_edit()
        self.roll.leave()

    def edit(self, row_id: str) -> None:
        """Takes an entry's words into the bar; they stay stored until Enter replaces them."""
        session = self.session
        self.roll.leave()
        if session.editing is None:
            session.stash = self.bar.text
        session.editing = row_id
        back = session.recorder.taken_back(row_id)
        self.bar.put(back.line if back else "")
        self.set_focus(self.bar)
        self.show()
        if back and not back.whole:
            self.say(
                Result(
                    _("No line says all of this: Enter keeps it, changing it means typing it anew"), ok=False
                )
            )

    def _leave_edit(self) -> None:
        session = self.session
        session.editing = None
        self.bar.put(session.stash)
        session.stash = ""
        self.show()

    def action_undo(self) -> None:
        """Ctrl+Z: typing first, then steps."""
        if not self.bar.undo():
            self.done(self.session.undo())

    def action_redo(self) -> None:
        """Ctrl+Y."""
        if self.session.undone or not self.bar.redo():
            self.done(self.session.redo())

    @on(CaptureBar.SpeakerEnded)
    def _speaker_ended(self) -> None:
        if self.session.minutes.meeting.speaker_department_id:
            self.done(self.session.do(self.session.recorder.end_speaker, _("Nobody speaks now")))

    # -- commands: places -----------------------------------------------------------------------------------------

    def action_back(self) -> None:
        """Esc: to the bar and the live topic; an untouched edit is left, a changed one stays."""
        self.set_focus(self.bar)
        session = self.session
        session.looked = None
        if self.roll.asked is not None and self.roll.untouched:
            self.roll.leave()
        elif session.editing is not None or self.roll.asked is not None:
            if session.editing and self.bar.text == session.recorder.typed(session.editing):
                self._leave_edit()
            else:
                self.say(Result(_("Still editing: Enter stores the change, Ctrl+U drops it"), ok=False))
        self.show()

    def action_pane(self, name: str) -> None:
        """F2 F3 F5 F8."""
        if name == "decisions":
            name = "actions" if self.pane is self.panes["resolutions"] else "resolutions"
        self.side = name
        pane = self.panes[name]
        pane.show(self.session.look)
        self.set_focus(pane)
        self.rearrange()
        self.call_after_refresh(self._enter, pane)

    def action_neighbour(self, step: int) -> None:
        """Left and right in a pane: through all that are shown."""
        if self.pane is None:
            return
        # A pane has no place yet when the keys come faster than the screen is arranged.
        shown = [pane for pane in self.panes.values() if pane.region.area or pane is self.pane]
        pane = shown[(shown.index(self.pane) + step) % len(shown)]
        self.set_focus(pane)
        self._enter(pane)

    def _enter(self, pane: Pane) -> None:
        if pane.chosen is None and pane is self.panes["attendance"]:
            self.roll.begin()
        elif pane.chosen is None:
            pane.choose_next(0)
        self.show()

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
        entry = self.session.next_incomplete(self.pane.chosen if self.pane else None)
        if entry is None:
            self.say(Result(_("Nothing is incomplete or doubtful")))
        else:
            self.go_to(entry)
            found = self.session.incomplete
            self.say(Result(words.incomplete(entry, found.index(entry) + 1, len(found))))

    def go_to(self, entry: Entry) -> None:
        """Looks at an entry's topic and singles the entry out."""
        self.session.look_at(entry.topic_id)
        name = words.pane_of(entry, wide=self.shape(self.size).wide)
        self.side = name if name in self.PANES else self.side
        pane = self.panes[name]
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

    # -- commands: entries ----------------------------------------------------------------------------------------

    def _edit_chosen(self, pane: Pane) -> None:
        from tui.screens.record import earlier

        minutes, chosen = self.session.minutes, pane.chosen or ""
        if pane is self.panes["agenda"] and chosen:
            self.look_at(chosen)
        elif minutes.entry(chosen):
            self.edit(chosen)
        elif person := minutes.get(Person, chosen):
            self.roll.ask(person)
        elif carried := earlier.find(self, chosen):
            earlier.begin(self, carried)

    def action_menu(self) -> None:
        """Space in a pane: attendance goes round, an entry opens its menu."""
        from tui.screens.record import earlier
        from tui.screens.record.entry_menu import EntryMenu

        chosen = (self.pane.chosen if self.pane else None) or ""
        if self.roll.mark(chosen):
            return
        if entry := self.session.minutes.entry(chosen):
            EntryMenu(self, entry).open()
        elif carried := earlier.find(self, chosen):
            earlier.open_menu(self, carried)

    def action_delete(self) -> None:
        """Del in a pane."""
        chosen = (self.pane.chosen if self.pane else None) or ""
        if entry := self.session.minutes.entry(chosen):
            self.delete(entry)

    def delete(self, entry: Entry) -> None:
        """Takes an entry out; undo brings it back."""
        if self.pane is not None:
            self.pane.choose_next(1)
        gone = _("Deleted: {entry}. {key} brings it back")
        said = gone.format(entry=words.named(entry), key=self.key_of("record.undo"))
        self.change(lambda: self.session.recorder.delete(entry.id), said)

    def change(self, change: Callable[[], object], said: str = "") -> None:
        """A change of an entry, shown and said."""
        self.done(self.session.do(change, said))

    # -- commands: the meeting ------------------------------------------------------------------------------------

    def action_saved(self) -> None:
        """Ctrl+S."""
        at = (
            self.session.saved_at or (self.jiyao.store.last_saved(self.session.minutes.meeting.id) or "")[11:]
        )
        self.say(Result(_("Everything is saved, last at {time}").format(time=at)))
