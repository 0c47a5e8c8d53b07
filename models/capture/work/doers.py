"""Who does something in a line in everyday words, and what: 停机方案|闫磊|写, 退款|姜涛|负责, 小周|明天|去问."""

from __future__ import annotations

import re
from typing import NamedTuple

from models.capture.line import Context, Words
from models.capture.named.mentions import LIST, Mention, mention_at, mentions_at
from models.capture.words.everyday import ORDINARY_STEMS
from models.capture.words.job_words import (
    CALLS,
    DOES,
    HELPS,
    NOT_DONE_YET,
    ON_THE_WAY,
    RECEIVES,
    STRONG,
    TOLD_TO,
)
from models.capture.words.work_verbs import work_verb_at
from models.capture.work.dues import spans_in
from models.dates import match_at
from models.names import plain_names
from models.roster import Named

SEPARATES = re.compile(r"[\s,;。()]|——|--")


class Doer(NamedTuple):
    """Somebody known in a line, and what he is to do behind his name."""

    one: Mention
    deed: int
    """Where the verb begins; what stands between are adverbs and the due."""
    end: int
    """Where it ends."""
    strong: bool
    """Whether the verb itself says that it is his job (负责, 牵头, 盯)."""
    others: tuple[Mention, ...] = ()
    """Who does it with him."""


def clause_start(low: str, pos: int) -> int:
    """Where the clause of a name begins."""
    ends = [match.end() for match in SEPARATES.finditer(low, 0, pos)]
    return ends[-1] if ends else 0


def doers_in(said: Words, context: Context) -> list[Doer]:
    """Everybody known who does something in the line, without those who only help or are only given something."""
    found: list[Doer] = []
    pos = 0
    while pos < len(said.low):
        one = person_at(said, pos, context)
        if one is None:
            pos += 1
            continue
        doer = None if RECEIVES.search(said.low, 0, pos) else _doing(said, one, context)
        if doer is not None:
            found.append(doer)
        pos = max(doer.end if doer else one.end, pos + 1)
    return found


def person_at(said: Words, pos: int, context: Context) -> Mention | None:
    """Somebody known at a place."""
    low = said.low
    if low[pos].isspace() or (
        low[pos].isascii() and low[pos - 1 : pos].isascii() and low[pos - 1 : pos].isalnum()
    ):
        return None
    one = mention_at(said, pos, context, short=True)
    if one is None and begins(low, pos):
        return _new_at(said, pos)
    if one is None or not one.known or low[one.start : one.end] in ORDINARY_STEMS:
        return None
    return one if one.certain or is_person(one) else None


def _new_at(said: Words, pos: int) -> Mention | None:
    """Somebody nobody knows yet by a whole name, where the verb behind says that it is his job (邵丽牵头写流程)."""
    ends = (end for end in plain_names(said.low, pos) if STRONG.match(said.low, end))
    end = next(ends, None)
    return None if end is None else Mention(pos, end, (Named(None, said.raw[pos:end]),), known=False)


def is_person(one: Mention) -> bool:
    """Whether only people are meant by a name, one of them or several."""
    return all(who.person for who in one.who)


def begins(low: str, pos: int) -> bool:
    """Whether a clause begins here, perhaps behind a word that calls on somebody (由, 请)."""
    before = low[:pos].rstrip()
    called = CALLS.search(before)
    before = before[: called.start()].rstrip() if called else before
    return (
        not before
        or low[len(before) : pos].startswith(" ")
        or SEPARATES.match(before[-1]) is not None
        or before.endswith(("—", "--"))
    )


WITH = re.compile(r"\s*+[跟同和与]")


def _doing(said: Words, one: Mention, context: Context) -> Doer | None:
    """What somebody named here is to do; None where nothing is said of it, or only that he helps."""
    low, pos = said.low, one.end
    others: list[Mention] = []
    if (link := LIST.match(low, pos) or WITH.match(low, pos)) is not None:
        others = [
            other
            for other in mentions_at(said, link.end(), context, short=True)
            if other.certain and other.known
        ]
        pos = others[-1].end if others and (link[0].strip() != ",") else pos
        others = others if pos != one.end else []
    if begins(low, one.start) and low[pos : pos + 1] == " ":
        pos += 1
    deed, strong = _deed_at(low, pos)
    # 请财务尽快出个口径 is what the speaker asks for.
    strong = strong and (is_person(one) or deed is None or STRONG.match(low, deed) is not None)
    if deed is None:
        return None
    clause = clause_start(low, one.start)
    if not is_person(one) and not low[clause : one.start].strip():
        # A department that begins a clause is spoken of as often as it is given a job; behind a thing, and with a
        # day, what it is said to lead is one (…培训两次，宣教牵头，元旦前搞完).
        leads = clause > 0 and STRONG.match(low, deed) is not None and bool(spans_in(low))
        if not leads:
            return None
    if not others and (HELPS.match(low, pos) or HELPS.match(low, deed)):
        return None
    end = _verb_end(low, deed)
    if end is None or NOT_DONE_YET.match(low, end):
        return None
    return Doer(one, deed, end, strong, tuple(others))


def deed_after(low: str, pos: int) -> bool:
    """Whether what is to be done follows, past adverbs and a due."""
    return _deed_at(low, pos)[0] is not None


def _deed_at(low: str, pos: int) -> tuple[int | None, bool]:
    """Where the verb of a job begins behind a name, past adverbs and its due, and whether it makes it his."""
    going = None
    told = False
    while True:
        if STRONG.match(low, pos):
            return pos, True
        if way := ON_THE_WAY.match(low, pos):
            going = pos if way[0] == "去" else going
            told = told or TOLD_TO.match(low, pos) is not None
            pos = way.end()
            continue
        stop = match_at(low, pos)
        if stop is None or stop <= pos:
            break
        pos = stop + (low[stop : stop + 1] == " ")
    return (pos if _verb_end(low, pos) is not None else going), told


def _verb_end(low: str, pos: int) -> int | None:
    found = STRONG.match(low, pos) or DOES.match(low, pos)
    if found is not None:
        return found.end()
    return pos + 2 if work_verb_at(low, pos) and low[pos : pos + 1] != " " else None
