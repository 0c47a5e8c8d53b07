"""Rules for the agenda that goes out before the meeting (会前筹备): R1 to R7 and R29."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from models import scenarios, wording
from models.findings.finding import Severity, Trigger
from models.findings.registry import Case, Hit, rule
from models.i18n import _, ngettext
from models.meeting import Opinion
from models.vocabulary import Scenario

AGENDA = (Trigger.AGENDA,)
_ONLINE = re.compile(r"线上|腾讯会议|钉钉|飞书|zoom|teams|webex|online|video", re.IGNORECASE)
_MEETING_CODE = re.compile(r"\d[\d \-]{4,}\d|https?://")
_SEVERAL = re.compile(r"[；;\n]")


@rule("R1", Severity.HARD, AGENDA, lambda: _("the sponsor and one core question are named"))
def _core_question(case: Case) -> Iterator[Hit]:
    meeting = case.minutes.meeting
    if not meeting.sponsor:
        yield case.about_meeting(_("facts"), _("the sponsoring department is missing"), "sponsor")
    if not meeting.theme:
        yield case.about_meeting(_("facts"), _("the theme is missing"), "theme")
    elif len(_SEVERAL.split(meeting.theme)) > 1:
        yield case.about_meeting(_("facts"), _("the theme names more than one question"), "themes")


@rule("R1-topics", Severity.SOFT, AGENDA, lambda: _("one to five topics"), lambda: "R1")
def _topic_count(case: Case) -> Iterator[Hit]:
    count, most = len(case.minutes.topics), case.thresholds.topics_max
    if not count:
        yield case.about_meeting(_("agenda"), _("there is no topic yet"), "topics")
    if count > most:
        words = ngettext("{n} topic: more than {most} scatter", "{n} topics: more than {most} scatter", count)
        yield case.about_meeting(_("agenda"), words.format(n=count, most=most), "topics")


@rule(
    "R2", Severity.HARD, AGENDA, lambda: _("theme, time, place, people, minutes and expected outcome stand")
)
def _agenda_complete(case: Case) -> Iterator[Hit]:
    meeting = case.minutes.meeting
    wanted = {
        "time": (meeting.starts_at, _("the time is missing")),
        "place": (meeting.place or meeting.online, _("the place is missing")),
        "people": (case.minutes.departments, _("the departments and people are missing")),
    }
    for part, (value, message) in wanted.items():
        if not value:
            yield case.about_meeting(_("facts"), message, part)
    where = f"{meeting.place} {meeting.online}"
    if _ONLINE.search(where) and not _MEETING_CODE.search(where):
        yield case.about_meeting(_("facts"), _("the online meeting's number or link is missing"), "online")


@rule("R2-topics", Severity.HARD, AGENDA, lambda: _("each topic has minutes and an outcome"), lambda: "R2")
def _topics_planned(case: Case) -> Iterator[Hit]:
    for topic in case.minutes.topics:
        if not topic.minutes:
            yield case.about_topic(topic, _("how long it takes is missing"), part="minutes")
        if not topic.expected:
            yield case.about_topic(topic, _("the expected outcome is missing"), part="expected")
    planned, length = sum(t.minutes or 0 for t in case.minutes.topics), _length(case)
    if length and planned > length:
        words = _("the topics take {planned} min, the meeting {length} min")
        yield case.about_meeting(_("agenda"), words.format(planned=planned, length=length), "length")


def _length(case: Case) -> int | None:
    meeting = case.minutes.meeting
    if (
        not meeting.starts_at
        or not meeting.ends_at
        or len(meeting.ends_at) < 16
        or len(meeting.starts_at) < 16
    ):
        return None
    span = dt.datetime.fromisoformat(meeting.ends_at) - dt.datetime.fromisoformat(meeting.starts_at)
    return int(span.total_seconds()) // 60


@rule("R3", Severity.SOFT, AGENDA, lambda: _("one or two contacts for each department"))
def _contacts(case: Case) -> Iterator[Hit]:
    least, most = case.thresholds.contacts_min, case.thresholds.contacts_max
    for department in case.minutes.departments:
        count = sum(p.role == "attendee" for p in case.minutes.people(department.id))
        if not least <= count <= most:
            words = ngettext(
                "{n} contact, suggested {least} to {most}", "{n} contacts, suggested {least} to {most}", count
            )
            yield Hit(department.id, department.name, words.format(n=count, least=least, most=most))


@rule("R4", Severity.HARD, AGENDA, lambda: _("the agenda goes out a working day before"))
def _sent_in_time(case: Case) -> Iterator[Hit]:
    if not case.day:
        return
    latest = case.calendar.add_workdays(case.day, -case.thresholds.agenda_workdays)
    if case.today > latest:
        words = _("should have gone out by {day}").format(
            day=wording.spoken_day(latest.isoformat(), case.calendar)
        )
        yield case.about_meeting(_("agenda"), words, "sent")


@rule("R5", Severity.SOFT, AGENDA, lambda: _("materials are listed"))
def _materials(case: Case) -> Iterator[Hit]:
    if not case.minutes.materials:
        yield case.about_meeting(_("materials"), _("none listed; write 无 if there are none"), "materials")


@rule("R6", Severity.SOFT, AGENDA, lambda: _("room, sign-in sheet and projector are seen to"))
def _logistics(case: Case) -> Iterator[Hit]:
    for item in case.minutes.checklist:
        if not item.done:
            yield Hit(item.id, _("logistics"), _("not done yet: {what}").format(what=item.text))


@rule("R7", Severity.HARD, (Trigger.AGENDA, Trigger.FINAL), lambda: _("one recorder, who is not the host"))
def _recorder_named(case: Case) -> Iterator[Hit]:
    meeting = case.minutes.meeting
    if not meeting.recorder:
        yield case.about_meeting(_("facts"), _("the recorder is missing"), "recorder")
    elif meeting.recorder == meeting.host:
        yield case.about_meeting(_("facts"), _("host and recorder are the same person"), "recorder")


@rule(
    "R7-own",
    Severity.SOFT,
    (Trigger.FINAL,),
    lambda: _("the recorder's department has no stake"),
    lambda: "R7",
)
def _recorder_apart(case: Case) -> Iterator[Hit]:
    own = case.recorders_department
    spoken = own and any(o.department_id == own for o in case.entries(Opinion))
    if spoken:
        words = _("{department} gave opinions and keeps the record").format(
            department=case.minutes.department_name(own)
        )
        yield case.about_meeting(_("facts"), words, "own")


@rule("R29", Severity.SOFT, AGENDA, lambda: _("one of the five scenarios"))
def _scenario(case: Case) -> Iterator[Hit]:
    scenario = case.minutes.meeting.scenario
    if scenario not in set(Scenario) and not scenarios.is_own(scenario):
        yield case.about_meeting(_("facts"), _("the kind of meeting is not one of the five"), "scenario")
