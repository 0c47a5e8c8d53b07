"""What the keys of the record screen do: the line, the places, the entries, the meeting."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import on
from textual.geometry import Size

from models.i18n import _
from models.meeting import Entry, Person
from tui.screens.base import CommandScreen
from tui.screens.record import reading
from tui.screens.record import text as words
from tui.screens.record.layout import Shape
from tui.screens.record.panes import MeetingPane
from tui.screens.record.roll_call import RollCall
from tui.screens.record.session import Recording, Said
from tui.theme import style
from tui.widgets.capture_bar import CaptureBar
from tui.widgets.menu import Menu
from tui.widgets.pane import Pane


class RecordActions(CommandScreen):
    """The commands of `RECORD`, over parts that the screen gives."""

    PANES: ClassVar[Mapping[str, str]] = {
        "attendance": "record.attendance",
        "opinions": "record.opinions",
        "disagreements": "record.disagreements",
        "resolutions": "record.decisions",
        "actions": "record.decisions",
    }
    """The panes that have a key, and its command."""

    recording: Recording
    bar: CaptureBar
    roll: RollCall
    menu: Menu
    panes: Mapping[str, MeetingPane]
    side: str
    """The pane a narrow screen shows beside the topic."""

    def show(self, touched: tuple[str, ...] = ()) -> None:
        """Brings every part in line with the meeting."""
        raise NotImplementedError

    def say(self, said: Said) -> None:
        """Words in the bar, until the next key."""
        raise NotImplementedError

    def shape(self, size: Size) -> Shape:
        """What decides the arrangement."""
        raise NotImplementedError

    def keep_draft(self) -> None:
        """Keeps what stands in the bar."""
        raise NotImplementedError

    def offer_lines(self) -> None:
        """Shows several pasted lines with their readings."""
        raise NotImplementedError

    @property
    def pane(self) -> MeetingPane | None:
        """The pane that has the focus, if one has."""
        focused = self.focused
        return focused if isinstance(focused, MeetingPane) else None

    def arrange_again(self) -> None:
        """Gives the parts their places anew; a screen that asks for itself gets its old arrangement back."""
        self.bar.refresh(layout=True)

    def done(self, said: Said) -> None:
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
        elif self.recording.looked and self.recording.editing is None:
            self.done(self.recording.make_live())

    def accept_line(self, line: str, choice: int) -> bool:
        """Stores a line; it leaves the bar only when it is stored."""
        recording = self.recording
        editing = recording.editing is not None
        readings = recording.readings(line)
        said = recording.accept(line, readings[choice % len(readings)] if readings else None)
        if said.ok and self.roll.asked is None:
            self.bar.put(recording.stash if editing else "")
            recording.stash = ""
        if said.ok:
            self.roll.answered()
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
        self.roll.leave()

    def edit(self, row_id: str) -> None:
        """Takes an entry's words into the bar; they stay stored until Enter replaces them."""
        recording = self.recording
        self.roll.leave()
        if recording.editing is None:
            recording.stash = self.bar.text
        recording.editing = row_id
        back = recording.recorder.taken_back(row_id)
        self.bar.put(back.line if back else "")
        self.set_focus(self.bar)
        self.show()
        if back and not back.whole:
            self.say(
                Said(
                    _("No line says all of this: Enter keeps it, changing it means typing it anew"), ok=False
                )
            )

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
        if self.recording.undone or not self.bar.redo():
            self.done(self.recording.redo())

    @on(CaptureBar.SpeakerEnded)
    def _speaker_ended(self) -> None:
        if self.recording.minutes.meeting.speaker_department_id:
            self.done(self.recording.do(self.recording.recorder.end_speaker, _("Nobody speaks now")))

    @on(CaptureBar.Resized)
    def _bar_resized(self) -> None:
        self.arrange_again()

    # -- commands: places -----------------------------------------------------------------------------------------

    def action_back(self) -> None:
        """Esc: to the bar and the live topic; an untouched edit is left, a changed one stays."""
        self.set_focus(self.bar)
        recording = self.recording
        recording.looked = None
        if self.roll.asked is not None and self.roll.untouched:
            self.roll.leave()
        elif recording.editing is not None or self.roll.asked is not None:
            if recording.editing and self.bar.text == recording.recorder.typed(recording.editing):
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
        self.arrange_again()
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
            found = self.recording.incomplete
            self.say(Said(words.incomplete(entry, found.index(entry) + 1, len(found))))

    def go_to(self, entry: Entry) -> None:
        """Looks at an entry's topic and singles the entry out."""
        self.recording.look_at(entry.topic_id)
        name = words.pane_of(entry, wide=self.shape(self.size).wide)
        self.side = name if name in self.PANES else self.side
        pane = self.panes[name]
        self.set_focus(pane)
        self.arrange_again()
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
        from tui.screens.record import earlier

        minutes, chosen = self.recording.minutes, pane.chosen or ""
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
        if entry := self.recording.minutes.entry(chosen):
            EntryMenu(self, entry).open()
        elif carried := earlier.find(self, chosen):
            earlier.open_menu(self, carried)

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
