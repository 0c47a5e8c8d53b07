"""Changes to what stands: by number (A3 @钱主管, 撤销D1), to last meeting's actions, of words (更正：旧=>新)."""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from dataclasses import replace

from models.capture.agenda.topics import gone_back, into_none
from models.capture.changed.changes_said import (
    called_so,
    deleted,
    given,
    gone,
    helped,
    moved_on,
    not_understood,
)
from models.capture.changed.reports import later, reported
from models.capture.decided.resolutions import resolution
from models.capture.line import LONG, Context, Items, Line, Words
from models.capture.named.mentions import mention_at
from models.capture.named.strangers import name_at
from models.capture.values import ChangeLine, Parsed, known_by
from models.capture.words.lexicon import FORMER, LABEL, LETTERS, label, marked
from models.capture.work.actions import helpers_of, open_labels, owner_of, read_slots
from models.dates import Due, effective, is_due, resolve

_CODE = r"(?P<letter>[adq]|行动?|决议?|遗留?)\s*+(?P<number>\d{1,3})(?![\d.])"
_NAMED = re.compile(rf"(?<![a-z0-9上]){_CODE}")
_TARGET = re.compile(rf"(?:把\s*+)?{_CODE}\s*+(?::\s*+)?")
_RETRACT = re.compile(
    rf"(?:撤销|撤回|撤掉|取消|作废|删除|删掉|删去|去掉|retract|withdraw|cancel|delete|remove|drop|strike)\s*+"
    rf"(?:{marked('resolution')}|{marked('action')}|{marked('open_issue')})?\s*+{_CODE}\s*+[。.]?$"
)
_SIGN = re.compile(r"[@+/、]")
_CHANGE = r"\s*+(?:改为|改成|变更为|调整为|更改为|changed? to)\s*+:?\s*+"
_TEXT = re.compile(rf"(?:(?:内容|任务|表述)?{_CHANGE})")
_HANDED_ON = re.compile(
    r"(?:改由|转由|转给|交由|(?:is |was )?reassigned to|handed to)\s*+(?P<who>\S+?)\s*+(?:负责|牵头|跟进)?[。.]?$"
)
_OWNED = re.compile(rf"{_CHANGE}(?:由\s*+)?(?P<who>\S+?)\s*+(?:负责|牵头|跟进)[。.]?$")
_FIELD = re.compile(
    rf"(?:的)?(?:(?P<owner>{label('owner')})|(?P<with>{label('with')})|(?P<due>{label('due')}|时间|日期)"
    rf"|(?P<execute>{label('execute')})|(?P<effective>{label('effective')})|(?P<text>内容|任务|问题))"
    rf"(?:{_CHANGE}|\s*+(?:就?是|定为|定在|换成|换为|为|should be|is now|is|becomes)\s*+)"
)
_DUE_AT_ONCE = re.compile(rf"(?:{label('due')})\s*+(?=\S)")


def changed(words: Words, line: Line, doubt: bool) -> Items | None:
    """Changes to items of this or the previous meeting, or the way back to a topic, at the line's start."""
    if not line.first:
        return None
    statements = _statements(words, line.context)
    if len(statements) > 1:
        found = [_unknown(one, line, doubt) or _one(one, line, doubt) for one in statements]
        if all(found):
            return tuple(item for items in found for item in items or ())
    return _unknown(words, line, doubt) or _one(words, line, doubt)


_QUARTERS = {"Q1", "Q2", "Q3", "Q4"}
"""Where no open issue has such a number, a quarter of the year is meant."""


_FORMERLY = re.compile(rf"{FORMER}\s*+(?={_CODE})", re.IGNORECASE)


def _unknown(words: Words, line: Line, doubt: bool) -> Items | None:
    """A change of an item there is none of (A9 @王工，撤销D7), or no more (原A4 @王工): it asks which is meant."""
    context, former = line.context, _FORMERLY.search(words.low) is not None
    named = {LETTERS[found["letter"][0]] + found["number"] for found in _NAMED.finditer(words.low)}
    unknown = named if former else named - context.codes - _QUARTERS
    if not unknown or not (context.roster.everybody or context.codes):
        return None
    supposed = Line.of(replace(context, codes=context.codes | unknown))
    items = _one(Words.of(_FORMERLY.sub("", words.raw)) if former else words, supposed, doubt)
    if not items or not all(isinstance(item, ChangeLine) and item.target in named for item in items):
        return None
    line.rule = supposed.rule
    return tuple(_missing(item, unknown, FORMER if former else "") for item in items)


