"""The menu of an entry that asks whose it is (谁说的？): 1 the speaker before it, then the latest others; what it is
where it is nobody's words (an action, a decision, a topic); somebody else, by name; 0 nobody in particular."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Protocol

from models import wording
from models.called import first_called
from models.i18n import _, ngettext
from models.meeting import Entry, Opinion, Person
from models.whose import Answer, answers, as_said
from tui.result import Result
from tui.screens.record.session import RecordSession
from tui.theme import Palette, style
from tui.widgets.menu import Choice, Menu
from tui.widgets.typesetting import fit

_QUOTED = 24
_MOST = 5
"""So many people are offered; the digits behind them say what else it may be."""


class WhoseCommands(Protocol):
    """What an answer asks of the screen."""

    def ask_name(self, row_id: str) -> None:
        """Takes an entry into the bar, where whoever said it is typed in front."""

    def done(self, said: Result) -> None:
        """Shows what came of a change."""


class WhoseMenu:
    """Asks by digit who said an entry; one answer is that of its whole run. What it is instead is of it alone."""

    def __init__(
        self,
        entry: Entry,
        session: RecordSession,
        menu: Menu,
        palette: Palette,
        commands: WhoseCommands,
    ) -> None:
        self._entry, self._session = entry, session
        self._menu, self._palette, self._commands = menu, palette, commands

    def open(self) -> None:
        """Shows who may have said it, and what it may be instead."""
        quoted = fit(as_said(self._entry), _QUOTED)
        title = _("who said “{text}”?").format(text=quoted)
        people = [self._choice(answer) for answer in answers(self._session.minutes, self._entry)]
        people = [*people[: _MOST - 1], *self._newcomer()] if self._is_new else people[:_MOST]
        kinds = [self._kind(family) for family in ("action", "resolution", "topic")]
        nobody = self._made(_("nobody in particular: a point"), Answer(None, None))
        choices = [*people, *kinds, self._somebody_else()]
        self._menu.open([(title, style(self._palette.accent, bold=True))], choices, zero=nobody)

    def _kind(self, family: str) -> Choice:
        """What it becomes where it is nobody's words, as its line would be read."""
        line = self._session.as_kind(self._entry, family)
        owner = self._session.owner_in(self._entry, line) if family == "action" else ""
        words = {
            "action": _("an action of {name}").format(name=owner) if owner else _("an action"),
            "resolution": _("a decision"),
            "topic": _("a topic"),
        }[family]
        retype = partial(self._session.retype, self._entry.id, line)
        return Choice([(words, style(self._palette.text))], lambda: self._commands.done(retype()))

    def _somebody_else(self) -> Choice:
        words = [(_("somebody else, or somebody new …"), style(self._palette.text))]
        return Choice(words, partial(self._commands.ask_name, self._entry.id))

    @property
    def _called(self) -> str:
        return self._entry.said_as if isinstance(self._entry, Opinion) else ""

    @property
    def _is_new(self) -> bool:
        """Whether a chat gives a name that nobody here goes by."""
        return bool(self._called) and first_called(self._session.minutes.all(Person), self._called) is None

    def _newcomer(self) -> list[Choice]:
        """The name a chat gives, as somebody who joins the meeting."""
        name = _("{name}, a guest").format(name=self._called)
        return [Choice([(name, style(self._palette.text))], partial(self._welcome, name))]

    def _welcome(self, name: str) -> None:
        change = partial(self._session.recorder.attribute_to_newcomer, self._entry.id)
        self._commands.done(self._session.do(change, _("Said by: {name}").format(name=name)))

    def _choice(self, answer: Answer) -> Choice:
        minutes = self._session.minutes
        names = minutes.department_name(answer.department_id), minutes.person_name(answer.person_id)
        return self._made(wording.named(*names), answer)

    def _made(self, name: str, answer: Answer) -> Choice:
        return Choice([(name, style(self._palette.text))], partial(self._answer, name, answer))

    def _answer(self, name: str, answer: Answer) -> None:
        given = 0

        def give() -> None:
            nonlocal given
            recorder = self._session.recorder
            given = recorder.attribute(self._entry.id, answer.department_id, answer.person_id)

        said = self._session.do(give, _("Said by: {name}").format(name=name))
        if said.ok and given > 1:
            more = ngettext("{n} statement", "{n} statements", given).format(n=given)
            said = replace(said, words=f"{said.words} · {more}")
        self._commands.done(said)
