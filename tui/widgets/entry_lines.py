"""How each kind of entry looks, wherever it is shown: one place for its words, signs and colours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from rich.style import Style

from models import wording
from models.gaps import lacks_day, lacks_somebody
from models.i18n import _
from models.meeting import (
    Action,
    Background,
    Department,
    Disagreement,
    Entry,
    Note,
    OpenIssue,
    Opinion,
    Point,
    Resolution,
)
from models.minutes import Minutes
from models.vocabulary import CARRIED, dispute_label, flag_words, stance_label, with_state
from models.whose import as_said, asks
from tui.theme import Palette, style
from tui.widgets.typesetting import Paragraph, Span, tied, width


@dataclass(frozen=True, slots=True)
class Ink:
    """The palette as styles, with the meeting whose departments have the colours."""

    palette: Palette
    minutes: Minutes

    @property
    def text(self) -> Style:
        """Ordinary words."""
        return style(self.palette.text)

    @property
    def strong(self) -> Style:
        """Numbers and names that are looked for."""
        return style(self.palette.text, bold=True)

    @property
    def dim(self) -> Style:
        """Labels and times."""
        return style(self.palette.dim)

    @property
    def faint(self) -> Style:
        """What is not there."""
        return style(self.palette.faint)

    @property
    def accent(self) -> Style:
        """What is live."""
        return style(self.palette.accent, bold=True)

    @property
    def warn(self) -> Style:
        """Open, late, doubtful."""
        return style(self.palette.warn)

    @property
    def bad(self) -> Style:
        """Missing, against."""
        return style(self.palette.bad)

    @property
    def good(self) -> Style:
        """Settled, present, saved."""
        return style(self.palette.good)

    def of(self, department: Department | None, *, bold: bool = False) -> Style:
        """A department's own."""
        return style(self.palette.department(department.number if department else None), bold=bold)

    def department(self, department_id: str | None, *, bold: bool = False) -> Span:
        """A department's name in its colour."""
        found = self.minutes.department(department_id)
        return (found.name if found else "", self.of(found, bold=bold))


def clock(moment: str | None) -> str:
    """HH:MM of a time, or nothing."""
    return (moment or "")[11:16]


def stance(ink: Ink, value: str) -> list[Span]:
    """The word of a stance, in the colour of its meaning."""
    styles = {"support": ink.good, "conditional": ink.warn, "oppose": ink.bad}
    return [(f"{stance_label(value)} ", styles.get(value, ink.dim))] if value != "none" else []


def marks(ink: Ink, entry: Entry) -> list[Span]:
    """What is to be known about an entry beside its words: doubt, several candidates, left out."""
    found: list[Span] = []
    if entry.doubt:
        found.append((" " + tied("⚑" + _("to be checked")), ink.warn))
    if asks(entry):
        found.append((" " + tied(_("who said it?")), ink.warn))
    elif entry.candidates:
        found.append((" ?" + entry.candidates, ink.warn))
    if entry.left_out:
        found.append((" " + tied("⊘" + _("not for the minutes")), ink.faint))
    return found


def missing(ink: Ink, entry: Entry) -> list[Span]:
    """What an entry lacks, in words; a due that is said without a day is warned of where it stands."""
    fields = [*lacks_somebody(entry)]
    if isinstance(entry, Action) and lacks_day(entry) and not entry.due_text:
        fields.append(_("due date"))
    words = _("missing {fields}").format(fields=wording.listed(fields))
    return [(tied("⚠ " + words), ink.bad)] if fields else []


def _who(ink: Ink, department_id: str | None, person_id: str | None) -> list[Span]:
    department = ink.minutes.department(department_id)
    words = [ink.minutes.department_name(department_id), ink.minutes.person_name(person_id)]
    return [(tied(" ".join(w for w in words if w)), ink.of(department))] if any(words) else []


def _joined(parts: Sequence[Sequence[Span]], gap: Span) -> list[Span]:
    found: list[Span] = []
    for part in parts:
        if part:
            found += [gap, *part] if found else part
    return found


