"""A meeting on one page of plain text, as `jiyao show` prints it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from models.i18n import _
from models.vocabulary import (
    action_status_label,
    dispute_label,
    outcome_label,
    presence_label,
    scenario_label,
    stance_label,
    status_label,
)
from models.whose import as_said
from models.wording import listed, owner_of, owner_of_action
from tui.commands.table import day, fields, table

if TYPE_CHECKING:
    from models.meeting import Action, Disagreement, OpenIssue, Opinion, Person, Resolution, Topic
    from models.minutes import Minutes

STEP = "  "


def page(minutes: Minutes) -> str:
    """Facts, attendance, then every topic with what was said and decided."""
    blocks = [_facts(minutes), _attendance(minutes), *(_topic(minutes, topic) for topic in minutes.topics)]
    return "\n\n".join(block for block in blocks if block)


def _facts(minutes: Minutes) -> str:
    m = minutes.meeting
    return fields(
        [
            (_("id"), m.id),
            (_("Meeting"), m.name),
            (_("Status"), status_label(m.status)),
            (_("Scenario"), scenario_label(m.scenario)),
            (_("Time"), _period(m.starts_at, m.ends_at)),
            (_("Place"), " ".join(filter(None, (m.place, m.online)))),
            (_("Host"), m.host),
            (_("Recorder"), m.recorder),
            (_("Theme"), m.theme),
            (_("Goal"), m.goal),
            (_("No. of the minutes"), m.document_number),
            (_("Copies to"), m.copies),
            (_("Signed by"), m.signed_by),
            (_("Issued by"), m.issuer),
            (_("Next meeting"), " ".join(filter(None, (day(m.next_at), m.next_place)))),
        ]
    )


def _period(start: str | None, end: str | None) -> str:
    """2026-09-16 14:00–16:00; the end's day is said only where it is another one."""
    if not end:
        return day(start)
    return f"{day(start)}–{day(end)[11:] if start and start[:10] == end[:10] else day(end)}"


def _attendance(minutes: Minutes) -> str:
    groups = [(d.name, minutes.people(d.id)) for d in minutes.departments]
    groups.append((_("Guests"), minutes.guests))
    head = _("Attendance: {attending} of {expected}").format(
        attending=minutes.attending, expected=minutes.expected
    )
    return "\n".join(
        filter(None, [head, fields(((n, _people(people)) for n, people in groups if people or n), STEP)])
    )


def _people(people: list[Person]) -> str:
    return listed(p.name + _presence(p) for p in people)


def _presence(person: Person) -> str:
    """What is to be known about somebody's attendance; nothing of one who is simply there."""
    if person.attendance in ("present", "unknown"):
        return ""
    said = [presence_label(person.attendance), person.reason]
    if person.arrived_at or person.left_at:
        said.append(day(person.arrived_at or person.left_at)[11:])
    if person.proxy:
        said.append(_("stand-in: {name}").format(name=person.proxy))
    return _(" ({details})").format(details=listed(filter(None, said)))


def _topic(minutes: Minutes, topic: Topic) -> str:
    title = topic.title or _("(no title yet)")
    head = f"{topic.number} {title}"
    if topic.outcome:
        head += f" [{outcome_label(topic.outcome)}]"
    return "\n".join(filter(None, [head, *_said(minutes, topic), *_decided(minutes, topic)]))


def _said(minutes: Minutes, topic: Topic) -> Iterator[str]:
    yield _block(_("Background"), [(b.text,) for b in minutes.backgrounds(topic.id)])
    yield _block(_("Points"), [(p.text,) for p in minutes.points(topic.id)])
    yield _block(_("Opinions"), [_opinion(minutes, o) for o in minutes.opinions(topic.id)])
    disagreements = [_disagreement(d) for d in minutes.disagreements(topic.id)]
    yield _block(_("Disagreements"), disagreements)


def _decided(minutes: Minutes, topic: Topic) -> Iterator[str]:
    yield _block(_("Resolutions"), [_resolution(minutes, r) for r in minutes.resolutions(topic.id)])
    yield _block(_("Actions"), [_action(minutes, a) for a in minutes.actions(topic.id)])
    yield _block(_("Open issues"), [_issue(minutes, q) for q in minutes.open_issues(topic.id)])


def _block(head: str, rows: list[tuple[str, ...]]) -> str:
    if not rows:
        return ""
    return "\n".join([STEP + head, table(rows, indent=STEP * 2)])


def _disagreement(row: Disagreement) -> tuple[str, ...]:
    came_of_it = " → ".join(filter(None, (row.dispute, row.consensus or row.reason)))
    return dispute_label(row.status), came_of_it


def _opinion(minutes: Minutes, opinion: Opinion) -> tuple[str, ...]:
    return (
        owner_of(minutes, opinion.department_id, opinion.person_id),
        stance_label(opinion.stance),
        as_said(opinion),
    )


def _resolution(minutes: Minutes, row: Resolution) -> tuple[str, ...]:
    return row.code, minutes.department_name(row.executing_department_id), row.text


def _action(minutes: Minutes, row: Action) -> tuple[str, ...]:
    owner = owner_of_action(minutes, row) or "?"
    return row.code, owner, row.due or row.due_text or "?", action_status_label(row.status), row.task


def _issue(minutes: Minutes, row: OpenIssue) -> tuple[str, ...]:
    lead = owner_of(minutes, row.lead_department_id, row.lead_id) or "?"
    return row.code, lead, row.revisit or row.revisit_text, row.text
