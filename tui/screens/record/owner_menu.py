"""Whose an entry is, by digit: the department first, then one of its people or none."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from models import wording
from models.i18n import _
from models.kinds import of as kind_of
from models.kinds import owner_ids
from models.meeting import Department, Entry, Person
from tui.result import Result
from tui.screens.record.session import RecordSession
from tui.theme import Palette, style
from tui.widgets.menu import Choice, Menu


class OwnerMenu:
    """Gives an entry to another department or person."""

    def __init__(
        self,
        entry: Entry,
        session: RecordSession,
        menu: Menu,
        palette: Palette,
        done: Callable[[Result], None],
    ) -> None:
        self._entry, self._session = entry, session
        self._menu, self._palette, self._done = menu, palette, done

    def open(self) -> None:
        """Shows the departments, the guests, and nobody."""
        minutes = self._session.minutes
        choices = [self._department(d) for d in minutes.departments]
        if self._takes_people:
            choices += [self._person(guest) for guest in minutes.guests]
        self._show(_("Whose is it?"), choices, self._given(_("nobody's"), None, None))

    @property
    def _takes_people(self) -> bool:
        owner = kind_of(self._entry).owner
        return bool(owner and owner.person)

    def _department(self, department: Department) -> Choice:
        """The department at once where no person can be named, else its people."""
        if not (self._takes_people and self._session.minutes.people(department.id)):
            return self._given(department.name, department.id, None)
        return self._choice(f"{department.name} …", partial(self._people, department), department.id)

    def _people(self, department: Department) -> None:
        people = [self._person(person) for person in self._session.minutes.people(department.id)]
        only = self._given(_("only the department"), department.id, None)
        self._show(department.name, people, only)

    def _person(self, person: Person) -> Choice:
        return self._given(person.name, person.department_id, person.id)

    def _given(self, label: str, department_id: str | None, person_id: str | None) -> Choice:
        minutes = self._session.minutes
        name = wording.named(minutes.department_name(department_id), minutes.person_name(person_id))
        said = _("Now: {kind}").format(kind=name) if name else _("Nobody's now")
        own = self._session.recorder.own
        change = partial(own, self._entry.id, department_id, person_id)
        return self._choice(label, lambda: self._done(self._session.alter(change, said)), person_id)

    def _choice(self, label: str, act: Callable[[], None], row_id: str | None) -> Choice:
        """A choice, with a mark where the entry is that department's or person's now."""
        mark = [(" ✓", style(self._palette.good))] if row_id and row_id in owner_ids(self._entry) else []
        return Choice([(label, style(self._palette.text)), *mark], act)

    def _show(self, title: str, choices: list[Choice], zero: Choice) -> None:
        self._menu.open([(title, style(self._palette.accent, bold=True))], choices, zero=zero)
