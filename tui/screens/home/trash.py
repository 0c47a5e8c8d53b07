"""The trash on the home screen: a meeting is put in at once, and taken out again or deleted for good from a menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Literal, Protocol

from models.i18n import _, ngettext
from models.store import StoreError
from models.store.trash import DAYS, Trashed
from tui.program import Program
from tui.result import Result
from tui.session import refused
from tui.theme import style
from tui.widgets.menu import Choice, Menu
from tui.widgets.typesetting import fit

if TYPE_CHECKING:
    from models.store.queries import MeetingSummary

Trashing = Literal["put", "out"]
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
        self._undo = ""
        """The key that takes back what is chosen here."""
        self._done: list[tuple[Trashing, str, str]] = []
        """What was done here, the latest last: what it was, the meeting's id and its name."""

    def put(self, meeting: MeetingSummary, undo: str, trash: str) -> None:
        """Puts a meeting in."""
        name = meeting.name or _("(meeting without a name)")
        words = _("In the trash: {name}. {undo} takes it out, {trash} shows all")
        said = words.format(name=fit(name, _QUOTED), undo=undo, trash=trash)
        if self._do(lambda: self._program.store.trash.put(meeting.id), said):
            self._done.append(("put", meeting.id, name))

    def take_back(self) -> None:
        """Takes out what was put in last, or puts in again what was taken out last."""
        if not self._done:
            words = _("Nothing to undo: nothing was put into the trash or taken out of it here")
            self._screen.say(Result(words, ok=False))
            return
        was, meeting_id, name = self._done[-1]
        trash, quoted = self._program.store.trash, fit(name, _QUOTED)
        if was == "put":
            said, change = _("Undone, out of the trash again: {name}"), trash.take_out
        else:
            said, change = _("Undone, in the trash again: {name}"), trash.put
        if self._do(lambda: change(meeting_id), said.format(name=quoted)):
            self._done.pop()

    def _take_out(self, meeting_id: str, name: str) -> None:
        said = _("Taken out of the trash: {name}. {undo} puts it back")
        words = said.format(name=fit(name, _QUOTED), undo=self._undo)
        if self._do(lambda: self._program.store.trash.take_out(meeting_id), words):
            self._done.append(("out", meeting_id, name))

    def open(self, undo: str) -> None:
        """Shows what is in it, each to be taken out by its digit, which `undo` takes back; 0 deletes all of it."""
        self._undo = undo
        try:
            found = self._program.store.trash.meetings
        except StoreError as error:
            self._screen.say(refused(error))
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
        if self._do(self._program.store.trash.empty, _("The trash is empty now")):
            self._done.clear()

    def _do(self, change: Callable[[], object], said: str) -> bool:
        try:
            change()
        except StoreError as error:
            self._screen.say(refused(error))
            return False
        self._screen.reload()
        self._screen.say(Result(said))
        return True

    def _choice(self, words: str, act: Callable[[], None], note: str = "") -> Choice:
        p = self._program.palette
        return Choice([(words, style(p.text))], act, [(note, style(p.dim))] if note else ())

    def _open(self, title: str, choices: list[Choice], zero: Choice | None = None) -> None:
        self._screen.menu.open([(title, style(self._program.palette.accent, bold=True))], choices, zero=zero)
