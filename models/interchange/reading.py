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
from models.interchange import fields, objects, written
from models.interchange.entries import NUMBERS, from_lists
from models.interchange.fields import Known
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
    known = Known(Places(file, NUMBERS, taken), Names())
    read: list[m.Row] = [*_meeting(file.child("meeting"), known), *_people(file, known)]
    for order, node in enumerate(file.children("topics"), 1):
        read += _topic(node, order, known)
    read += [_waiver(node, known) for node in file.children("waivers")]
    order_of = {kind: i for i, kind in enumerate(m.TABLES)}
    return sorted(read, key=lambda row: order_of[type(row)])


def _meeting(node: Node, known: Known) -> list[m.Row]:
    own = known.places.meeting_id
    meeting = m.Meeting(id=own, meeting_id=own, **fields.columns(objects.MEETING, node, known))
    return [meeting, *fields.rows(objects.MEETING, node, known, meeting)]


def _people(file: Node, known: Known) -> list[m.Row]:
    read: list[m.Row] = []
    for number, node in enumerate(file.children("departments"), 1):
        said = fields.columns(objects.DEPARTMENT, node, known)
        department = m.Department(**known.places.fresh(), number=number, **said)
        known.names.add_department(department)
        people = enumerate(node.children("people"), 1)
        read += [department, *(_person(one, place, department.id, known) for place, one in people)]
    read += [_person(one, place, None, known) for place, one in enumerate(file.children("guests"), 1)]
    for row in read:
        if isinstance(row, m.Person):
            known.names.add_person(row)
    return read


def _person(node: Node, number: int, department_id: str | None, known: Known) -> m.Person:
    said = fields.columns(objects.ATTENDEE if department_id else objects.GUEST, node, known)
    return m.Person(**known.places.fresh(), department_id=department_id, number=number, **said)


def _topic(node: Node, order: int, known: Known) -> list[m.Row]:
    said = fields.columns(objects.TOPIC, node, known)
    topic = m.Topic(
        id=known.places.of(node),
        meeting_id=known.places.meeting_id,
        seq=order,
        **{**said, "number": said["number"] or f"1.{order}"},
        outcome=node.choice("outcome", ["", *vocabulary.Outcome], "") or None,
    )
    entries = from_lists(node, topic, known)
    return [
        topic,
        *fields.rows(objects.TOPIC, node, known, topic),
        *entries,
        *written.rows(node, topic, known.places, entries),
        *_recap(node, topic, known.places),
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


def _waiver(node: Node, known: Known) -> m.Waiver:
    item, at = known.places.known(node.text("item")), node.time("at") or ""
    return m.Waiver(**known.places.fresh(), rule=node.required("rule"), item=item, at=at)
