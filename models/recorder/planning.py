"""What the words of a form, a list of people or a scenario's plan do to a meeting that has not begun."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from models.capture.values import AttendanceLine, FactLine, TopicLine
from models.meeting import ChecklistItem, Department, Meeting, Person, Topic, TopicDepartment, new_id
from models.organisation import Organisation
from models.recorder import facts, people, topics
from models.recorder.entries import link
from models.recorder.sheet import Sheet
from models.scenarios import Plan
from models.text import fold

_SEVERAL = re.compile(r"[、，,;；/\s]+")
_FIGURE = re.compile(r"\d{1,3}(?!\d)")
_HOURS = re.compile(r"(\d+(?:\.\d+)?)\s*(?:小时|个小时|h\b|hours?)")


def set_fact(sheet: Sheet, field: str, words: str) -> bool:
    """A fact of the meeting by its words; False for a time that is none."""
    if field == "time" and not words:
        facts.change_meeting(sheet, starts_at=None, ends_at=None)
        return True
    if field == "online":
        facts.change_meeting(sheet, online=words)
        return True
    if field == "place":
        said = facts.place(words)
        facts.change_meeting(sheet, **(said if said["online"] else {"place": said["place"]}))
        return True
    if field != "time":
        return facts.fact(sheet, FactLine(field=field, value=words))
    read = (item for r in sheet.read(f"时间：{words}") for item in r.items)
    found = next((item for item in read if isinstance(item, FactLine) and item.field == "time"), None)
    return found is not None and facts.fact(sheet, found)


# -- people ----------------------------------------------------------------------------------------------------


def named(sheet: Sheet, words: str) -> list[AttendanceLine]:
    """Whom the words name, as an attendance list is read."""
    items = next((r.items for r in sheet.read(f"出席：{words}")), ())
    return [item for item in items if isinstance(item, AttendanceLine) and (item.department or item.name)]


def invite(sheet: Sheet, item: AttendanceLine) -> Person | None:
    """Somebody joins the list; whether they come is not known yet."""
    home = people.department(sheet, item.department)
    if not item.name:
        return None
    known = sheet.minutes.people(home.id if home else None)
    found = next((p for p in known if item.name in (p.name, p.full_name)), None)
    return found or people.join(sheet, home, item.name, item.role or "")


def only_these(sheet: Sheet, home: Department, named: list[AttendanceLine]) -> None:
    """The people of a department who are not named any more go; a department under another name keeps its place."""
    first = named[0].department
    if first and first != home.name and all(d.name != first for d in sheet.minutes.departments):
        home = sheet.change(home, name=first)
    kept = {item.name for item in named if item.department in (home.name, None)}
    for person in sheet.minutes.people(home.id):
        if not kept & {person.name, person.full_name}:
            sheet.drop(person)


Change = tuple[Department | Person, dict[str, Any]]


def known(
    departments: list[Department], everybody: list[tuple[str, Person]], company: Organisation
) -> Iterator[Change]:
    """The rows of a meeting the company knows more of, with the fields that are new."""
    for row in departments:
        if (known := company.department(row.name)) is not None:
            said = {"company_order": known.place, "aliases": row.aliases or "、".join(known.aliases)}
            yield from _new(row, said)
    for department, person in everybody:
        if (one := company.person(department, person.name)) is not None:
            texts = {"full_name": person.full_name or one.full_name, "title": person.title or one.title}
            yield from _new(person, {**texts, "head": person.head or one.head, "company_order": one.place})


def _new(row: Department | Person, said: dict[str, Any]) -> Iterator[Change]:
    if replace(row, **said) != row:
        yield row, said


# -- agenda ----------------------------------------------------------------------------------------------------


def plan_topic(sheet: Sheet, words: str) -> Topic | None:
    """A topic at the end of the agenda, as a topic line is read; None for no title."""
    line = next((r.items[0] for r in sheet.read(f"议题：{words}") if r.items), None)
    if not isinstance(line, TopicLine) or not line.title:
        return None
    return topics.new_topic(sheet, line.title if line.number is None else words.strip(), line.minutes)


def set_topic(sheet: Sheet, topic: Topic, field: str, words: str) -> bool:
    """A field of a topic by its words; False for minutes that are none."""
    if field == "minutes":
        minutes = minutes_of(words)
        if minutes is None and words:
            return False
        sheet.change(topic, minutes=minutes)
    elif field == "departments":
        link(sheet, TopicDepartment, topic.id, _departments(sheet, words))
    else:
        sheet.change(topic, **{field: words})
    return True


def minutes_of(words: str) -> int | None:
    """How long 20, 20分钟, 1.5小时 or half an hour (半小时) is, in minutes; None for no length."""
    low = fold(words).lower()
    if hours := _HOURS.search(low):
        return round(float(hours[1]) * 60) + (30 if "小时半" in low else 0)
    if "半小时" in low or "半个小时" in low or "half an hour" in low:
        return 30
    figure = _FIGURE.search(low)
    return int(figure[0]) or None if figure else None


def _departments(sheet: Sheet, words: str) -> list[Department | None]:
    """Departments by number or name; a new one joins the meeting."""
    numbered = {str(d.number): d for d in sheet.minutes.departments}
    found: list[Department | None] = []
    for word in filter(None, _SEVERAL.split(fold(words))):
        listed = numbered.get(word)
        items = [] if listed else named(sheet, word)
        found += [listed] if listed else [people.department(sheet, item.department) for item in items]
    return list({d.id: d for d in found if d}.values())


def lay_out(sheet: Sheet, plan: Plan) -> int:
    """Adds what of a plan is missing; gives how many lines were added."""
    meeting: Meeting = sheet.meeting
    if not meeting.scenario:
        sheet.change(meeting, scenario=plan.key)
    titles = {topic.title for topic in sheet.minutes.topics}
    new = [one for one in plan.agenda if one.title not in titles]
    for one in new:
        topic = topics.new_topic(sheet, one.title, one.minutes)
        sheet.change(topic, expected=one.expected)
    listed = {item.text for item in sheet.minutes.checklist}
    missing = [text for text in plan.checklist if text not in listed]
    last = max((item.seq for item in sheet.minutes.checklist), default=0)
    for seq, text in enumerate(missing, last + 1):
        sheet.add(ChecklistItem(id=new_id(), meeting_id=meeting.id, seq=seq, text=text))
    return len(new) + len(missing)
