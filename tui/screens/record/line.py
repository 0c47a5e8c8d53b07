"""The line in the bar of the record screen: a new one, an entry taken back, or why somebody is absent."""

from __future__ import annotations

from models.i18n import _
from models.lazy import lazily
from models.meeting import Person
from models.text import pasted_lines
from tui.result import Result
from tui.screens.record.reading import completions
from tui.screens.record.session import RecordSession
from tui.theme import style
from tui.widgets.capture_bar import CaptureBar
from tui.widgets.menu import Menu

with lazily:
    from models.capture.chat import blocks


class RecordLine:
    """What stands in the bar; the unfinished line waits while something else is typed in its place."""

    def __init__(self, session: RecordSession, bar: CaptureBar) -> None:
        self._session, self._bar = session, bar
        self.asked: str | None = None
        """The person whose reason for being absent is being typed."""
        self._given = ""
        """The line as it was put there for that person."""

    # -- the unfinished line --------------------------------------------------------------------------------------

    def restore(self) -> None:
        """Puts what stood in the bar when this meeting was last left or lost into it again."""
        self._bar.editor.reset(*self._session.restore())

    def follow(self) -> Result:
        """Gives the numbers in the bar to the items they were typed for, where those have others now; says so."""
        before = self._bar.text
        after = self._session.follow(before, self._bar.editor)
        if after == before:
            return Result()
        self._bar.put(after)
        return Result(_("The numbers have changed; the line in the bar says the new ones"))

    def keep(self, *, patient: bool = False) -> Result:
        """Keeps what stands in the bar, if it changed; `patient` waits a while after nothing could keep it."""
        followed = self.follow()
        kept = self._session.keep(self._bar.text, self._bar.editor.cursor, patient=patient)
        return followed if followed.words and kept.ok else kept

    # -- something else in its place ------------------------------------------------------------------------------

    @property
    def is_other(self) -> bool:
        """Whether an entry or a reason stands in the bar, and the unfinished line waits."""
        return self._session.editing is not None or self.asked is not None

    @property
    def is_untouched(self) -> bool:
        """Whether the entry or reason still stands as it was put there."""
        editing = self._session.editing
        if editing is None:
            return self._bar.text == self._given
        return self._bar.text in (self._session.recorder.typed(editing), self._session.unsaid(editing))

    def take_back(self, row_id: str) -> Result:
        """Takes an entry's words into the bar; they stay stored until Enter replaces them."""
        self._give_way()
        self.asked, self._session.editing = None, row_id
        back = self._session.recorder.taken_back(row_id)
        self._bar.put(back.line if back else "")
        if back is None or back.whole:
            return Result()
        words = _("No line says all of this: Enter keeps it, changing it means typing it anew")
        return Result(words, ok=False)

    def ask_absence(self, person: Person) -> None:
        """Puts the line into the bar that says why somebody is absent, the caret where the reason goes."""
        self._give_way()
        self.asked, self._session.editing = person.id, None
        self._given, caret = self._session.recorder.absence_line(person)
        self._bar.put(self._given, caret)

    def ask_name(self, row_id: str) -> None:
        """Takes the words of an entry into the bar, the caret before them, where who said it goes."""
        self._give_way()
        self.asked, self._session.editing = None, row_id
        self._bar.put(self._session.unsaid(row_id), 0)

    def leave_untouched(self) -> Result | None:
        """Leaves the reason of an absence as it was put there: that changes nothing; None where it was typed into."""
        if self.asked is None or not self.is_untouched:
            return None
        self.leave()
        return Result(_("Nothing changed"), changed=False)

    def leave(self) -> None:
        """Puts the unfinished line that waits into the bar again."""
        self.asked, self._session.editing = None, None
        self._bar.put(self._session.stash)
        self._session.stash = ""

    def _give_way(self) -> None:
        if not self.is_other:
            self._session.stash = self._bar.text

    # -- typing ---------------------------------------------------------------------------------------------------

    def complete(self, menu: Menu) -> None:
        """Completes the word at the cursor; a menu offers the choices where there are several."""
        choices = completions(self._session, self._bar, self._bar.palette)
        if len(choices) == 1:
            choices[0].act()
        elif choices:
            menu.open([(_("Complete"), style(self._bar.palette.dim))], choices)

    def paste(self, text: str) -> bool:
        """Inserts a paste at the cursor, into an entry that is edited as one line; whether it was several.

        Of a chat each thing said is a line, its time and its speaker in front.
        """
        lines = pasted_lines(text)
        if len(lines) > 1:
            lines = [one.text for one in blocks.one_a_line(lines)]
        if self._session.editing is not None:
            lines = [" ".join(lines)]
        self._bar.insert("\n".join(lines), alone=True)
        return len(lines) > 1

    # -- storing --------------------------------------------------------------------------------------------------

    def accept(self, line: str, choice: int = 0) -> Result:
        """Stores a line in its chosen reading, or as the new words of an entry; the bar is free when it returns."""
        result = self._session.enter(line, choice)
        if result.ok or result.later:
            self.leave()
        return result

    def accept_all(self, lines: list[str]) -> None:
        """Puts lines on the list of those that wait, from which they go in one after the other."""
        self._session.hold_all(lines)
        self.leave()

    # -- lines that are not stored --------------------------------------------------------------------------------

    def take_held(self) -> Result:
        """Takes the last line that is not stored into the bar again."""
        line = self._session.held.lines[-1]
        self._session.editing = line.editing if self._session.minutes.entry(line.editing) else None
        self._bar.put(self._session.held_text(line))
        kept = self.keep()
        self._session.held.take_last()
        return kept

    def drop_held(self) -> str:
        """Drops the last line that is not stored; undoing it puts its words into the bar."""
        held = self._session.held
        if held.lines and held.lines[-1].editing is not None:
            # Its words alone would come back as an entry more: taking it back keeps what it replaces.
            return ""
        line = held.take_last()
        if line is None:
            return ""
        self._bar.insert(line.text, alone=True)
        self._bar.clear()
        return line.text
