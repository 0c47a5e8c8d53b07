"""The words a line can begin with, in Chinese and English, and what each announces.

One table for recognising, completing and showing them. A Chinese marker is followed by a colon, a number or a space; an
English one needs its colon. The first word of each row is the one that is offered.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from models.capture.words import Words

CHINESE: dict[str, str] = {
    "topic": "议题 下一议题 下一个议题 讨论议题 会议议题 本议题 议程",
    "background": "背景 议题背景 背景说明 背景介绍 背景情况",
    "point": "要点 讨论要点 讨论 讨论内容 议题讨论",
    "dispute": "争议 分歧 争议点 分歧点 争议焦点 主要分歧 主要争议 存在争议 存在分歧 有争议 有分歧",
    "consensus": "共识 达成共识 达成一致 形成共识 一致意见 各方确认 双方确认 会议共识",
    "deferred": "搁置 暂缓 搁置争议",
    "open_issue": "遗留 遗留问题 遗留事项 待解决 待解决问题 未决问题 未决事项 待议事项",
    "resolution": "决议 决定 议定 决议事项 议定事项 会议决议 会议决定 最终决议 形成决议",
    "action": "行动 行动项 任务 待办 待办事项 行动计划 行动事项 任务项",
    "present": (
        "出席 参会 参会人员 参会部门及人员 参会人 出席人员 出席人 到会 到会人员 "
        "与会人员 与会 参加人员 参会名单 线上参会 签到 实到 实到人员"
    ),
    "absent": "缺席 缺席人员 缺席人员及原因 请假 请假人员 未到 未到人员 未出席 缺席人",
    "late": "迟到 迟到人员 晚到",
    "left": "离席 早退 提前离会 提前离席 先走",
    "observer": "列席 列席人员",
    "guest": "来宾 嘉宾 外部来宾 特邀嘉宾 特邀",
    "vote": "表决 表决结果 投票 投票结果 表决情况",
    "outcome": "结论 议题结论 讨论结论",
    "next": "下次会议 下次例会 下次会议时间 下次例会时间 下次会议安排 下次开会",
    "note": "备注 备忘 会务备注",
    "replacement": "更正 改",
    "plain": "原文",
    "name": "会议 会议名称",
    "time": "时间 会议时间",
    "place": "地点 会议地点",
    "host": "主持 主持人 会议主持 会议主持人",
    "recorder": "记录 记录人 会议记录 会议记录人",
    "theme": "主题 会议主题",
    "goal": "目标 会议目标 会议核心目标",
    "scenario": "场景 会议场景 会议类型",
    "sponsor": "发起 发起部门 会议发起部门 会议发起",
    "material": "资料 会议资料 附件资料 背景资料 会议材料 附件",
}
ENGLISH: dict[str, str] = {
    "topic": "topic agenda_item",
    "background": "background context",
    "point": "point points discussion",
    "dispute": "dispute disagreement issue_in_dispute",
    "consensus": "consensus agreed agreement",
    "deferred": "deferred parked shelved",
    "open_issue": "open open_issue open_question unresolved",
    "resolution": "decision resolution resolved decided",
    "action": "action todo action_item task to_do",
    "present": "present attendees attending attendance",
    "absent": "absent apologies regrets",
    "late": "late",
    "left": "left left_early",
    "observer": "observer observers",
    "guest": "guest guests",
    "vote": "vote votes",
    "outcome": "outcome conclusion",
    "next": "next next_meeting",
    "note": "note notes",
    "replacement": "correction correct",
    "plain": "verbatim literal",
    "name": "meeting meeting_name",
    "time": "time date when",
    "place": "place venue location where",
    "host": "host chair chaired_by",
    "recorder": "recorder scribe minutes_by minute_taker",
    "theme": "theme subject",
    "goal": "goal objective purpose",
    "scenario": "scenario type meeting_type",
    "sponsor": "sponsor",
    "material": "material materials documents",
}
FACTS = frozenset(
    ["name", "time", "place", "host", "recorder", "theme", "goal", "scenario", "sponsor", "material"]
)
ROLL = frozenset(["present", "absent", "late", "left", "observer", "guest"])
LISTED = frozenset(["action", "resolution", "open_issue", "dispute", "consensus"])
"""Kinds whose numbered list makes an entry of each item."""

NOTHING = re.compile(
    r"(?:无(?:争议|分歧|异议|共识|缺席)?|没有|暂无(?:共识|争议|分歧)?|未有|均无|[-—–]+|/|none|n/?a|nil|no)[。.!]?"
)

_FAMILY = {
    word.replace("_", " "): family
    for table in (CHINESE, ENGLISH)
    for family, words in table.items()
    for word in words.split()
}


def _either(table: dict[str, str]) -> str:
    words = {word.replace("_", " ") for line in table.values() for word in line.split()}
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


NUMERALS = {numeral: value for value, numeral in enumerate("零一二三四五六七八九十")}
_NUMBER = r"(?:[(]?(?P<number>\d{1,2}(?:\.\d{1,2})?(?!\d)|[一二三四五六七八九十]{1,3})[)]?)"
_CHINESE = re.compile(
    rf"(?P<open>【|\[)?(?P<word>{_either(CHINESE)})(?(open)[】\]]|)\s{{0,9}}{_NUMBER}?(?P<end>\s{{0,9}}:|(?(open)|(?(number)(?:[、.](?!\d)|\s)|\s)))"
)
_ENGLISH = re.compile(rf"(?P<word>{_either(ENGLISH)})\s*+#?(?P<number>\d{{1,2}})?\s*+(?P<end>:)")
_HASH = re.compile(r"#{1,3}\s*+(?=[^\s\d#])|#{1,3}\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker at the beginning of a clause; the clause's content begins at `end`."""

    family: str
    end: int
    number: str | None = None
    word: str = ""
    colon: bool = True
    """Whether a colon, bracket or list sign follows, not just a space."""


