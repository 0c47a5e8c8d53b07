"""Jobs as people type them in English in a hurry, whoever speaks, in any order of thing, owner and day.

samples here by 30 Oct (Dana) · the ledger to be checked by Stan by Friday · Dana sends the list tomorrow
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.capture.line import Context, Items, Line, Words
from models.capture.named.mentions import Mention
from models.capture.values import ActionLine
from models.capture.words.english_verbs import GOING_ON, THIRD, is_english_title, is_job
from models.capture.words.everyday import INTERJECTION, LONG_PAST
from models.capture.work.actions import made_action
from models.capture.work.dues import read_words, spans_in
from models.capture.work.english_work import charged, known_names
from models.capture.work.slots import Slots
from models.dates import match_at

_MOST = 160
"""Characters of the longest line in which somebody is given a job in passing."""
_NOT_HERE = re.compile(r"@|\+(?! )|(?<! )\+|:(?!\d)|(?<!\d):|[?]")
"""Signs and colons say themselves what is meant; a question gives nobody a job."""
_PERSONAL = re.compile(r"\b(?:i|we|you|i'm|i'll|we'll|we're|you're|my|our|your)\b")
"""Words of whoever speaks: what he says to or of somebody is no note of a job."""
_IF = re.compile(r"\b(?:if|unless|when|once|because|since|that|which|who|whether|bc|cos)\b")


def job_in_english(words: Words, line: Line, doubt: bool) -> Items | None:
    """An action of somebody known whom an English note names with what he is to do."""
    lead = INTERJECTION.match(words.low)
    said = words.cut(lead.end() if lead else 0)
    low = said.low
    if len(low) > _MOST or not low.isascii() or _NOT_HERE.search(low) or LONG_PAST.search(low):
        return None
    jobs = [_read(part, line, doubt) for part in _parts(said, line.context)]
    return tuple(job for job in jobs if job) if all(jobs) else None


def _read(said: Words, line: Line, doubt: bool) -> ActionLine | None:
    """The job of one part of the line, by the first of the ways to give one."""
    for rule, read in _RULES:
        if made := read(said, line.context, doubt):
            line.rule = rule
            return made
    return None


_NEXT = re.compile(r"[,;] (?:and )?(?=\S)")


def _parts(said: Words, context: Context) -> list[Words]:
    """The line cut where somebody else is named with a job of his own (Dana writes to them; Emi updates the notes)."""
    cuts = [
        (0, 0),
        *(sign.span() for sign in _NEXT.finditer(said.low) if _sets_out(said.cut(sign.end()), context)),
    ]
    ends = [*(start for start, _end in cuts[1:]), len(said.low)]
    return [said.cut(start, end) for (_start, start), end in zip(cuts, ends, strict=True)]


def _sets_out(said: Words, context: Context) -> bool:
    """Whether words begin with somebody and a form of a verb that says what he is to do."""
    who = known_names(said, 0, context)
    gap = _ADVERBS.match(said.low, who[-1].end) if who else None
    does = _DOES.match(said.low, gap.end()) if gap else None
    return bool(does and _acts(who, does["verb"], asked=False))


def _job(
    said: Words, who: list[Mention], taken: tuple[tuple[int, int], ...], context: Context, doubt: bool
) -> ActionLine | None:
    """The action of the words without what is taken out of them; the first named owns it, the others help."""
    slots = Slots.of(said, context)
    for start, end in taken:
        slots.take(start, end)
    slots.owner = who[0].who[0]
    for other in who[1:]:
        slots.cooperate(other.who[0])
    slots.beside = slots.said(who[1].start, who[-1].end) if len(who) > 1 else ""
    read_words(slots)
    slots.known("led")
    return made_action(slots, doubt) if slots.task() else None


# -- what somebody does, in the present ----------------------------------------------------------------------------

_ADVERBS = re.compile(r" (?:(?:also|then|now|still|just|please|pls|plz) )*(?=[a-z])")
_DOES = re.compile(r"(?P<verb>[a-z]+(?:-[a-z]+)*)(?![a-z'’])")
_IS_BACK = re.compile(
    r"gets? (?:back|in|here|there|off|up|married)\b|looks? (?!into\b|at\b|for\b|after\b)"
    r"|looking (?!into|at|for|after)"
)
_LASTING = re.compile(r"(?:until|till|since|from)\b")


def _present(said: Words, context: Context, doubt: bool) -> ActionLine | None:
    """Dana sends the list by Friday, Dana pls send it, Dana chasing the bank today: with a day, or with please."""
    who = known_names(said, 0, context)
    if not who or _IF.search(said.low):
        return None
    gap = _ADVERBS.match(said.low, who[-1].end)
    does = _DOES.match(said.low, gap.end()) if gap else None
    if gap is None or does is None or not _acts(who, does["verb"], asked="pl" in gap[0]):
        return None
    if _IS_BACK.match(said.low, gap.end()):
        return None
    made = _job(said, who, ((0, gap.end()),), context, doubt)
    if made is None or not ((made.due_text and not _LASTING.match(made.due_text.lower())) or "pl" in gap[0]):
        return None
    return made


def _acts(who: list[Mention], verb: str, *, asked: bool) -> bool:
    """Whether a form of a verb says that they are to do it; a department's plural is no verb (Sales orders)."""
    if asked or len(who) > 1:
        return is_job(verb)
    person = who[0].person is not None
    return person and (verb in THIRD or verb in GOING_ON or is_job(verb) or verb in ("looks", "does"))


