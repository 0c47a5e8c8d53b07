"""Resolutions: what is decided, who carries it out, from when it holds, on what conditions; votes and outcomes."""

from __future__ import annotations

import re

from models.capture.decided.conditions import condition, labelled_conditions
from models.capture.decided.motions import ended
from models.capture.line import Context, Words
from models.capture.named.mentions import Mention
from models.capture.named.strangers import confirmed_at, name_at
from models.capture.values import ActionLine, OutcomeLine, ResolutionLine
from models.capture.words.lexicon import COLLECTIVES, OUTCOMES, either, label
from models.capture.words.work_verbs import work_verb_at
from models.capture.work.slots import tidied
from models.dates import effective, parse_moment, resolve

_SEGMENT = re.compile(
    rf"(?:^|(?<=[\s,，;；。(\x00]))(?:(?P<condition>{label('condition')})|"
    rf"(?P<execute>{label('execute')})|(?P<effective>{label('effective')}))\s*+\d?\s*+:\s*+"
)
_CARRIES = re.compile(r"(?:由|归)\s*+|\b(?:executed|implemented|carried out|handled|led|owned) by (?:the )?")
_NOT_CARRIED = re.compile(
    r"\s*+(?:的|改为|改由|变更|调整为|调到|转|提出|提交的|提供的|认为|反馈的|负责人|担任|出任|主持|到|与|和|、)"
)


def resolution(words: Words, context: Context, doubt: bool = False) -> ResolutionLine:
    """The resolution these words say, with its segments 条件：, 执行： and 生效：."""
    words = labelled_conditions(words, context)
    said = _Said(context)
    said.read(words)
    department = said.department if said.executed else _carried(words, context)
    effective_text, day = _effective(said.text, said.effective, context)
    return ResolutionLine(
        text=said.text,
        executing_department=department,
        effective_text=effective_text,
        effective=day,
        conditions=tuple(said.conditions),
        candidates=said.candidates,
        missing=() if department else ("executing_department",),
        vote=ended(words.raw),
        doubt=doubt,
    )


class _Said:
    """What the segments of a resolution say; words that no segment takes stay in its text."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.text = ""
        self.conditions: list[ActionLine] = []
        self.executed = False
        self.department: str | None = None
        self.candidates: tuple[str, ...] = ()
        self.effective: str | None = None

    def read(self, words: Words) -> None:
        """Takes text, conditions, executing department and effective time out of the words."""
        found = list(_SEGMENT.finditer(words.low))
        self.text = tidied(words.raw[: found[0].start()].rstrip("(（ ")) if found else words.text()
        ends = [*(match.start() for match in found[1:]), len(words.low)]
        for match, end in zip(found, ends, strict=False):
            part = words.cut(match.end(), end)
            self._segment(match.lastgroup or "", words.raw[match.start() : match.end()], _closed(part))

    def _segment(self, kind: str, label: str, part: Words) -> None:
        if kind == "condition":
            if part.text():
                self.conditions.append(condition(Words.of(part.text()), self._context))
            return
        stop = _VALUE.match(part.low)
        value = part.cut(0, stop.end() if stop else None)
        if kind == "execute" and not self.executed:
            self._execute(value.cut(0, len(value.low.rstrip(" .。"))).strip())
        elif kind == "effective" and not self.effective:
            self.effective = value.text()
        else:
            # Said twice: the first counts, and the second stays where one sees it.
            self._keep(label + value.text() if value.text() else "")
        self._keep(part.cut(stop.end() if stop else len(part.low)).text())

    def _execute(self, value: Words) -> None:
        """One department carries it out; words that name more, or none, stay."""
        found = name_at(value, 0, self._context)
        self.executed = True
        if found is not None:
            self.department, self.candidates = found.department, found.candidates
        word = value.raw[found.start : found.end] if found is not None and found.certain else ""
        if not self.department and word.isascii() and word.isalpha():
            # What carries a decision out is a department, also where Finance could be a name.
            self.department = word
        if self.department is None or found is None or value.cut(found.end).text():
            self._keep(f"执行：{value.text()}" if value.text() else "")

    def _keep(self, rest: str) -> None:
        comma = "; " if (self.text + rest).isascii() else "；"
        self.text = comma.join(filter(None, (self.text, rest)))


_VALUE = re.compile(r"[^;,，；。]*")


def _closed(part: Words) -> Words:
    """The part without a bracket that was opened before it."""
    part = part.strip()
    if part.low.endswith(")") and part.low.count(")") > part.low.count("("):
        return part.cut(0, -1)
    return part


def _carried(words: Words, context: Context) -> str | None:
    """The one department that 由…, 归… or executed by … names as carrying it out; none where two are named."""
    departments = set()
    for match in _CARRIES.finditer(words.low):
        found = _carriers(words, match, context)
        if not found or _NOT_CARRIED.match(words.low, found[-1].end):
            continue
        departments |= {one.department for one in found}
    return departments.pop() if len(departments) == 1 else None


def _carriers(words: Words, match: re.Match[str], context: Context) -> list[Mention]:
    if match[0][0].isascii():
        one = name_at(words, match.end(), context, digits=False)
        return [one] if one is not None and one.department else []
    return confirmed_at(words, match.end(), context, work_verb_at)


def _effective(text: str, label: str | None, context: Context) -> tuple[str, str | None]:
    if label is None:
        found = effective(text, context.anchor)
        return found if found is not None else ("", None)
    forms = (label if label.endswith("起") else f"自{label}起", label, f"from {label}")
    read = next((found for form in forms if (found := effective(form, context.anchor))), None)
    if read is not None:
        return label, read[1]
    return label, parse_moment(label, context.anchor) or resolve(label, context.anchor, context.calendar).date


_MEANS = (
    r"(?![^。]*(?:方案|办法|制度|预算|计划|报告|规定|标准|议案|[》)])\s*+[。.]?$)"
    r"[^,;。《]{1,20}(?:来|解决|实现|提升|提高|降低|优化|改善|减少|增加|处理|确保|保证|缩短|控制)"
)
"""通过技术手段解决 says by what means, 通过预算方案 what was decided."""
_BY_MEANS = r"[^,，。;；]{1,30}(?:能力|方式|手段|途径|渠道|机制|形式|平台)[,，]"
_BARE = re.compile(
    rf"(?:(?:{either(COLLECTIVES)})?(?:一致|原则上?|全票|表决|全体)?(?:同意|批准(?!文号|文书)|审议通过|表决通过|通过(?!{_MEANS}|{_BY_MEANS}))(?!的|书|函|率|票|后|了?多少|不|没|否)|经(?:过)?(?:会议|本次会议)?(?:充分)?(?:讨论|研究|审议|评审|表决|协商)(?:后|一致)?,?\s*+(?:一致)?(?:通过|同意|决定|批准|确定|明确))"
)
APPROVED = re.compile(r"(?:一致)?审议(?:并)?(?:一致)?通过(?!的|后|率)")


def sounds_decided(low: str) -> bool:
    """Whether a bare line says by its first words that something was decided (同意… 批准… 经讨论，通过…)."""
    return _BARE.match(low) is not None


_OUTCOMES = tuple((row.outcome, re.compile(rf"{either(row.zh)}|(?:{either(row.en)})\b")) for row in OUTCOMES)


def outcome(words: Words) -> tuple[OutcomeLine, Words] | None:
    """The topic's outcome and the words behind it; None where the words begin with none of the four."""
    for value, shape in _OUTCOMES:
        match = shape.match(words.low)
        if match is not None:
            return OutcomeLine(outcome=value), words.cut(match.end())
    return None