def draw_action(ink: Ink, action: Action) -> list[Paragraph]:
    """Number and task, then owner, helpers and due, then what is missing."""
    indent = max(3, len(action.code) + 1)
    body: Style = ink.faint if action.left_out or action.status == "cancelled" else ink.text
    helpers = wording.helping(ink.minutes, action)
    helping: list[Span] = [(tied(_("helped by") + " ") + "\u2060", ink.dim)] if helpers else []
    for n, (department, name) in enumerate(helpers):
        helping += [(wording.listed(("", "")), ink.dim)] * bool(n) + [(tied(name), ink.of(department))]
    due = [_due(ink, action.due, action.due_text, action.due_flags)]
    details = _joined(
        [
            _owner(ink, action),
            helping,
            [span for spans in due for span in spans],
            missing(ink, action),
        ],
        ("  ", ink.text),
    )
    head = Paragraph([(action.task, body), *marks(ink, action)], [(action.code, ink.strong)], indent)
    return [head, Paragraph(details, (), indent)]


def _owner(ink: Ink, action: Action) -> list[Span]:
    found = _who(ink, action.owner_department_id, action.owner_id)
    return found or (
        [(tied(wording.owner_of_action(ink.minutes, action)), ink.text)] if action.for_all else []
    )


def _due(ink: Ink, iso: str | None, words: str, flags: str) -> list[Span]:
    if not iso and not words:
        return []
    year = (ink.minutes.meeting.starts_at or iso or "")[:4]
    day = wording.brief_day(iso, int(year)) if iso else words
    shown: list[Span] = [(tied(day), ink.strong if iso else ink.warn)]
    return [*shown, (" " + tied(_flags(flags)), ink.warn)] if flags else shown


def _flags(flags: str) -> str:
    """The flags of a date in the language in use; they are kept as Chinese words."""
    if wording.chinese():
        return flags
    return wording.listed(flag_words(flag) for flag in flags.split("、"))


def draw_resolution(ink: Ink, resolution: Resolution) -> list[Paragraph]:
    """Number and words, then who carries it out from when, on which conditions, by which vote."""
    indent = max(3, len(resolution.code) + 1)
    gone = bool(resolution.superseded_by) or resolution.left_out
    executing = (
        [ink.department(resolution.executing_department_id)] if resolution.executing_department_id else []
    )
    since = _due(ink, resolution.effective, resolution.effective_text, "")
    details = _joined(
        [
            [(_("carried out by") + " ", ink.dim), *executing] if executing else [],
            [(_("in force") + " ", ink.dim), *since] if since else [],
            _conditions(ink, resolution),
            [(_("vote {figures}").format(figures=resolution.vote), ink.dim)] if resolution.vote else [],
            _replaced(ink, resolution),
            missing(ink, resolution),
        ],
        ("  ", ink.text),
    )
    body = ink.faint if gone else ink.text
    head = Paragraph(
        [(resolution.text, body), *marks(ink, resolution)], [(resolution.code, ink.strong)], indent
    )
    return [head, Paragraph(details, (), indent)] if details else [head]


def _conditions(ink: Ink, resolution: Resolution) -> list[Span]:
    """The actions it depends on, each with its state; those not yet done are warned of."""
    found: list[Span] = []
    for action in ink.minutes.conditions(resolution.id):
        look = ink.good if action.status == "done" else ink.warn
        gap = wording.listed(("", "")) if found else _("on condition of {actions}").format(actions="")
        found += [(gap, ink.dim), (tied(with_state(action.code, action.status)), look)]
    return found


def _replaced(ink: Ink, resolution: Resolution) -> list[Span]:
    """What took its place, and whose place it took."""
    found: list[Span] = []
    if successor := ink.minutes.get(Resolution, resolution.superseded_by):
        found.append((tied("⊘ " + _("superseded by {number}").format(number=successor.code)), ink.warn))
    if replaced := wording.listed(r.code for r in ink.minutes.superseded(resolution.id)):
        found.append(
            (" " * bool(found) + _("in place of {resolutions}").format(resolutions=replaced), ink.dim)
        )
    return found


def draw_issue(ink: Ink, issue: OpenIssue) -> list[Paragraph]:
    """Number and words, then who leads it, how, and when it comes back."""
    indent = max(3, len(issue.code) + 1)
    back = _due(ink, issue.revisit, issue.revisit_text, "")
    details = _joined(
        [
            _who(ink, issue.lead_department_id, issue.lead_id),
            [(issue.handling, ink.dim)] if issue.handling else [],
            [(_("comes back") + " ", ink.dim), *back] if back else [],
            missing(ink, issue),
        ],
        ("  ", ink.text),
    )
    head = Paragraph([(issue.text, ink.text), *marks(ink, issue)], [(issue.code, ink.strong)], indent)
    return [head, Paragraph(details, (), indent)] if details else [head]


