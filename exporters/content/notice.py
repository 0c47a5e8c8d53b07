"""The notice that goes out before the meeting: what it is about, the agenda, what to read, and the sheet to sign."""

from __future__ import annotations

from exporters.content.context import Draft
from exporters.content.facts import meeting_place, meeting_time
from exporters.options import Options
from exporters.parts import Cell, Document, Paragraph, Section, Span, Table, TableRow, plain
from exporters.punctuation import bare, tidy
from models.i18n import _
from models.minutes import Minutes

_SPARE = 3
"""Empty rows of the sign-in sheet, for those who come unannounced."""


def document(minutes: Minutes, options: Options) -> Document:
    """The content of the notice; called with its language in use."""
    draft = Draft(minutes, options)
    kind = _("Meeting notice")
    name = tidy(draft.meeting.name)
    return Document(
        title=_("Notice: {name}").format(name=name) if name else kind,
        kind=kind,
        state=kind,
        mark="",
        header=kind,
        subtitle="",
        version="",
        sections=tuple(_sections(draft)),
    )


def sign_in_sheet(minutes: Minutes, options: Options) -> Document:
    """The content of the sign-in sheet alone; called with its language in use."""
    draft = Draft(minutes, options)
    kind = _("Sign-in sheet")
    name = tidy(draft.meeting.name)
    return Document(
        title=_("Sign-in sheet: {name}").format(name=name) if name else kind,
        kind=kind,
        state=kind,
        mark="",
        header=kind,
        subtitle="",
        version="",
        sections=(Section("", (*_about(draft), _sign_in(draft))),),
    )


def _sections(draft: Draft) -> list[Section]:
    found: list[tuple[str, tuple[Paragraph | Table, ...]]] = [(_("Meeting information"), (_facts(draft),))]
    if draft.minutes.topics:
        found.append((_("Meeting agenda"), (_agenda(draft),)))
    found.append((_("Before the meeting"), _preparation(draft)))
    numbered = [
        Section(draft.say.ordinal(i) + heading, blocks) for i, (heading, blocks) in enumerate(found, 1)
    ]
    return [*numbered, Section(_("Sign-in sheet"), (*_about(draft), _sign_in(draft)), new_page=True)]


def _facts(draft: Draft) -> Table:
    meeting = draft.meeting
    rows: list[tuple[str, Cell]] = [
        (_("Meeting theme"), draft.or_missing(meeting.theme)),
        (_("Meeting goal"), plain(tidy(meeting.goal))),
        (_("Meeting time"), meeting_time(draft)),
        (_("Meeting place"), draft.or_missing(meeting_place(draft))),
        (_("Hosted by"), draft.or_missing(meeting.host)),
        (_("Recorded by"), draft.or_missing(meeting.recorder)),
        (_("Sponsoring department"), plain(tidy(meeting.sponsor))),
        (_("Attendees by department"), _invited(draft)),
    ]
    kept = tuple(TableRow((plain(label), cell)) for label, cell in rows if cell)
    return Table("facts", ("item", "content"), (_("Item"), _("Content")), kept)


def _invited(draft: Draft) -> Cell:
    say = draft.say
    lists = [(d.name, [draft.person(p, within=True) for p in draft.people(d.id)]) for d in draft.departments]
    said = [name + (say.colon + say.comma.join(people) if people else "") for name, people in lists]
    if guests := [p.name for p in draft.people(None)]:
        said.append(_("Guests") + say.colon + say.comma.join(guests))
    return draft.or_missing(say.clause.join(said))


def _agenda(draft: Draft) -> Table:
    columns = ("number", "subject", "minutes", "expected", "presenter")
    headings = (
        _("Topic no."),
        _("Topic name"),
        _("Duration"),
        _("Expected outcome"),
        _("Presented by"),
    )
    rows = tuple(
        TableRow(
            (
                plain(topic.number),
                draft.or_missing(topic.title),
                plain(_("{n} min").format(n=topic.minutes)) if topic.minutes else draft.or_missing(""),
                draft.or_missing(bare(topic.expected)),
                draft.or_missing(topic.presenter or draft.in_order(draft.minutes.concerned(topic.id))),
            ),
            topic.id,
        )
        for topic in draft.minutes.topics
    )
    return Table("agenda", columns, headings, rows)


def _preparation(draft: Draft) -> tuple[Paragraph, ...]:
    say = draft.say
    gap = "" if say.chinese else " "
    materials = [f"{i}.{gap}{bare(m.text)}" for i, m in enumerate(draft.minutes.materials, 1)]
    read = say.clause.join(materials) or _("none")
    asked = _(
        "Departments are asked to name one or two contacts and to read the materials before the meeting."
    )
    return (
        Paragraph((Span(_("To be read in advance") + say.colon, strong=True), Span(read + say.stop))),
        Paragraph((Span(asked),)),
    )


def _about(draft: Draft) -> tuple[Paragraph, ...]:
    """Which meeting the sheet belongs to, as it is torn off and kept with the minutes."""
    facts = (
        (_("Meeting name"), draft.or_missing(draft.meeting.name)),
        (_("Meeting time"), meeting_time(draft)),
    )
    return tuple(
        Paragraph((Span(label + draft.say.colon, strong=True), *paragraph.spans))
        for label, cell in facts
        for paragraph in cell
    )


def _sign_in(draft: Draft) -> Table:
    columns = ("number", "department", "name", "title", "time", "signature")
    headings = (
        _("Seq."),
        _("Department"),
        _("Name"),
        _("Job title"),
        _("Time of arrival"),
        _("Signature"),
    )
    people = [(d.name, p) for d in draft.departments for p in draft.people(d.id)]
    people += [(_("Guests"), p) for p in draft.people(None)]
    rows = [
        TableRow((plain(str(i)), plain(name), plain(p.full_name or p.name), plain(p.title), (), ()))
        for i, (name, p) in enumerate(people, 1)
    ]
    rows += [TableRow((plain(str(len(people) + i)), (), (), (), (), ())) for i in range(1, _SPARE + 1)]
    return Table("sign_in", columns, headings, tuple(rows))
