"""三 to 五: what was decided, who does what by when, and what stays open."""

from __future__ import annotations

from exporters.content.context import NOTHING, Draft
from exporters.parts import Cell, Paragraph, Span, Table, TableRow, plain
from exporters.punctuation import bare, tidy
from models.i18n import _
from models.meeting import Action, OpenIssue, Resolution, Topic
from models.vocabulary import action_status_label
from models.wording import owner_of_action


def resolutions(draft: Draft) -> Table:
    """The table of resolutions, with a row for each topic that brought none."""
    rows: list[TableRow] = []
    for topic in draft.minutes.topics:
        found = draft.kept(draft.minutes.resolutions(topic.id))
        rows += [_resolution(draft, topic, row) for row in found] or [_no_resolution(draft, topic)]
    columns = ("number", "topic", "resolution", "department", "effective", "remark")
    headings = (
        _("Resolution no."),
        _("Topic ref."),
        _("Resolved"),
        _("Executed by"),
        _("Effective"),
        _("Remarks"),
    )
    return Table("resolutions", columns, headings, tuple(rows))


def _resolution(draft: Draft, topic: Topic, row: Resolution) -> TableRow:
    department = draft.minutes.department_name(row.executing_department_id)
    cells = (
        plain(row.code),
        plain(topic.number),
        draft.or_missing(bare(row.text)),
        draft.or_missing(department),
        _effective(draft, row),
        _resolution_remark(draft, row),
    )
    return TableRow(cells, row.id, draft.comments(row))


def _effective(draft: Draft, row: Resolution) -> Cell:
    if not row.effective:
        return draft.or_missing(row.effective_text)
    return _day(draft.say.since(row.effective), _original(draft, row.effective_text))


def _day(text: str, comments: tuple[str, ...]) -> Cell:
    return (Paragraph((Span(text, whole=True, comments=comments),)),)


def _resolution_remark(draft: Draft, row: Resolution) -> Cell:
    said = [_condition(draft, a) for a in draft.kept(draft.minutes.conditions(row.id))]
    if row.vote:
        said.append(_("vote: {result}").format(result=bare(row.vote)))
    if successor := draft.minutes.get(Resolution, row.superseded_by):
        said.append(_("superseded by {number}").format(number=successor.code))
    return tuple(Paragraph((Span(words),)) for words in said)


def _condition(draft: Draft, action: Action) -> str:
    """A condition in its own words, with how far it is once anything was done about it."""
    state = draft.say.bracket(action_status_label(action.status)) if action.status != "open" else ""
    return _("condition {number}: {task}").format(number=action.code, task=bare(action.task)) + state


def _no_resolution(draft: Draft, topic: Topic) -> TableRow:
    where = draft.open_issue_of(topic.id)
    comma = "，" if draft.say.chinese else ", "
    words = _("No resolution on this topic") + (comma + where if where else "")
    return TableRow(tuple(plain(text) for text in (NOTHING, topic.number, words, NOTHING, NOTHING, "")))


def actions(draft: Draft) -> Table | None:
    """The action tracker; None where there are no actions."""
    rows = [(topic, a) for topic in draft.minutes.topics for a in draft.kept(draft.minutes.actions(topic.id))]
    if not rows:
        return None
    idle = all(action.status == "open" for _topic, action in rows)
    with_status = not (draft.final and idle) or draft.options.idle_status_in_final
    columns = ["number", "task", "owner", "cooperating", "due", "status", "remark"]
    headings = [
        _("No."),
        _("Task description"),
        _("Action owner"),
        _("Supported by"),
        _("Deadline"),
        _("Action status"),
        _("Remarks"),
    ]
    if not with_status:
        del columns[5], headings[5]
    made = tuple(
        _action(draft, topic, row, with_status) for topic, row in sorted(rows, key=lambda r: r[1].number)
    )
    return Table("actions", tuple(columns), tuple(headings), made)


def _action(draft: Draft, topic: Topic, row: Action, with_status: bool) -> TableRow:
    cells = (
        plain(row.code),
        draft.or_missing(bare(row.task)),
        _owner(draft, row),
        plain(draft.helping(row) or (_("none") if row.cooperating_none else NOTHING)),
        due(draft, row.due, row.due_text, "" if draft.findings(row.id) else row.due_flags),
        *((plain(action_status_label(row.status)),) if with_status else ()),
        _action_remark(draft, topic, row),
    )
    return TableRow(cells, row.id, draft.comments(row))


def _owner(draft: Draft, row: Action) -> Cell:
    """Who owns an action; of every department no person is asked."""
    if row.for_all and not (row.owner_department_id or row.owner_id):
        return plain(owner_of_action(draft.minutes, row))
    return draft.owner(row.owner_department_id, row.owner_id)


def _action_remark(draft: Draft, topic: Topic, row: Action) -> Cell:
    said = [_("topic {number}").format(number=topic.number)]
    if resolution := draft.minutes.get(Resolution, row.condition_of):
        said.append(_("condition of {number}").format(number=resolution.code))
    return tuple(Paragraph((Span(words),)) for words in said)


def due(draft: Draft, day: str | None, words: str, flags: str = "") -> Cell:
    """The cell of a due date: the day, or the words and that a day is missing."""
    comments = _original(draft, words if day else "")
    if flags and draft.remarks:
        comments = (*comments, _("About the date: {flags}").format(flags=flags))
    if day:
        return _day(draft.say.by(day), comments)
    if not words.strip():
        return (Paragraph((draft.missing(comments),)),)
    gap = draft.say.bracket(_("date to be supplied")).lstrip()
    return (Paragraph((Span(bare(words)), Span(gap, missing=True, comments=comments))),)


def open_issues(draft: Draft) -> Table | None:
    """The open issues; None where nothing stays open."""
    rows = [q for topic in draft.minutes.topics for q in draft.kept(draft.minutes.open_issues(topic.id))]
    if not rows:
        return None
    headings = (
        _("No."),
        _("Issue description"),
        _("Issue lead"),
        _("Handling"),
        _("To be revisited"),
    )
    columns = ("number", "issue", "lead", "handling", "revisit")
    made = tuple(_open_issue(draft, row) for row in sorted(rows, key=lambda q: q.number))
    return Table("open_issues", columns, headings, made)


def _open_issue(draft: Draft, row: OpenIssue) -> TableRow:
    cells = (
        plain(row.code),
        draft.or_missing(bare(row.text)),
        draft.owner(row.lead_department_id, row.lead_id),
        draft.or_missing(tidy(row.handling)),
        _revisit(draft, row),
    )
    return TableRow(cells, row.id, draft.comments(row))


def _revisit(draft: Draft, row: OpenIssue) -> Cell:
    if not row.revisit:
        return due(draft, None, row.revisit_text)
    return _day(draft.say.moment(row.revisit), _original(draft, row.revisit_text))


def _original(draft: Draft, words: str) -> tuple[str, ...]:
    """What was said of a date, as a remark of the draft."""
    if not words.strip() or not draft.remarks:
        return ()
    return (_("Original words: {words}").format(words=tidy(words)),)
