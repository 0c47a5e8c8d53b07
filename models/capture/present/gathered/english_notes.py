"""What English recorders write behind a name: department, post, how somebody takes part, and who comes instead."""

from __future__ import annotations

import re
from dataclasses import replace

from models.capture.line import Context, Words
from models.capture.present.attendance_notes import clock
from models.capture.present.gathered.attended import under_way
from models.capture.present.gathered.tongue import Note, Place
from models.capture.said.opinions import stance_of
from models.english_name_words import ENGLISH_GIVEN, ENGLISH_ORDINARY, LETTERS, LISTED_DEPARTMENTS
from models.names import is_english_department, is_first_name

TITLE = (
    r"(?:[Dd]r|[Mm]r|[Mm]rs|[Mm]s|[Mm]x|[Pp]rof|[Ss]ir|[Ss]ister|[Mm]atron|[Cc]llr|[Rr]ev|Stn Officer|Station Officer"
    r"|Sgt|Insp|Supt|Capt|PC)\b\.?"
)
_WORD = r"[A-ZÀ-Þ][A-Za-zÀ-ɏ’'-]*[a-zß-ɏ][A-Za-zÀ-ɏ’'-]*|[A-Z]\.?(?= [A-Z])|O['’][A-Z][a-z]+"
_SMALL = r"(?: (?:de|van|von|der|den|del|da|di|la|le|al|bin|ten|ter))*"
NAME = re.compile(
    rf"{TITLE} (?:{_WORD})(?:{_SMALL} (?:{_WORD}))?"
    r"|[A-Z][a-z]+ [A-Z](?:\.|(?=$|[ ,]))(?! ?[A-Z][a-z])"
    rf"|(?:{_WORD}){_SMALL} (?:{_WORD})(?:-[A-Z][a-z]+)?"
)
TYPED_LOW = re.compile(rf"(?:{TITLE} )[a-z][a-z'’-]+|[a-z][a-z'’-]+ [a-z][a-z'’-]+")
_RUNS = r"who (?:does|runs|looks after|covers|heads(?: up)?|leads) (?:our )?"
_BEHIND = re.compile(
    r"\s*(?:both |all )?(?:(?:is |are )?here (?=for|from))?"
    rf"(?:{_RUNS}|from|for|of|in|also|both|representing|-|–|—|,|=|:|@)?\s*(?:the )?"
)
_FROM = re.compile(
    r"\s*+(?:from|for|of|representing)\s+(?:the )?(?P<house>\w[\w&' -]{1,24}?)(?=\s*(?:$|\s(?:sitting|as|is|on"
    r"|who|can|will)\b))"
)
_T = r"(?:at |by |from |around |about |c\.? ?)?\d{1,2}(?:[.:]\d{2})?\s?(?:[ap]m)?(?: ish|ish|o'clock)?"
_WAY = r"zoom|teams|video|webex|skype|meet|the (?:call|phone|line|screen)|phone|telephone|conference|remote"
_STATES = (
    (
        "online",
        re.compile(
            rf"(?:is |are |both |joining |joins |joined |attending |here |comes? in )*(?:(?:on|via|by|over"
            rf"|through) (?:{_WAY})"
            r"|online|remote(?:ly)?|virtual(?:ly)?|diall?(?:ed|ing|s)? in|from home|wfh)(?: from [\w ]+)?"
        ),
    ),
    (
        "late",
        re.compile(
            rf"(?:is |are |will be |'ll be |be |running |arriving |coming |a bit "
            rf"|a little )*late(?:,? (?P<why>\w+))?(?: (?P<at>{_T}))?(?: as (?:usual|always))?"
            rf"|(?:will |'ll |to |is )*(?:dial|call|phone)(?:s|ing|l?ing)? in (?P<dialled>{_T})"
            r"|(?:(?:says?|said) (?:he|she|they)(?:'ll|'d| will| would) be |will be |'ll be |is "
            r"|running |be |about |around |roughly "
            r"|some |probably )*(?P<minutes>\d{1,2}) ?min(?:ute)?s? late"
            rf"|(?:will |'ll |to |is |are |only |just )*(?:join(?:s|ing|ed)?|arriv(?:e|es|ing|ed)"
            r"|c(?:om|am)(?:e|es|ing)(?: in)?|got here"
            rf"|be here|here|in)(?: us)?"
            rf"(?: later)? (?P<time>{_T})(?: on(?:wards)?)?|(?:will |'ll |to |is |are )*(?:join(?:s|ing)?"
            rf"|com(?:e|es|ing)) later"
        ),
    ),
    (
        "stays",
        re.compile(
            rf"(?:here |only |just |but |is |can |can only |stays? |staying )*(?:till|until|'til|til|up to) {_T}"
            r"(?: only)?"
            rf"|(?:only |just |but |has to |have to |must |needs to |will |to )*(?:leav(?:e|es|ing)|out|goes"
            rf"|going|off|go) (?:at |by )?{_T}"
        ),
    ),
    (
        "absent",
        re.compile(
            r"(?:(?:has |have )?(?:sent|sends|gives|gave) (?:his |her |their )?(?:apologies|apols|regrets)"
            r"|(?:can't|cant|cannot|can not|couldn't|won't|wont|will not|isn't able to|unable to|not able to)"
            r" (?:make it|be here|come|attend|join|be there|make today)|apologies|apols|regrets"
            r"|(?:is |are |is still |still )*(?:away|absent|off sick|out sick|sick|ill|off|not here"
            r"|not coming|not in|missing|out|nobody|no one|no-one|not represented|unrepresented)"
            r"|(?:is |are )?(?:away |off |out )?on (?:holiday|leave|annual leave|sick leave|vacation|call"
            r"|site|parental leave|maternity leave"
            r"|a course|training))(?: today| this week)?"
        ),
    ),
    (
        "guest",
        re.compile(
            r"(?:is |sitting in |coming |here |invited |our )*(?:as )?(?:a |our )?(?:guest"
            r"|visitor|contractor|supplier)(?: today)?|guest|contractor|supplier"
        ),
    ),
    (
        "observer",
        re.compile(
            r"(?:is |just |only )*(?:sitting in(?: as (?:an )?observer)?|observing|shadowing"
            r"|(?:as )?(?:an )?observer"
            r"|listening in)(?: today)?"
        ),
    ),
    (
        "chair",
        re.compile(
            r"(?:is |are |was )?(?:(?:in )?the chair|in chair|chair(?:s|ing|ed|man|woman|person)?)"
            r"(?: today| this week)?"
        ),
    ),
    (
        "recorder",
        re.compile(
            r"(?:is |am )?(?:(?:taking |doing |on )(?:the )?(?:notes|minutes)|minute taker|minutes|notes"
            r"|scribe|typing|minuting)"
        ),
    ),
    ("me", re.compile(r"me|myself|i|too|today|also|as well|both|and me|here|present|in person|in the room")),
)
_LEFT = re.compile(
    r"(?:(?:just |now |only |has |is |'s )*(?:left|gone|dropp(?:ed|ing)(?: off| out)?|drops off|logged off|stepped out"
    r"|leaving|leaves|off now)|(?:has|had|have|needs|needed|must)(?: to)? (?:go|leave|run|dash|shoot(?: off)?"
    r"|drop(?: off| out)?|rush(?: off)?|head off))(?: the (?:call|meeting|room))?(?: early| now)?"
    rf"(?:,? (?P<at>{_T}))?(?P<why> (?:to (?:catch|pick|get|collect|take|see|meet|make|join)|for"
    r" (?:an?|another|the|his|her|their)) .{2,30})?"
)
_TO_HER = (
    r"(?:standing in|stands in|deputising|deputizing|covering|covers|filling in|fills in|instead"
    r"|in (?:his|her|their) place|as deputy|for (?:him|her|them)|attending instead|here instead|is proxy"
    r"|as proxy|(?:here|(?:sitting|sits) in) for (?:him|her|them))"
)
_ONE_NAME = re.compile(r"[A-Z][a-z]+")
_PROXY = re.compile(
    rf"(?:(?:has |have )?(?:sent|sends|sending|replaced by|represented by"
    rf"|with) )?(?P<name>.+?) {_TO_HER}(?: for (?:him|her|them))?"
    r"|(?:(?:has |have )?(?:sent|sends|sending|replaced by|represented by|deputy is|deputy:) )(?P<sent>.+?)"
)
_POST = re.compile(
    r"(?:(?:the |our |plant |site |managing |medical |deputy |acting |vice |senior |chief |interim "
    r"|assistant |regional |it |hr )*"
    r"(?:director|manager|president|chair(?:man|woman)?|lead|head|supervisor|officer|secretary|coordinator"
    r"|engineer|consultant"
    r"|clerk|treasurer|trustee|governor|councillor|councilor|warden|surveyor|solicitor|designer|developer|specialist"
    r"|administrator|teacher|founder|partner|technician|representative|rep|member|deputy"
    r"|matron|principal|dean|registrar|buyer|planner|controller|architect|analyst|accountant|nurse|md|ceo|cfo"
    r"|coo|cto|cio|vp|gm|pm))\b"
)
_SOME_POST = re.compile(
    r"(?:[\w&-]+ ){1,3}(?:director|manager|lead|leader|head|supervisor|officer|coordinator|engineer|nurse|clerk|foreman"
    r"|buyer"
    r"|planner|analyst|driver|chef|technician|tech|rep|secretary|partner)s?"
)
"""A post in brackets, whatever stands before it (shift lead)."""
_VICE = re.compile(
    r"(?:s?e?vp|vice president|head of|director of|(?:chief )?manager of|lead for|lead|dir)\s+(?:of )?(?P<dept>.+)"
    r"|(?P<before>.+?)\s+(?:manager|lead|director|head|supervisor|rep|team lead|engineer|officer)",
)

