"""Corrections of what was just typed: 不对，是保留，不是反对 · 错了，应该由桑宇负责 · wrong, it's Friday."""

from __future__ import annotations

import re
from dataclasses import replace

from models.capture.changed.corrections_said import in_words, other_words
from models.capture.changed.english_corrections import english_words, value_alone
from models.capture.line import Context, Items, Line, Words, Written
from models.capture.named.mentions import mention_at
from models.capture.named.strangers import name_at
from models.capture.values import ChangeLine, ReplacementLine, known_by
from models.capture.words.lexicon import STANCE_OF, either, label, marked
from models.dates import resolve

_WHICH = (
    r"(?:(?:刚才|刚刚|上面|前面)(?:那|的|说的|记的|写的)*(?:上?一)?(?:条|句|个|项|行|数字?)?"
    r"|[上这那]一?(?:条|句|行))"
)
_WRONG = re.compile(
    r"(?:不对|错了|说错了|记错了|写错了)(?:\s*+[,，]\s*+|\s++)"
    r"|(?:wrong|no wait|correction|sorry|scratch that)\s*+[,，]\s*+"
    r"|\S{1,8}?不对[,，]\s*+(?=是|应该?是)"
    r"|(?:哦|啊|对了|噢)?[,，]?\s*+(?:打错|写错|记错|录错|打错字|敲错|输错|手误)了?(?:\s*+[,，]\s*+|\s++)"
    rf"|{_WHICH}(?:打错|写错|记错|录错|敲错|输错|有误|有错)了?(?:\s*+[,，]\s*+|\s++)"
    rf"|{_WHICH}(?:说错|不对|错)了?(?:\s*+[,，]\s*+|\s++)(?=是|应|不是|\d)"
)
_IS = r"(?:应该?|应当|而|it's|it is|should be|that's)?\s*+(?:是|为)?\s*+"
_INSTEAD = (
    re.compile(
        rf"{_IS}(?P<new>[^,，。;；]+?)\s*+[,，]\s*+(?:而)?(?:不是|非|not)\s*+(?P<old>[^,，。;；]+?)\s*+[。.!！]?$"
    ),
    re.compile(
        rf"(?:不是|not)\s*+(?P<old>[^,，。;；]+?)\s*+[,，]\s*+{_IS}(?P<new>[^,，。;；]+?)\s*+[。.!！]?$"
    ),
)
_OWNED = re.compile(
    r"(?:应该?|应当)?(?:由|归|是)?(?P<who>\S+?)(?:负责|牵头|跟进|来做|来办)\s*+[。.!！]?$"
    rf"|(?:{label('owner')})(?:应该?|应当)?\s*+(?:是|为|:|is)\s*+(?P<named>\S.*?)\s*+[。.!！]?$"
)
_STANCE = re.compile(rf"{_IS}(?P<stance>{either(STANCE_OF)})\s*+[。.!！]?$")
_DAY = re.compile(rf"{_IS}(?:时限|时间|截止)?(?:是|为)?\s*+(?P<when>.+?)\s*+[。.!！]?$")
NO_ENTRY = ""
"""The target of a correction that nothing can be made of: it asks which entry is meant."""


def put_right(words: Words, line: Line, doubt: bool) -> Items | None:
    """A change of the latest entry of the live topic; one it cannot be applied to asks which is meant."""
    if line.first and (moved := said_by_another(words, line.context)) is not None:
        return (replace(moved, doubt=doubt),)
    match = _WRONG.match(words.low) if line.first else None
    if line.first and (passing := english_words(words, line.context) or value_alone(words, line.context)):
        return (replace(passing, doubt=doubt),)
    if match is None:
        anew = in_words(words, line.context) if line.first else None
        return (replace(anew, doubt=doubt),) if anew else None
    entry = next((one for one in line.context.written() if one.topic == line.context.live), None)
    if entry is None:
        return None
    said = words.cut(match.end())
    found = next(filter(None, (rule(said, entry, line.context) for rule in _RULES)), None)
    if found is None and (anew := other_words(said, line.context)) is not None:
        return (replace(anew, doubt=doubt),)
    if found is None and match[0].startswith("sorry"):
        # An apology begins other lines, too: sorry, can you repeat that.
        return None
    if found is None:
        return (ChangeLine(target=NO_ENTRY, text=said.text(), missing=("target",), doubt=doubt),)
    made = replace(found, target=entry.code, entry=entry.id, about=entry.text, doubt=doubt)
    return (known_by(made, "paired", "target"),)


_SAID_BY = re.compile(
    r"(?:(?:刚才|刚刚|上面|前面)(?:的|说的|最后)?(?:(?P<key>[^\s,，。;；那这是]{2,8}?)(?:的)?[那这](?:一)?(?:条|句话?|段话?|点|个)"
    r"|[那这上]?(?:一)?(?:条|句话?|段话?|点|行|个)?)|[这那上](?:一)?(?:条|句话?|段话?|行))"
    r"(?:话|意见|观点|内容)?(?:其实|应该|都)?(?:是|算)(?!不)(?P<who>[^\s,，。;；]{2,12}?)"
    r"(?:(?:说|提|讲|补充|反映|表态|问)(?:出来|到)?的|的(?:话|意见|说法)?)"
    r"(?:\s*+[,，]?\s*+(?:而)?(?:不是|非|别)[^,，。;；]{1,12})?\s*+[。.!！]?"
)


