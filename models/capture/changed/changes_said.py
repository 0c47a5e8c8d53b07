"""Changes to an item in everyday words: A1的28号改27号吧 · A7加上小吴帮忙 · A2给张伟 · 刚才配置比对那条改成下周一."""

from __future__ import annotations

import re

from models.capture.line import Context, Words, Written, trimmed
from models.capture.markers import numeral
from models.capture.named.mentions import LIST, Mention, mention_at
from models.capture.named.strangers import name_at
from models.capture.values import ChangeLine
from models.capture.words.lexicon import label
from models.capture.work.actions import helpers_of
from models.capture.work.slots import Slots
from models.dates import is_due, match_at, resolve
from models.name_words import ANY_NICKNAME
from models.names import person_end
from models.roster import Named

_MOVES = re.compile(
    r"(?:的)?(?:时间|日期|时限|期限|截止|ddl|due|deadline)?\s*+(?P<old>[^,;。改提挪推延拖换放调]{0,12}?)\s*+(?:往前|往后|再|就|先|还是|可以|得|要|统一)*"
    r"(?:改(?:成|到|为|至|期到)?|提[前早](?:到|至)|挪(?:到|至)|推(?:迟|后)?(?:到|至)|延(?:期|后|迟)?(?:到|至)|拖到|换(?:成|到)|放到|调(?:整)?(?:到|成|为|至)"
    r"|往[前后][提推挪](?:到|至)?|顺延(?:到|至)"
    r"|(?:is |is now |now |becomes |be )?(?:due(?: on| by)?|moved? (?:back |forward |out )?to|moves to"
    r"|pushed (?:back |out )?to"
    r"|brought forward to|pulled in to|changed? to|slips? to|by)(?= ))\s*+"
)
_SIGNS = re.compile("[,;。]")
_SAID_OF = (
    r"(?=\s*+(?:改|作废|取消|不要|删|撤|不做|不算|延|推|提前|挪|给|加上|换|先不|负责人|时间|期限|@"
    r"|moves? to|moved to|changed? to|is now|is due|becomes))"
)
_COUNTED = re.compile(
    r"(?P<above>(?:上面|前面|刚才|刚刚)(?:的|说的|定的|记的)?)?第(?P<nth>[一二三四五六七八九十\d]{1,3})(?:条|项|个)的?"
    rf"(?P<kind>行动项?|任务|待办|决议|决定|遗留问题|遗留)?{_SAID_OF}"
    r"|(?:the )?(?P<english>first|second|third|\d{1,2}(?:st|nd|rd|th)) (?P<item>action|decision|open issue)"
    rf"(?: item)?(?: above)? ?{_SAID_OF}"
)
"""上面第3条行动改成… · the third action moves to …"""
_REPLY = re.compile(r"(?:回复|答复|re)\s*+:\s*+")
_LETTER_OF = {"行": "A", "任": "A", "待": "A", "a": "A", "决": "D", "d": "D", "遗": "Q", "o": "Q"}
_ORDINALS = {"first": "1", "second": "2", "third": "3"}
_ENDS_DUE = re.compile(
    r"^(?:吧|了|好了|就行|之前|前|即可|完成| ?(?:instead|now|please|then)\b)?\s*+[,，。;；\s]*+"
)


def moved_on(target: str, rest: Words, context: Context, doubt: bool) -> ChangeLine | None:
    """Another due, the old one said or not (A1的28号改27号吧，28是周六 · A3提前到10/26)."""
    moves = _MOVES.match(rest.low) if target[0] != "D" else None
    if moves is None or (moves["old"].strip() and not is_due(moves["old"].strip())):
        return None
    said = rest.cut(moves.end())
    stop = match_at(_SIGNS.split(said.low, maxsplit=1)[0], 0)
    if stop is None or (said.low[stop : stop + 1].isalnum() and _reason(said.low[stop:]) == said.low[stop:]):
        return None
    tail = re.match("(?:之前|以前|前|内)", said.low[stop:])
    stop += tail.end() if tail and is_due(said.low[: stop + tail.end()]) else 0
    due = resolve(said.raw[:stop], context.anchor, context.calendar)
    if due.date is None:
        return None
    reason = trimmed(_reason(said.raw[stop:]))
    return ChangeLine(
        target=target, due_text=due.text, due=due.date, flags=due.flags, reason=reason, doubt=doubt
    )


