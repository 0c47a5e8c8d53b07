"""All the ways to read a line: the best first, then what Shift+Tab steps through."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple, TypeVar

from models.capture.agenda.facts import fact
from models.capture.agenda.topics import into_topic
from models.capture.changed.changes import changes_item
from models.capture.chat.said import at_of
from models.capture.families import beginning, first, recognise
from models.capture.line import LONG, Context, Items, Line, Words
from models.capture.markers import Opening, marker_at
from models.capture.named.mentions import mentions_at
from models.capture.named.newcomers import instead, newcomers
from models.capture.named.speaker import LEAD, Speaker, speaker_at
from models.capture.named.strangers import confirmed_at
from models.capture.said.opinions import as_speaker, plain
from models.capture.values import (
    ActionLine,
    ConsensusLine,
    DeferredLine,
    OpinionLine,
    Parsed,
    PointLine,
    Reading,
)
from models.capture.words.everyday import INTERJECTION, ORDINARY_STEMS
from models.capture.words.lexicon import FACTS, ROLL, either
from models.capture.work.actions import action
from models.roster import Named
from models.text import clean

_BULLET = re.compile(
    r"(?:[-*•·●○◆■▪–—☐□▶]\s*+|\d{1,2}[.、)](?!\d)\s*+|[(\[](?:\d{1,2}|[一二三四五六七八九十]{1,2})[)\]]\s*+"
    r"|[一二三四五六七八九十]{1,2}、\s*+|[①-⑳]\s*+)"
)

T = TypeVar("T")


class Why(NamedTuple):
    """What read a value: a family of `families.FAMILIES`, and the rule within it that won."""

    family: str
    rule: str


def parse(line: str, context: Context) -> Items:
    """The values of a line's best reading; none for a blank line."""
    return tuple(item for item, _why in explained(line, context))


def explained(line: str, context: Context) -> list[tuple[Parsed, Why]]:
    """The values of a line's best reading, each with what read it."""
    words = _words(line, context)
    return unless_broken(lambda: _explained(words, context), _unread(words)) if words else []


def readings(line: str, context: Context) -> list[Reading]:
    """How a line can be read, the best way first and plain text always among the others; [] for a blank one."""
    words = _words(line, context)
    if not words:
        return []
    best = parse(line, context)
    return [Reading(items) for items in unless_broken(lambda: _all(words, best, context), [best])]


_PADDED = re.compile("(?<=[\u3400-\u9fff])[ \u3000]+(?=[\u3400-\u9fff])")


def _words(line: str, context: Context) -> Words:
    """The line without controls, and without the space that pads the name of somebody known (张　伟)."""
    raw = clean(line)
    for gap in reversed(list(_PADDED.finditer(raw))):
        for before, behind in _AROUND:
            name = raw[max(0, gap.start() - before) : gap.start()] + raw[gap.end() : gap.end() + behind]
            if context.roster.is_person(name):
                raw = raw[: gap.start()] + raw[gap.end() :]
                break
    return Words.of(raw).strip()


_AROUND = ((1, 2), (2, 2), (2, 1), (1, 1))
"""So many characters of a padded name stand before and behind its gap."""


def unless_broken(read: Callable[[], T], instead: T) -> T:
    """Reading that never fails: what `read` gives, or `instead` where the grammar breaks on a line nobody foresaw.

    A line is read while it is typed, and again when a meeting opens over it: without this it would cost the meeting.
    """
    try:
        return read()
    except Exception:  # noqa: BLE001 - whatever it is, the words can still be kept as they are
        return instead


def _unread(words: Words) -> list[tuple[Parsed, Why]]:
    """A line on which the grammar broke: its words as a point, in doubt."""
    return [(PointLine(text=words.raw, doubt=True), Why("plain", "unread"))]


def _explained(words: Words, context: Context) -> list[tuple[Parsed, Why]]:
    why: list[Why] = []
    return list(zip(_best(words, context, why), why, strict=True))


def _all(words: Words, best: Items, context: Context) -> list[Items]:
    """The best reading and the others, each once; of a long line only that of plain text, which costs nothing."""
    if len(words.low) > LONG:
        return list(dict.fromkeys((best, plain(words, context))))
    others = (
        *_by_candidate(words, best, context),
        *_by_known(best, context),
        *_by_ordinary(words, context),
        *_by_dispute(words, best, context),
        *_by_kind(words, best, context),
    )
    speakers = _by_speaker(words, best, context)
    return list(dict.fromkeys((best, *speakers, *others, plain(words, context))))


