"""Actions, what a line of labels adds to the latest one, and open issues, which have the same slots."""

from __future__ import annotations

import re

from models.capture.line import LONG, Context, Words
from models.capture.named.mentions import mention_at
from models.capture.values import ActionLine, OpenIssueLine, SlotsLine, Somebody
from models.capture.words.everyday import ALL_DEPARTMENTS, EVERY_DEPARTMENT
from models.capture.words.idiom import idiom, named_together
from models.capture.words.lexicon import either, label
from models.capture.work import owners
from models.capture.work.dues import read_words
from models.capture.work.english_work import does_next, is_to
from models.capture.work.slots import Slots, read_labels, read_signs
from models.dates import Due, match_at, resolve
from models.roster import Named


def read_slots(words: Words, context: Context, inferred: bool = True) -> Slots:
    """The slots of an action's words: labels, then signs, then (if `inferred`) what the words say themselves."""
    slots = Slots.of(words, context)
    read_labels(slots)
    read_signs(slots)
    slots.low = slots.low.replace("\x01", " ")
    slots.known("said")
    if inferred:
        _all_departments(slots)
        read_words(slots)
    slots.known("led")
    return slots


_NEXT_JOB = re.compile(r"[,;]\s*+")
_SIGNS = re.compile(r"[@+:]")


def jobs_of(words: Words, context: Context) -> list[Words]:
    """The words cut where somebody known begins another job (韩雪周五前下PO，钱文斌周四先批); signs keep them whole."""
    if _SIGNS.search(words.low) or len(words.low) > LONG:
        return [words]
    starts = [(0, 0)]
    for comma in _NEXT_JOB.finditer(words.low):
        one = mention_at(words, comma.end(), context)
        own = one and one.known and one.certain and owners.begins_job(words.low, one.end)
        if own or is_to(words, comma.end(), context) or does_next(words, comma.end(), context):
            starts.append(comma.span())
    ends = [start for start, _ in starts[1:]] + [len(words.low)]
    parts = [words.cut(begin, end).strip() for (_, begin), end in zip(starts, ends, strict=True)]
    whose = (read_slots(part, context).owner for part in parts[:1])
    return parts if len(parts) > 1 and all(whose) else [words]


_EVERY_DEPARTMENT = re.compile(rf"(?:{either(ALL_DEPARTMENTS)})(?!的|都|间|之间)")


def _all_departments(slots: Slots) -> None:
    """Takes 各部门 at the beginning as the owner: every department that is there, none of the list."""
    match = _EVERY_DEPARTMENT.match(slots.low, match_at(slots.low, 0) or 0)
    if match is not None and slots.owner is None:
        slots.owner = Named(EVERY_DEPARTMENT)
        slots.take(*match.span())


def action(words: Words, context: Context, doubt: bool = False) -> ActionLine:
    """The action these words say."""
    return made_action(read_slots(words, context), doubt)


def made_action(slots: Slots, doubt: bool = False) -> ActionLine:
    """The action of slots that have been read."""
    due = slots.resolved()
    department, person = owner_of(slots)
    return ActionLine(
        task=slots.task(),
        owner_department=department,
        owner=person,
        cooperating=tuple(name for name in slots.cooperating if name != department),
        helpers=helpers_of(slots),
        cooperating_none=_alone(slots),
        due_text=due.text,
        due=due.date,
        flags=due.flags,
        candidates=tuple(dict.fromkeys(slots.candidates)),
        missing=_missing(owner_department=department, owner=person or _nobody_else(department), due=due.date),
        evidence=_evidence(slots, department, person),
        doubt=doubt,
    )


def _nobody_else(department: str | None) -> str | None:
    """Of every department no person is asked."""
    return department if department == EVERY_DEPARTMENT else None


def _evidence(slots: Slots, department: str | None, person: str | None) -> dict[str, str]:
    """How owner, helpers and due are known: a sign or label said them, or the sentence itself."""
    found = {
        "owner_department": department,
        "owner": person,
        "cooperating": slots.cooperating,
        "helpers": slots.helpers,
        "due": slots.due,
    }
    part = {"owner_department": "owner"}
    return {name: slots.by[part.get(name, name)] for name, value in found.items() if value}


def owner_of(slots: Slots) -> tuple[str | None, str | None]:
    """Department and person of the owner."""
    return (None, None) if slots.owner is None else (slots.owner.department, slots.owner.person)


def helpers_of(slots: Slots) -> tuple[Somebody, ...]:
    """The people who help the owner."""
    return tuple(one for one in slots.helpers if (one.department, one.name) != owner_of(slots))