def _missing(item: Parsed, unknown: Set[str], sign: str) -> Parsed:
    """A change of one of the items there are none of: it asks."""
    if not isinstance(item, ChangeLine) or item.target not in unknown:
        return item
    return replace(item, target=sign + item.target, missing=("target",))


_NEXT = re.compile(
    r"[,;。]\s*+(?=(?:上+次?(?:会议)?的?|(?:last|previous)(?: week's| meeting's)? )?"
    r"[adq行决遗]\s*+\d{1,3}(?![\d.])(?!\s*+[、,]))"
)
_BACK = re.compile(r"上+次?(?:会议)?的?|(?:last|previous)(?: week's| meeting's)? ")


def _statements(words: Words, context: Context) -> list[Words]:
    """The line cut where another number begins (上A1已完成，上A2还差两条); one without 上 is of the same meeting."""
    if len(words.low) > LONG:
        return [words]
    cuts = [(0, 0), *(match.span() for match in _NEXT.finditer(words.low))]
    ends = [start for start, _end in cuts[1:]] + [len(words.low)]
    parts = [words.cut(end, stop).strip() for (_, end), stop in zip(cuts, ends, strict=True)]
    back = _BACK.match(words.low)
    if back is None:
        return parts
    return [
        part if _BACK.match(part.low) or _target(part, context) else Words.of(back[0] + part.raw)
        for part in parts
    ]


def _one(words: Words, line: Line, doubt: bool) -> Items | None:
    """What one statement changes: an item, or several it names together (A5、A6取消)."""
    parts = _each(words)
    for rule, reads in _RULES:
        found = [reads(part, line.context, doubt) for part in parts]
        if all(one is not None for one in found):
            line.rule = rule
            return tuple(_compared(one, line.context) for one in found if one is not None)
    return None


_CHANGED = {
    "owner": ("owner", "owner_department"),
    "cooperating": ("cooperating", "helpers"),
    "due": ("due_text",),
    "effective": ("effective_text",),
}
"""By what is said of an item, the fields of a change that say it anew, where that is not the one of that name."""


def _compared(item: Parsed, context: Context) -> Parsed:
    """A change with what its fields said before."""
    if not isinstance(item, ChangeLine) or item.retract:
        return item
    now = context.words_of(item.target)
    was = {
        name: words
        for name, words in now.items()
        if any(getattr(item, one) is not None for one in _CHANGED.get(name, (name,)))
    }
    return replace(item, was=was) if was else item


_SEVERAL = re.compile(
    r"(?P<back>(?:上+次?(?:会议)?的?|last )?)"
    r"(?P<codes>[adq行决遗]\d{1,3}(?:\s*+(?:[、,&和及]|and )\s*+(?:上+)?[adq行决遗]\d{1,3})+)"
    r"(?![\d.])"
)
_ONE = re.compile(r"[adq行决遗]\d{1,3}")


def _each(words: Words) -> list[Words]:
    """What is said of several items, once for each of them (A5、A6取消)."""
    several = _SEVERAL.match(words.low) if len(words.low) <= LONG else None
    if several is None:
        return [words]
    rest = words.raw[several.end() :].lstrip(" ，,").removeprefix("都").removeprefix("均")
    return [Words.of(f"{several['back']}{code} {rest}") for code in _ONE.findall(several["codes"])]


def _gone_back(words: Words, context: Context, doubt: bool) -> Parsed | None:
    """Makes a topic live again (回1.1)."""
    return gone_back(words, context) or into_none(words, context)


def _retracted(words: Words, context: Context, doubt: bool) -> ChangeLine | None:
    """Takes an item back (撤销D1)."""
    match = _RETRACT.match(words.low)
    target = LETTERS[match["letter"][0]] + match["number"] if match else None
    if target is None or target not in context.codes:
        return None
    return ChangeLine(target=target, retract=True, doubt=doubt)


