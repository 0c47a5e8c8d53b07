"""Questions of the recap: a correction, an objection, why somebody is absent."""

from __future__ import annotations

from textual.widget import Widget

from models.i18n import _
from models.meeting import Person
from models.recap import Item
from tui.screens.asking import Asked, Asking, Asks
from tui.screens.recap.session import RecapSession
from tui.screens.record.text import absence_line, named


class RecapAsking(Asking):
    """The bar of the recap while it asks."""

    def __init__(self, screen: Asks, home: Widget, session: RecapSession) -> None:
        super().__init__(screen, home, session.unfinished)
        self.session = session

    def ask_correction(self, entry_id: str) -> None:
        """Asks for an entry in other words; Enter stores them, and the walk goes on where it was."""
        title = _("correct {entry}").format(entry=named(self.session.minutes.entry(entry_id)))
        line = self.session.recorder.typed(entry_id)
        self.ask(Asked(title, lambda text: self.session.correct(entry_id, text), f"correct/{entry_id}"), line)

    def ask_objection(self, item: Item) -> None:
        """Asks who objects to the item, and what."""
        title = _("objection to {item}: who: what").format(item=item.code or item.label)
        self.ask(Asked(title, lambda text: self.session.object_to(item.id, text), f"objection/{item.id}"), "")

    def ask_absence(self, person: Person) -> None:
        """Asks why somebody is absent and who stands in."""
        line = absence_line(self.session.minutes, person)
        self.ask(Asked(_("absent: reason and stand-in"), self.session.accept, f"absence/{person.id}"), line)

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