def _missing(**fields: str | None) -> tuple[str, ...]:
    return tuple(name for name, value in fields.items() if not value)


def _alone(slots: Slots) -> bool:
    return slots.alone and not (slots.cooperating or slots.helpers)


_LABELS_ONLY = re.compile(r"[\x00\s,，;；。、|｜/-]*")


def slots_alone(words: Words, context: Context, doubt: bool = False) -> SlotsLine | None:
    """A line of labels and signs with nothing else in it."""
    slots = read_slots(words, context, inferred=False)
    handling, revisit = open_labels(slots)
    if not (slots.by_sign or handling or revisit.text) or _LABELS_ONLY.fullmatch(slots.low) is None:
        return None
    due = slots.resolved()
    department, person = owner_of(slots)
    return SlotsLine(
        owner_department=department,
        owner=person,
        cooperating=tuple(slots.cooperating),
        helpers=helpers_of(slots),
        cooperating_none=_alone(slots),
        due_text=due.text,
        due=due.date,
        flags=due.flags,
        handling=handling,
        revisit_text=revisit.text,
        revisit=revisit.date,
        candidates=tuple(slots.candidates),
        evidence=_evidence(slots, department, person),
        doubt=doubt,
    )


_OPEN_LABEL = re.compile(
    rf"(?:^|(?<=[\s,，;；。、(\x00]))(?:(?P<handling>{label('handling')})|(?P<revisit>{label('revisit')}))\s*+:\s*+"
)

_OPEN_END = re.compile(r"[;\x00]")


def open_labels(slots: Slots) -> tuple[str, Due]:
    """How an open issue is handled and when it comes back, as labels say, wherever they are."""
    handling: list[str] = []
    revisit, found = Due("", None), _OPEN_LABEL.search(slots.low)
    while found is not None:
        following = _OPEN_LABEL.search(slots.low, found.end())
        stop = _OPEN_END.search(slots.low, found.end())
        ends = [match.start() for match in (stop, following) if match]
        end = min(ends, default=len(slots.low))
        value = slots.said(found.end(), end).strip(" ,，;；")
        if found["handling"]:
            handling.append(value)
        elif not revisit.text:
            revisit = resolve(value, slots.context.anchor, slots.context.calendar)
        if found["handling"] or revisit.text == value:
            slots.take(found.start(), end)
        found = following
    return "；".join(filter(None, handling)), revisit


_NEXT_TIME = re.compile(
    r"(?:^|(?<=[\s,;\x00]))于?(?P<when>下次(?:例会|会议|会))上?(?:再议|再定|复议|再?讨论)\s*+[。.]?\s*+$"
)


def open_issue(words: Words, context: Context, doubt: bool = False) -> OpenIssueLine:
    """The open issue these words say; a due is when it is taken up again."""
    slots = Slots.of(words, context)
    handling, revisit = open_labels(slots)
    read_labels(slots)
    read_signs(slots)
    slots.low = slots.low.replace("\x01", " ")
    read_words(slots, acting=True)
    if not slots.due and (again := _NEXT_TIME.search(slots.low)):
        slots.due = slots.said(*again.span("when"))
        slots.take(*again.span())
    due = revisit if revisit.text else slots.resolved()
    department, person = owner_of(slots)
    return OpenIssueLine(
        text=_with_the_rest(slots, revisit),
        lead_department=department,
        lead=person,
        handling=handling,
        revisit_text=due.text,
        revisit=due.date,
        flags=due.flags,
        candidates=tuple(dict.fromkeys(slots.candidates)),
        missing=_missing(lead_department=department, lead=person, revisit=due.date),
        doubt=doubt,
    )


def _with_the_rest(slots: Slots, revisit: Due) -> str:
    """The words of an open issue with what it has no field for: who helps, and by when if it comes back another day."""
    text = slots.task()
    say = idiom("en" if slots.words.raw.isascii() else "zh_CN")
    people = [
        named_together(one.department or "", one.name) for one in helpers_of(slots) if one.name not in text
    ]
    theirs = [one.department for one in slots.helpers]
    helping = [*people, *(name for name in slots.cooperating if name not in theirs and name not in text)]
    none = say.words("无", "none") if _alone(slots) else ""
    due = slots.due if revisit.text and slots.due != revisit.text else ""
    rest = ((say.words("配合", "with"), say.comma.join(helping) or none), (say.words("完成时限", "due"), due))
    return say.clause.join([text, *(label + say.colon + said for label, said in rest if said)])
