"""The trash on the home screen: a meeting is put in at once, and taken out again or deleted for good from a menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from models.i18n import _, ngettext
from models.store import StoreError
from models.store.trash import DAYS, Trashed
from tui.program import Program
from tui.result import Result
from tui.theme import style
from tui.widgets.menu import Choice, Menu
from tui.widgets.typesetting import fit

if TYPE_CHECKING:
    from models.store.queries import MeetingSummary

_NAME, _QUOTED = 40, 20
"""Cells of a meeting's name in the list and in a message."""


class ShowsMeetings(Protocol):
    """The screen with the list of meetings."""

    menu: Menu

    def reload(self) -> None:
        """Reads all meetings anew."""

    def say(self, said: Result) -> None:
        """Says what something came to."""


class TrashMenu:
    """Puts meetings into the trash and takes them out."""

    def __init__(self, program: Program, screen: ShowsMeetings) -> None:
        self._program, self._screen = program, screen
        self._last: list[tuple[str, str]] = []
        """What was put in here, by id and name."""

    def put(self, meeting: MeetingSummary, undo: str, trash: str) -> None:
        """Puts a meeting in."""
        name = meeting.name or _("(meeting without a name)")
        words = _("In the trash: {name}. {undo} takes it out, {trash} shows all")
        said = words.format(name=fit(name, _QUOTED), undo=undo, trash=trash)
        if self._do(lambda: self._program.store.trash.put(meeting.id), said):
            self._last.append((meeting.id, name))

    def take_back(self) -> None:
        """Takes out what was put in last."""
        if not self._last:
            self._screen.say(Result(_("Nothing was put into the trash here"), ok=False))
            return
        meeting_id, name = self._last[-1]
        self._take_out(meeting_id, name)

    def _take_out(self, meeting_id: str, name: str) -> None:
        said = _("Taken out again: {name}").format(name=fit(name, _QUOTED))
        if self._do(lambda: self._program.store.trash.take_out(meeting_id), said):
            self._last = [one for one in self._last if one[0] != meeting_id]

    def open(self) -> None:
        """Shows what is in it, each to be taken out by its digit; 0 deletes all of it."""
        try:
            found = self._program.store.trash.meetings
        except StoreError as error:
            self._screen.say(Result(str(error), ok=False))
            return
        if not found:
            self._screen.say(Result(_("The trash is empty"), ok=False))
            return
        words = _("Trash: taken out by digit, deleted for good after {n} days").format(n=DAYS)
        everything = self._choice(_("Delete all of it for good …"), partial(self._ask, len(found)))
        self._open(words, [self._trashed(one) for one in found], everything)

    def _trashed(self, one: Trashed) -> Choice:
        name = one.name or _("(meeting without a name)")
        left = one.days_left(self._program.clock().date())
        words = ngettext("{n} day left", "{n} days left", left).format(n=left)
        label = f"{(one.starts_at or '–')[:10]}  {fit(name, _NAME)}"
        return self._choice(label, partial(self._take_out, one.id, name), words)

    def _ask(self, count: int) -> None:
        words = ngettext(
            "{n} meeting will be gone for good", "{n} meetings will be gone for good", count
        ).format(n=count)
        kept = self._choice(_("Keep them in the trash"), lambda: None)
        self._open(words, [kept, self._choice(_("Delete for good"), self._empty)])

    def _empty(self) -> None:
        self._last.clear()
        self._do(self._program.store.trash.empty, _("The trash is empty now"))

    def _do(self, change: Callable[[], object], said: str) -> bool:
        try:
            change()
        except StoreError as error:
            self._screen.say(Result(str(error), ok=False))
            return False
        self._screen.reload()
        self._screen.say(Result(said))
        return True

    def _choice(self, words: str, act: Callable[[], None], note: str = "") -> Choice:
        p = self._program.palette
        return Choice([(words, style(p.text))], act, [(note, style(p.dim))] if note else ())

    def _open(self, title: str, choices: list[Choice], zero: Choice | None = None) -> None:
        self._screen.menu.open([(title, style(self._program.palette.accent, bold=True))], choices, zero=zero)
