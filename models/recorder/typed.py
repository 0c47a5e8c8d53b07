"""An entry as the line that gives it, for taking it back into the bar; and the bar's line put in its place."""

from __future__ import annotations

from models.kinds import latest_text
from models.meeting import (
    Action,
    Background,
    Disagreement,
    Note,
    OpenIssue,
    Opinion,
    Point,
    Resolution,
)
from models.minutes import Minutes

_STANCES = {
    "support": "支持",
    "conditional": "有条件支持",
    "oppose": "反对",
    "reserve": "保留",
    "abstain": "弃权",
}
_MARKERS = {Background: "背景：", Point: "要点：", Note: "备注："}


def line_of(minutes: Minutes, row_id: str) -> str:
    """The line of an entry; nothing if it is gone."""
    entry = minutes.entry(row_id)
    if entry is None:
        return ""
    if isinstance(entry, Opinion):
        line = _opinion(minutes, entry)
    elif isinstance(entry, Action):
        line = _action(minutes, entry)
    elif isinstance(entry, Resolution):
        line = _resolution(minutes, entry)
    elif isinstance(entry, OpenIssue):
        line = _open_issue(minutes, entry)
    elif isinstance(entry, Disagreement):
        line = _disagreement(entry)
    else:
        line = _MARKERS[type(entry)] + latest_text(entry)
    return line + ("？？" if entry.doubt else "")


def _name(minutes: Minutes, department_id: str | None, person_id: str | None) -> str:
    return minutes.department_name(department_id) + minutes.person_name(person_id)


def _opinion(minutes: Minutes, entry: Opinion) -> str:
    name = _name(minutes, entry.department_id, entry.person_id)
    return f"{name}{_STANCES.get(entry.stance, '')}：{entry.text}" if name else entry.text


def _action(minutes: Minutes, entry: Action) -> str:
    owner = _name(minutes, entry.owner_department_id, entry.owner_id)
    parts = [f"行动：{entry.task}"]
    parts += [f"@{owner}"] if owner else []
    parts += [f"+{d.name}" for d in minutes.cooperating(entry.id)]
    parts += [f"/{entry.due_text or entry.due}"] if entry.due_text or entry.due else []
    return " ".join(parts)


def _resolution(minutes: Minutes, entry: Resolution) -> str:
    line = f"决议：{entry.text}"
    if name := minutes.department_name(entry.executing_department_id):
        line += f"；执行：{name}"
    if entry.effective_text and entry.effective_text not in entry.text:
        line += f"；生效：{entry.effective_text}"
    return line


def _open_issue(minutes: Minutes, entry: OpenIssue) -> str:
    lead = _name(minutes, entry.lead_department_id, entry.lead_id)
    parts = [f"遗留：{entry.text}"]
    parts += [f"@{lead}"] if lead else []
    parts += [f"/{entry.revisit_text}"] if entry.revisit_text else []
    return " ".join(parts) + (f"；处理方式：{entry.handling}" if entry.handling else "")


def _disagreement(entry: Disagreement) -> str:
    if entry.dispute:
        return f"争议：{entry.dispute}"
    return f"共识：{entry.consensus}" if entry.consensus else f"搁置：{entry.reason}"
