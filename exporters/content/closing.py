"""六 to 八 and the appendix: the next meeting, review and confirmation, distribution and archive."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from exporters.content.context import Draft
from exporters.content.language import parsed
from exporters.parts import Paragraph, Span, Table, TableRow, plain
from exporters.punctuation import sentence, tidy
from models import called
from models.calendar import WorkCalendar
from models.i18n import _
from models.meeting import Action, Person
from models.vocabulary import fact_label


def other_matters(draft: Draft) -> tuple[Paragraph, ...]:
    """The next meeting and, if asked for, the recorder's notes."""
    meeting = draft.meeting
    lines: list[Paragraph] = []
    if meeting.next_at or meeting.next_place:
        when = draft.say.span(meeting.next_at, None) if meeting.next_at else ""
        place = _("place") + draft.say.colon + tidy(meeting.next_place)
        said = draft.say.clause.join(part for part in (when, place if meeting.next_place else "") if part)
        lines.append(_line(draft, _("Next meeting"), said + draft.say.stop))
    if draft.options.notes:
        notes = [n for topic in draft.minutes.topics for n in draft.kept(draft.minutes.notes(topic.id))]
        lines += [_line(draft, _("Note"), sentence(note.text)) for note in notes]
    return tuple(lines)


def confirmation_request(draft: Draft) -> Paragraph:
    """Until when confirmations are asked for and what silence means."""
    until = draft.options.reply_by
    assumed = until is None
    if until is None:
        until = WorkCalendar().add_workdays(_made(draft), draft.options.reply_days)
    words = _("Departments are asked to confirm by {day}; silence counts as consent.")
    comments: tuple[str, ...] = ()
    if assumed and draft.remarks:
        said = _(
            "Counted as {days} working days after this draft was made; change it if another day was agreed."
        )
        comments = (said.format(days=draft.options.reply_days),)
    return Paragraph((Span(words.format(day=_until(draft, until)), comments=comments),))


def _made(draft: Draft) -> dt.date:
    """The day the document is made, or the meeting's where that is later (a draft made while it is prepared)."""
    meeting = parsed(draft.meeting.starts_at or "")
    today = draft.options.now.date()
    return max(today, meeting.date()) if meeting else today


def _until(draft: Draft, until: dt.date) -> str:
    same_year = (draft.meeting.starts_at or "")[:4] == str(until.year)
    return draft.say.month_day(until) if same_year else draft.say.day(until)


def confirmations(draft: Draft) -> Table:
    """The table to be signed: recorder, host, heads of the departments present, owners of actions, nobody twice."""
    steps = [(_("Recorder drafts"), draft.meeting.recorder), (_("Host reviews"), draft.meeting.host)]
    asked = {p.id for p in draft.minutes.all(Person) for _step, words in steps if _names(draft, words, p)}
    for step, people in (
        (_("Department confirms"), _heads(draft)),
        (_("Action owner confirms"), _owners(draft)),
    ):
        for person in people:
            if person.id not in asked:
                steps.append((step, draft.who(person.department_id, person.id)))
                asked.add(person.id)
    headings = (_("Step"), _("Department and name"), _("Comment"), _("Signature"), _("Date"))
    rows = tuple(TableRow((plain(step), draft.or_missing(name), (), (), ())) for step, name in steps)
    return Table("confirmations", ("step", "who", "comment", "signature", "date"), headings, rows)


def _names(draft: Draft, words: str, person: Person) -> bool:
    """Whether the words, such as 市场部王总监, name this person."""
    return called.written(draft.minutes, words) == person


def _heads(draft: Draft) -> list[Person]:
    """The head of each department that took part, or its first person where nobody is said to be the head."""
    found = []
    for department in draft.departments:
        people = [p for p in draft.people(department.id) if p.role == "attendee"]
        if any(p.attendance != "absent" or p.proxy for p in people):
            present = [p for p in people if p.attendance != "absent"]
            found.append(next((p for p in people if p.head), (present or people)[0]))
    return found


def _owners(draft: Draft) -> list[Person]:
    owners = (draft.minutes.person(action.owner_id) for action in draft.kept(draft.minutes.all(Action)))
    return [person for person in owners if person]


def distribution(draft: Draft) -> tuple[Paragraph, ...]:
    """To whom, by which way, where it is kept, what comes with it, and who signs and issues it.

    Only what somebody said or configured; a draft shows the gaps, a final leaves them out.
    """
    options = draft.options
    ways = (
        (_("Distributed to"), options.recipients),
        (_("Distributed by"), options.channels),
        (_("Archived in"), options.archive),
    )
    found = [line for label, given in ways for line in _way(draft, label, given)]
    return (*found, *_attachments(draft), *_office(draft))


def _way(draft: Draft, label: str, given: str | None) -> Iterator[Paragraph]:
    """The line of what is configured; an empty text is a line nobody wants."""
    if given:
        yield _line(draft, label, tidy(given) + draft.say.stop)
    elif given is None and not draft.final:
        yield Paragraph((Span(label + draft.say.colon, strong=True), draft.missing()))


def _office(draft: Draft) -> Iterator[Paragraph]:
    """What an office file says at its end, as far as somebody said it: copies, signature, issuer."""
    meeting = draft.meeting
    for field, text in (
        ("copies", meeting.copies),
        ("signed_by", meeting.signed_by),
        ("issuer", meeting.issuer),
    ):
        if text:
            yield _line(draft, fact_label(field), tidy(text) + draft.say.stop)


def _attachments(draft: Draft) -> Iterator[Paragraph]:
    """The materials that come with the minutes, numbered where they are several."""
    names = [tidy(m.text) for m in draft.minutes.materials]
    gap = "" if draft.say.chinese else " "
    numbered = [f"{i}.{gap}{name}" for i, name in enumerate(names, 1)] if len(names) > 1 else names
    if names:
        yield _line(draft, _("Attachments"), draft.say.clause.join(numbered) + draft.say.stop)


def _line(draft: Draft, label: str, text: str) -> Paragraph:
    return Paragraph((Span(label + draft.say.colon, strong=True), Span(text)))
