"""The items of earlier meetings, as they come back in this one: 上A2延期到12月11日，缺货 · 上A2完成 · 上Q1已解决.

There is one ledger: the row of the meeting that made the item changes, and what was said is kept beside it.
"""

from __future__ import annotations

from dataclasses import replace

from models.capture.values import ChangeLine, NoteLine
from models.i18n import _
from models.kinds import day_of
from models.meeting import Action, OpenIssue, Progress, new_id
from models.recorder import entries, topics
from models.recorder.step import MeetingStep
from models.vocabulary import action_status_label


def change(step: MeetingStep, item: ChangeLine) -> bool:
    """Changes the item in its own meeting and keeps the words as a note here; False where it is not known."""
    found = step.earlier(item.target)
    if found is None:
        return False
    after = _issue(step, found, item) if isinstance(found, OpenIssue) else _action(step, found, item)
    after, known = _owned(step, after, item)
    due_before, due = day_of(found), day_of(after)
    step.change_elsewhere(after)
    step.add_elsewhere(
        Progress(
            id=new_id(),
            meeting_id=found.meeting_id,
            item=found.id,
            said_in=step.meeting.id,
            at=step.moment.text or step.meeting.starts_at or "",
            text=item.reason,
            status=item.status or "",
            due_before=due_before,
            due=due,
        )
    )
    if not step.minutes.topics:
        topics.new_topic(step, _("Actions of the last meeting"))
    entries.note(step, NoteLine(text=step.line))
    step.message = _said(item, due_before, due)
    if not known:
        step.message += " · " + _("that meeting knows nobody so called; the owner stays")
    return True


def _owned(step: MeetingStep, found: Action | OpenIssue, item: ChangeLine) -> tuple[Action | OpenIssue, bool]:
    """The item with its new owner, and whether its own meeting knows whom the line names."""
    if item.owner is None and item.owner_department is None:
        return found, True
    ids = step.earlier_owner(found, item.owner_department, item.owner)
    if ids is None:
        return found, False
    if isinstance(found, OpenIssue):
        return replace(found, lead_department_id=ids[0], lead_id=ids[1]), True
    return replace(found, owner_department_id=ids[0], owner_id=ids[1]), True


def _action(step: MeetingStep, action: Action, item: ChangeLine) -> Action:
    if item.due_text is not None:
        # The words count from this meeting, so the date must not follow that one's.
        action = replace(
            action, due_text=item.due_text, due=item.due, due_flags="、".join(item.flags), due_by_hand=True
        )
    return replace(action, status=item.status or action.status, changed_at=step.moment.text)


def _issue(step: MeetingStep, issue: OpenIssue, item: ChangeLine) -> OpenIssue:
    if item.due_text is not None:
        # A date set by words would follow that meeting's, so only the date stays.
        issue = replace(issue, revisit_text="", revisit=item.due)
    settled = item.status in ("done", "cancelled")
    at = step.moment.text or step.meeting.starts_at if settled else None
    return replace(issue, settled_at=at, changed_at=step.moment.text)


def _said(item: ChangeLine, due_before: str | None, due: str | None) -> str:
    """上A2：已延期，2026-12-11（原定2026-11-30），缺货."""
    parts = [action_status_label(item.status)] if item.status else []
    if due != due_before:
        was = _("{day} (was {before})").format(day=due or "–", before=due_before or "–")
        parts.append(was)
    parts += [item.reason] if item.reason else []
    return f"{item.target}  " + " · ".join(parts)