def _best(words: Words, context: Context, why: list[Why] | None = None) -> Items:
    """The whole line by the first family that knows it, else clause by clause; `why` takes what read each value."""
    line = Line.of(context)
    if found := first("line", words, line):
        return _noted(found, line, why)
    at, words = _without_bullet(words, context)
    items = _by_topic(words, line, why)
    return tuple(replace(item, at=at) for item in items) if at else items


def _by_topic(words: Words, line: Line, why: list[Why] | None) -> Items:
    """The values of a line without list number, perhaps for another topic than the live one (1.1补：…)."""
    into = into_topic(words, line.context)
    if into is None or not into[1]:
        return _by_clauses(words, line, why)
    elsewhere = Line.of(
        replace(line.context, speaker=None, asking=False, aside=None, facts_open=False, disputes=())
    )
    return tuple(replace(item, topic=into[0]) for item in _by_clauses(into[1], elsewhere, why))


def _by_clauses(words: Words, line: Line, why: list[Why] | None) -> Items:
    if found := first("rest", words, line):
        return _noted(found, line, why)
    items: list[Parsed] = []
    for clause in clauses(words, line.context):
        made = _noted(recognise(clause, line), line, why)
        items += made
        line.first = False
        line.context = _after(line.context, made)
    return tuple(items)


def _noted(found: tuple[str, Items], line: Line, why: list[Why] | None) -> Items:
    """The values found; what read them goes to `why` where somebody asks."""
    family, items = found
    if why is not None:
        why += [Why(family, line.rule or family)] * len(items)
    return items


def _without_bullet(words: Words, context: Context) -> tuple[str, Words]:
    """The time a line was pasted with, and the line without it and without dash or list number.

    Both stay where only plain words follow: the time and the number are part of those.
    """
    at, end = at_of(words)
    rest = words.cut(end)
    bullet = _BULLET.match(rest.low)
    if bullet is not None:
        behind = rest.cut(bullet.end())
        if _is_headed(behind, context) or (not end and _is_more(behind, context)):
            return at, behind
    return (at, rest) if end and _is_headed(rest, context) else ("", words)


def _is_headed(words: Words, context: Context) -> bool:
    """Whether words begin with a marker or a speaker and a colon."""
    marker = marker_at(words)
    if marker is not None and marker.colon:
        return True
    speaker = speaker_at(words, context)
    return (speaker is not None and speaker.by == "colon") or words.low.startswith("?:")


def _is_more(words: Words, context: Context) -> bool:
    """Whether the beginning of words is read as more than plain ones."""
    clause = next(iter(clauses(words, context)), None)
    if clause is None:
        return False
    family, items = recognise(clause, Line.of(context))
    # A heading behind its number is asked for as well, and belongs with the number (3. Staffing).
    asks = family == "whose" and words.low.isascii()
    return (family != "plain" and not asks) or any(
        isinstance(one, OpinionLine) and one.stance != "none" for one in items
    )


def _after(context: Context, made: Items) -> Context:
    """The context the next clause of the line is read in: whoever spoke last goes on speaking."""
    last = made[-1] if made else None
    if isinstance(last, OpinionLine | PointLine) and last.asks:
        return replace(context, speaker=None, asking=True, aside=context.speaker or context.aside)
    if isinstance(last, OpinionLine) and last.speaks and (last.department or last.person):
        return replace(context, speaker=(last.department, last.person), asking=False, aside=None)
    ended = replace(context, speaker=None, asking=False, aside=None)
    return ended if isinstance(last, PointLine) else context


# -- where one line holds several entries ------------------------------------------------------------------------

_BREAK = re.compile(
    r"[;。,()]|[“”]"
    r"|(?<=[a-z0-9%][a-z0-9%])(?<!\bmr)(?<!\bms)(?<!\bdr)(?<!\bmrs)(?<!\bprof)(?<!\bno)(?<!\bst)(?<!\bvs)"
    r"\.(?=\s+\S)"
)
_STOPS = ("。", ".")
_LEADS_ON = re.compile(rf"(?:{LEAD.pattern})|(?:如果|假如|要是|若|除非|即使|等|因为|由于|既然).*", re.DOTALL)
_AHEAD = 80
"""How many characters a beginning may take: no beginning is longer, and looking at more would be quadratic."""