def _reason(behind: str) -> str:
    """What is said behind a new due, without the words that only end it (吧, instead)."""
    return _ENDS_DUE.sub("", behind, count=1)


_TAKES_ALONG = re.compile(
    r"(?:[^,;。\s加带叫拉算配添]{0,8}?的时候|[^,;。\s加带叫拉算配添]{0,4})?\s*+(?:再|还|也|要|就|得|需要?|顺便)*(?:加上|加个|加一个|加(?=\S)|带上|叫上|拉上"
    r"|算上|添上|喊上|配上"
    r"|(?:add(?:ing)?|plus|together with|with help from|also)(?= ))\s*+"
)
_ALSO = re.compile(
    r"\s*+(?:这边|那边)?(?:也|跟着|一起|一块儿?|帮忙|帮着|来|共同)*(?:配合|协助|协同|支持|参与|帮忙|帮(?:着|一下)?[弄做看盯跑改查写出]?|跟着(?:一起)?[弄做看盯跑改查写跟]?"
    r"|一起(?:[弄做看盯跑改查写跟搞]|过|来)?|也(?:参加|跟着?|来|加入)|搭把手|打下手|复核|把关|跟测|过一遍|审一下"
    r"| ?(?:(?:will |to |can |also )*(?:helps?|assists?|supports?|joins?|pitch(?:es)? in)|as well"
    r"|too)\b(?: .*)?)(?:一下|吧|的)?(?=$|[,;。.!\s])"
)


def helped(target: str, rest: Words, context: Context, doubt: bool) -> ChangeLine | None:
    """Somebody who helps as well (A7加上IT的小吴帮忙 · A1小田也跟着一起做)."""
    if target[0] != "A":
        return None
    along = _TAKES_ALONG.match(rest.low)
    start = along.end() if along else len(rest.low) - len(rest.low.lstrip(" ,"))
    named = _listed(rest, start, context)
    if not named:
        return None
    end = named[-1].end
    if along is None and _ALSO.match(rest.low, end) is None:
        return None
    if along is not None and rest.low[end : end + 1].isalnum() and _ALSO.match(rest.low, end) is None:
        return None
    if not all(one.certain for one in named):
        candidates = tuple(label for one in named for label in one.candidates)
        return ChangeLine(target=target, candidates=candidates, doubt=True) if candidates else None
    slots = Slots.of(rest, context)
    for one in named:
        slots.cooperate(one.who[0])
    return ChangeLine(
        target=target,
        cooperating=tuple(slots.cooperating) or None,
        helpers=helpers_of(slots) or None,
        doubt=doubt,
    )


def _listed(rest: Words, pos: int, context: Context) -> list[Mention]:
    """The names listed at a place where a name must stand."""
    found: list[Mention] = []
    while pos < len(rest.low) and (one := _named(rest, pos, context)) is not None:
        found.append(one)
        link = LIST.match(rest.low, one.end)
        if link is None or link[0].strip() == ",":
            break
        pos = link.end()
    return found


def _named(rest: Words, pos: int, context: Context) -> Mention | None:
    """Whom a place names where a name must stand, IT的小吴 as one."""
    known = mention_at(rest, pos, context, short=True)
    if (
        known is not None
        and known.certain
        and known.department
        and not known.person
        and rest.low.startswith("的", known.end)
    ):
        end = _of_it(rest.low, known.end + 1)
        if end is not None:
            return Mention(pos, end, (Named(known.department, rest.raw[known.end + 1 : end]),), known=False)
    return (
        known
        if known is not None and known.certain and known.person
        else name_at(rest, pos, context, digits=False)
    )


