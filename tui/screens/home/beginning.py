"""New meetings from the home screen: what is asked for one, and how it begins. Imported with the first such key."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from models.i18n import _, ngettext
from models.importing import (
    COMPANY_LISTS,
    KNOWN,
    TakenIn,
    UnreadableError,
    is_company_list,
    take_in,
    take_in_company,
)
from models.new_meeting import begin
from models.store import Store, StoreError
from models.text import clean, fold_lower
from models.vocabulary import Scenario, scenario_in, scenario_label
from tui.paths import path_of
from tui.program import Clock, Program
from tui.result import Result
from tui.session import refused
from tui.theme import style
from tui.widgets.menu import Choice

if TYPE_CHECKING:
    from models.organisation import Organisation
    from models.store.queries import MeetingSummary


@dataclass(frozen=True, slots=True)
class Question:
    """What the bar asks for, and what becomes of the answer."""

    title: str
    hint: str
    answer: Callable[[str], None]
    files: tuple[str, ...] = ()
    """The suffixes of the files whose paths Tab completes; none where no path is asked for."""
    does: str = ""
    """What Enter does, where that is not to go on."""
    keeps: str = ""
    """Under what an unfinished answer is kept; nothing for a path, which is typed again in a moment."""


@dataclass(frozen=True, slots=True)
class TakenFile:
    """What came of a file, and the meeting it has become."""

    said: Result
    meeting_id: str | None = None


class Asks(Protocol):
    """The screen on which a meeting begins."""

    def ask(self, question: Question) -> None:
        """Asks for something in the bar."""

    def choose_from(self, title: str, choices: list[Choice], at: int = 0) -> None:
        """Asks for one of these, that at a place marked at first."""

    def say(self, said: Result) -> None:
        """Says what something came to."""

    def open(self, meeting_id: str) -> None:
        """Opens a meeting on the screen that comes next for it."""

    def work(self, job: Callable[[], TakenFile], done: Callable[[TakenFile], None]) -> None:
        """Does something in a thread; `done` is told what came of it."""

    def taken_in(self, meeting_id: str | None) -> None:
        """Ends the question, and shows a meeting that was taken in."""


class Beginning:
    """The ways to a new meeting: from a name and a scenario, to be prepared, from a file."""

    def __init__(self, program: Program, screen: Asks) -> None:
        self._program, self._screen = program, screen

    def _line(self, words: str, act: Callable[[], None]) -> Choice:
        return Choice([(words, style(self._program.palette.text))], act)

    # -- one that begins now --------------------------------------------------------------------------------------

    def ask_name(self) -> None:
        """Asks for the name of a new meeting, then for its scenario."""
        hint = _("What the meeting is called; may stay empty. Enter goes on, Esc goes back")
        self._screen.ask(Question(_("New meeting: its name"), hint, self._ask_scenario, keeps="home.name"))

    def _ask_scenario(self, words: str) -> None:
        name = clean(words).strip()
        choices = [self._line(scenario_label(one), partial(self._begin, name, one.value)) for one in Scenario]
        told = scenario_in(fold_lower(name))
        at = list(Scenario).index(Scenario(told)) if told else len(choices)
        choices.append(self._line(_("None of these"), partial(self._begin, name, "")))
        self._screen.choose_from(_("What kind of meeting is it?"), choices, at)

    def _begin(self, name: str, scenario: str) -> None:
        now = self._program.clock().isoformat(timespec="minutes")
        try:
            meeting_id = begin(
                self._program.store, name=name, scenario=scenario, starts_at=now, screen="home"
            )
        except StoreError as error:
            self._screen.say(refused(error))
        else:
            self._screen.open(meeting_id)

    # -- one that is prepared -------------------------------------------------------------------------------------

    def ask_what_to_prepare(self, before: MeetingSummary | None) -> None:
        """Begins a meeting to be prepared: a new one, or the next of the series of one where there is one."""
        if before is None:
            self._prepare(None)
            return
        name = before.name or _("(meeting without a name)")
        follow = _("The next after {name}: people, place, what is open").format(name=name)
        choices = [
            self._line(_("A new meeting"), partial(self._prepare, None)),
            self._line(follow, partial(self._prepare, before.id)),
        ]
        self._screen.choose_from(_("Prepare a meeting"), choices)

    def _prepare(self, previous_id: str | None) -> None:
        try:
            self._program.show("prepare", begin(self._program.store, previous_id=previous_id, screen="home"))
        except StoreError as error:
            self._screen.say(refused(error))

    # -- one from a file ------------------------------------------------------------------------------------------

    def ask_file(self) -> None:
        """Asks for the path of a file that becomes a meeting, or of the company's list."""
        hint = _("Lines or a chat (.txt .srt .vtt), a meeting (.json), the company's list (.csv)")
        question = Question(
            _("From a file: its path"), hint, self._take_in, (*KNOWN, *COMPANY_LISTS), _("Take it in")
        )
        self._screen.ask(question)

    def _take_in(self, words: str) -> None:
        path = path_of(words)
        self._screen.say(Result(_("Taking in {name} …").format(name=path.name)))
        self._screen.work(partial(_read, self._program.store.path, self._program.clock, path), self._show)

    def _show(self, read: TakenFile) -> None:
        if read.said.ok:
            self._screen.taken_in(read.meeting_id)
        self._screen.say(read.said)


def _read(database: Path, clock: Clock, path: Path) -> TakenFile:
    """Takes a file in over a connection of this thread's own: to read some thousand lines takes seconds."""
    try:
        with closing(Store.open(database, clock=clock)) as store:
            if is_company_list(path):
                return TakenFile(Result(_counted(take_in_company(store, path))))
            (taken,) = take_in(store, clock, [path])
            return TakenFile(Result(_taken(taken)), taken.meeting_id)
    except (StoreError, UnreadableError) as error:
        return TakenFile(Result(str(error), ok=False))


def _counted(found: Organisation) -> str:
    departments, people = len(found.departments), len(found.people)
    return _("The company's list: {departments}, {people}; known in every meeting from now on").format(
        departments=ngettext("{n} department", "{n} departments", departments).format(n=departments),
        people=ngettext("{n} person", "{n} people", people).format(n=people),
    )


def _taken(taken: TakenIn) -> str:
    name = taken.path.name
    if taken.again:
        return _("Taken in once more: {name}, though this meeting stands here already").format(name=name)
    if not taken.unplaced:
        return _("Taken in: {name}").format(name=name)
    words = _("Taken in: {name}; kept as notes: line {numbers}")
    return words.format(name=name, numbers=", ".join(map(str, taken.unplaced)))