def clauses(words: Words, context: Context) -> list[Words]:
    """The line cut where a new entry begins."""
    parts: list[Words] = []
    start = 0
    kind = _kind(words, context)
    listed = 0
    for pos in _breaks(words.low):
        ahead = words.cut(pos + 1, pos + 1 + _AHEAD).strip()
        if pos < listed or not ahead:
            continue
        begun = _begun(words.low[pos], ahead, kind, context)
        if begun is None:
            listed = _list_end(words, pos + 1, kind, context)
            continue
        if words.low[pos] == "," and _leads_on(words.low[start : pos + 1]):
            continue
        parts.append(words.cut(start, pos + (words.low[pos] in _STOPS)).strip())
        start = pos + 1
        if words.low[pos] != ",":
            kind = begun
    parts.append(words.cut(start).strip())
    return [part for part in parts if part]


def _list_end(words: Words, pos: int, kind: str, context: Context) -> int:
    """Where a list of names ends that says nothing: from none of its commas on does it say more."""
    if kind != "plain":
        return 0
    ahead = words.cut(pos, pos + _AHEAD)
    names = mentions_at(ahead, 0, context) or confirmed_at(ahead, 0, context, lambda _low, _end: True)
    return pos + names[-1].start if len(names) > 1 else 0


def _leads_on(low: str) -> bool:
    """Whether what stands before a comma only leads on to what follows (会上，… 对了，… 如果…，…)."""
    return _LEADS_ON.fullmatch(low[:-1].strip()) is not None or INTERJECTION.fullmatch(low) is not None


def _breaks(low: str) -> Iterator[int]:
    """The signs at which a line may be cut: none inside brackets or quotation marks."""
    depth = quoted = 0
    for match in _BREAK.finditer(low):
        sign = match[0]
        if sign in "()":
            depth = max(0, depth + (1 if sign == "(" else -1))
        elif sign in "“”":
            quoted = sign == "“"
        elif not depth and not quoted:
            yield match.start()


def _kind(words: Words, context: Context) -> str:
    """What governs the splitting of a clause: roll, marked, colon (a speaker's) or plain."""
    if changes_item(words, context):
        return "marked"
    return _kind_of(beginning(words.cut(0, _AHEAD), context))


def _kind_of(head: Opening | Speaker | None) -> str:
    if isinstance(head, Opening):
        return "roll" if head.family in ROLL else "marked"
    return "plain" if head is None or head.by == "verb" else "colon"


def _begun(sign: str, ahead: Words, kind: str, context: Context) -> str | None:
    """What governs the splitting of the clause that begins behind a sign; None where none begins there."""
    if sign == ",":
        speaker = speaker_at(ahead, context) if kind == "plain" else None
        return kind if speaker is not None and speaker.by == "verb" else None
    head = beginning(ahead, context)
    if isinstance(head, Opening) and head.marks and head.colon and head.family not in FACTS:
        return _kind_of(head)
    if kind == "roll":
        return None
    speaker = speaker_at(ahead, context) if isinstance(head, Opening) else head
    begins = speaker is not None and (
        speaker.by == "colon" or kind == "plain" or (sign in _STOPS and kind == "colon")
    )
    return _kind_of(head) if begins else None


# -- what else it may mean ----------------------------------------------------------------------------------------


def _by_speaker(words: Words, best: Items, context: Context) -> list[Items]:
    """Of what asks who said it, the reading in which the speaker goes on."""
    first = best[0] if best else None
    if not isinstance(first, OpinionLine | PointLine):
        return []
    if first.asks:
        said = Words.of(first.text)
        return [as_speaker(said, context), *_by_first(first, context, first.doubt)]
    led = context.somebody_speaks and first.evidence.get("department") == "led"
    return [plain(words, context)] if led else []


def _by_first(item: OpinionLine | PointLine, context: Context, doubt: bool) -> list[Items]:
    """The reading in which the one who is offered first said it."""
    named = [one for one in context.roster.everybody if one.label in item.candidates]
    return [
        (OpinionLine(department=one.department, person=one.person, text=item.text, doubt=doubt),)
        for one in named
        if isinstance(item, OpinionLine)
    ]