_HOME = re.compile(
    rf"(?:{_RUNS}|(?:from|for|of|in|-|–|—)\s+)?(?:the )?"
    r"(?P<home>[a-z]{3,}(?: (?:&|[a-z]{2,}))?(?: [a-z]{3,})?)"
)
_TAKES_PART = (
    "absent late here there back gone left coming going leaving joining running sitting taking doing says said asks "
    "wants thinks happy off on out sick ill busy away please thanks sorry agrees yes fine"
)
_MAY_BE_HOME = frozenset(["store", "stock", "process", "pricing", "project"])
_NO_HOME = (ENGLISH_ORDINARY - LISTED_DEPARTMENTS - _MAY_BE_HOME) | frozenset(_TAKES_PART.split())
"""What is no department, wherever it stands."""
_WHY = 40
"""Characters of a reason given for who is not there."""


def notes(words: Words, place: Place, bracketed: bool) -> list[Note] | None:
    """What is said of the one just named; None where anything else stands there."""
    text = re.sub(r"^(?:who)?(?:['’]s| is)\s+", "", words.raw).strip(" .")
    if bracketed:
        return _bracketed(text, place)
    said = _instead(text, place.context) or _gone(text, place.context) or state_of(text.strip(" -–—"))
    if said is not None:
        return [said]
    if place.alone or (place.missing and text[:1] in "-–—"):
        return _reason(text.strip(" -–—")) if place.missing else None
    rest = words.raw
    return (
        _at_home(rest, place.context)
        or _of_house(rest)
        or _at_some_home(rest, place.context)
        or _by_post(rest)
        or _unlisted(rest, place.context)
    )


