"""The line of the prepare form that stands in the bar: where one is, what is stored there, and going to another."""

from __future__ import annotations

from collections.abc import Callable

from models.form import FIRST, NEW, NEW_TOPIC, SECTIONS, Field, Kind, new_in
from tui.result import Result
from tui.screens.prepare.session import PrepareSession
from tui.widgets.capture_bar import CaptureBar


class FormLine:
    """One field of the form in the bar; going to another stores it first, or holds what cannot be stored now."""

    def __init__(
        self,
        session: PrepareSession,
        bar: CaptureBar,
        show: Callable[[], None],
        say: Callable[[Result], None],
    ) -> None:
        self._session, self._bar = session, bar
        self._show, self._say = show, say
        self.at = FIRST
        """The field that stands in the bar."""
        self._stood = ""
        """What it held when one came to it."""
        self._kept: tuple[Field, str] = (FIRST, "")
        """What is kept as unfinished: where, and the words."""

    def begin(self) -> None:
        """Stands on the line that was left unfinished, else on the first fact that is empty."""
        session = self._session
        empty = next((field for field in session.fields("facts") if not session.text(field)), FIRST)
        field, typed = session.restore() or (empty, "")
        self.at = self._there(field)
        self._stood = self.stored
        self._bar.editor.reset(typed or self._stood)

    @property
    def section(self) -> str:
        """The section one is in."""
        return self.at.section

    @property
    def stored(self) -> str:
        """What the field one is on holds, or what is held for it."""
        return self._session.text(self.at)

    @property
    def dirty(self) -> bool:
        """Whether something else is typed than what stands there."""
        return self._bar.text != self.stored

    # -- storing --------------------------------------------------------------------------------------------------

    def store(self) -> bool:
        """Stores the field one is on, if it was changed, or holds it; what was wrong with it is said, and it stays."""
        if not self.dirty:
            return True
        said = self._session.store(self.at, self._bar.text)
        self._say(said)
        taken = said.ok or said.later == "waits"
        if taken:
            if said.touched and self.at == NEW_TOPIC:
                self.at = self._gap_of(said.touched[0])
            self.settle()
        self._show()
        return taken

    def put_all(self, lines: list[str]) -> None:
        """Takes several lines as new rows; they survive from here on, and go in one after the other."""
        self._session.hold_rows(self.at, lines)
        self.stand(self.at)

    def _gap_of(self, topic_id: str) -> Field:
        """The first field of a new topic that is empty."""
        minutes, expected = (Field(Kind.TOPIC, topic_id, name) for name in ("minutes", "expected"))
        return expected if self._session.text(minutes) else minutes

    # -- moving ---------------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """Stands on the field one is on as it is now; on another one where it has gone."""
        self.stand(self._there(self.at))

    def _there(self, field: Field) -> Field:
        """The field, its row once that is stored, or where another row is typed if it has gone."""
        field = self._session.arrived_at(field)
        fields = self._session.fields(field.section, field)
        return field if field in fields else NEW.get(field.kind, fields[-1])

    def stand(self, field: Field) -> None:
        """Goes to a field, whatever stands in the bar."""
        self.at = field
        self._stood = self.stored
        self._bar.put(self._stood)
        self._bar.read_again()
        self._show()

    def go(self, field: Field) -> None:
        """Stores where one is and goes to another field."""
        if self.store():
            self.stand(field)

    def go_beside(self, step: int) -> None:
        """Stores where one is and goes to the next (1) or previous (-1) field, if there is one."""
        if self.store() and (field := self.beside(step)):
            self.stand(field)

    def turn(self, step: int) -> None:
        """Stores where one is and goes to the next (1) or previous (-1) section, if there is one."""
        place = SECTIONS.index(self.section) + step
        if 0 <= place < len(SECTIONS) and self.store():
            self.stand(self._session.fields(SECTIONS[place])[0])

    def beside(self, step: int) -> Field | None:
        """The next (1) or previous (-1) field, across the sections."""
        fields = [field for section in SECTIONS for field in self._session.fields(section, self.at)]
        place = fields.index(self.at) + step if self.at in fields else 0
        return fields[place] if 0 <= place < len(fields) else None

    def following(self) -> Field | None:
        """The next field; the first of another section is the one on which something new is typed."""
        following = self.beside(1)
        if following is None or following.section == self.section:
            return following
        return new_in(following.section)

    # -- typing ---------------------------------------------------------------------------------------------------

    def keep(self) -> None:
        """Keeps what is being typed; a stored field needs no keeping."""
        now = (self.at, self._bar.text if self.dirty else "")
        matters = now != self._kept and any((now[1], self._kept[1]))
        if not matters or self._session.keep(*now, self._bar.editor.cursor).ok:
            self._kept = now

    def look_again(self) -> None:
        """Takes in what changed elsewhere; what is being typed stays, on a new line if its own has gone."""
        typed, there = self._bar.text, self._there(self.at)
        if typed == self._stood:
            # Standing there anew forgets what could be undone in the bar.
            if (there, self._session.text(there)) != (self.at, self._stood):
                self.stand(there)
        elif there != self.at:
            self.stand(there)
            self._bar.put(typed)
        self._bar.read_again()
        self._show()

    def take_back(self) -> None:
        """Puts back what stands there, stored or held; Ctrl+Z brings the typing back."""
        if self.dirty:
            self._bar.editor.replace(0, len(self._bar.text), self.stored)

    def drop(self) -> str:
        """Drops what is held for the field one is on and gives its words; undoing it puts them into the bar."""
        words = self._session.drop(self.at)
        if words:
            self.at = NEW.get(self.at.kind, self.at) if self.at.held_id else self.at
            self._stood = self.stored
            self._bar.put(words)
            self._bar.replace(0, len(words), self._stood)
            self._show()
        return words

    def remove(self) -> None:
        """Deletes the row of the field one is on and goes to the field behind it, or before it."""
        field = self.at
        to = self.beside(1) or self.beside(-1) or FIRST
        self._say(self._session.remove(field))
        self.stand(NEW_TOPIC if to.is_beside(field) else to)
