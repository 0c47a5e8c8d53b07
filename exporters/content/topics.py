"""二、议题与讨论记录: each topic with what was said, and below it what was disputed and what was agreed."""

from __future__ import annotations

from collections.abc import Sequence

from exporters.content.context import NOTHING, Draft
from exporters.parts import Cell, Paragraph, Span, Table, TableRow, plain
from exporters.punctuation import bare, joined, sentence, separator, tidy
from models.i18n import _
from models.kinds import place_of
from models.meeting import Disagreement, Opinion, Point, Topic
from models.participation import all_in_favour
from models.vocabulary import outcome_label, stance_label
from models.whose import as_said


def topics(draft: Draft) -> Table:
    """The table of topics: a row for each, and a wide one below it."""
    rows: list[TableRow] = []
    for topic in draft.minutes.topics:
        said = (_points(draft, topic), _opinions(draft, topic))
        title = draft.or_missing(topic.title)
        rows.append(TableRow((plain(topic.number), title, *said), topic.id, draft.findings(topic.id)))
        rows.append(TableRow((plain(_("Disagreement and consensus")), _outcome(draft, topic)), wide=True))
    headings = (_("Topic no."), _("Topic name"), _("Discussion points"), _("Opinions by department"))
    return Table("topics", ("number", "name", "points", "opinions"), headings, tuple(rows), splits=True)


def _points(draft: Draft, topic: Topic) -> Cell:
    background = draft.kept(draft.minutes.backgrounds(topic.id))
    cell: list[Paragraph] = []
    if background:
        label = _("Background") + draft.say.colon
        spans = [Span(label)]
        for i, row in enumerate(background):
            text = joined([row.text], end=i == len(background) - 1)
            text += separator(text, end=False) if i < len(background) - 1 else ""
            spans.append(Span(text, anchor=row.id, comments=draft.comments(row)))
        cell.append(Paragraph(tuple(spans)))
    points: list[Point | Opinion] = [*draft.kept(draft.minutes.points(topic.id)), *_nobodys(draft, topic)]
    if not cell and draft.untouched(topic):
        return plain(_("This topic was not discussed") + draft.say.stop)
    cell += [
        Paragraph(
            (Span(sentence(as_said(p)), anchor=p.id, comments=draft.comments(p)), *_to_be_checked(draft, p))
        )
        for p in sorted(points, key=lambda p: p.seq)
    ]
    return tuple(cell) or (Paragraph((draft.missing(),)),)


def _nobodys(draft: Draft, topic: Topic) -> list[Opinion]:
    """What somebody said and nobody knows who: printed as a point, not as an opinion of anybody."""
    return [opinion for opinion in draft.kept(draft.minutes.opinions(topic.id)) if opinion.asks]


def _to_be_checked(draft: Draft, entry: Point | Opinion) -> tuple[Span, ...]:
    words = draft.say.bracket(_("to be checked")).strip()
    return (Span(words, missing=True),) if entry.asks and draft.by_name else ()


def _opinions(draft: Draft, topic: Topic) -> Cell:
    """A paragraph for each department, those of nobody last; each ends with a semicolon, the last with a stop."""
    opinions = [o for o in draft.kept(draft.minutes.opinions(topic.id)) if not o.asks]
    groups: dict[str, list[Opinion]] = {}
    for opinion in sorted(opinions, key=lambda o: _place(draft, o)):
        groups.setdefault(draft.holder(opinion), []).append(opinion)
    paragraphs = [
        _opinions_of(draft, holder, group, last=i == len(groups) - 1)
        for i, (holder, group) in enumerate(groups.items())
    ]
    return tuple(paragraphs) or (
        plain(NOTHING) if draft.untouched(topic) else (Paragraph((draft.missing(),)),)
    )


def _place(draft: Draft, opinion: Opinion) -> tuple[int, int]:
    place = draft.places.get(opinion.department_id or "", len(draft.places))
    return (place + (opinion.department_id is None and opinion.person_id is None), opinion.seq)


def _opinions_of(draft: Draft, holder: str, opinions: Sequence[Opinion], last: bool) -> Paragraph:
    opinions = [o for o in opinions if bare(o.text) or o.stance != "none"]
    spans = (
        [Span(holder, strong=True), Span(draft.say.colon)]
        if holder
        else [draft.missing(), Span(draft.say.colon)]
    )
    for i, opinion in enumerate(opinions):
        text = _said(draft, opinion)
        ends = i == len(opinions) - 1
        sign = separator(text, end=last and ends)
        text += sign.rstrip() if ends else sign
        spans.append(Span(text, anchor=opinion.id, comments=draft.comments(opinion)))
    return Paragraph(tuple(spans))