def _target(words: Words, context: Context) -> tuple[str, Words] | None:
    """The item of this meeting whose number the words begin with, and what is said of it."""
    words = _number_first(words)
    match = _TARGET.match(words.low)
    target = LETTERS[match["letter"][0]] + match["number"] if match else None
    if match is None or target is None or target not in context.codes:
        return None
    return target, words.cut(match.end())


_VERB_FIRST = re.compile(
    r"(?:please |pls |can we )?"
    r"(?:(?P<moved>move|push|shift|pull|bring|postpone|delay|put)|(?P<given>reassign|assign|hand|give))"
    rf"(?: back| forward| out)? (?P<code>{_CODE})(?: back| forward| out| over)? (?:to|until|till|onto) (?=\S)"
)


def _number_first(words: Words) -> Words:
    """The words with the number before what is done to it: move A9 to Friday as A9 moved to Friday."""
    match = _VERB_FIRST.match(words.low)
    if match is None:
        return words
    done = "moved to" if match["moved"] else "reassigned to"
    return Words.of(f"{match['code']} {done} {words.raw[match.end() :]}")


def changes_item(words: Words, context: Context) -> bool:
    """Whether words begin with the number of an item of this meeting: what follows its commas belongs to it."""
    return _target(words, context) is not None


def _of_item(
    reads: Callable[[str, Words, Context, bool], ChangeLine | None],
) -> Callable[[Words, Context, bool], ChangeLine | None]:
    """A rule that looks only at what stands behind an item's number."""

    def read(words: Words, context: Context, doubt: bool) -> ChangeLine | None:
        found = _target(words, context)
        return reads(*found, context, doubt) if found else None

    return read


def _by_label(target: str, rest: Words, context: Context, doubt: bool) -> ChangeLine | None:
    """Changes the field a label names (A2负责人改为钱主管)."""
    field = _FIELD.match(rest.low)
    if field is not None:
        return _field(target, field.lastgroup or "", rest.cut(field.end()), context, doubt)
    due = _DUE_AT_ONCE.match(rest.low)
    if due is None or not is_due(rest.low[due.end() :].rstrip(" 。.")):
        return None
    return _field(target, "due", rest.cut(due.end()), context, doubt)


def _named_alone(target: str, rest: Words, context: Context, doubt: bool) -> ChangeLine | None:
    """Changes the owner to the one person or department that is all there is behind the number (A9 王工)."""
    said = rest.cut(0, len(rest.low.rstrip(" 。.")))
    one = mention_at(said, 0, context, short=True) if target[0] == "A" else None
    whole = one is not None and one.known and one.certain and one.end == len(said.low)
    return _field(target, "owner", said, context, doubt) if whole else None


def _handed_on(target: str, rest: Words, context: Context, doubt: bool) -> ChangeLine | None:
    """Changes the owner by 改由 or 转给 (A1改由张伟负责)."""
    handed = _HANDED_ON.match(rest.low)
    who = rest.cut(*handed.span("who")) if handed else None
    found = name_at(who, 0, context) if who else None
    if who is None or (found is not None and found.end < len(who.low)):
        return None
    return _field(target, "owner", who, context, doubt)


def _owned(target: str, rest: Words, context: Context, doubt: bool) -> ChangeLine | None:
    """Changes the owner by 改为 and 负责 (A1改为张伟负责); a resolution has none."""
    owned = _OWNED.match(rest.low) if target[0] != "D" else None
    if owned is None:
        return None
    who = rest.cut(*owned.span("who"))
    found = name_at(who, 0, context)
    whole = found is not None and found.end == len(who.low)
    return _field(target, "owner", who, context, doubt) if whole else None


def _reworded(target: str, rest: Words, context: Context, doubt: bool) -> ChangeLine | None:
    """Changes the words (D1改为：占25%), and of a resolution what its segments say (；条件：… ；执行：…)."""
    text = _TEXT.match(rest.low)
    if text is None:
        return None
    said = rest.cut(text.end())
    if target[0] != "D" and _SIGN.search(said.low):
        slotted = _slotted(target, Words(" " + said.raw, " " + said.low), context, doubt)
        if slotted is not None and not slotted.candidates:
            return replace(slotted, text=slotted.reason, reason="")
    if target[0] == "D" and _SEGMENT.search(said.low):
        return _decision(target, said, context, doubt)
    return ChangeLine(target=target, text=said.text(), doubt=doubt)