_NICKNAME = re.compile(ANY_NICKNAME)


def _of_it(low: str, pos: int) -> int | None:
    """Where the name of somebody of a department ends behind 的 (IT的|小吴|帮忙)."""
    short = _NICKNAME.match(low, pos)
    return person_end(low, pos) or (short.end() if short else None)


_GIVES = re.compile(
    r"(?:的)?(?:负责人|责任人)?\s*+(?:还是|先|就|统一|直接)*(?:改(?:由|给|成|为)|转(?:由|给)|换(?:成|给|由)?|交(?:由|给)|给|由|让|归|派给|派"
    r"|(?:goes|go|moves?|passes|passed|handed|given|assigned|reassigned)(?: over)? to |(?:owner"
    r"|lead)(?: is)?(?: now)?:? |now with |over to )\s*+"
)
_DOES = re.compile(
    r"\s*+(?:这边|那边)?(?:来|去|接着|接手|先)*(?:负责|牵头|跟进|接手|接|做|办|弄|写|出|发|来|管|跑|盯着?|改|查|搞|落实)?(?:一下|吧|了|着)?(?=$|[,;。.!\s])"
)


def given(target: str, rest: Words, context: Context, doubt: bool) -> ChangeLine | None:
    """Another owner (A2给张伟 · A3改由办公室小邵发 · A1还是钱文斌来)."""
    if target[0] == "D":
        return None
    lead = _GIVES.match(rest.low)
    start = lead.end() if lead else len(rest.low) - len(rest.low.lstrip(" ,"))
    start += 2 if rest.low.startswith("还是", start) else 0
    for pos in (start, *(range(start + 2, min(start + 9, len(rest.low))) if lead else ())):
        one = _named(rest, pos, context) if pos == start else mention_at(rest, pos, context, short=True)
        does = _DOES.match(rest.low, one.end) if one else None
        if one is None or does is None or not (lead or does[0].strip()) or (lead is None and not one.known):
            continue
        if pos > start and not (one.certain and one.person):
            continue
        if not one.certain:
            return ChangeLine(target=target, candidates=one.candidates, doubt=True)
        home = _home(rest, start, pos, context) if pos > start and not one.department else one.department
        return ChangeLine(target=target, owner_department=home, owner=one.person, doubt=doubt)
    return None


def _home(rest: Words, start: int, pos: int, context: Context) -> str | None:
    """The department before a name, past what belongs to it (学生处办公室小邵)."""
    found = mention_at(rest.cut(start, pos), 0, context, short=True)
    return found.department if found and found.certain and found.known else None


# -- an item called by its words -----------------------------------------------------------------------------------

_THAT = re.compile(
    r"(?:那|所以|还有)?(?P<just>(?:刚才|刚刚|上面|前面|之前)(?:说的|定的|记的|写的|的)?)?(?P<then>(?<=所以)|)"
    r"(?P<key>[^,;。\s:那这上把刚]{0,12}?)(?:的)?(?:那|这|上|上面那|最后)(?:一)?(?:条|项)(?:行动|任务|决议)?\s*+"
    r"(?=改|作废|取消|不要|删|撤|不做|不算|延|推|提前|挪|给|加上|换|先不|负责人|时间|期限)"
)
_GONE = re.compile(
    r"\s*+(?:就|先|可以)?(?:作废|取消|不要|删掉?|删除|撤销|撤掉|撤|不做|不算)(?:了|吧|掉)*\s*+(?:[,;。.!\s]|$)"
)
_DELETED = re.compile(
    r"\s*+(?:就|先|可以|直接)*(?:(?:删除|删掉|删去|删|去掉|拿掉|撤销|撤掉|撤回)(?:了|吧|掉)*"
    r"|(?:is |was )?(?:deleted?|removed?|withdrawn|retracted|struck(?: out)?))\s*+[。.!]?$"
)


