"""What the home screen's bar can ask for: the name of a new meeting, the path of a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from models.i18n import _
from models.new_meeting import begin
from models.store import StoreError
from models.text import clean, fold_lower
from models.vocabulary import Scenario, scenario_in, scenario_label
from tui.result import Result
from tui.theme import style
from tui.widgets.menu import Choice

if TYPE_CHECKING:
    from tui.screens.home.screen import HomeScreen


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and what becomes of the answer."""

    title: str
    hint: str
    answer: Callable[[str], None]


def ask_name(screen: HomeScreen) -> Question:
    """The name of a new meeting; then its scenario is chosen."""
    hint = _("What the meeting is called; may stay empty. Enter goes on, Esc goes back")
    return Question(_("New meeting: its name"), hint, lambda name: _ask_scenario(screen, clean(name).strip()))


def _ask_scenario(screen: HomeScreen, name: str) -> None:
    text = style(screen.jiyao.palette.text)
    choices = [
        Choice([(scenario_label(scenario), text)], partial(_begin, screen, name, scenario.value))
        for scenario in Scenario
    ]
    other = Choice([(_("None of these"), text)], partial(_begin, screen, name, ""))
    told = scenario_in(fold_lower(name))
    at = list(Scenario).index(Scenario(told)) if told else len(choices)
    screen.choose_from(_("What kind of meeting is it?"), [*choices, other], at)


def _begin(screen: HomeScreen, name: str, scenario: str) -> None:
    """A meeting that begins now, with its record screen."""
    now = screen.jiyao.clock().isoformat(timespec="minutes")
    try:
        meeting_id = begin(screen.jiyao.store, name=name, scenario=scenario, starts_at=now)
    except StoreError as error:
        screen.say(Result(str(error), ok=False))
        return
    screen.open(meeting_id)


def ask_file(screen: HomeScreen) -> Question:
    """The path of a file that becomes a meeting."""
    hint = _("Path of a .txt of capture lines or a .json. Enter takes it in, Esc goes back")
    return Question(_("From a file: its path"), hint, lambda path: _take_file(screen, path))


def _take_file(screen: HomeScreen, words: str) -> None:
    from models.importing import UnreadableError, take_in

    path = Path(words.strip().strip("'\"")).expanduser()
    try:
        (taken,) = take_in(screen.jiyao.store, screen.jiyao.clock, [path])
    except (StoreError, UnreadableError) as error:
        screen.say(Result(str(error), ok=False))
    else:
        screen.action_clear()
        screen.reload()
        screen.say(Result(_taken(path, taken.unplaced)))
        screen.meetings.choose(taken.meeting_id)


def _taken(path: Path, unplaced: list[int]) -> str:
    if not unplaced:
        return _("Taken in: {name}").format(name=path.name)
    words = _("Taken in: {name}; kept as notes: line {numbers}")
    return words.format(name=path.name, numbers=", ".join(map(str, unplaced)))