def _said(draft: Draft, opinion: Opinion) -> str:
    """The opinion, in a draft with who spoke and how the department stands in front."""
    text = bare(opinion.text)
    if not draft.by_name:
        return text or stance_label(opinion.stance)
    speaker = (
        draft.person(draft.minutes.person(opinion.person_id), within=True) if opinion.department_id else ""
    )
    stance = stance_label(opinion.stance)
    if not text:
        return speaker + stance
    marks = draft.say.comma.join(mark for mark in (speaker, stance) if mark)
    return (f"{draft.say.bracket(marks).lstrip()}{'' if draft.say.chinese else ' '}" if marks else "") + text


def _outcome(draft: Draft, topic: Topic) -> Cell:
    disagreements = draft.kept(draft.minutes.disagreements(topic.id))
    numbered = len([d for d in disagreements if d.dispute]) > 1
    cell: list[Paragraph] = []
    if topic.no_dispute and disagreements:
        cell.append(Paragraph((Span(_("No disagreement") + draft.say.stop),)))
    count = 0
    for row in disagreements:
        count += bool(row.dispute)
        number = f"{'' if draft.say.chinese else ' '}{count}" if numbered and row.dispute else ""
        cell.append(_disagreement(draft, row, number))
    cell += _stances(draft, topic)
    cell += _objections(draft, topic)
    if topic.outcome:
        words = _("Outcome") + draft.say.colon + outcome_label(topic.outcome) + draft.say.stop
        cell.append(Paragraph((Span(words),)))
    return tuple(cell) or plain(_none_disputed(draft, topic))


_AGAINST = ("oppose", "reserve", "conditional")
"""The stances that stand in the way of a consensus, in the order in which they are told."""


def _stances(draft: Draft, topic: Topic) -> list[Paragraph]:
    """Who opposed, reserved or set a condition and is not told of by a dispute that was settled."""
    settled = {
        department.name
        for row in draft.kept(draft.minutes.disagreements(topic.id))
        if row.dispute and row.status == "settled"
        for department in draft.minutes.parties(row.id)
    }
    held = _latest_stances(draft, topic)
    told = [
        draft.say.stance(draft.say.comma.join(holders), stance_label(stance))
        for stance in _AGAINST
        if (holders := [holder for holder, last in held.items() if last == stance and holder not in settled])
    ]
    return [Paragraph((Span(draft.say.clause.join(told) + draft.say.stop),))] if told else []


def _latest_stances(draft: Draft, topic: Topic) -> dict[str, str]:
    """Where each holder of an opinion stands in the end, in the order of the document."""
    opinions = [o for o in draft.kept(draft.minutes.opinions(topic.id)) if not o.asks and o.stance != "none"]
    return {draft.holder(one): one.stance for one in sorted(opinions, key=lambda o: _place(draft, o))}


def _none_disputed(draft: Draft, topic: Topic) -> str:
    """That nothing was disputed, where somebody said so or every department present was in favour; else nothing."""
    said = topic.no_dispute or all_in_favour(draft.minutes, topic)
    return _("No disagreement") + draft.say.stop if said else NOTHING


def _objections(draft: Draft, topic: Topic) -> list[Paragraph]:
    """What was objected to when the minutes were read out, by whom and in which words."""
    found = []
    for row in draft.minutes.objections(topic.id):
        entry = draft.minutes.entry(row.item)
        about = place_of(draft.minutes, entry) if entry else _("the minutes")
        label = _("{name} objected to {item}").format(name=tidy(row.by) or _("Somebody"), item=about)
        found.append(Paragraph((Span(label + draft.say.colon, strong=True), Span(sentence(row.text)))))
    return found


def _disagreement(draft: Draft, row: Disagreement, number: str) -> Paragraph:
    say = draft.say
    spans: list[Span] = []
    if row.dispute:
        text = bare(row.dispute)
        spans = [
            Span(_("Dispute") + number + say.colon, strong=True),
            Span(text + separator(text, end=False)),
        ]
    if row.status == "settled" or row.consensus:
        label = Span(_("Consensus") + number + say.colon, strong=True)
        spans += [label, Span(sentence(row.consensus)) if row.consensus.strip() else draft.missing()]
    else:
        spans += _unsettled(draft, row)
    first, *rest = spans
    marked = Span(first.text, first.missing, first.strong, anchor=row.id, comments=draft.comments(row))
    return Paragraph((marked, *rest))


def _unsettled(draft: Draft, row: Disagreement) -> list[Span]:
    reason = tidy(row.reason)
    where = draft.open_issue_of(row.topic_id, about=f"{row.dispute} {reason}")
    # What was set aside without a dispute is a matter nobody argued about.
    words = _("no consensus reached") if row.dispute else _("set aside")
    said = ("，" if draft.say.chinese else ", ").join(part for part in (words, bare(reason), where) if part)
    if row.status == "deferred" or where:
        return [Span(said + draft.say.stop)]
    return [Span(said + ("，" if draft.say.chinese else ", ")), draft.missing()]
