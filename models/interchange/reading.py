"""From `jiyao-meeting/1` to the rows of a meeting.

Ids are kept where they are free, because confirmations and returned documents refer to them; one that another meeting
holds already is replaced, wherever the file mentions it.
"""

from __future__ import annotations

import json
from collections.abc import Container

from models import meeting as m
from models import vocabulary
from models.i18n import _
from models.interchange import written
from models.interchange.entries import EntryReader
from models.interchange.names import Names
from models.interchange.node import InterchangeError, Node, root
from models.interchange.places import Places
from models.interchange.writing import FORMAT

__all__ = ["InterchangeError", "loads", "rows"]


def loads(data: bytes, taken: Container[str] = ()) -> list[m.Row]:
    """The rows of a file's meeting; InterchangeError says in one line what is wrong with it and where."""
    try:
        value = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InterchangeError(_("not UTF-8 text (byte {place})").format(place=error.start)) from error
    except json.JSONDecodeError as error:
        place = _("not JSON: line {line}, column {column}").format(line=error.lineno, column=error.colno)
        raise InterchangeError(place) from error
    except (RecursionError, ValueError) as error:
        raise InterchangeError(_("not JSON that can be read")) from error
    return rows(value, taken)


def rows(value: object, taken: Container[str] = ()) -> list[m.Row]:
    """The rows of a meeting, parents before children, ready to be inserted; `taken` holds ids that are not free."""
    file = root(value)
    found = file.value.get("format")
    if found != FORMAT:
        shown = found if isinstance(found, str) and found.isprintable() and len(found) < 40 else "?"
        raise InterchangeError(
            _("format is {found}, expected {expected}").format(found=shown, expected=FORMAT)
        )
    places = Places(file, taken)
    names = Names()
    read: list[m.Row] = [*_meeting(file.child("meeting"), places)]
    read += _people(file, places, names)
    for order, node in enumerate(file.children("topics"), 1):
        read += _topic(node, order, places, names)
    read += [
        m.Waiver(
            **places.fresh(),
            rule=w.required("rule"),
            item=places.known(w.text("item")),
            at=w.time("at") or "",
        )
        for w in file.children("waivers")
    ]
    order_of = {kind: i for i, kind in enumerate(m.TABLES)}
    return sorted(read, key=lambda row: order_of[type(row)])


def _meeting(node: Node, places: Places) -> list[m.Row]:
    facts = m.Meeting(
        id=places.meeting_id,
        meeting_id=places.meeting_id,
        name=node.text("name"),
        scenario=node.text("scenario"),
        theme=node.text("theme"),
        goal=node.text("goal"),
        sponsor=node.text("sponsor"),
        starts_at=node.time("starts_at"),
        ends_at=node.time("ends_at"),
        place=node.text("place"),
        online=node.text("online"),
        host=node.text("host"),
        recorder=node.text("recorder"),
        status=node.choice("status", [*vocabulary.Status], vocabulary.Status.DRAFT),
        next_at=node.time("next_at"),
        next_place=node.text("next_place"),
        closed_at=node.time("closed_at"),
        closed_by=node.text("closed_by"),
    )
    materials = [
        m.Material(**places.fresh(), seq=i, text=t) for i, t in enumerate(node.texts("materials"), 1)
    ]
    checklist = [
        m.ChecklistItem(**places.fresh(), seq=i, text=item.text("text"), done=item.flag("done"))
        for i, item in enumerate(node.children("checklist"), 1)
    ]
    return [facts, *materials, *checklist]


def _people(file: Node, places: Places, names: Names) -> list[m.Row]:
    read: list[m.Row] = []
    for number, node in enumerate(file.children("departments"), 1):
        aliases = "、".join(node.texts("aliases"))
        department = m.Department(
            **places.fresh(), number=number, name=node.required("name"), aliases=aliases
        )
        names.add_department(department)
        people = [_person(p, i, department.id, places) for i, p in enumerate(node.children("people"), 1)]
        read += [department, *people]
    read += [_person(p, i, None, places) for i, p in enumerate(file.children("guests"), 1)]
    for row in read:
        if isinstance(row, m.Person):
            names.add_person(row)
    return read


def _person(node: Node, number: int, department_id: str | None, places: Places) -> m.Person:
    role = vocabulary.Role.ATTENDEE if department_id else vocabulary.Role.GUEST
    return m.Person(
        **places.fresh(),
        department_id=department_id,
        number=number,
        name=node.required("name"),
        full_name=node.text("full_name"),
        title=node.text("title"),
        head=node.flag("head"),
        role=node.choice("role", [*vocabulary.Role], role),
        attendance=node.choice("attendance", [*vocabulary.Presence], vocabulary.Presence.UNKNOWN),
        reason=node.text("reason"),
        proxy=node.text("proxy"),
        arrived_at=node.time("arrived_at"),
        left_at=node.time("left_at"),
    )


def _topic(node: Node, order: int, places: Places, names: Names) -> list[m.Row]:
    topic = m.Topic(
        id=places.of(node),
        meeting_id=places.meeting_id,
        seq=order,
        number=node.text("number") or f"1.{order}",
        title=node.text("title"),
        minutes=node.number("minutes"),
        expected=node.text("expected"),
        presenter=node.text("presenter"),
        head_count=node.number("head_count"),
        outcome=node.choice("outcome", ["", *vocabulary.Outcome], "") or None,
    )
    concerned = [
        m.TopicDepartment(**places.fresh(), topic_id=topic.id, department_id=d)
        for d in names.department_list(node, "departments")
    ]
    entries = EntryReader(node, topic, places, names).read()
    return [
        topic,
        *concerned,
        *entries,
        *written.rows(node, topic, places, entries),
        *_recap(node, topic, places),
    ]


def _recap(node: Node, topic: m.Topic, places: Places) -> list[m.Row]:
    read: list[m.Row] = [
        m.Objection(
            **places.fresh(),
            topic_id=topic.id,
            item=places.known(o.text("item")),
            by=o.text("by"),
            text=o.text("text"),
        )
        for o in node.children("objections")
    ]
    if at := node.time("confirmed_at"):
        by = node.text("confirmed_by")
        read.append(
            m.Confirmation(**places.fresh(), page=topic.id, at=at, by=by, head_count=topic.head_count)
        )
    return read
