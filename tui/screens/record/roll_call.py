"""The roll call of the record screen: everybody at one key, then the exceptions, each with reason and stand-in.

Space goes round the states of one person, Enter asks why somebody is absent, and both leave one on the list, so that
twenty people are called in one pass.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.i18n import ngettext
from models.meeting import Person
from tui.result import Result
from tui.screens.record import text as words
from tui.screens.record.panes import EVERYBODY

if TYPE_CHECKING:
    from tui.screens.record.actions import RecordActions


class RollCall:
    """The roll call of one record screen."""

    def __init__(self, screen: RecordActions) -> None:
        self.screen = screen
        self.asked: str | None = None
        """The person whose reason is being typed in the bar."""
        self._line = ""

    def begin(self) -> None:
        """Singles out who is to be called first: all of them, else the first nobody has looked for."""
        pane, minutes = self.screen.panes["attendance"], self.screen.session.minutes
        waiting = (key for key in pane.items if (p := minutes.get(Person, key)) and p.attendance == "unknown")
        pane.choose(EVERYBODY if EVERYBODY in pane.items else next(waiting, None))
        if pane.chosen is None:
            pane.choose_first()

    def mark(self, chosen: str) -> bool:
        """Space: the next state of the person, or everybody there; False where it is neither."""
        screen, recorder = self.screen, self.screen.session.recorder
        if chosen == EVERYBODY:
            counted: list[int] = []
            said = screen.session.do(lambda: counted.append(recorder.all_present()))
            screen.done(said if not said.ok else Result(_here(counted[0])))
            screen.panes["attendance"].choose_first()
            return True
        if screen.session.minutes.get(Person, chosen) is None:
            return False
        screen.done(screen.session.do(lambda: recorder.cycle_attendance(chosen)))
        return True

    def ask(self, person: Person) -> None:
        """Enter: the line that says why, the caret where the reason goes; an unfinished line waits meanwhile."""
        screen = self.screen
        self.leave()
        if screen.session.editing is None:
            screen.session.stash = screen.bar.text
        screen.session.editing = None
        self.asked, self._line = person.id, words.absence_line(screen.session.minutes, person)
        screen.bar.put(self._line, len(self._line) - 1)
        screen.set_focus(screen.bar)
        screen.show()

    @property
    def untouched(self) -> bool:
        """Whether the line still stands as it was put there."""
        return self.screen.bar.text == self._line

    def leave(self) -> None:
        """The unfinished line stands in the bar again."""
        if self.asked is not None:
            self.asked = None
            self.screen.bar.put(self.screen.session.stash)
            self.screen.session.stash = ""

    def answered(self) -> None:
        """The line is stored: back to the list, at who comes next."""
        asked, screen = self.asked, self.screen
        self.leave()
        if asked is not None:
            screen.action_pane("attendance")
            screen.panes["attendance"].choose(asked)
            screen.panes["attendance"].choose_next(1)
            screen.show()


def _here(count: int) -> str:
    return ngettext("{n} person is here", "{n} people are here", count).format(n=count)