def said_by_another(words: Words, context: Context) -> ChangeLine | None:
    """Somebody else as the one who said what stands last (刚才那句是王芳说的); else it asks which is meant."""
    match = _SAID_BY.fullmatch(words.low)
    if match is None:
        return None
    who = words.cut(*match.span("who"))
    found = mention_at(who, 0, context, short=True)
    if found is None or not found.known or found.end != len(who.low):
        return None
    entry = next(
        (
            one
            for one in context.written()
            if one.topic == context.live
            and one.kind in ("opinion", "point")
            and (match["key"] or "") in one.text.lower()
        ),
        None,
    )
    if entry is None or not found.certain:
        return ChangeLine(target=NO_ENTRY, text=words.text(), missing=("target",))
    made = ChangeLine(
        target="",
        entry=entry.id,
        about=entry.text,
        owner_department=found.department,
        owner=found.person,
    )
    return known_by(known_by(made, "paired", "target"), "led", "owner_department", "owner")


def _stance(said: Words, entry: Written, _context: Context) -> ChangeLine | None:
    """Another stance of an opinion (是保留，不是反对); not of one that never had the stance taken back."""
    if entry.kind != "opinion":
        return None
    pair = next(filter(None, (shape.match(said.low) for shape in _INSTEAD)), None)
    match = _STANCE.match(pair["new"] if pair else said.low)
    denied = STANCE_OF.get(pair["old"].strip()) if pair else None
    if match is None or (denied and entry.stance and denied != entry.stance):
        return None
    return ChangeLine(target="", stance=STANCE_OF[match["stance"]])


def _other_words(said: Words, entry: Written, _context: Context) -> ChangeLine | None:
    """Other words for words of the entry (是八周，不是六周)."""
    for shape in _INSTEAD:
        match = shape.match(said.low)
        if match is None:
            continue
        old, new = (said.raw[slice(*match.span(part))] for part in ("old", "new"))
        if old in entry.text:
            return ChangeLine(target="", text=entry.text.replace(old, new))
    return None


def _owner(said: Words, entry: Written, context: Context) -> ChangeLine | None:
    """Another owner of an action (应该由桑宇负责)."""
    match = _OWNED.match(said.low) if entry.kind == "action" else None
    if match is None:
        return None
    who = said.cut(*match.span("who" if match["who"] else "named"))
    found = name_at(who, 0, context)
    if found is None or not found.certain or found.end != len(who.low):
        return None
    made = ChangeLine(target="", owner_department=found.department, owner=found.person)
    return known_by(made, "led", "owner_department", "owner")


def _day(said: Words, entry: Written, context: Context) -> ChangeLine | None:
    """Another due of an action (是12月4日)."""
    match = _DAY.match(said.low) if entry.kind == "action" else None
    if match is None:
        return None
    due = resolve(said.raw[slice(*match.span("when"))], context.anchor, context.calendar)
    if due.date is None:
        return None
    made = ChangeLine(target="", due_text=due.text, due=due.date, flags=due.flags)
    return known_by(made, "led", "due")


_RULES = (_stance, _other_words, _owner, _day)

_CORRECTION = re.compile(rf"(?:{marked('replacement')})\s*+:\s*+")
_ARROW = re.compile(r"\s*+(?:=+>|->|→|⇒|=)\s*+")
_SUBSTITUTE = re.compile(
    r"s(?P<sign>[/|])(?P<old>(?:\\/|(?!(?P=sign)).)+)(?P=sign)(?P<new>(?:\\/"
    r"|(?!(?P=sign)).)*)(?:(?P=sign)g?)?\s*+$"
)


def corrected(words: Words, line: Line, _doubt: bool) -> Items | None:
    """Old words and new ones, with the latest entry that holds the old and what it will say."""
    pair, line.rule = _substituted(words), "substitution"
    if pair is None:
        pair, line.rule = _arrowed(words), "arrow"
    if pair is None or not pair[0]:
        return None
    old, new = pair
    for entry in line.context.written():
        if old in entry.text:
            preview = entry.text.replace(old, new)
            return (ReplacementLine(old=old, new=new, found_in=entry.id, preview=preview),)
    return (ReplacementLine(old=old, new=new),)


def _substituted(words: Words) -> tuple[str, str] | None:
    match = _SUBSTITUTE.match(words.low)
    if match is None:
        return None
    old, new = (words.raw[match.start(part) : match.end(part)] for part in ("old", "new"))
    return old.replace("\\/", "/"), new.replace("\\/", "/")


def _arrowed(words: Words) -> tuple[str, str] | None:
    head = _CORRECTION.match(words.low)
    arrow = _ARROW.search(words.low, head.end()) if head else None
    if head is None or arrow is None:
        return None
    return words.raw[head.end() : arrow.start()].strip(), words.raw[arrow.end() :].strip()
