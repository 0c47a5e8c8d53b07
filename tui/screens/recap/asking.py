"""What the recap asks in words: a correction, an objection, why somebody is absent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.i18n import _
from models.meeting import Person
from models.recap import Item
from tui.screens import asking
from tui.screens.asking import Asked
from tui.screens.record import text as words

if TYPE_CHECKING:
    from tui.screens.recap.screen import RecapScreen


class Asking(asking.Asking):
    """The bar of one recap screen."""

    def __init__(self, screen: RecapScreen) -> None:
        super().__init__(screen, screen.page_pane, screen.session.unfinished)
        self.session = screen.session

    def correct(self, entry_id: str) -> None:
        """The entry's words come into the bar; Enter stores them, and the walk goes on where it was."""
        title = _("correct {entry}").format(entry=words.named(self.session.minutes.entry(entry_id)))
        line = self.session.recorder.typed(entry_id)
        self.ask(Asked(title, lambda text: self.session.correct(entry_id, text), f"correct/{entry_id}"), line)

    def objection(self, item: Item) -> None:
        """Who objects to the item, and what."""
        title = _("objection to {item}: who: what").format(item=item.code or item.label)
        self.ask(Asked(title, lambda text: self.session.object_to(item.id, text), f"objection/{item.id}"), "")

    def absence(self, person: Person) -> None:
        """Why somebody is absent and who stands in."""
        line = words.absence_line(self.session.minutes, person)
        self.ask(Asked(_("absent: reason and stand-in"), self.session.accept, f"absence/{person.id}"), line)

    def resume(self) -> str | None:
        """Asks again what was being answered when the program was lost; the item it is about, if it is still there."""
        if self.left is None or not self.left.is_open:
            return None
        what, _sep, row_id = self.left.key.partition("/")
        item = self.session.find(row_id)
        if item is not None and what == "objection":
            self.objection(item)
        elif self.session.minutes.entry(row_id) and what == "correct":
            self.correct(row_id)
        elif (person := self.session.minutes.person(row_id)) and what == "absence":
            self.absence(person)
        return item.id if item else None
