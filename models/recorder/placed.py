"""Puts words where a screen asked for them: into a field of the form, as an objection, as a sentence of the document.

A line that is held knows its place by the same key, so what had to wait goes in as if it had been stored at once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from models import references, scenarios, wording
from models.called import names_of
from models.config import ConfigError
from models.form import Field, Kind, text_of
from models.i18n import _
from models.meeting import Written
from models.meeting_view import MeetingView
from models.minutes import Minutes
from models.recorder.accept import Accepted
from models.recorder.closing import Closing
from models.recorder.leaving import Leaving
from models.recorder.preparation import Preparation
from models.recorder.sentences import Sentences
from models.text import objection_of


class Recorder(Protocol):
    """What places ask of the recorder."""

    view: MeetingView
    minutes: Minutes
    preparation: Preparation
    closing: Closing
    leaving: Leaving
    sentences: Sentences

    def edit(self, row_id: str, **fields: Any) -> None:
        """Changes fields of a row."""

    def delete(self, row_id: str) -> None:
        """Deletes a row."""


def put(recorder: Recorder, place: str, words: str) -> Accepted:
    """Puts words into a place by its key: fact/theme, topic/ID/minutes, objection/ID, sentence/ID/part, written/ID."""
    # What another window has deleted takes no words any more.
    recorder.view.take_in()
    kind, _slash, rest = place.partition("/")
    found = _ON_PAPER.get(kind)
    return found(recorder, rest, words) if found else _field(recorder, Field.of(place), words)


def _refused(words: str) -> Accepted:
    return Accepted(message=words, miss=True, changed=False)


def _gone() -> Accepted:
    return _refused(_("What these words belong to is no longer there"))


# -- the form --------------------------------------------------------------------------------------------------


def _field(recorder: Recorder, field: Field, words: str) -> Accepted:
    if field.kind is Kind.FACT:
        return _fact(recorder, field.name, words)
    if field.id and recorder.minutes.row(field.id) is None:
        return _gone()
    if not words.strip() and field.is_new:
        return Accepted(changed=False)
    if not words.strip() and field.is_row:
        return _take_out(recorder, field)
    done = _ROWS[field.kind](recorder, field, words)
    return _gone() if field.id and recorder.minutes.row(field.id) is None else done


def _fact(recorder: Recorder, name: str, words: str) -> Accepted:
    known = _scenarios() if name == "scenario" else {}
    if key := known.get(words.strip()):
        # A user's own may have a name in which a built-in one would be recognised.
        recorder.edit(recorder.minutes.meeting.id, scenario=key)
    elif not recorder.preparation.set_fact(name, words):
        return _refused(_("This is no time: write it like 2026-11-25 14:00-16:00 or tomorrow 2 pm"))
    return Accepted()


def _scenarios() -> dict[str, str]:
    """The key of each scenario by its name and by its key; none where a file of the user's own is broken."""
    try:
        return {word: plan.key for plan in scenarios.plans() for word in (plan.name, plan.key)}
    except ConfigError:
        return {}


def _people(recorder: Recorder, field: Field, words: str) -> Accepted:
    before = {department.id for department in recorder.minutes.departments}
    if not recorder.preparation.set_people(words, field.id or None):
        return _refused(_("Nobody is named: write it like Marketing: Li Wei, Anna"))
    new = [department.id for department in recorder.minutes.departments if department.id not in before]
    return Accepted(touched=new, message=_stayed(recorder, field, words))


def _stayed(recorder: Recorder, field: Field, words: str) -> str:
    """Says who stays in a department, though the words name them no more, because something names them."""
    stayed = wording.listed(
        f"{person.name} ({places})"
        for person in recorder.minutes.people(field.id)
        if field.id and not any(name in words for name in names_of(person))
        if (places := references.in_words(recorder.minutes, person))
    )
    return _("Still named, and so still there: {who}").format(who=stayed) if stayed else ""


def _topic(recorder: Recorder, field: Field, words: str) -> Accepted:
    if field.is_new:
        made = recorder.preparation.plan_topic(words)
        return Accepted(touched=[made] if made else [])
    if recorder.preparation.set_topic(field.id, field.name, words):
        return Accepted()
    return _refused(_("This is no length: write it like 20 or 1.5 hours"))


def _guest(recorder: Recorder, field: Field, words: str) -> Accepted:
    recorder.edit(field.id, name=words.strip())
    return Accepted()


def _text(recorder: Recorder, field: Field, words: str) -> Accepted:
    preparation = recorder.preparation
    if field.is_new:
        add = preparation.add_check if field.kind is Kind.CHECK else preparation.add_material
        return Accepted(touched=[add(words.strip())])
    recorder.edit(field.id, text=words.strip())
    return Accepted()


def _take_out(recorder: Recorder, field: Field) -> Accepted:
    """Takes the row of a field out, unless something names it."""
    if who := _named(recorder, field):
        words = _("{who}: stays; F2 while recording, then Del, says who is meant instead")
        return _refused(words.format(who=who))
    deleted = _("Deleted: {entry}").format(entry=text_of(recorder.minutes, field))
    if field.kind in (Kind.DEPARTMENT, Kind.GUEST):
        # With a department go the people that stand on its line.
        recorder.leaving.take_out(field.id)
    else:
        recorder.delete(field.id)
    return Accepted(message=deleted)


def _named(recorder: Recorder, field: Field) -> str:
    """Who of a department or guest is named by entries or topics, and where; nothing where nobody is."""
    minutes = recorder.minutes
    one = minutes.department(field.id) or minutes.person(field.id)
    return wording.listed(
        _("{name} stands in {places}").format(name=named.name, places=words)
        for named, words in (references.still_named(minutes, one) if one else ())
    )


_ROWS: dict[Kind, Callable[[Recorder, Field, str], Accepted]] = {
    Kind.DEPARTMENT: _people,
    Kind.GUEST: _guest,
    Kind.TOPIC: _topic,
    Kind.MATERIAL: _text,
    Kind.CHECK: _text,
}


# -- objections, and what the document says ----------------------------------------------------------------------


def _objection(recorder: Recorder, item_id: str, words: str) -> Accepted:
    if recorder.minutes.row(item_id) is None:
        return _gone()
    recorder.closing.object_to(item_id, *objection_of(words))
    return Accepted(message=_("Objection noted"))


def _sentence(recorder: Recorder, parts: str, words: str) -> Accepted:
    """Writes one sentence for texts of entries: ID/part,ID/part."""
    found = [(entry_id, part) for entry_id, part in (one.split("/", 1) for one in parts.split(","))]
    if not any(recorder.minutes.entry(entry_id) for entry_id, _part in found):
        return _gone()
    recorder.sentences.write(found, words.strip())
    return Accepted(message=_("Written"))


def _written(recorder: Recorder, written_id: str, words: str) -> Accepted:
    if recorder.minutes.get(Written, written_id) is None:
        return _gone()
    recorder.edit(written_id, text=words.strip())
    return Accepted(message=_("Written"))


def _addition(recorder: Recorder, topic_id: str, words: str) -> Accepted:
    if recorder.minutes.topic(topic_id) is None:
        return _gone()
    recorder.sentences.add(topic_id, words.strip())
    return Accepted(message=_("Written"))


_ON_PAPER: dict[str, Callable[[Recorder, str, str], Accepted]] = {
    "objection": _objection,
    "sentence": _sentence,
    "written": _written,
    "addition": _addition,
}
