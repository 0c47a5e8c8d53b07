"""Lists of who is there in English: SRE - Tom Beck and Yusuf Kara · Ms Hill, finance · dev patel from it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from models.capture.line import Context, Words
from models.capture.present.gathered.english_forms import brought, parts, with_their_home
from models.capture.present.gathered.english_notes import NAME, TITLE, TYPED_LOW, department_of, notes
from models.capture.present.gathered.tongue import Label, Note, Piece, Place, Who
from models.english_name_words import (
    ALSO_SURNAMES,
    ENGLISH_ENDINGS,
    ENGLISH_GIVEN,
    ENGLISH_ORDINARY,
    LISTED_DEPARTMENTS,
)
from models.roster import Named

__all__ = [
    "BEHIND",
    "LONGEST",
    "ONE_IS_ENOUGH",
    "departments",
    "duty",
    "label",
    "lead",
    "names",
    "notes",
    "pieces",
    "stood_in_for",
]

LONGEST = 300
LEAVES = True
BEHIND = True
ONE_IS_ENOUGH = True
_LABEL = re.compile(
    r"(?P<absent>apols|apologies(?: from)?|sorry|regrets(?: from)?|absent|not here|away|missing)\s*[:\-–—]?\s+"
    r"|(?P<late>(?:running )?late)\s*[:\-–—]?\s+"
    r"|(?P<online>online|on (?:zoom|teams|the (?:call|phone|line))|dial(?:l)?(?:ed|ing) in"
    r"|remote(?:ly)?)\s*[:\-–—]\s+"
    r"|(?:(?:a?round the table|today|in the room)[,:]? )?(?P<present>here(?: today| are| is)?"
    r"|we(?:'ve| have) got|we have"
    r"|present|attending|attendees|in the room|in attendance|with us(?: today)?"
    r"|people|who's here"
    r"|those present|round the table|also(?: here| present)?|and)\s*[:\-–—]?\s+"
)
_GROUP = re.compile(r"\s*(?:;|(?<=[a-z)]{2})\.(?=\s)|\s/\s|\s\|\s)\s*|\.$")
_PIECE = re.compile(r"\s*(?:,(?:\s*(?:and|plus)\b)?|\s\+\s|\s&\s|\s(?:and|plus)\s)\s*")
_ME = re.compile(r"(?:me|myself|i'm)[\s,:-]+(?=[A-Z])", re.IGNORECASE)
_COVERS = re.compile(
    r"(?:is |here |he's |she's )?(?:covering|standing in|deputi[sz]ing|filling in|sitting in|stepping in|here|in) for "
    r"(?=\S+(?: \S+)?(?: who)?(?: is|['’]s) )"
)
_FIRST = re.compile(r"(?P<name>[A-ZÀ-Þ][a-zß-ɏ]+(?:-[A-Z][a-z]+)?)(?=['’]s\s|\s|\s*[(（]|$)")
_LINK = re.compile(r"(?:\s*(?:[:=]|–|—|\s-|-\s)\s*|\s+(?:is|are|has|sent|by|with)\s+|\s+)")


def label(words: Words) -> Label | None:
    """here: · apols · running late:"""
    match = _LABEL.match(words.low)
    if match is None:
        return None
    state = match.lastgroup or ""
    sure = match[0].split()[0] not in ("also", "and", "sorry")
    return Label(match.end(), "" if state == "present" else state, sure)


def pieces(words: Words) -> Iterator[Piece]:
    """The groups between semicolons, full stops and strokes, and in each the parts that commas and and join."""
    for group, _joint in _split(words, _GROUP):
        whole = list(parts(group))
        if len(whole) > 1:
            yield from (Piece(part, not place) for place, part in enumerate(whole))
            continue
        for place, (piece, joint) in enumerate(with_their_home(_split(group, _PIECE))):
            for further, part in enumerate(parts(piece)):
                yield Piece(part, not place and not further, place > 0 and joint != "," and not further)


def _split(words: Words, sign: re.Pattern[str]) -> Iterator[tuple[Words, str]]:
    """The parts between signs that stand in no brackets, each with the sign before it."""
    start, joint = 0, ""
    for cut in sign.finditer(words.raw):
        if words.low.count("(", 0, cut.start()) > words.low.count(")", 0, cut.start()):
            continue
        if part := words.cut(start, cut.start()).strip():
            yield part, joint
        start, joint = cut.end(), cut[0].strip()
    if part := words.cut(start).strip():
        yield part, joint


def lead(piece: Words, first: bool) -> int:
    """Whom the one before stands in for, where it is said that he is not there (covering for Graham who's off sick)."""
    covers = None if first else _COVERS.match(piece.low)
    return covers.end() if covers else 0 if first else brought(piece)


_MINE = re.compile(
    r"(?:i'm|i am|me|myself|i)\s+(?:am )?(?:taking|doing|on|minuting|typing)(?: (?:the )?(?:notes|minutes|these))?"
)


def duty(piece: Words) -> tuple[str, Words] | None:
    """Who writes, where it is the one who types; who sits in the chair is said behind the name."""
    return ("recorder", Words.of("me")) if _MINE.fullmatch(piece.low.strip(" .")) else None


_FOR = re.compile(
    r"(?:(?:is |as )?(?:a |the )?stand-?in|standing in|covering|deputi[sz]ing|filling in|here|in place|instead|in)"
    r" (?:for|of) (?P<name>[A-Z].*)"
)


def stood_in_for(piece: Words) -> str:
    """Whom the one just named stands in for (stand-in for Omar); nothing where the piece says anything else."""
    match = _FOR.fullmatch(piece.raw.strip(" ."))
    name = match["name"] if match else ""
    return name if NAME.fullmatch(name) or name.lower() in ENGLISH_GIVEN else ""


def names(piece: Words, place: Place) -> Iterator[Who]:
    """The name a piece begins with, a department before it or not (QA Helen Strand, IT = Jun Tanaka)."""
    raw = piece.raw
    heading, start = _headed(raw, place.context)
    start += me.end() if (me := _ME.match(raw[start:])) else 0
    match = NAME.match(raw, start)
    doubtful = False
    if match is None and (match := _typed_low(raw, start, place)) is not None:
        doubtful = place.first and not _is_likely(match[0], raw, place.context)
    if match is not None and _ends_in_department(match[0]):
        match = NAME.match(raw[: match.end()].rpartition(" ")[0], start)
    if match is None or not is_name(match[0]):
        yield from _by_first_name(raw, start, heading, place)
        return
    known = place.context.roster.is_person(match[0])
    weak = heading is None and not known and re.match(rf"{TITLE} [A-Z]", match[0]) is None
    yield Who(match.end(), Named(heading or place.heading, _capital(match[0])), weak, known, doubtful)


def _by_first_name(raw: str, start: int, heading: str | None, place: Place) -> Iterator[Who]:
    """A first name alone, where a department or how they take part stands behind it: Bex from marketing."""
    match = _FIRST.match(raw, start)
    name = match["name"] if match else ""
    if (
        match is None
        or re.match(TITLE, raw[start:])
        or not is_name(name)
        or department_of(name, place.context)
    ):
        return
    rest = Words.of(raw[match.end("name") :]).strip()
    known = place.context.roster.is_person(name)
    said = (
        notes(rest, place._replace(alone=False), bracketed=False)
        if rest.raw[:1] not in ("", "(", "（")
        else []
    )
    told = rest.raw[:1] in ("(", "（") or any(one.department or one.strong for one in said or ())
    listed = place.heading is not None and not rest.raw and not place.context.somebody_speaks
    if known or heading or listed or (told and (name.lower() in ENGLISH_GIVEN or _placed(rest, said or ()))):
        yield Who(match.end("name"), Named(heading or place.heading, name), not (told or heading), known)


def _placed(rest: Words, said: Iterable[Note]) -> bool:
    """Whether a department is named behind, by a link or in brackets."""
    return rest.raw[:1] in ("(", "（") or any(one.department and not one.guessed for one in said)


def _typed_low(raw: str, start: int, place: Place) -> re.Match[str] | None:
    """A name in small letters; behind who is not there it may be the reason."""
    return None if place.missing else TYPED_LOW.match(raw, start)


def _is_likely(name: str, raw: str, context: Context) -> bool:
    """Whether words in small letters are a name by themselves: by title, given name, brackets behind, or known."""
    if re.match(TITLE, name) or context.roster.is_person(name) or "(" in raw:
        return True
    return name.split(maxsplit=1)[0] in ENGLISH_GIVEN


def _ends_in_department(name: str) -> bool:
    return name.rsplit(maxsplit=1)[-1].lower() in LISTED_DEPARTMENTS


def _headed(raw: str, context: Context) -> tuple[str | None, int]:
    """The department a piece begins with, and where its name begins."""
    for sign in _LINK.finditer(raw):
        before, rest = raw[: sign.start()].strip(), raw[sign.end() :]
        strong = sign[0].strip() in (":", "-", "–", "—", "=")
        if not strong and before in ENGLISH_GIVEN:
            continue
        known = department_of(before, context)
        first = _FIRST.match(rest)
        named = first is not None and (strong or first["name"].lower() in ENGLISH_GIVEN)
        if known and (NAME.match(rest) or TYPED_LOW.match(rest) or named):
            return known, sign.end()
        if not strong and before.istitle() and " " not in before and _is_given(rest):
            return before, sign.end()
        whole = strong and NAME.match(rest) is not None and department_of(rest, context) is None
        if whole and re.fullmatch(r"[A-Z][\w&]*(?: [A-Z&][\w&]*){0,2}", before):
            return before, sign.end()
    return None, 0


def _is_given(rest: str) -> bool:
    """Whether a whole name with a first name that many have stands there: Parks | Derek Poole."""
    return NAME.match(rest) is not None and rest.split(maxsplit=1)[0].lower() in ENGLISH_GIVEN


def departments(piece: Words, context: Context) -> Iterator[tuple[int, str, bool]]:
    """A department, as all of the piece or before what is said of it (IT not here)."""
    raw = piece.raw.rstrip(" :")
    for end in (len(raw), *(gap.start() for gap in reversed(list(re.finditer(r"\s", raw))))):
        found = department_of(raw[:end], context)
        if found is not None:
            yield len(piece.low) if end == len(raw) else end, found, False
            return


def is_name(name: str) -> bool:
    """Whether no word of it is an ordinary one (Budget Review) or a department's (Sales Plan)."""
    parts = name.lower().split()
    if len(parts) > 1 and parts[0] in ENGLISH_GIVEN and parts[-1] in ALSO_SURNAMES and name != name.lower():
        return True
    no_names = ENGLISH_ORDINARY | ENGLISH_ENDINGS | (LISTED_DEPARTMENTS - ENGLISH_GIVEN)
    return not any(part in no_names for part in parts)


def _capital(name: str) -> str:
    """A name typed in small letters as it is written: fiona marsh is Fiona Marsh, sam o'neill is Sam O'Neill."""
    if name != name.lower():
        return name
    return re.sub(r"(?<![\w’'])[a-z]|(?<=\bo['’])[a-z]|(?<=\bmc)[a-z]", lambda one: one[0].upper(), name)