def marker_at(words: Words) -> Marker | None:
    """The marker the words begin with, if they do."""
    low = words.low
    if low.startswith("#"):
        hashes = _HASH.match(low)
        return None if hashes is None else Marker("topic", hashes.end())
    match = _CHINESE.match(low) or _ENGLISH.match(low)
    if match is None:
        return None
    colon = not match["end"].isspace()
    return Marker(_FAMILY[match["word"]], match.end(), numeral(match["number"]), match["word"], colon)


def numeral(text: str | None) -> str | None:
    """The figures of 二 or 十二; figures stay."""
    if text is None or text[0].isdigit():
        return text
    tens, ten, units = text.rpartition("十")
    if not ten:
        return str(NUMERALS[text[-1]])
    return str((NUMERALS.get(tens, 1) if tens else 1) * 10 + (NUMERALS[units] if units else 0))


_SUBJECT = (
    r"(?:(?:本次|此次)?会议|会上|与会各方|与会人员|参会人员|与会者|全体|各部门|各方|双方|大家|会议各方)"
)
_OPENERS = (
    (
        "consensus",
        re.compile(
            rf"{_SUBJECT}?(?:一致|均|共同)?(?:一致认为|一致确认|达成一致|达成共识)(?!的)(?:意见)?[,:\s]+|{_SUBJECT}(?:一致认为|一致确认)(?!的)|各方(?:一致)?(?:确认|认可)[,:\s]"
        ),
    ),
    (
        "resolution",
        re.compile(
            r"(?:本次|此次)?会议(?:一致|最终|原则上?|经讨论|讨论)?(?:决定|要求|同意|议定|明确|批准|通过)(?!的|事项|书|权|率|性|了[^,]{0,6}问题|[较很太]|比较|多(?!方|部门)|低(?!于)|高(?!质|标|效|度|于)|不(?:高|多|严|明))[,:\s]*"
        ),
    ),
    ("point", re.compile(r"(?:本次|此次)?会议(?:强调|指出|认为|听取了?|讨论了?|回顾了?)(?!的)[,:\s]*")),
    (
        "deferred",
        re.compile(
            r"(?:[双各多]方)?(?:暂?未能?达成(?:共识|一致(?:意见)?)|没谈拢|没有?谈成|谈不拢|没谈妥|未谈拢|没有?达成(?:共识|一致(?:意见)?))[,:;\s。]"
        ),
    ),
    ("dispute", re.compile(r"\((?:存在|有)(?:争议|分歧)\)\s*+[,:]?\s*+")),
    (
        "next",
        re.compile(
            r"下次(?:会议|例会|开会)(?:的?(?:召开)?时间)?(?:初步|暂)?(?:定[于在]|安排[于在]|为|是|在|于)?\s*+"
            r"(?=\d|下下?周|本周|周[一二三四五六日]|星期|下个?月|明[天日]|后天)"
        ),
    ),
)
_KEEPS_WORDS = re.compile(r"(?:原则上?)?(?:同意|批准|通过|要求)\Z")


def opener_at(words: Words) -> Marker | None:
    """The phrase the words begin with that announces a kind without a marker (会议决定，… 未达成共识，…)."""
    for family, shape in _OPENERS:
        match = shape.match(words.low)
        if match is not None:
            end = match.end()
            if family == "point" and not match[0].rstrip().endswith((",", ":")):
                end = 0
            if family == "resolution" and (kept := _KEEPS_WORDS.search(match[0])):
                # 会议同意采购部… without a comma: 同意 is part of what was decided.
                end = kept.start()
            return Marker(family, end)
    return None