def called_so(words: Words, context: Context) -> tuple[Written | None, Words] | None:
    """The entry that 那条 means (none where none or several fit), with what is said of it."""
    words = words.cut(reply.end()) if (reply := _REPLY.match(words.low)) else words
    counted = _COUNTED.match(words.low)
    if counted is not None and (counted["above"] or counted["kind"] or counted["item"]):
        return _by_place(counted, context), words.cut(counted.end())
    match = _THAT.match(words.low)
    if match is None:
        return None
    rest, key = words.cut(match.end()), match["key"].strip()
    if not key:
        return (context.written() or (None,))[0], rest
    found = _by_key(key, context)
    sure = match["just"] or words.low.startswith("所以")
    return (found, rest) if found is not None or sure else None


def _by_place(counted: re.Match[str], context: Context) -> Written | None:
    """The item of a number in words: what has the number, and what stands there in the live topic, if both are one."""
    nth = counted["nth"] or counted["english"]
    place = int(_ORDINALS.get(nth) or numeral(nth.rstrip("dhnrst")) or 0)
    kind = counted["kind"] or counted["item"]
    if not kind:
        return None
    letter = _LETTER_OF[kind[0]]
    alike = [one for one in reversed(context.written()) if one.code.startswith(letter)]
    here = [one for one in alike if one.topic == context.live][place - 1 : place] if place else []
    meant = {one.id: one for one in (*here, *(one for one in alike if one.code == f"{letter}{place}"))}
    return next(iter(meant.values())) if len(meant) == 1 else None


def _by_key(key: str, context: Context) -> Written | None:
    """The latest numbered entry that holds the words, or the one that shares most of them."""
    numbered = [one for one in context.written() if one.code]
    whole = [one for one in numbered if key in one.text.lower()]
    if whole:
        return whole[0]
    pairs = {key[n : n + 2] for n in range(len(key) - 1)}
    ranked = sorted(
        ((sum(pair in one.text.lower() for pair in pairs), one) for one in numbered), key=lambda two: -two[0]
    )
    if not ranked or not pairs or ranked[0][0] * 2 < len(pairs):
        return None
    return ranked[0][1] if len(ranked) == 1 or ranked[0][0] > ranked[1][0] else None


def deleted(target: str, rest: Words, context: Context, doubt: bool) -> ChangeLine | None:
    """An item taken back by words behind its number (A2删除, A2 deleted); one that is only off, as `gone` has it."""
    if _DELETED.match(rest.low):
        return ChangeLine(target=target, retract=True, doubt=doubt)
    return gone(target, rest, context, doubt)


_MEANS_SOMETHING = re.compile(
    r"\s*+(?:@\s*+|(?:改由|转由|转给|交由|改给|交给|换给|reassigned to|handed to)\s*+"
    rf"|(?:的)?(?:{label('owner', 'with', 'due', 'execute', 'effective')})\s*+(?::|改为|改成)\s*+"
    r"|(?:延期|推迟|延后|顺延|提前)(?:到|至)\s*+|(?:postponed|moved|pushed back) (?:to|until)\s++)(?P<what>\S.*)"
)


def not_understood(target: str, rest: Words, _context: Context, doubt: bool) -> ChangeLine | None:
    """A change that names nobody known and no day (A2 @新来的人): it asks, and is no point of the discussion."""
    match = _MEANS_SOMETHING.match(rest.low)
    if match is None:
        return None
    what = rest.cut(*match.span("what")).text()
    return ChangeLine(target=target, reason=what, missing=("value",), doubt=doubt)


def gone(target: str, rest: Words, _context: Context, doubt: bool) -> ChangeLine | None:
    """An item taken back (…那条作废); of an action that it is not done any more."""
    if _GONE.match(rest.low) is None:
        return None
    if target[0] == "A":
        return ChangeLine(target=target, status="cancelled", doubt=doubt)
    return ChangeLine(target=target, retract=True, doubt=doubt)
