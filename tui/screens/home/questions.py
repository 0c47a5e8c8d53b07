"""Questions of the home screen: what its bar and its menu ask for before a meeting begins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from models.i18n import _
from models.text import clean, fold_lower
from models.vocabulary import Scenario, scenario_in, scenario_label
from tui.theme import Palette, style
from tui.widgets.menu import Choice

if TYPE_CHECKING:
    from models.store import MeetingSummary


@dataclass(frozen=True, slots=True)
class Question:
    """What the bar asks for, and what becomes of the answer."""

    title: str
    hint: str
    answer: Callable[[str], None]


def name_question(answer: Callable[[str], None]) -> Question:
    """Asks for the name of a new meeting."""
    hint = _("What the meeting is called; may stay empty. Enter goes on, Esc goes back")
    return Question(_("New meeting: its name"), hint, lambda name: answer(clean(name).strip()))


def file_question(answer: Callable[[str], None]) -> Question:
    """Asks for the path of a file that becomes a meeting."""
    hint = _("Path of a .txt of capture lines or a .json. Enter takes it in, Esc goes back")
    return Question(_("From a file: its path"), hint, answer)


@dataclass(frozen=True, slots=True)
class Choices:
    """A menu: its title and what it offers."""

    title: str
    choices: list[Choice]
    at: int = 0
    """The one that is marked at first."""


def scenario_choices(name: str, palette: Palette, begin: Callable[[str], None]) -> Choices:
    """The scenarios of a new meeting, marked the one its name tells; none of them is ""."""
    text = style(palette.text)
    choices = [
        Choice([(scenario_label(scenario), text)], partial(begin, scenario.value)) for scenario in Scenario
    ]
    told = scenario_in(fold_lower(name))
    at = list(Scenario).index(Scenario(told)) if told else len(choices)
    choices.append(Choice([(_("None of these"), text)], partial(begin, "")))
    return Choices(_("What kind of meeting is it?"), choices, at)


def series_choices(
    before: MeetingSummary, palette: Palette, prepare: Callable[[str | None], None]
) -> Choices:
    """The choice of what to prepare: a new meeting, or the next of the series of one."""
    text = style(palette.text)
    name = before.name or _("(meeting without a name)")
    follow = _("The next after {name}: people, place, what is open").format(name=name)
    choices = [
        Choice([(_("A new meeting"), text)], partial(prepare, None)),
        Choice([(follow, text)], partial(prepare, before.id)),
    ]
    return Choices(_("Prepare a meeting"), choices)