# -- who is named behind the thing ---------------------------------------------------------------------------------

_TO_BE_DONE = re.compile(
    r"\b(?:(?:needs?|has|have|is|are|due) )?(?:to be|being|will be|must be|gets?"
    r"|to get) (?:\w+ ){1,2}?by (?=\S)"
    r"|\b(?:to|will) (?:go|come|follow)(?: out)? from (?:the )?(?=\S)"
)
_BY = re.compile(r"(?:by|from) (?:the )?$")


def _passive(said: Words, context: Context, doubt: bool) -> ActionLine | None:
    """The ledger to be checked by Stan by Friday: what is to be done stays as it is, without who does it."""
    if _PERSONAL.search(said.low) or _IF.search(said.low):
        return None
    for sign in _TO_BE_DONE.finditer(said.low):
        who = known_names(said, sign.end(), context)
        by = _BY.search(said.low, 0, sign.end())
        if who and by and _ends(said.low, who[-1].end):
            return _job(said, who, ((by.start(), who[-1].end),), context, doubt)
    return None


def _ends(low: str, pos: int) -> bool:
    """Whether nothing but a day stands behind."""
    rest = low[pos:].strip(" .,;)(-–—")
    return not rest or any(one.start == 0 and one.end == len(rest) for one in spans_in(rest))


_SIGN = re.compile(r"\s*+(?:-+>|=>|→)\s*+|\s+[-–—]+\s+|,\s+|\s*+\(\s*+")


def _behind(said: Words, context: Context, doubt: bool) -> ActionLine | None:
    """The thing first, its owner behind a dash, an arrow, a comma or in brackets, the day on either side."""
    for sign in reversed(list(_SIGN.finditer(said.low))):
        who = known_names(said, sign.end(), context) if sign.start() else []
        if not who or not _ends(said.low, who[-1].end):
            continue
        made = _job(said, who, (_with_sign(said.low, sign, who),), context, doubt)
        task = said.low[: sign.start()].strip()
        return made if made and _is_given(sign[0].strip(), task, made, who[0]) else None
    return None


def _with_sign(low: str, sign: re.Match[str], who: list[Mention]) -> tuple[int, int]:
    """The owner's words with their sign; of a bracket that holds more, the names alone."""
    end = who[-1].end
    if "(" not in sign[0]:
        return sign.start(), end
    return (sign.start(), end + 1) if low.startswith(")", end) else (who[0].start, end)


def _is_given(sign: str, task: str, made: ActionLine, who: Mention) -> bool:
    """Whether sign, day and thing make it a job: an arrow always, a comma only behind a thing with a day."""
    if ">" in sign or sign == "→":
        return True
    if _PERSONAL.search(task) or _IF.search(task):
        return False
    first = task.partition(" ")[0]
    if not made.due_text:
        return is_job(first) and sign != "," and who.person is not None
    return is_job(first) or sign == "(" or is_english_title(_without_day(task))


_AWAY = re.compile(r"\b(?:pto|leave|holiday|off|out|away|sick|vacation|abroad|back|late)\b")