def _gone(text: str, context: Context) -> Note | None:
    """Who has gone or goes now, once the meeting is under way."""
    match = _LEFT.fullmatch(text.lower().strip(" .-–—")) if under_way(context) else None
    if match is None:
        return None
    time = clock((match["at"] or "").replace(".", ":")) or ""
    return Note("left", (match["why"] or "").strip(), time=time, strong=True)


def state_of(text: str) -> Note | None:
    """How somebody takes part, where that is all of a text."""
    low = text.lower().strip(" .")
    for state, shape in _STATES:
        match = shape.fullmatch(low)
        if match is None:
            continue
        told = state in ("online", "stays") or " on " in f" {low}"
        when = match.groupdict()
        said = when.get("at") or when.get("time") or when.get("dialled") or ""
        time = clock(said.replace(".", ":")) or ""
        minutes = int(when["minutes"]) if when.get("minutes") else None
        reason = text.strip() if told else ""
        return Note(_IS.get(state, state), reason, time=time, minutes=minutes, strong=state != "me")
    return None


_IS = {"stays": "present", "me": "present", "chair": "host"}


def _instead(text: str, context: Context) -> Note | None:
    """Who comes instead of the one just named, who then is not there."""
    match = _PROXY.fullmatch(text.removeprefix("but ").removeprefix("so "))
    name = re.sub("(?:['’]s| is)$", "", match["name"] or match["sent"] or "") if match else ""
    called = NAME.fullmatch(name) is not None or (is_first_name(name.lower()) and name[:1].isupper())
    called = called or (
        match is not None and match["name"] is not None and _ONE_NAME.fullmatch(name) is not None
    )
    known = bool(name) and (called or context.roster.is_person(name))
    return Note("absent", proxy=name, strong=True) if known else None