def _by_candidate(words: Words, best: Items, context: Context) -> list[Items]:
    """The readings in which a word that fits several means each of them in turn."""
    labels = {label for item in best for label in item.candidates}
    if not labels or context.choices:
        return []
    low = words.low
    found = []
    for who in context.roster.everybody:
        if who.label not in labels:
            continue
        choices = [replace(context, choices={word: who}) for word in _spelt(low, who, context)]
        found += [_best(words, choice) for choice in choices]
    return found


_FAR = 200
_LONGEST_WORD = 7


def _spelt(low: str, who: Named, context: Context) -> list[str]:
    """The words of the line that fit this one among others, or perhaps."""
    fits = []
    for pos in range(min(len(low), _FAR)):
        at = context.roster.at(low, pos, short=True)
        ends = {at.end} if at is not None else set()
        ends |= {end for end in range(pos + 2, pos + _LONGEST_WORD + 1) if end <= len(low)}
        fits += [low[pos:end] for end in ends if _offers(low[pos:end], who, context)]
    return list(dict.fromkeys(fits))


def _offers(word: str, who: Named, context: Context) -> bool:
    """Whether a word fits somebody, and yet is not enough to say so."""
    fit = context.roster.resolve(word) if word[0] != " " else None
    if fit is None or who not in fit.who:
        return False
    return len(fit.who) > 1 or not fit.sure or word in ORDINARY_STEMS


_SUPPORTS = re.compile(rf"(?P<word>{either(ORDINARY_STEMS)})支持\s*+:")


def _by_ordinary(words: Words, context: Context) -> list[Items]:
    """The reading in which 技术支持： is what 技术部 says, and no ordinary word."""
    match = _SUPPORTS.match(words.low)
    fit = context.roster.resolve(match["word"]) if match and not context.choices else None
    if match is None or fit is None or len(fit.who) != 1:
        return []
    return [_best(words, replace(context, choices={match["word"]: fit.who[0]}))]


def _by_known(best: Items, context: Context) -> list[Items]:
    """The readings in which somebody new is somebody known of a name like it."""
    return [instead(best, new, meant) for new in newcomers(best, context) for meant in new.near]


def _by_dispute(words: Words, best: Items, context: Context) -> list[Items]:
    """The readings in which a consensus settles, or a deferral sets aside, another dispute, or none."""
    place = next((i for i, item in enumerate(best) if isinstance(item, (ConsensusLine, DeferredLine))), None)
    if place is None:
        return []
    item = best[place]
    assert isinstance(item, (ConsensusLine, DeferredLine))
    here = [f"#{i + 1}" for i in range(sum(one.kind == "dispute" for one in best[:place]))]
    ids = [*(one.id for one in reversed(context.disputes) if one.status == "open"), *here]
    others = [other for other in ids if other != item.settles]
    alone = [None] if item.settles is not None else []
    words_of = {one.id: one.text for one in context.disputes}
    return [
        (*best[:place], replace(item, settles=o, about=words_of.get(o or "", "")), *best[place + 1 :])
        for o in (*others, *alone)
    ]


def _by_kind(words: Words, best: Items, context: Context) -> list[Items]:
    """The readings as another kind: an opinion or point as an action and back, a fact as speech and back."""
    into = into_topic(words, context)
    if into is None:
        at, rest = _without_bullet(words, context)
        found = _of_kind(rest, best, context)
        return [tuple(replace(item, at=at) for item in items) for items in found] if at else found
    number, rest = into
    return [tuple(replace(item, topic=number) for item in items) for items in _of_kind(rest, best, context)]


def _of_kind(words: Words, best: Items, context: Context) -> list[Items]:
    found: list[Items] = []
    marker = marker_at(words)
    if marker is not None and marker.family in FACTS:
        if not context.facts_open:
            found.append((fact(marker.family, words.cut(marker.end), context),))
        return found
    if len(best) == 1 and isinstance(best[0], (OpinionLine, PointLine)) and len(words.low) <= LONG:
        unmarked, doubt = (words.cut(marker.end) if marker else words).undoubted()
        found.append((action(unmarked, context, doubt),))
    if len(best) == 1 and isinstance(best[0], ActionLine):
        speaking = replace(context, speaker=context.speaker or (None, None))
        _family, spoken = recognise(words, Line.of(speaking))
        if marker is None and isinstance(spoken[0], OpinionLine) and spoken[0].department:
            found.append(spoken)
    return found
