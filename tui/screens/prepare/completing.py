"""Completion of the prepare form's fields: scenarios, departments, people."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from models import wording
from models.form import SCENARIO, TIME, Field, Kind
from models.i18n import _, ngettext
from models.lazy import lazily
from tui.screens.prepare.session import PrepareSession
from tui.theme import Palette, style
from tui.widgets.capture_bar import CaptureBar
from tui.widgets.menu import Choice
from tui.widgets.typesetting import fit

with lazily:
    from models import dates
    from models.capture import values
    from models.capture.named import newcomers

if TYPE_CHECKING:
    from models.capture.named.newcomers import Newcomer

_TOKEN = re.compile(r"[^、，,;；:：/\s]*$")
_DEPARTMENTS = ("sponsor", "departments")
_PEOPLE = ("host", "recorder", "presenter")
"""Names of the fields, facts or a topic's, that are filled with them."""


def names_people(field: Field) -> bool:
    """Whether a field is filled with departments or people."""
    return field.kind is Kind.DEPARTMENT or field.name in (*_DEPARTMENTS, *_PEOPLE)


def choices(
    session: PrepareSession, field: Field, bar: CaptureBar, palette: Palette, take: Callable[[str], None]
) -> list[Choice]:
    """Choices for a field, the best first; `take` stores a whole line."""
    if field == SCENARIO:
        names = [plan.name for plan in session.plans]
        return [
            _scenario(
                plan.name,
                plan.agenda,
                palette,
                partial(take, plan.name if names.count(plan.name) == 1 else plan.key),
            )
            for plan in session.plans
        ]
    if field.kind is Kind.DEPARTMENT:
        return _named(session, bar, palette, "@" if _inside(bar) else "+")
    if field.name in _DEPARTMENTS:
        return _named(session, bar, palette, "+")
    return _named(session, bar, palette, "@", whole=True) if field.name in _PEOPLE else []


def _scenario(name: str, agenda: tuple[object, ...], palette: Palette, act: Callable[[], None]) -> Choice:
    count = ngettext("{n} topic", "{n} topics", len(agenda)).format(n=len(agenda))
    return Choice([(name, style(palette.text))], act, [(count, style(palette.dim))])


def _inside(bar: CaptureBar) -> bool:
    """Whether the cursor stands behind a department's colon, where its people are named."""
    before = bar.text[: bar.editor.cursor]
    return max(before.rfind("："), before.rfind(":")) > max(before.rfind("；"), before.rfind(";"))


def _named(
    session: PrepareSession, bar: CaptureBar, palette: Palette, sign: str, *, whole: bool = False
) -> list[Choice]:
    """Departments (+) or people (@) that begin as what stands before the cursor does."""
    end = bar.editor.cursor
    match = _TOKEN.search(bar.text[:end])
    start = match.start() if match else end
    line = sign + bar.text[start:end]
    found = session.recorder.complete(line, len(line))
    if sign == "+":
        departments = {who.label for who in session.recorder.context.roster.everybody if not who.person}
        found = tuple(one for one in found if one.label in departments)
    return [
        Choice(
            [(fit(one.label, 40), style(palette.text))],
            partial(bar.replace, start, end, one.label if whole else one.replacement.strip()),
            [(fit(one.hint, 30), style(palette.dim))],
        )
        for one in found
    ]


def understood(session: PrepareSession, field: Field, words: str) -> str:
    """The sense in which what is typed in a field will be taken, where that is not plain."""
    if not words.strip():
        return ""
    if field == TIME:
        return _time(session, words)
    if field.kind is Kind.DEPARTMENT:
        return _people(session, words)
    return ""


def _time(session: PrepareSession, words: str) -> str:
    start, end = dates.parse_period(words, session.recorder.context.anchor.day)
    day = wording.parse_day(start)
    if start is None or day is None:
        return _("not a time yet")
    clock = f" {start[11:16]}" if len(start) > 10 else ""
    clock += f"–{end[11:16]}" if end and clock else ""
    return f"{day.isoformat()} {wording.weekday(day)}{clock}"


def _people(session: PrepareSession, words: str) -> str:
    items = next((r.items for r in session.recorder.readings(f"出席：{words}")), ())
    new = {
        one.department: one for one in newcomers.newcomers(items, session.recorder.context) if not one.person
    }
    named = [item for item in items if isinstance(item, values.AttendanceLine)]
    several = [one for item in named for one in item.candidates]
    if several:
        return _("several fit: {names}").format(names="、".join(several))
    return "  ".join(f"{_joining(i.department, new)} {i.name or ''}".strip() for i in named)


def _joining(department: str | None, new: dict[str | None, Newcomer]) -> str:
    """A department, said to be new where nobody knows it, with those of a name like it."""
    if department not in new:
        return department or _("Guest")
    near = wording.listed(who.label for who in new[department].near)
    said = f"{_('new department')} {department}"
    return said + (" " + _("({names}?)").format(names=near) if near else "")