def _at_home(rest: str, context: Context) -> list[Note]:
    """The department behind a name, and a state behind that: Kemp from Design will join at 2.30."""
    link = _BEHIND.match(rest)
    rest = rest[link.end() if link else 0 :]
    for end in (*(gap.start() for gap in reversed(list(re.finditer(" ", rest)))), len(rest)):
        word, behind = rest[:end].strip(" ,"), rest[end:].strip(" ,-–—")
        department = department_of(word, context) or of_post(word, context)
        state = state_of(behind)
        if department and (state or not behind):
            return [Note(department=department, strong=True), *([state] if state else [])]
    return []


def _at_some_home(rest: str, context: Context) -> list[Note]:
    """The same of a department that is in no list, said by a word before it and a state behind it."""
    link = _BEHIND.match(rest)
    if link is None or not link[0].strip():
        return []
    rest = rest[link.end() :]
    for gap in re.finditer(" ", rest):
        state = state_of(rest[gap.end() :].strip(" ,-–—"))
        if state and (guessed := _unlisted(rest[: gap.start()].strip(" ,-–—"), context)):
            return [replace(guessed[0], guessed=False, strong=True), state]
    return []


def _unlisted(rest: str, context: Context) -> list[Note] | None:
    """A word or two where the department stands, and none there is a list of: Graham Tully property."""
    if under_way(context) or context.somebody_speaks:
        return None
    rest = rest.strip().rstrip(".")
    match = _HOME.fullmatch(rest) or _in_capitals(rest)
    name = match["home"] if match else ""
    if match is None or stance_of(name) != "none" or {*name.lower().split()} & _NO_HOME or state_of(name):
        return None
    sure = name[0].isupper() and match["link"] is not None
    return [Note(department=name[0].upper() + name[1:], guessed=not sure, strong=sure)]


_ACRONYM = re.compile(r"(?!(?:AM|PM|OK|TBC|TBD|OOO|WFH|CEO|CFO|COO|CTO|CIO|MD|VP|GM)$)[A-Z][A-Z&]{1,3}")
_CAPITALS = re.compile(
    rf"(?P<link>{_RUNS}|(?:from|for|of|in|-|–|—)\s+)?(?:the )?"
    rf"(?P<home>[A-Z][\w&'-]*(?: (?:&|and|[A-Z][\w&'-]*)){{0,2}})"
)