_SEGMENT = re.compile(rf"[;。]\s*+(?:{label('condition', 'execute', 'effective')})\s*+:")


_LABELS = re.compile(rf"\s*+[,;]?\s*+(?:{label(*LABEL)})\s*+:")


def _labelled(target: str, rest: Words, context: Context, doubt: bool) -> ChangeLine | None:
    """Changes what labels name (D1 执行：研发部, A1 负责人：李经理)."""
    if not _LABELS.match(rest.low):
        return None
    said = Words.of(rest.raw.lstrip(" ，,；;"))
    if target[0] == "D":
        # A name behind the label that nobody knows is no new wording of the decision.
        made = replace(_decision(target, said, context, doubt), text=None)
        return None if made == ChangeLine(target=target, doubt=doubt) else made
    return _slotted(target, said, context, doubt)


def _decision(target: str, said: Words, context: Context, doubt: bool) -> ChangeLine:
    """What words change of a resolution: its own words, who carries it out, from when, on what conditions."""
    found = resolution(said, context)
    return ChangeLine(
        target=target,
        text=found.text or None,
        executing_department=found.executing_department,
        effective_text=found.effective_text or None,
        effective=found.effective,
        conditions=found.conditions,
        candidates=found.candidates,
        doubt=doubt,
    )


_STATES = (
    ("cancelled", re.compile(r"(?:已经?)?(?:取消|作废|不做)了?|(?:is |was )?(?:cancelled|canceled|dropped)")),
    ("done", re.compile(r"(?:已经?|均已)?(?:完成|办结)了?|(?:is |was )?(?:done|completed?|closed)")),
)
_STATE_ENDS = re.compile(r"\s*+(?:[。.!]|$|[,，;；]\s*+(?P<reason>.+))")


def _stated(target: str, rest: Words, _context: Context, doubt: bool) -> ChangeLine | None:
    """Changes the state of an action where nothing but a reason follows (A9取消，A1 done)."""
    for status, shape in _STATES if target[0] == "A" else ():
        state = shape.match(rest.low)
        ends = _STATE_ENDS.match(rest.low, state.end()) if state else None
        if ends is not None:
            reason = rest.cut(*ends.span("reason")).text() if ends["reason"] else ""
            return ChangeLine(target=target, status=status, reason=reason, doubt=doubt)
    return None


def _moved(target: str, rest: Words, context: Context, doubt: bool) -> ChangeLine | None:
    """Changes the due by 延期到 or moved to, where a date follows (A9 延期到1月5日)."""
    due, reason = (later(rest, context) if target[0] != "D" else None) or (None, "")
    if due is None:
        return None
    return ChangeLine(
        target=target, due_text=due.text, due=due.date, flags=due.flags, reason=reason, doubt=doubt
    )


def _by_signs(target: str, rest: Words, context: Context, doubt: bool) -> ChangeLine | None:
    """Changes owner, helpers and due by signs (A3 @钱主管 、12月4日).

    The sign stands right behind the number, where a space is as good as none."""
    if not _SIGN.match(rest.low):
        return None
    return _slotted(target, Words(" " + rest.raw, " " + rest.low), context, doubt)


def _slotted(target: str, words: Words, context: Context, doubt: bool) -> ChangeLine | None:
    """What signs and labels change; of a resolution the owner carries it out, and the due is when it takes effect."""
    slots = read_slots(words, context, inferred=False)
    handling, revisit = open_labels(slots) if target[0] == "Q" else ("", Due("", None))
    if not (slots.by_sign or slots.candidates or handling or revisit.text):
        return None
    due = revisit if revisit.text else slots.resolved()
    department, person = owner_of(slots)
    if target[0] == "D":
        return ChangeLine(
            target=target,
            executing_department=department if person is None else None,
            owner=person,
            owner_department=department if person else None,
            cooperating=tuple(slots.cooperating) or None,
            helpers=helpers_of(slots) or None,
            effective_text=due.text or None,
            effective=due.date,
            candidates=tuple(slots.candidates),
            doubt=doubt,
        )
    return ChangeLine(
        target=target,
        owner_department=department,
        owner=person,
        cooperating=tuple(slots.cooperating) or None,
        helpers=helpers_of(slots) or None,
        due_text=due.text or None,
        due=due.date,
        flags=due.flags,
        handling=handling or None,
        reason=slots.task(),
        candidates=tuple(slots.candidates),
        doubt=doubt,
    )


