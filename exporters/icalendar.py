"""The meeting and what is due as a calendar file (RFC 5545) that Outlook, Apple, Google and DingTalk take.

Times float: a meeting at 14:00 is at 14:00 wherever it is read, as no zone was ever said. Dues are events of a whole
day and not tasks, because most calendars leave tasks out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from exporters.content.context import Draft
from exporters.content.language import parsed
from exporters.options import ExportError, Options
from exporters.punctuation import bare, clean, tidy
from models.i18n import _
from models.meeting import Action, OpenIssue
from models.minutes import Minutes
from models.wording import owner_of_action

_WIDTH = 75
"""Octets of a line before it is folded."""
_OPEN = ("open", "doing", "late")


def export(minutes: Minutes, options: Options) -> bytes:
    """The meeting, the next one, and every due that is still open; ExportError where there is no date at all."""
    draft = Draft(minutes, options)
    return _calendar(draft, [*_meetings(draft), *_dues(draft)])


def agenda(minutes: Minutes, options: Options) -> bytes:
    """The meeting alone, with its agenda, to be sent before it; ExportError where it has no date."""
    draft = Draft(minutes, options)
    return _calendar(draft, list(_meetings(draft))[:1] if minutes.meeting.starts_at else [])


def _calendar(draft: Draft, events: list[list[str]]) -> bytes:
    if not events:
        raise ExportError(_("there is nothing for a calendar: the meeting has no date and no action a day"))
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//jiyao//jiyao//ZH",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]
    for event in events:
        lines += ["BEGIN:VEVENT", *event, *_stamps(draft), "END:VEVENT"]
    return b"".join(_folded(line) for line in (*lines, "END:VCALENDAR"))


def _stamps(draft: Draft) -> list[str]:
    now = draft.options.now
    written = (now.astimezone(dt.UTC) if now.tzinfo else now).strftime("%Y%m%dT%H%M%SZ")
    return [f"DTSTAMP:{written}", f"SEQUENCE:{draft.minutes.revision}"]


def _meetings(draft: Draft) -> Iterator[list[str]]:
    meeting = draft.meeting
    if start := parsed(meeting.starts_at or ""):
        planned = start + dt.timedelta(minutes=_planned(draft))
        end = parsed(meeting.ends_at or "") or planned
        yield [
            _uid(draft, meeting.id),
            f"DTSTART:{_moment(start)}",
            f"DTEND:{_moment(end if end > start else planned)}",
            _line("SUMMARY", tidy(meeting.name) or _("Meeting")),
            *_place(meeting.place, meeting.online),
            *_described(_about(draft)),
        ]
    if following := parsed(meeting.next_at or ""):
        yield [
            _uid(draft, f"{meeting.id}-next"),
            f"DTSTART:{_moment(following)}",
            f"DTEND:{_moment(following + dt.timedelta(hours=1))}",
            _line("SUMMARY", _("Next meeting") + draft.say.colon + tidy(meeting.name)),
            *_place(meeting.next_place, ""),
        ]


def _planned(draft: Draft) -> int:
    """The minutes of the agenda, an hour where none are said."""
    return sum(topic.minutes or 0 for topic in draft.minutes.topics) or 60


def _about(draft: Draft) -> list[str]:
    say, meeting = draft.say, draft.meeting
    facts = [(_("Meeting theme"), meeting.theme), (_("Hosted by"), meeting.host)]
    lines = [f"{label}{say.colon}{tidy(value)}" for label, value in facts if value]
    for topic in draft.minutes.topics:
        minutes = say.bracket(_("{n} min").format(n=topic.minutes)) if topic.minutes else ""
        lines.append(f"{topic.number} {tidy(topic.title)}{minutes}")
    return lines


def _dues(draft: Draft) -> Iterator[list[str]]:
    for row in draft.kept(draft.minutes.all(Action)):
        if row.due and row.status in _OPEN:
            who = draft.who(row.owner_department_id, row.owner_id) or owner_of_action(draft.minutes, row)
            yield from _due(draft, row, bare(row.task), row.due, who)
    for issue in draft.kept(draft.minutes.all(OpenIssue)):
        if issue.revisit:
            who = draft.who(issue.lead_department_id, issue.lead_id)
            yield from _due(draft, issue, bare(issue.text), issue.revisit, who)


def _due(draft: Draft, row: Action | OpenIssue, text: str, due: str, who: str) -> Iterator[list[str]]:
    when = parsed(due)
    if when is None:
        return
    after = when + dt.timedelta(days=1)
    day = [f"DTSTART;VALUE=DATE:{when:%Y%m%d}", f"DTEND;VALUE=DATE:{after:%Y%m%d}"]
    yield [
        _uid(draft, row.id),
        *([f"DTSTART:{_moment(when)}"] if "T" in due else day),
        _line("SUMMARY", f"{row.code} {text}" + _behind(draft, who)),
        *_described([tidy(draft.meeting.name)]),
        "TRANSP:TRANSPARENT",
    ]


def _behind(draft: Draft, who: str) -> str:
    if not who:
        return ""
    return draft.say.bracket(who) if draft.say.chinese else f" – {who}"


def _place(place: str, online: str) -> list[str]:
    text = tidy(place) + (" " + tidy(online) if online and online not in place else "")
    return [_line("LOCATION", text.strip())] if text.strip() else []


def _described(lines: list[str]) -> list[str]:
    found = [line for line in lines if line]
    return [_line("DESCRIPTION", "\n".join(found))] if found else []


def _uid(draft: Draft, row_id: str) -> str:
    """Stays the same for the same row, so that a calendar that is imported again changes what is there."""
    return _line("UID", f"{row_id}.{draft.meeting.id}@jiyao")


def _moment(when: dt.datetime) -> str:
    return f"{when:%Y%m%dT%H%M%S}"


def _line(name: str, text: str) -> str:
    text = clean(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return f"{name}:" + text.replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """The line with CRLF, folded between characters and never inside one."""
    pieces: list[bytes] = []
    piece = b""
    for sign in line:
        encoded = sign.encode("utf-8")
        if len(piece) + len(encoded) > _WIDTH:
            pieces.append(piece)
            piece = b" "
        piece += encoded
    return b"\r\n".join((*pieces, piece)) + b"\r\n"