def _in_capitals(rest: str) -> re.Match[str] | None:
    """A department in no list by its capitals: behind from or for, by its last word, or as letters (ATC)."""
    match = _CAPITALS.fullmatch(rest)
    words = match["home"].lower().split() if match else []
    if match is None or words[0] in ENGLISH_GIVEN:
        return None
    listed = len(words) > 1 and words[-1] in LISTED_DEPARTMENTS
    return match if match["link"] or listed or _ACRONYM.fullmatch(match["home"]) else None


def _of_house(rest: str) -> list[Note]:
    """Where a guest or observer comes from: Stokes from the union sitting in."""
    house = _FROM.match(rest)
    state = state_of(rest[house.end() :]) if house else None
    if house is None or state is None or state.state not in ("guest", "observer"):
        return []
    return [Note(state.state, house["house"].strip(), strong=True)]


def _by_post(rest: str) -> list[Note] | None:
    """A post behind a name, and a state behind that: Frayne plant director in the chair."""
    rest = rest.strip(" -–—,")
    post = _POST.match(rest.lower())
    behind = rest[post.end() :].strip(" ,-–—") if post else ""
    state = state_of(behind)
    if post is None or (behind and state is None):
        return None
    return [Note(strong=True), *([state] if state else [])]


def _bracketed(text: str, place: Place) -> list[Note] | None:
    """What brackets say: department, post, state, or a reason of whoever is not there."""
    found: list[Note] = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        note = _in_brackets(part, place)
        if note is None:
            return None
        found.append(note)
    return found


def _in_brackets(part: str, place: Place) -> Note | None:
    part = re.sub("^(?:both|all) ", "", part)
    department = of_post(part, place.context) or department_of(part, place.context)
    if department is not None:
        return Note(department=department, strong=True)
    if state := state_of(part):
        return state
    if _POST.match(part.lower()) or _SOME_POST.fullmatch(part.lower()):
        return Note(strong=True)
    if place.missing:
        return Note(reason=part)
    return next(iter(_unlisted(part, place.context) or ()), None)


def _reason(text: str) -> list[Note] | None:
    """A few words behind somebody who is not there say why."""
    if len(text) > _WHY or re.search(r"[A-Z][a-z]+ [A-Z]|[:?!]", text):
        return None
    return [Note(reason=text)]


def is_english_post(text: str) -> bool:
    """Whether words are what somebody does: head of claims, CFO, Sales Manager."""
    shapes = (_POST.match, _VICE.fullmatch, _SOME_POST.fullmatch)
    return any(fits(text.lower()) is not None for fits in shapes)


def department_of(word: str, context: Context) -> str | None:
    """What a department is called: as the meeting has it, else as typed, its usual names with a capital."""
    if not word or len(word) > 30 or not word[0].isalpha():
        return None
    known = context.roster.resolve(word)
    if len(known.who) == 1 and known.sure:
        return None if known.who[0].person else known.who[0].department
    bare = re.sub(r"(?i) (?:team|dept\.?|department)$", "", word)
    usual = all(part.lower() in LISTED_DEPARTMENTS or part == "&" for part in bare.split())
    if not (usual or (is_english_department(word) and word[0].isupper() and len(word.split()) < 3)):
        return None
    if any(part.lower() in ENGLISH_ORDINARY - LISTED_DEPARTMENTS for part in word.split()):
        return None
    if bare.lower() in LETTERS:
        return bare.upper()
    return bare if bare != bare.lower() else bare[0].upper() + bare[1:]


def of_post(post: str, context: Context) -> str | None:
    """The department a post belongs to: VP Engineering, Sales Manager; none of a director of the whole."""
    match = _VICE.fullmatch(post.strip().lower())
    if match is None:
        return None
    word = post.strip()[slice(*match.span("dept" if match["dept"] else "before"))]
    unlisted = _unlisted(word, context) if match["dept"] else None
    return department_of(word, context) or (unlisted[0].department if unlisted else None)
