"""What becomes of notes about somebody: one line of attendance."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from models.capture.line import Context
from models.capture.present.attendance_notes import came, minutes_behind, timed
from models.capture.present.gathered.tongue import Note
from models.capture.values import AttendanceLine
from models.roster import Named

_ORDER = ("absent", "left", "late", "guest", "observer", "online", "came", "present")
"""Of several states the one that counts, the first first."""


def attended(who: Named, notes: Iterable[Note], context: Context, doubt: bool) -> AttendanceLine | None:
    """The attendance of one person by all notes about them; None where a reason stands there for nothing."""
    notes = tuple(notes)
    states = sorted((one.state for one in notes if one.state), key=_ORDER.index)
    if any(one.reason for one in notes) and not states:
        return None
    state = states[0] if states else "present"
    told = [one.reason for one in sorted(notes, key=lambda one: one.state != "online") if one.reason]
    sign = ", " if who.person and who.person.isascii() else "，"
    line = AttendanceLine(
        department=who.department,
        name=who.person,
        reason=sign.join(dict.fromkeys(told)) or None,
        proxy=next((one.proxy for one in notes if one.proxy), None),
        roll=not under_way(context),
        doubt=doubt,
    )
    return _with_state(line, state, notes, context)


def _with_state(
    line: AttendanceLine, state: str, notes: tuple[Note, ...], context: Context
) -> AttendanceLine:
    time = next((one.time for one in notes if one.time), None)
    if state == "guest":
        return replace(line, attendance="present", role="guest", department=None)
    if state == "observer":
        return replace(line, attendance="present", role="observer")
    if state == "left" or (state == "absent" and time and any(one.state == "left" for one in notes)):
        return timed(replace(line, attendance="left", left_at=time), context)
    if state == "late":
        return _late(line, time, notes, context)
    if state == "came" and (time or under_way(context)):
        return came(line, time, context)
    return replace(line, attendance="absent" if state == "absent" else "present")


def _late(
    line: AttendanceLine, time: str | None, notes: tuple[Note, ...], context: Context
) -> AttendanceLine:
    """Late: by the time or minutes that are said; of whom is still awaited nobody knows the time."""
    late = replace(line, attendance="late", arrived_at=time)
    if time:
        return timed(late, context)
    minutes = next((one.minutes for one in notes if one.minutes), None)
    return replace(late, arrived_at=minutes_behind(minutes, context) if minutes else "")


def under_way(context: Context) -> bool:
    """Whether a topic has begun, and anything stands or was said under it.

    One without title is only where lines stand that nobody has understood yet.
    """
    titles = dict(context.topics)
    begun = context.begun and (context.live not in titles or bool(titles[context.live]))
    return begun and (context.somebody_speaks or not context.facts_open)
