"""Menus of the recap: what can be done, by digit, with an item or something missing; what is offered comes first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from models.findings import Finding, Offer
from models.i18n import _
from models.meeting import Person
from models.numbering import Renumbering, in_words
from models.recap import READ_BACK, Item
from models.vocabulary import Presence, presence_label
from tui.result import Result
from tui.screens.recap.asking import RecapAsking
from tui.screens.recap.session import RecapSession
from tui.theme import Palette, style
from tui.widgets.menu import Choice, Menu
from tui.widgets.recap_lines import sign_of

_MOST_OFFERS = 5
_ENTRIES = frozenset(kind.table for kind in READ_BACK)


class Acts(Protocol):
    """What the choices do on the screen that offers them."""

    def done(self, said: Result) -> None:
        """Shows what came of a change."""

    def close_meeting(self) -> None:
        """Ends the meeting, whatever is open."""

    def settle(self, *, keep_gaps: bool) -> None:
        """Confirms the page or ends the meeting, with consecutive numbers or the ones there are."""

    def action_next_finding(self) -> None:
        """Goes to the next finding."""


class RecapMenu:
    """Opens the menus of the recap, in the colours in use."""

    def __init__(
        self, session: RecapSession, asking: RecapAsking, menu: Menu, acts: Acts, palette: Palette
    ) -> None:
        self.session, self.asking = session, asking
        self.menu, self.acts, self.palette = menu, acts, palette

    def about_item(self, item: Item) -> None:
        """Offers what can be done with an item."""
        offers = [o for finding in item.findings for o in finding.offers][:_MOST_OFFERS]
        choices = [self._offer(offer) for offer in offers]
        if item.kind in _ENTRIES:
            choices += self._entry(item)
        elif person := self.session.minutes.get(Person, item.id):
            choices += self._person(person)
        if item.findings:
            choices.append(self._waive(item.findings))
        if choices:
            self._open(f"{item.label} {item.code}".strip(), choices)
        else:
            self.acts.done(Result(_("There is nothing to choose here"), ok=False))

    def about_finding(self, finding: Finding) -> None:
        """Offers what can be done about something missing."""
        choices = [self._offer(offer) for offer in finding.offers[:_MOST_OFFERS]]
        if self.session.minutes.entry(finding.item):
            choices.append(self._choice(_("Correct"), lambda: self.asking.ask_correction(finding.item)))
        elif person := self.session.minutes.get(Person, finding.item):
            choices.append(self._absence(person))
        sign, look = sign_of(finding, self.palette)
        self.menu.open([(f"{sign}{finding.where} ", look)], [*choices, self._waive((finding,))])

    def before_closing(self) -> None:
        """Offers to do what is open afterwards, or first."""
        afterwards = self._choice(_("All of this afterwards: close the meeting"), self.acts.close_meeting)
        first = self._choice(_("Look at what is missing first"), self.acts.action_next_finding)
        self._open(_("Not everything is settled"), [afterwards, first])

    def before_numbering(self, changed: Renumbering) -> None:
        """Asks whether numbers the room knows become consecutive."""
        title = _("The room has seen the numbers, and they have gaps")
        words = _("Make them consecutive: {changes}").format(changes=in_words(changed))
        anew = self._choice(words, partial(self.acts.settle, keep_gaps=False))
        kept = self._choice(_("Keep them, with their gaps"), partial(self.acts.settle, keep_gaps=True))
        self._open(title, [anew, kept])

    def _open(self, title: str, choices: list[Choice]) -> None:
        accent = style(self.palette.accent, bold=True)
        self.menu.open([(title, accent)], choices)

    def _choice(self, words: str, act: Callable[[], None]) -> Choice:
        return Choice([(words, style(self.palette.text))], act)

    def _do(self, words: str, change: Callable[[], Result]) -> Choice:
        return self._choice(words, lambda: self.acts.done(change()))

    def _offer(self, offer: Offer) -> Choice:
        p = self.palette
        return Choice(
            [("→ ", style(p.good)), (offer.label, style(p.text))],
            lambda: self.acts.done(self.session.take(offer)),
        )

    def _waive(self, findings: tuple[Finding, ...]) -> Choice:
        return self._do(_("Let pass, do not say it again"), lambda: self.session.waive_all(findings))

    def _entry(self, item: Item) -> list[Choice]:
        return [
            self._choice(_("Correct"), lambda: self.asking.ask_correction(item.id)),
            self._choice(_("Objection: who, what"), lambda: self.asking.ask_objection(item)),
            self._do(_("Leave open for afterwards"), lambda: self.session.leave_open(item.id)),
        ]

    def _person(self, person: Person) -> list[Choice]:
        states = (Presence.PRESENT, Presence.ABSENT, Presence.LATE, Presence.LEFT)
        others = [s for s in states if s.value != person.attendance]
        choices = [
            self._do(presence_label(s), partial(self.session.attend, person.id, s.value)) for s in others
        ]
        return [*choices, self._absence(person)]

    def _absence(self, person: Person) -> Choice:
        return self._choice(_("Absent: reason and stand-in"), lambda: self.asking.ask_absence(person))
