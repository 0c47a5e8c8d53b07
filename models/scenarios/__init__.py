"""Kinds of meeting with their own agenda skeleton, questions to settle and checklist: data files, five built in.

A user's own stand as .toml files in `scenarios` beside the configuration; one with a built-in's file name takes its
place. A file has a table for each language, or only one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models import config, i18n
from models.config import ConfigError
from models.i18n import _
from models.lazy import lazily
from models.text import clean
from models.vocabulary import Scenario

with lazily:
    import tomllib

_BUILT_IN = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class PlannedTopic:
    """A topic of a skeleton."""

    title: str
    minutes: int | None = None
    expected: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """One scenario in one language."""

    key: str
    """What the meeting's scenario holds: kickoff …, for a user's own its name."""
    name: str
    agenda: tuple[PlannedTopic, ...] = ()
    questions: tuple[str, ...] = ()
    checklist: tuple[str, ...] = ()


def plan(scenario: str, language: str | None = None) -> Plan | None:
    """The plan of a meeting's scenario in this language, else the one in use; ConfigError for a broken file."""
    return next((one for one in plans(language) if scenario and scenario in (one.key, one.name)), None)


def plans(language: str | None = None) -> list[Plan]:
    """All scenarios, the template's five first; ConfigError names the file that cannot be used."""
    code = (language or i18n.current())[:2]
    return [_plan(path, code) for path in _files()]


def is_own(scenario: str) -> bool:
    """Whether this is a scenario of the user's own; a broken file makes none."""
    try:
        return bool(scenario) and plan(scenario) is not None
    except ConfigError:
        return False


def own_folder() -> Path:
    """Where a user's own scenarios stand."""
    return config.path().parent / "scenarios"


def _files() -> Iterator[Path]:
    own = {path.stem: path for path in sorted(own_folder().glob("*.toml"))}
    for scenario in Scenario:
        yield own.pop(scenario.value, _BUILT_IN / f"{scenario.value}.toml")
    yield from own.values()


def _plan(path: Path, code: str) -> Plan:
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        words = _language(found, code)
        name = _text(words, "name") or path.stem
        return Plan(
            path.stem if path.stem in set(Scenario) else name,
            name,
            tuple(_topic(topic) for topic in _list(words, "agenda", dict)),
            tuple(map(clean, _list(words, "questions", str))),
            tuple(map(clean, _list(words, "checklist", str))),
        )
    except (OSError, ValueError) as error:
        said = _("The scenario {path} cannot be used: {reason}")
        raise ConfigError(said.format(path=path, reason=error)) from error


def _language(found: Mapping[str, Any], code: str) -> Mapping[str, Any]:
    """The table of the language, else the other one, else the file itself."""
    for name in (code, "zh", "en"):
        if isinstance(words := found.get(name), dict):
            return words
    return found


def _topic(topic: Mapping[str, Any]) -> PlannedTopic:
    minutes = topic.get("minutes")
    if minutes is not None and (isinstance(minutes, bool) or not isinstance(minutes, int) or minutes < 1):
        raise ValueError(_("minutes must be a whole number from 1 up"))
    return PlannedTopic(_text(topic, "title"), minutes, _text(topic, "expected"))


def _text(words: Mapping[str, Any], key: str) -> str:
    value = words.get(key, "")
    if not isinstance(value, str):
        raise ValueError(_("{key} must be a text").format(key=key))
    return clean(value)


def _list(words: Mapping[str, Any], key: str, kind: type) -> list[Any]:
    value = words.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, kind) for one in value):
        raise ValueError(_("{key} must be a list").format(key=key))
    return value
