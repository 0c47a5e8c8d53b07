"""What Tab offers on a line of the prepare screen: scenarios, departments, people."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from models import capture
from models.i18n import _, ngettext
from tui.screens.prepare.session import Preparation
from tui.theme import Palette, style
from tui.widgets.capture_bar import CaptureBar
from tui.widgets.cells import fit
from tui.widgets.menu import Choice

_TOKEN = re.compile(r"[^、，,;；:：/\s]*$")
_DEPARTMENTS = ("fact/sponsor", "/departments")
_PEOPLE = ("fact/host", "fact/recorder", "/presenter")


def names_people(key: str) -> bool:
    """Whether a line is filled with departments or people."""
    return key.startswith("department/") or key.endswith((*_DEPARTMENTS, *_PEOPLE))


def choices(
    preparation: Preparation, key: str, bar: CaptureBar, palette: Palette, take: Callable[[str], None]
) -> list[Choice]:
    """The choices for a line, the best first; `take` stores a whole line."""
    if key == "fact/scenario":
        return [
            _scenario(plan.name, plan.agenda, palette, partial(take, plan.key)) for plan in preparation.plans
        ]
    if key.startswith("department/"):
        return _named(preparation, bar, palette, "@" if _inside(bar) else "+")
    if key.endswith(_DEPARTMENTS):
        return _named(preparation, bar, palette, "+")
    return _named(preparation, bar, palette, "@", whole=True) if key.endswith(_PEOPLE) else []


def _scenario(name: str, agenda: tuple[object, ...], palette: Palette, act: Callable[[], None]) -> Choice:
    count = ngettext("{n} topic", "{n} topics", len(agenda)).format(n=len(agenda))
    return Choice([(name, style(palette.text))], act, [(count, style(palette.dim))])


def _inside(bar: CaptureBar) -> bool:
    """Whether the cursor stands behind a department's colon, where its people are named."""
    before = bar.text[: bar.editor.cursor]
    return max(before.rfind("："), before.rfind(":")) > max(before.rfind("；"), before.rfind(";"))


def _named(
    preparation: Preparation, bar: CaptureBar, palette: Palette, sign: str, *, whole: bool = False
) -> list[Choice]:
    """Departments (+) or people (@) that begin as what stands before the cursor does."""
    end = bar.editor.cursor
    match = _TOKEN.search(bar.text[:end])
    start = match.start() if match else end
    line = sign + bar.text[start:end]
    context = preparation.recorder.context
    found = capture.complete(line, len(line), context)
    if sign == "+":
        departments = {who.label for who in context.roster.everybody if not who.person}
        found = tuple(one for one in found if one.label in departments)
    return [
        Choice(
            [(fit(one.label, 40), style(palette.text))],
            partial(bar.replace, start, end, one.label if whole else one.replacement.strip()),
            [(fit(one.hint, 30), style(palette.dim))],
        )
        for one in found
    ]


def understood(preparation: Preparation, key: str, words: str) -> str:
    """How what is typed on a line will be understood, where that is not plain."""
    if not words.strip():
        return ""
    if key == "fact/time":
        return _time(preparation, words)
    if key.startswith("department/"):
        return _people(preparation, words)
    return ""


def _time(preparation: Preparation, words: str) -> str:
    from models import wording
    from models.dates import parse_period

    start, end = parse_period(words, preparation.recorder.context.anchor.day)
    day = wording.parse_day(start)
    if start is None or day is None:
        return _("not a time yet")
    clock = f" {start[11:16]}" if len(start) > 10 else ""
    clock += f"–{end[11:16]}" if end and clock else ""
    return f"{day.isoformat()} {wording.weekday(day)}{clock}"


def _people(preparation: Preparation, words: str) -> str:
    from models.capture.values import AttendanceLine

    items = next((r.items for r in preparation.recorder.readings(f"出席：{words}")), ())
    named = [item for item in items if isinstance(item, AttendanceLine)]
    several = [one for item in named for one in item.candidates]
    if several:
        return _("several fit: {names}").format(names="、".join(several))
    return "  ".join(f"{i.department or _('Guest')} {i.name or ''}".strip() for i in named)
