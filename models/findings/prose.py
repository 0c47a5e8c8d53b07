"""Rules about the minutes as a text: R10, R11, R19 to R22, R27 and R30."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from models import colloquial, wording
from models.colloquial import Spoken
from models.findings.finding import Edit, Offer, Severity, Trigger
from models.findings.registry import CLOSE_AND_FINAL, Case, Hit, rule
from models.i18n import _, ngettext
from models.kinds import KINDS, text_of
from models.meeting import (
    ENTRIES,
    Action,
    Disagreement,
    Entry,
    Meeting,
    Opinion,
    Person,
    Point,
    Resolution,
)
from models.polish import Sentence, WrittenSide, spoken

FINAL = (Trigger.FINAL,)
_PLACEHOLDER = re.compile(
    r"[Xx×Ｘ]{1,4}\s*年|[Xx×Ｘ]{1,2}\s*月|[Xx×Ｘ]{1,2}\s*日|\*\s*(?:经理|总监|主管|专员|工程师)|“\s*”|会议号\s*[Xx×Ｘ]|[Xx×Ｘ]{2,}|某{2,}"
)


@rule("R10", Severity.HARD, FINAL, lambda: _("every topic of the agenda has a record"))
def _topics_recorded(case: Case) -> Iterator[Hit]:
    for topic in case.minutes.topics:
        if not case.minutes.topic_entries(topic.id):
            yield case.about_topic(topic, _("nothing is recorded"))


@rule("R11", Severity.SOFT, FINAL, lambda: _("every topic has a short background"))
def _backgrounds(case: Case) -> Iterator[Hit]:
    most = case.thresholds.background_max
    for topic in case.minutes.topics:
        texts = [b.text for b in case.minutes.backgrounds(topic.id) if b.holds]
        if not texts:
            yield case.about_topic(topic, _("the background is missing"))
        elif sum(map(len, texts)) > most:
            words = _("the background is longer than {most} characters").format(most=most)
            yield case.about_topic(topic, words, part="long")


@rule("R19", Severity.HARD, FINAL, lambda: _("the draft is ready two working days after the meeting"))
def _draft_in_time(case: Case) -> Iterator[Hit]:
    if case.day and case.minutes.meeting.status == "draft":
        due = case.calendar.add_workdays(case.day, case.thresholds.draft_workdays)
        if case.today > due:
            day = wording.spoken_day(due.isoformat(), case.calendar, case.today.year)
            yield case.about_meeting(_("draft"), _("was due on {day}").format(day=day), "draft")


@rule("R20", Severity.HARD, FINAL, lambda: _("facts, discussion, resolutions and actions all stand"))
def _sections(case: Case) -> Iterator[Hit]:
    parts: dict[str, tuple[Iterable[type[Entry]], str]] = {
        "discussion": ((Point, Opinion, Disagreement), _("the discussion is empty")),
        "resolutions": ((Resolution,), _("there is no resolution")),
        "actions": ((Action,), _("there is no action")),
    }
    for part, (kinds, message) in parts.items():
        if not any(case.entries(kind) for kind in kinds):
            yield case.about_meeting(_("the minutes"), message, part)


@rule("R21", Severity.SOFT, CLOSE_AND_FINAL, lambda: _("no spoken words"))
def _spoken_words(case: Case) -> Iterator[Hit]:
    side = WrittenSide(case.minutes)
    yield from _in_typed_words(case, side)
    for topic in () if side.empty else case.minutes.topics:
        for sentence in side.of_topic(topic.id):
            yield from _in_written_words(case, sentence)


def _in_typed_words(case: Case, side: WrittenSide) -> Iterator[Hit]:
    """Spoken words in what was typed, where no sentence was written for it."""
    names = [p.name for p in case.minutes.all(Person)] + [d.name for d in case.minutes.departments]
    for entry in case.minutes.all_entries:
        department = case.minutes.department_name(getattr(entry, "department_id", None))
        for field in KINDS[type(entry)].texts if entry.told else ():
            if not side.covers(entry.id, field):
                text, decision = getattr(entry, field), isinstance(entry, Resolution | Action)
                found = colloquial.find(text, decision=decision, department=department, names=names)
                yield from _spoken(case, entry, (entry.id, field, text), found)


def _in_written_words(case: Case, sentence: Sentence) -> Iterator[Hit]:
    """Spoken words left in a written sentence."""
    lead = sentence.lead.entry if sentence.lead else None
    if lead and sentence.written and lead.holds:
        place = (sentence.written.id, "text", sentence.text)
        yield from _spoken(case, lead, place, spoken(case.minutes, sentence))


def _spoken(case: Case, entry: Entry, place: tuple[str, str, str], found: Iterable[Spoken]) -> Iterator[Hit]:
    """A hit for each spoken word at a place: the row, its column and the text there."""
    row_id, column, text = place
    for one in found:
        offers = [
            Offer(colloquial.form_label(one, form), Edit(row_id, {column: one.replaced(text, form)}))
            for form in one.written
        ]
        words = _("“{word}” is spoken language").format(word=one.word)
        if advice := colloquial.advice_label(one.advice):
            words = _("“{word}” is spoken language: {advice}").format(word=one.word, advice=advice)
        yield case.hit(entry, words, *offers, part=one.word)


@rule("R21-long", Severity.SOFT, FINAL, lambda: _("no entry is longer than a paragraph"), lambda: "R21")
def _short_entries(case: Case) -> Iterator[Hit]:
    most = case.thresholds.cell_max
    for entry in case.minutes.all_entries:
        length = len(text_of(entry))
        if length > most and entry.told:
            words = ngettext(
                "{n} character, suggested up to {most}", "{n} characters, suggested up to {most}", length
            )
            yield case.hit(entry, words.format(n=length, most=most))


@rule("R22", Severity.HARD, FINAL, lambda: _("the host has approved the draft"))
def _approved(case: Case) -> Iterator[Hit]:
    if case.minutes.meeting.status in ("draft", "in_review"):
        yield case.about_meeting(_("the minutes"), _("the host has not approved them yet"), "approved")


@rule("R27", Severity.HARD, FINAL, lambda: _("the facts of the meeting stand"))
def _facts(case: Case) -> Iterator[Hit]:
    meeting = case.minutes.meeting
    missing = {
        "name": (meeting.name, _("the name is missing")),
        "starts_at": (meeting.starts_at, _("the time is missing")),
        "place": (meeting.place or meeting.online, _("the place is missing")),
        "host": (meeting.host, _("the host is missing")),
        "recorder": (meeting.recorder, _("the recorder is missing")),
        "theme": (meeting.theme, _("the theme is missing")),
    }
    for part, (value, message) in missing.items():
        if not value:
            yield case.about_meeting(_("facts"), message, part)
    if not _in_order(meeting):
        yield case.about_meeting(
            _("facts"), _("the meeting ends before it begins, or on another day"), "order"
        )


def _in_order(meeting: Meeting) -> bool:
    if not meeting.starts_at or not meeting.ends_at:
        return True
    start, end = dt.datetime.fromisoformat(meeting.starts_at), dt.datetime.fromisoformat(meeting.ends_at)
    return start < end and start.date() == end.date()


@rule("R30", Severity.HARD, FINAL, lambda: _("no placeholder of the template is left"))
def _placeholders(case: Case) -> Iterator[Hit]:
    meeting = case.minutes.meeting
    for field in ("name", "theme", "goal", "place", "online", "host", "recorder"):
        if found := _PLACEHOLDER.search(getattr(meeting, field)):
            words = _("“{text}” is a placeholder").format(text=found[0])
            yield case.about_meeting(_("facts"), words, field)
    for entry in (e for kind in ENTRIES if not kind.private for e in case.entries(kind)):
        if found := _PLACEHOLDER.search(text_of(entry)):
            yield case.hit(entry, _("“{text}” is a placeholder").format(text=found[0]))