def draw_disagreement(ink: Ink, found: Disagreement) -> list[Paragraph]:
    """The dispute with its parties, and what became of it."""
    lead_dispute, lead_settled = _("Dispute"), _("Consensus")
    indent = 3 + max(width(lead_dispute), width(lead_settled))
    drawn: list[Paragraph] = []
    open_style = ink.warn if found.status == "open" else ink.dim
    if found.dispute:
        sign = "! " if found.status == "open" else "· "
        words: list[Span] = [(found.dispute, ink.text), *marks(ink, found)]
        drawn.append(Paragraph(words, [(sign + lead_dispute, open_style)], indent))
        if parties := ink.minutes.parties(found.id):
            drawn.append(Paragraph(_parties(ink, parties), (), indent))
    if found.consensus:
        words = [(found.consensus, ink.text), *([] if found.dispute else marks(ink, found))]
        drawn.append(Paragraph(words, [("✓ " + lead_settled, ink.good)], indent))
    elif found.status == "deferred":
        drawn.append(
            Paragraph([(found.reason, ink.text)], [("◇ " + dispute_label("deferred"), ink.dim)], indent)
        )
    else:
        drawn.append(Paragraph([(_("no consensus yet"), ink.warn)], (), indent))
    return drawn


def _parties(ink: Ink, parties: Sequence[Department]) -> list[Span]:
    found: list[Span] = []
    for n, department in enumerate(parties):
        found += [(" · ", ink.dim)] * bool(n) + [(tied(department.name), ink.of(department))]
    return found


def _said(ink: Ink, opinion: Opinion) -> list[Span]:
    body = ink.faint if opinion.left_out else ink.text
    return [*stance(ink, opinion.stance), (as_said(opinion), body), *marks(ink, opinion)]


def draw_opinion(ink: Ink, opinion: Opinion, lead: Sequence[Span], indent: int) -> list[Paragraph]:
    """Stance and words, then when and who."""
    carried = CARRIED if opinion.carried and not opinion.asks else ""
    who = " ".join(w for w in (clock(opinion.at), carried, ink.minutes.person_name(opinion.person_id)) if w)
    return [Paragraph([*_said(ink, opinion), ("  " + tied(who), ink.dim)], lead, indent)]


def draw_brief(ink: Ink, opinion: Opinion) -> Paragraph:
    """Department, stance and words alone."""
    name, look = ink.department(opinion.department_id, bold=True)
    carried: list[Span] = [(" " + CARRIED, ink.dim)] if opinion.carried and not opinion.asks else []
    return Paragraph([*_said(ink, opinion), *carried], [(name or "?", look)], width(name or "?") + 1)


def _labelled(label: str, text: str, ink: Ink, entry: Entry, body: Style) -> list[Paragraph]:
    return [Paragraph([(text, body), *marks(ink, entry)], [(label, ink.dim)], width(label) + 1)]


def draw_background(ink: Ink, entry: Background) -> list[Paragraph]:
    """Its label and words."""
    return _labelled(_("Background"), entry.text, ink, entry, ink.text)


def draw_point(ink: Ink, entry: Point) -> list[Paragraph]:
    """Its label and words."""
    return _labelled(_("Point"), entry.text, ink, entry, ink.text)


def draw_note(ink: Ink, entry: Note) -> list[Paragraph]:
    """Its label and words, both dim: notes are the recorder's own."""
    return _labelled(_("Note"), entry.text, ink, entry, ink.dim)


DRAWN: dict[type[Entry], Callable[[Ink, Any], list[Paragraph]]] = {
    Background: draw_background,
    Point: draw_point,
    Opinion: lambda ink, opinion: [draw_brief(ink, opinion)],
    Disagreement: draw_disagreement,
    Resolution: draw_resolution,
    Action: draw_action,
    OpenIssue: draw_issue,
    Note: draw_note,
}
"""How an entry of each kind looks on its own."""


def draw_entry(ink: Ink, entry: Entry) -> list[Paragraph]:
    """Any entry on its own."""
    return DRAWN[type(entry)](ink, entry)
