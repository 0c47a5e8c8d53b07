"""What can be done, by digit, with a sentence of the written minutes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from models.i18n import _, ngettext
from models.meeting import Note
from models.polish import Sentence, can_merge
from tui.result import Result
from tui.theme import style
from tui.widgets.menu import Choice

if TYPE_CHECKING:
    from tui.screens.polish.screen import PolishScreen


class PolishMenu:
    """The menu of one polish screen."""

    def __init__(self, screen: PolishScreen) -> None:
        self.screen = screen
        self.session = screen.session

    def open(self, found: Sentence) -> None:
        """Everything that can be done with a sentence, the likeliest first."""
        choices = [*self._offered(found), *self._words(found), *self._place(found), *self._passing(found)]
        choices.append(self._choice(_("Add a sentence nobody typed"), self.screen.asking.addition))
        title = [(self.screen.asking.name_of(found), style(self.screen.jiyao.palette.accent, bold=True))]
        self.screen.menu.open(title, choices)

    def _choice(self, words: str, act: Callable[[], None]) -> Choice:
        return Choice([(words, style(self.screen.jiyao.palette.text))], act)

    def _do(self, words: str, change: Callable[[], Result]) -> Choice:
        return self._choice(words, lambda: self.screen.done(change()))

    def _offered(self, found: Sentence) -> list[Choice]:
        p = self.screen.jiyao.palette
        return [
            Choice(
                [("→ ", style(p.good)), (offer.label, style(p.text))],
                partial(self.screen.take_offer, offer),
            )
            for offer in self.session.offers(found)
        ]

    def _words(self, found: Sentence) -> list[Choice]:
        choices = []
        if can_merge(self.session.merging):
            count = len(self.session.marked)
            words = ngettext("Make one sentence of {n}", "Make one sentence of {n}", count)
            choices.append(self._choice(words.format(n=count), self.screen.action_edit))
        elif not found.left_out:
            choices.append(self._choice(_("Write it in other words"), self.screen.action_edit))
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
            self._choice(mark, self.screen.action_mark),
        ]

    def _passing(self, found: Sentence) -> list[Choice]:
        return [
            self._do(
                _("“{word}” is right here").format(word=spoken.word),
                partial(self.session.let_pass, found, spoken.word),
            )
            for spoken in self.session.spoken(found)
        ]
