"""Menu of the polish screen: what can be done, by digit, with a sentence of the written minutes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from models.i18n import _, ngettext
from models.meeting import Note
from models.polish import Sentence, can_merge
from tui.result import Result
from tui.screens.polish.session import Offer, PolishSession
from tui.theme import Palette, style
from tui.widgets.menu import Choice


class Acts(Protocol):
    """The screen that offers the choices, as they act on it."""

    def done(self, said: Result) -> None:
        """Shows what came of a change."""

    def take_offer(self, offer: Offer) -> None:
        """Does what a digit offers."""

    def action_edit(self) -> None:
        """Asks for other words, or for one sentence of several."""

    def action_mark(self) -> None:
        """Marks the sentence, or takes the mark off."""

    def action_add(self) -> None:
        """Asks for a sentence nobody typed."""


class SentenceMenu:
    """The choices for a sentence, in the colours in use."""

    def __init__(self, session: PolishSession, acts: Acts, palette: Palette) -> None:
        self.session, self.acts, self.palette = session, acts, palette

    def choices(self, found: Sentence) -> list[Choice]:
        """Choices for everything that can be done with a sentence, the likeliest first."""
        add = self._choice(_("Add a sentence nobody typed"), self.acts.action_add)
        return [
            *self._offered(found),
            *self._words(found),
            *self._place(found),
            *self._waiving(found),
            add,
        ]

    def _choice(self, words: str, act: Callable[[], None]) -> Choice:
        return Choice([(words, style(self.palette.text))], act)

    def _do(self, words: str, change: Callable[[], Result]) -> Choice:
        return self._choice(words, lambda: self.acts.done(change()))

    def _offered(self, found: Sentence) -> list[Choice]:
        p = self.palette
        return [
            Choice(
                [("→ ", style(p.good)), (offer.label, style(p.text))],
                partial(self.acts.take_offer, offer),
            )
            for offer in self.session.offers(found)
        ]

    def _words(self, found: Sentence) -> list[Choice]:
        choices = []
        if can_merge(self.session.merging):
            count = len(self.session.marked)
            words = ngettext("Make one sentence of {n}", "Make one sentence of {n}", count)
            choices.append(self._choice(words.format(n=count), self.acts.action_edit))
        elif not found.left_out:
            choices.append(self._choice(_("Write it in other words"), self.acts.action_edit))
        if found.written and found.sources and not found.stale:
            words = _("Split again, each as it was typed") if found.merged else _("Back to what was typed")
            choices.append(self._do(words, partial(self.session.split, found)))
        return choices

    def _place(self, found: Sentence) -> list[Choice]:
        if found.kind is Note:
            words = _("Make it a discussion point")
            return [self._do(words, partial(self.session.take_note_in, found))]
        words = _("Take it into the minutes again") if found.left_out else _("Leave it out of the minutes")
        mark = (
            _("Take the mark off") if found.id in self.session.marked else _("Mark, to make one of several")
        )
        return [
            self._do(words, partial(self.session.toggle, found)),
            self._choice(mark, self.acts.action_mark),
        ]

    def _waiving(self, found: Sentence) -> list[Choice]:
        return [
            self._do(
                _("“{word}” is right here").format(word=spoken.word),
                partial(self.session.waive, found, spoken.word),
            )
            for spoken in self.session.spoken(found)
        ]
