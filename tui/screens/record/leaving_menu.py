"""A department or person that should not be there: taken out, or another one put in its place.

What nobody refers to goes at once. What something refers to stays until somebody says whom that means.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from models import references, wording
from models.i18n import _
from models.meeting import Department, Person
from tui.result import Result
from tui.screens.record.session import RecordSession
from tui.theme import Palette, style
from tui.widgets.menu import Choice, Menu


class LeavingMenu:
    """Del on a department or person of the attendance."""

    def __init__(
        self,
        one: Department | Person,
        session: RecordSession,
        menu: Menu,
        palette: Palette,
        done: Callable[[Result], None],
    ) -> None:
        self._one, self._session = one, session
        self._menu, self._palette, self._done = menu, palette, done
        self.undo = ""
        """The key that brings back what was taken out."""

    def open(self) -> None:
        """Takes it out where that loses nothing, else asks."""
        one, minutes = self._one, self._session.minutes
        people = minutes.people(one.id) if isinstance(one, Department) else []
        if named := references.still_named(minutes, one):
            title = _("{name} stands in {places}: who is meant?")
            places = wording.listed(words for _named, words in named)
            self._ask(title.format(name=one.name, places=places), self._others())
        elif people:
            listed = wording.listed(p.name for p in people)
            out = self._choice(_("Take them out"), self._take_out)
            self._ask(_("{name} with {people}").format(name=one.name, people=listed), [out])
        else:
            self._take_out()

    def _others(self) -> list[Choice]:
        """The other departments; of a person the other people: of the same name first, then of the department."""
        minutes, one = self._session.minutes, self._one
        others: Sequence[Department | Person] = minutes.departments
        if isinstance(one, Person):
            everybody = [*(p for d in minutes.departments for p in minutes.people(d.id)), *minutes.guests]
            home = one.department_id
            everybody.sort(key=lambda p: (p.name != one.name, p.department_id != home))
            others = everybody
        return [self._merged(other) for other in others if other.id != one.id]

    def _merged(self, other: Department | Person) -> Choice:
        minutes, one = self._session.minutes, self._one
        home = minutes.department_name(other.department_id) if isinstance(other, Person) else ""
        name = wording.named(home, other.name)
        said = _("{name} is {other}").format(name=one.name, other=name)
        change = partial(self._session.recorder.leaving.merge, one.id, other.id)
        return self._choice(name, lambda: self._done(self._session.alter(change, said)))

    def _take_out(self) -> None:
        said = _("Taken out: {name}. {key} brings it back").format(name=self._one.name, key=self.undo)
        change = partial(self._session.recorder.leaving.take_out, self._one.id)
        self._done(self._session.alter(change, said))

    def _choice(self, words: str, act: Callable[[], None]) -> Choice:
        return Choice([(words, style(self._palette.text))], act)

    def _ask(self, why: str, choices: list[Choice]) -> None:
        """Asks in a menu as wide as the attendance; why it asks has more room in the bar."""
        leave = self._choice(_("leave it as it is"), lambda: None)
        self._done(Result(why, ok=False))
        title = [(self._one.name, style(self._palette.accent, bold=True))]
        self._menu.open(title, choices, zero=leave)