def _field(target: str, field: str, value: Words, context: Context, doubt: bool) -> ChangeLine | None:
    text = value.text()
    if not text:
        return None
    if field == "text":
        return ChangeLine(target=target, text=text, doubt=doubt)
    if field == "due" and target[0] == "D":
        field = "effective"
    if field == "due":
        due = resolve(text, context.anchor, context.calendar)
        return ChangeLine(target=target, due_text=due.text, due=due.date, flags=due.flags, doubt=doubt)
    if field == "effective":
        read = effective(text if text.endswith("起") else f"自{text}起", context.anchor)
        return ChangeLine(
            target=target, effective_text=text, effective=read[1] if read else None, doubt=doubt
        )
    found = name_at(value, 0, context)
    if found is None or not found.certain:
        candidates = found.candidates if found else ()
        return ChangeLine(target=target, candidates=candidates, doubt=True) if candidates else None
    if field == "owner":
        return ChangeLine(target=target, owner_department=found.department, owner=found.person, doubt=doubt)
    if field == "with":
        slots = read_slots(Words.of(f"配合部门：{value.raw}"), context, inferred=False)
        helping = tuple(slots.cooperating)
        return ChangeLine(target=target, cooperating=helping, helpers=helpers_of(slots), doubt=doubt)
    return ChangeLine(target=target, executing_department=found.department, doubt=doubt)


def _given_in_words(target: str, rest: Words, context: Context, doubt: bool) -> ChangeLine | None:
    """Another owner behind 改由 and the like, where more follows the name; 改为 may be other words as well."""
    return given(target, rest, context, doubt) if rest.low.startswith(_HANDS) else None


_HANDS = ("改由", "转由", "转给", "交由", "改给", "交给", "换给", "给", "由")


def _by_words(words: Words, context: Context, doubt: bool) -> ChangeLine | None:
    """Changes an item that is called by its words (刚才配置比对那条改成下周一); one it cannot find asks which."""
    found = called_so(words, context)
    if found is None:
        return None
    entry, rest = found
    made = None
    if entry is not None and entry.code:
        readers = (gone, *_OF_ITEM)
        made = next(filter(None, (reads(entry.code, rest, context, doubt) for reads in readers)), None)
    if made is None:
        return ChangeLine(target="", text=words.text(), missing=("target",), doubt=doubt)
    return known_by(replace(made, about=entry.text if entry else ""), "paired", "target")


_OF_ITEM = (_by_label, _handed_on, _owned, moved_on, _reworded, _moved, helped, given)
_RULES: tuple[tuple[str, Callable[[Words, Context, bool], Parsed | None]], ...] = (
    ("back_to_a_topic", _gone_back),
    ("retract", _retracted),
    ("label", _of_item(_by_label)),
    ("handed_on", _of_item(_handed_on)),
    ("new_owner", _of_item(_owned)),
    ("new_due", _of_item(moved_on)),
    ("given", _of_item(_given_in_words)),
    ("new_words", _of_item(_reworded)),
    ("labels", _of_item(_labelled)),
    ("state", _of_item(_stated)),
    ("retract", _of_item(deleted)),
    ("moved", _of_item(_moved)),
    ("signs", _of_item(_by_signs)),
    ("helped", _of_item(helped)),
    ("given", _of_item(given)),
    ("new_owner", _of_item(_named_alone)),
    ("not_understood", _of_item(not_understood)),
    ("by_words", _by_words),
    ("previous_meeting", reported),
)
"""The ways to change what stands, the first that reads the words wins."""
