"""Accepts a line: what each of its values does to the meeting, by the function for its kind."""

from __future__ import annotations

from dataclasses import dataclass, field

from models import wording
from models.capture.line import Context
from models.capture.values import (
    AttendanceLine,
    BreakLine,
    ChangeLine,
    ConsensusLine,
    ContinuationLine,
    ConvertLine,
    DeferredLine,
    FactLine,
    MarkLine,
    NextLine,
    NoteLine,
    OutcomeLine,
    Parsed,
    ReplacementLine,
    SlotsLine,
    TopicLine,
    VoteLine,
)
from models.capture.words.lexicon import FORMER
from models.i18n import _
from models.meeting import Disagreement
from models.recorder import attendance, changes, convert, earlier, entries, facts, step_names, topics
from models.recorder.step import MeetingStep


def _attendance(step: MeetingStep, item: AttendanceLine) -> bool:
    for row_id in attendance.attend(step, item):
        step.touch(row_id)
    return True


def _change(step: MeetingStep, item: ChangeLine) -> bool:
    if item.entry:
        return changes.put_right(step, item)
    return earlier.change(step, item) if item.target.startswith("上") else changes.change(step, item)


def _next(step: MeetingStep, item: NextLine) -> bool:
    """Sets the next meeting; one without time or place (另行通知) is kept as a note too."""
    topics.next_line(step, item)
    if item.next_at is None and item.next_place is None:
        entries.note(step, NoteLine(text=step.line))
    return True


@dataclass(frozen=True, slots=True)
class Accepted:
    """What accepting a line came to."""

    label: str = ""
    """What undo will call it; empty if the line left nothing to undo."""
    touched: list[str] = field(default_factory=list)
    """The ids of the rows written, in order."""
    message: str = ""
    """What is to be said about it, if anything."""
    adjourned: bool = False
    """Whether the meeting has ended with it."""
    miss: bool = False
    """Whether nothing was stored and somebody has to look at the line."""
    changed: bool = True
    """Whether anything is different from before."""


_DONE: dict[type[Parsed], entries.Adds] = {
    **entries.ADDS,
    TopicLine: topics.topic_line,
    BreakLine: topics.break_line,
    OutcomeLine: topics.outcome_line,
    MarkLine: topics.mark_line,
    NextLine: _next,
    FactLine: facts.fact,
    AttendanceLine: _attendance,
    ContinuationLine: changes.continuation,
    ReplacementLine: changes.replacement,
    SlotsLine: changes.slots,
    VoteLine: changes.vote,
    ChangeLine: _change,
    ConvertLine: convert.convert_latest,
}


_QUOTED = 24
"""Cells of words that name nobody, enough to know them by."""
_CHANGES = (ChangeLine, ReplacementLine, SlotsLine, VoteLine)
"""What changes something that stands already."""


def do(step: MeetingStep, items: tuple[Parsed, ...]) -> bool:
    """Does the values of one line to the meeting; one that finds no place leaves the line as a note."""
    placed = [_done(step, item) for item in items]
    if all(placed):
        return True
    entries.note(step, NoteLine(text=step.line))
    step.message = step.message or _("There was nothing this could be added to; the line is kept as a note.")
    return False


def _done(step: MeetingStep, item: Parsed) -> bool:
    step.said_at = item.at
    return _DONE[type(item)](step, item)


def missed(items: tuple[Parsed, ...], context: Context) -> str:
    """What is to be said of a correction among these values that misses: nothing can be changed by it."""
    for item in items:
        if isinstance(item, ReplacementLine) and item.found_in is None:
            return _("{words} stands in no entry.").format(words=item.old)
        if isinstance(item, ChangeLine) and not item.target and not item.entry:
            return _("Change which entry? Say old=>new behind correction:, or its number.")
        if isinstance(item, ChangeLine) and item.target and "target" in item.missing:
            return _no_such(item.target, context)
        if isinstance(item, ChangeLine) and "value" in item.missing:
            words = _("{number}: “{words}” names nobody known and no day. Say a name, or a day.")
            return words.format(number=item.target, words=wording.shortened(item.reason, _QUOTED))
        if isinstance(item, TopicLine) and "number" in item.missing:
            return _no_topic(item.number or "", context)
    return ""


def _no_topic(number: str, context: Context) -> str:
    """That a topic there is none of was named, and which there are: 1.1–1.4."""
    numbers = [one for one, _title in context.topics]
    there = numbers[0] if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"
    return _("There is no topic {number}; there are {numbers}.").format(number=number, numbers=there)


def _no_such(target: str, context: Context) -> str:
    """That an item there is none of was named, and which there are: A1–A4, D1."""
    earlier = target.startswith("上")
    codes = {f"上{code}" for code in context.previous_codes} if earlier else context.codes
    if not codes:
        return _("There is no {number}: nothing has a number yet.").format(number=target)
    there = wording.listed(wording.ranges(codes))
    if target.startswith(FORMER):
        number = target.removeprefix(FORMER)
        words = _("What was {number} when this was typed is no more; there are {numbers}.")
        return words.format(number=number, numbers=there)
    return _("There is no {number}; there are {numbers}.").format(number=target, numbers=there)


def without_effect(step: MeetingStep, items: tuple[Parsed, ...]) -> Accepted:
    """Says that a line changed nothing; one that was to change something stays, to be put right, unless it is so."""
    what, nothing = step_label(step, items), _("Nothing changed")
    said = nothing if what in ("", nothing) else _("{number}: nothing changed").format(number=what)
    words = step.message or said
    miss = any(isinstance(item, _CHANGES) and not _is_so(item) for item in items)
    return Accepted(message=words, miss=miss, changed=False)


def _is_so(item: Parsed) -> bool:
    """Whether a change that had no effect said of an item it found what stands there already (A1 @李经理)."""
    return isinstance(item, ChangeLine) and bool(item.target) and not (item.missing or item.candidates)


def adjourns(items: tuple[Parsed, ...]) -> bool:
    """Whether the meeting ends with these values."""
    return any(isinstance(item, BreakLine) and item.what == "adjourn" for item in items)


def about(step: MeetingStep, items: tuple[Parsed, ...], since: int = 0) -> str | None:
    """The disagreement a consensus or deferral was about: the next line may continue it though newer entries stand."""
    if not items or not isinstance(items[-1], ConsensusLine | DeferredLine):
        return None
    return next((i for i in reversed(step.touched[since:]) if step.minutes.get(Disagreement, i)), None)


def step_label(step: MeetingStep, items: tuple[Parsed, ...]) -> str:
    """What the step is called: by the entries it touched, else by what the line was."""
    if of_earlier := [i for i in items if isinstance(i, ChangeLine) and i.target.startswith("上")]:
        return step_names.several(step_names.of_item(step.minutes, item) for item in of_earlier)
    touched = [entry for row_id in step.touched if (entry := step.minutes.entry(row_id))]
    if touched:
        return step_names.several(step_names.label(step.minutes, entry) for entry in touched)
    return step_names.several(step_names.of_item(step.minutes, item) for item in items)
