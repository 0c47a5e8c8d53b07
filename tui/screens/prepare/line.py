"""The line of the prepare form that stands in the bar: where one is, what is stored there, and going to another."""

from __future__ import annotations

from collections.abc import Callable

from models.i18n import _
from tui.result import Result
from tui.screens.prepare.fields import FIRST, NEW_TOPIC, SECTIONS, Field, Kind, new_in
from tui.screens.prepare.session import PrepareSession
from tui.widgets.capture_bar import CaptureBar


class FormLine:
    """One field of the form in the bar; going to another stores it first."""

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
        self._reason: str | None = None
        """Why lines that were entered are not stored; they go in by themselves."""

    def begin(self) -> None:
        """Stands on the line that was left unfinished, else on the first fact that is empty."""
        session = self._session
        empty = next((field for field in session.fields("facts") if not session.text(field)), FIRST)
        field, typed = session.restore() or (empty, "")
        self.at = self._there(field)
        self._stood = self.stored
        self._bar.editor.reset(typed or self._stood)
        # What had to wait when it was left goes in now.
        self._reason = "" if "\n" in typed else None

    @property
    def section(self) -> str:
        """The section one is in."""
        return self.at.section

    @property
    def stored(self) -> str:
        """What the field one is on holds."""
        return self._session.text(self.at)

    @property
    def dirty(self) -> bool:
        """Whether something else is typed than what is stored."""
        return self._bar.text != self.stored

    # -- moving ---------------------------------------------------------------------------------------------------

    def store(self) -> bool:
        """Stores the field one is on, if it was changed; says what was wrong with it."""
        if "\n" in self._bar.text:
            return self.put_all([line for line in self._bar.text.split("\n") if line.strip()])
        said = self._store()
        self._reason = said.brief if said.later == "waits" else None
        if said.later == "waits":
            # What is typed on before the store can take it is another line.
            self._bar.editor.end()
            self._bar.insert("\n", alone=True)
            self._show()
        return said.ok

    def put_all(self, lines: list[str]) -> bool:
        """Stores several lines in turn, as new rows or in the fields that follow; from one that fails they stay."""
        first = self.at
        for place, line in enumerate(lines):
            if place:
                self.stand(first if first.is_new else self.following() or self.at)
            self._bar.put(line)
            if not (said := self._store()).ok:
                waits = said.later == "waits"
                self._reason = said.brief if waits else None
                self._bar.put("\n".join([*lines[place:], *[""] * waits]))
                self._show()
                return False
        self._reason = None
        return True

    # -- lines that have to wait ----------------------------------------------------------------------------------

    @property
    def waiting(self) -> tuple[int, str]:
        """How many lines that were entered wait in the bar, and why; none where nothing keeps them from going in."""
        count = sum(1 for line in self._bar.text.split("\n")[:-1] if line.strip())
        return (count, self._reason) if self._reason is not None and count else (0, "")

    def let_in(self) -> Result:
        """Stores the lines that wait, if the file takes them now; what is typed behind them stays."""
        if not self.waiting[0] or not self._session.meeting.store.takes_writes():
            return Result()
        entered, _end, rest = self._bar.text.rpartition("\n")
        cursor = max(0, self._bar.editor.cursor - len(entered) - 1)
        first = self.at
        if not self.put_all([line for line in entered.split("\n") if line.strip()]):
            self._bar.insert(rest, alone=True)
            return Result()
        if not first.is_new and (following := self.following()):
            self.stand(following)
        if rest:
            self._bar.put(rest, cursor)
        return Result(_("Stored: all lines that waited"))

    def _store(self) -> Result:
        if not self.dirty:
            return Result()
        said = self._session.store(self.at, self._bar.text)
        self._say(said)
        if said.ok:
            if said.touched and self.at == NEW_TOPIC:
                self.at = self._gap_of(said.touched[0])
            self.settle()
        self._show()
        return said

    def _gap_of(self, topic_id: str) -> Field:
        """The first field of a new topic that is empty."""
        minutes, expected = (Field(Kind.TOPIC, topic_id, name) for name in ("minutes", "expected"))
        return expected if self._session.text(minutes) else minutes

    def settle(self) -> None:
        """Stands on the field one is on as it is now; on another one where it has gone."""
        self.stand(self._there(self.at))

    def _there(self, field: Field) -> Field:
        """The field, or the last of its section where it has gone."""
        fields = self._session.fields(field.section, field)
        return field if field in fields else fields[-1]

    def stand(self, field: Field) -> None:
        """Goes to a field, whatever stands in the bar."""
        self.at = field
        self._stood = self.stored
        self._bar.put(self._stood)
        self._bar.read_again()
        self._show()

    def go(self, field: Field) -> None:
        """Stores where one is and goes to another field."""
        if self._leave():
            self.stand(field)

    def _leave(self) -> bool:
        """Stores where one is; says that one stays where lines have to wait, which go in one behind the other."""
        left = self.store()
        if not left and self.waiting[0]:
            self._say(Result(_("One stays here until what waits is stored"), ok=False))
        return left

    def go_beside(self, step: int) -> None:
        """Stores where one is and goes to the next (1) or previous (-1) field, if there is one."""
        if self._leave() and (field := self.beside(step)):
            self.stand(field)

    def turn(self, step: int) -> None:
        """Stores where one is and goes to the next (1) or previous (-1) section, if there is one."""
        place = SECTIONS.index(self.section) + step
        if 0 <= place < len(SECTIONS) and self._leave():
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
        typed = self._bar.text
        if typed == self._stood:
            self.settle()
        elif (there := self._there(self.at)) != self.at:
            self.stand(there)
            self._bar.put(typed)
        self._show()

    def take_back(self) -> None:
        """Puts back what is stored, never what was entered and waits; Ctrl+Z brings the typing back."""
        if self.waiting[0]:
            self._bar.editor.replace(self._bar.text.rfind("\n") + 1, len(self._bar.text), "")
        elif self.dirty:
            self._bar.editor.replace(0, len(self._bar.text), self.stored)

    def remove(self) -> None:
        """Deletes the row of the field one is on and goes to the field behind it, or before it."""
        field = self.at
        to = self.beside(1) or self.beside(-1) or FIRST
        self._say(self._session.remove(field))
        self.stand(NEW_TOPIC if to.is_beside(field) else to)
