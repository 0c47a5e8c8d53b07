"""The menu of an entry that asks whose it is (谁说的？): 1 the speaker before it, then the latest others, 0 nobody."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from models import wording
from models.i18n import _
from models.meeting import Entry, Opinion
from models.whose import Answer, answers, as_said
from tui.result import Result
from tui.screens.record.session import RecordSession
from tui.theme import Palette, style
from tui.widgets.menu import Choice, Menu
from tui.widgets.typesetting import fit

_QUOTED = 24
_MOST = 9
"""So many digits choose."""


class WhoseMenu:
    """Asks by digit who said an entry; one answer is that of its whole run."""

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
        """Shows who may have said it."""
        quoted = fit(as_said(self._entry), _QUOTED)
        title = _("who said “{text}”?").format(text=quoted)
        choices = [self._choice(answer) for answer in answers(self._session.minutes, self._entry)]
        choices = [*choices[: _MOST - 1], *self._newcomer()] if self._called else choices
        nobody = self._made(_("nobody in particular"), Answer(None, None))
        self._menu.open([(title, style(self._palette.accent, bold=True))], choices, zero=nobody)

    @property
    def _called(self) -> str:
        return self._entry.said_as if isinstance(self._entry, Opinion) else ""

    def _newcomer(self) -> list[Choice]:
        """The name a chat gives, as somebody who joins the meeting."""
        name = _("{name}, a guest").format(name=self._called)
        return [Choice([(name, style(self._palette.text))], partial(self._welcome, name))]

    def _welcome(self, name: str) -> None:
        change = partial(self._session.recorder.attribute_to_newcomer, self._entry.id)
        self._done(self._session.do(change, _("Said by: {name}").format(name=name)))

    def _choice(self, answer: Answer) -> Choice:
        minutes = self._session.minutes
        names = minutes.department_name(answer.department_id), minutes.person_name(answer.person_id)
        return self._made(wording.named(*names), answer)

    def _made(self, name: str, answer: Answer) -> Choice:
        return Choice([(name, style(self._palette.text))], partial(self._answer, name, answer))

    def _answer(self, name: str, answer: Answer) -> None:
        give = self._session.recorder.attribute
        change = partial(give, self._entry.id, answer.department_id, answer.person_id)
        self._done(self._session.do(change, _("Said by: {name}").format(name=name)))