def may_be_due(said: Words) -> bool:
    """Whether words behind a name and a dash begin or end with a due, and may be what one is to do by then."""
    low = said.low.rstrip(" .!)]")
    if _AWAY.search(low):
        return False
    edges = [one for one in spans_in(low) if one.start == 0 or one.end == len(low)]
    if not edges or not low.isascii():
        return bool(edges)
    return is_job(low.partition(" ")[0]) or is_english_title(_without_day(low).rstrip(" ,("))


def told_behind_dash(words: Words, context: Context) -> bool:
    """Whether somebody's name and a dash stand before what he tells, and no job of his."""
    who = known_names(words, 0, context)
    dash = _DASH.match(words.low, who[-1].end) if who else None
    return dash is not None and words.low.isascii() and not may_be_due(words.cut(dash.end()))


def _without_day(task: str) -> str:
    """A thing without the day it is to be done by."""
    last = next((one for one in reversed(spans_in(task)) if one.end == len(task)), None)
    return (
        re.sub(r"\b(?:here|in|out|back|done|ready)? ?(?:by|on|for)?\s*$", "", task[: last.start]).strip()
        if last
        else task
    )


_TO_DO_IT = re.compile(r" to (?P<verb>[a-z]+)(?![a-z'’])")


def _thing_first(said: Words, context: Context, doubt: bool) -> ActionLine | None:
    """The thing, a comma, and who is to do what with it (temporary main to H4, Engineering to price it)."""
    for comma in re.finditer(r",\s+|\s+[-–—]\s+", said.low):
        who = known_names(said, comma.end(), context)
        does = _TO_DO_IT.match(said.low, who[-1].end) if who else None
        if does and is_job(does["verb"]) and is_english_title(said.raw[: comma.start()]):
            return _job(said, who, ((comma.end(), does.start("verb")),), context, doubt)
    return None


# -- who has it ----------------------------------------------------------------------------------------------------


def _charged(said: Words, context: Context, doubt: bool) -> ActionLine | None:
    """Irene has the action to chase the bank."""
    found = charged(said, context)
    if found is None:
        return None
    one, pos = found
    return _job(said, [one], ((0, pos),), context, doubt)


_DASH = re.compile(r"\s+[-–—]+\s+(?=\S)")
_TO_HIM = re.compile(r"(?P<comma>,) (?=\S)|\s+[-–—]+\s+(?=\S)")


def _dashed(said: Words, context: Context, doubt: bool) -> ActionLine | None:
    """Dana - tell the haulier by Friday, Dana - handover notes by 11 Dec: what one is to do or deliver by a day."""
    who = known_names(said, 0, context)
    dash = _TO_HIM.match(said.low, who[-1].end) if who else None
    if dash is None or (dash["comma"] and not all(one.person for one in who)):
        return None
    task = said.cut(dash.end())
    made = _job(said, who, ((0, dash.end()),), context, doubt)
    if made is None or _PERSONAL.search(task.low) or _IF.search(task.low):
        return None
    if is_job(task.low.partition(" ")[0]):
        return made
    limited = re.search(r"\b(?:by|before|end of|eod|cob|eow)\b", made.due_text.lower())
    return made if limited and is_english_title(_without_day(task.low.rstrip(" ."))) else None


_RULES = (
    ("has_it", _charged),
    ("dashed", _dashed),
    ("present", _present),
    ("passive", _passive),
    ("behind", _behind),
    ("thing_first", _thing_first),
)


def deliveries(low: str) -> Iterator[str]:
    """The thing that is due by a day, where a line says nothing else (drafts of the FAQ by 18 Dec)."""
    for one in spans_in(low):
        limit = re.match(r"(?:by|before|no later than|end of)\b", low[one.start :])
        if one.end == len(low) and (limit or re.search(r"\b(?:out|due) (?:on )?$", low[: one.start])):
            yield re.sub(r" due$", "", _without_day(low))


def is_delivery(words: Words) -> bool:
    """Whether a line only names a thing and the day it is due by: somebody's job, and nobody knows whose."""
    low = words.low.rstrip(" .!")
    return low.isascii() and match_at(low, 0) is None and any(map(is_english_title, deliveries(low)))
