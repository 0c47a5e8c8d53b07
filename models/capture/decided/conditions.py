"""Conditions of what is decided: …，前提是财务部先批 · 待财务部复核后生效 · once Finance pays it"""

from __future__ import annotations

import re
from dataclasses import replace

from models.capture.line import Context, Words
from models.capture.values import ActionLine
from models.capture.words.lexicon import label
from models.capture.work.actions import action, made_action, read_slots
from models.capture.work.english_work import known_names

_GIVEN = re.compile(
    r"(?:[,;。]\s*+(?:但|不过)?(?:前提(?:条件)?(?:是|为)|条件(?:是|为))\s*+[:,]?"
    r"|,?\s+(?:but only )?(?:provid(?:ed|ing)(?: that)?|subject to|on (?:the )?condition(?: that)?|(?:as|so) long as"
    r"|contingent (?:up)?on|conditional (?:up)?on)\s|(?:,\s*+|\s)(?:but only )?(?P<when>if|once|after|when|unless)\s)"
    r"\s*+"
)
"""What begins a condition without its label, behind what is decided."""
_GIVEN_FIRST = re.compile(
    r"(?:(?P<when>if|once|after|when)|subject to|provid(?:ed|ing)(?: that)?|(?:as|so) long as)\s+"
    r"(?P<what>[^,;]+),\s*+(?=\S)"
)
_GIVEN_ENDS = re.compile(r"[;。]|(?<=\w)\.(?= [A-Z])|$")
_HAPPENS = re.compile(
    r"(?:the |our |their |its |all |both |a |an )?(?:[\w&'-]+ ){1,4}(?:is|are|has|have|gets?|comes?|goes|does|do|says?"
    r"|passes"
    r"|holds?|allows?|\w+(?<!s|u|i)s|\w{3,}ed)\b"
)
_NEVER_WHEN = re.compile(
    r"(?:a|an|per|every|more|again|all|any|only|possible|needed|necessary|required|not|so|ever|applicable|appropriate"
    r"|then|that|this|today|lunch|work|hours|the break|\d+)\b"
)
_CHANGES = re.compile(r"\b(?:is|are|be|was|were|not|still) $")
_WAITS = re.compile(
    r"(?:^|(?<=[,;。]))\s*+(?:须|需|应|均|要)?(?:待|等到?)(?![遇机业岗办定议查用产续级])"
    r"(?P<what>[^,，;；。]{2,30}?)(?:之后|以后|(?<![前先今最随])后)"
    r"(?P<then>[,，]?(?:再|才|方可|即|正式)?[^,，;；。]+)|(?:^|(?<=[,;。]))\s*+在(?P<given>[^,，;；。]{2,24}?)的?前提下"
)
_ONLY_THEN = re.compile(
    r"[,，;；]\s*+(?:但|不过|而且)?(?:(?P<only>[^,，;；。]{3,40}?)(?:才行|才可以|才能(?:发|上|开|做|搬|办|算数?)|才算(?:数)?|才算通过|为准才行)"
    r"|(?P<first>[^,，;；。]{2,30}?(?:过了|通过了?|批了|批下来了?|签了字?|到位了?|齐了|验收完?|完成))(?:之后|以后|后)?(?:再|才|方可)[^,，;；。]{1,16}"
    r"|(?P<through>[^,，;；。]*(?:并)?经[^,，;；。]{2,20}(?:验收|审批|批准|审核|同意|确认|复核|签字|评审|检测)(?:合格|通过)?)(?:之后|以后|后)[^,，;；。]{1,16})"
    r"\s*+[。.!！]?$"
)
"""…，冒烟要全过才行 · …，验证过了再量产 · …，经消防科验收后恢复"""
_LABELLED = re.compile(rf"(?:^|[\s,;。(])(?:{label('condition')})\s*+\d?\s*+:")


def labelled_conditions(words: Words, context: Context) -> Words:
    """The words with a label before each condition that has none (…，前提是财务部先批; … once Finance signs)."""
    if _LABELLED.search(words.low):
        return words
    if first := _GIVEN_FIRST.match(words.low):
        what = words.cut(*first.span("what"))
        if not first["when"] or _is_condition(what, context):
            return Words.of(f"{words.raw[first.end() :].rstrip('.')}；条件：{what.raw}")
    if waits := _WAITS.search(words.low):
        # What is decided reads as it was said; the condition stands beside it.
        waited = words.raw[slice(*waits.span("what" if waits["what"] else "given"))]
        return Words.of(f"{words.raw.rstrip('。.')}；条件：{waited}")
    if then := _ONLY_THEN.search(words.low):
        said = words.raw[slice(*then.span(then.lastgroup or 0))]
        return Words.of(f"{words.raw.rstrip('。.')}；条件：{said}")
    for given in _GIVEN.finditer(words.low):
        found = _cut(words, given, context)
        if found is not None:
            return found
    return words


def _cut(words: Words, given: re.Match[str], context: Context) -> Words | None:
    """The words with a label where a condition begins; None where it is none after all."""
    if not words.low[: given.start()].strip() or _CHANGES.search(words.low[: given.start() + 1]):
        return None
    ends = _GIVEN_ENDS.search(words.low, given.end())
    stop = ends.start() if ends else len(words.low)
    condition = words.cut(given.end(), stop)
    if not condition.raw.strip() or (given["when"] and not _is_condition(condition, context)):
        return None
    before, rest = words.raw[: given.start()], words.raw[stop:]
    unless = "unless " if given["when"] == "unless" else ""
    return Words.of(f"{before}{rest.rstrip('。.') or ''}；条件：{unless}{condition.raw}")


def _is_condition(what: Words, context: Context) -> bool:
    """Whether words behind if, once, after say that something happens, and not how or how often (once a week)."""
    if _NEVER_WHEN.match(what.low):
        return False
    return bool(known_names(what, 0, context)) or _HAPPENS.match(what.low) is not None


_IS_TO = re.compile(r" (?:to|will|shall|must|should) ")


def condition(words: Words, context: Context) -> ActionLine:
    """A condition as an action; an English sentence (Legal signs off) stays whole, and who leads it owns."""
    found = known_names(words, 0, context) if words.low[:1].isascii() else []
    end = found[0].end if len(found) == 1 else 0
    if not words.low[end:].startswith(" ") or not end or _IS_TO.match(words.low, end):
        return action(words, context)
    slots = read_slots(words.cut(end), context)
    slots.owner = slots.owner or found[0].who[0]
    slots.known("led")
    made = made_action(slots)
    return replace(made, task=f"{words.raw[:end]} {made.task}")
