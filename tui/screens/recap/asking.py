"""Questions of the recap: a correction, an objection, why somebody is absent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.widget import Widget

from models.i18n import _
from models.meeting import Person
from models.recap import Item
from models.text import objection_of
from tui.result import Result
from tui.screens.asking import Asked, Asking, Asks
from tui.screens.recap.session import RecapSession
from tui.screens.record.reading import described
from tui.screens.record.text import named
from tui.theme import style
from tui.widgets.capture_bar import CaptureBar
from tui.widgets.typesetting import Span, fit

if TYPE_CHECKING:
    from models.capture.values import Reading


class RecapAsking(Asking):
    """The bar of the recap while it asks; what a line will come to stands above it, as while recording."""

    def __init__(self, screen: Asks, home: Widget, session: RecapSession) -> None:
        super().__init__(screen, home, session.unfinished, CaptureBar(self._described))
        self.session = session
        self._replacing: str | None = None
        """The entry the line will take the place of."""
        self._reads = True
        """Whether the line is one of the meeting; an objection is who, a colon, what."""

    def ask_correction(self, entry_id: str) -> None:
        """Asks for an entry in other words; Enter stores them, and the walk goes on where it was."""
        title = _("correct {entry}").format(entry=named(self.session.minutes.entry(entry_id)))
        self._replacing, self._reads = entry_id, True
        self.ask(Asked(title, self._correct, f"correct/{entry_id}"), self.session.recorder.typed(entry_id))

    def ask_objection(self, item: Item) -> None:
        """Asks who objects to the item, and what."""
        title = _("objection to {item}: who: what").format(item=item.code or item.label)
        self._replacing, self._reads = None, False
        self.ask(Asked(title, lambda text: self.session.object_to(item, text), f"objection/{item.id}"), "")

    def ask_absence(self, person: Person) -> None:
        """Asks why somebody is absent and who stands in, the caret where the reason goes."""
        title = _("absent: reason and stand-in")
        line, caret = self.session.recorder.absence_line(person)
        self._replacing, self._reads = None, True
        self.ask(Asked(title, self._accept, f"absence/{person.id}", closing=line[caret:]), line)

    # -- what a line comes to --------------------------------------------------------------------------------------

    def _correct(self, line: str) -> Result:
        return self.session.correct(self._replacing or "", line, self._reading(line), self.bar.choice > 0)

    def _accept(self, line: str) -> Result:
        return self.session.enter(line, self._reading(line), chosen=self.bar.choice > 0)

    def _reading(self, line: str) -> Reading | None:
        """The reading that stands above the line."""
        found = self.session.recorder.readings(line, self._replacing)
        return found[self.bar.choice % len(found)] if found else None

    def _described(self, line: str, cells: int) -> Sequence[Sequence[Span]]:
        palette, minutes = self.bar.palette, self.session.minutes
        if self._reads:
            recorder = self.session.recorder
            found = recorder.readings(line, self._replacing)
            return [described(reading, minutes, palette, cells, recorder.context) for reading in found]
        by, text = objection_of(line)
        who: list[Span] = [(f"{by}  ", style(palette.accent))] if by else []
        return [[*who, (fit(text, cells), style(palette.text))]]

    def resume(self) -> str | None:
        """Asks again what was being answered when the program was lost; the item it is about, if it is still there."""
        if self.left is None or not self.left.is_open:
            return None
        what, _sep, row_id = self.left.key.partition("/")
        item = self.session.find(row_id)
        if item is not None and what == "objection":
            self.ask_objection(item)
        elif self.session.minutes.entry(row_id) and what == "correct":
            self.ask_correction(row_id)
        elif (person := self.session.minutes.person(row_id)) and what == "absence":
            self.ask_absence(person)
        return item.id if item else None
