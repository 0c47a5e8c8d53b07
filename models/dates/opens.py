"""Expressions that fix no single day: 尽快, 每周五, 上线前3天, 收到需求后24小时内."""

from __future__ import annotations

import re

from models.dates.clock import CLOCK
from models.dates.core import FROM_EVENT, NO_SINGLE_DAY, PERIODIC, Reading, Rule, Scene
from models.dates.days import NO_COUNT
from models.dates.plain import NUMERAL


def _one_of(*words: str) -> str:
    """A pattern for any of these words, given in groups separated by spaces; the longest wins."""
    return "|".join(sorted({word for group in words for word in group.split()}, key=len, reverse=True))


def _starts(*words: str) -> str:
    return "".join(sorted({word[0] for group in words for word in group.split()}))


_SOON = "尽快 尽早 尽速 立即 立刻 即刻 马上 抓紧 赶紧 赶快"
_VAGUE_WORDS = (
    "及时 随时 适时 择机 近期 近日 近几天 日内 短期 短期内 长期 长期有效 长期坚持 长期推进 不定期",
    "持续 持续推进 持续跟进 持续跟踪 持续进行 持续优化 持续改进 持续更新 视情况 视情况而定 视进展 视进展而定",
    "待定 暂定 未定 待确认 待通知 另行通知 另行商定 另行确定 另行安排 另定 后续 稍后 晚些时候",
    "年前 年后 过两天 过几天 这几天 这两天 最近几天 几天内 几天之内 几天以内 数日内 数日之内 回头 改天",
    "有空 有空时 到时 到时候 到时再说 到时候再说 以后再说 以后再定 不限期 无期限 无明确时限",
)
_VAGUE = rf"(?:会后|散会后)?(?:{_one_of(_SOON)})|{_one_of(*_VAGUE_WORDS)}"
_VAGUE_ENGLISH = (
    r"(?:tbd|tba|tbc|to be (?:determined|decided|confirmed|announced)|asap|a\.s\.a\.p\.?|as soon as possible"
    r"|immediately|right away|soon|shortly|ongoing|continuous(?:ly)?|when possible|in the near future"
    r"|at some point|sometime|some day|someday|later on|in due course|until further notice"
    r"|in a few (?:days|weeks)|in the coming (?:days|weeks))\b"
)
_TIME_BEHIND = (
    rf"(?:的?(?:{CLOCK})(?:[-~至到](?:{CLOCK}))?"
    r"|的?(?:[上中下]午|早上|晚上|早晚|晚间|一早|早(?!会|餐)|晚(?!会|餐)|[上下]班))?"
)
_DAY_BEHIND = (
    r"(?:\d{1,2}[日号]|[一二三四五六七八九十]{1,3}[日号]"
    r"|的?(?:第?[一二三四五六七八九十\d]{1,2}|最后一?|首|头一?)个?(?:工作日|天|(?:周|星期|礼拜)[一二三四五六日天]?)"
    r"|(?<=周)[一二三四五六日天末1-7]|(?<=星期)[一二三四五六日天]|(?<=礼拜)[一二三四五六日天]"
    r"|[上中下]旬|年?[初底末中头](?:\d{1,2}[日号])?|的?(?:周|星期|礼拜)[一二三四五六日天])?"
    rf"(?:[、,/和与及至到~-]?(?:周|星期|礼拜)[一二三四五六日天]|(?<=[一二三四五六日天])[、/和与及至到~-]?[一二三四五六日天]{NO_COUNT}"
    r"|[、,和与及至到~-](?:第?[一二三四五六七八九十\d]{1,3}[日号]|\d{1,2}月))*"
)
_PERIODIC = (
    rf"(?:每|逐|按|隔)(?:隔|逢)?(?:{NUMERAL})?个?"
    r"(?:半?[天日晚早周月年]|星期|礼拜|季度?|工作日|双周|旬|小时|半年|半月|次例会)度?"
    rf"{_DAY_BEHIND}{_TIME_BEHIND}(?:[之以]?[前内])?"
    r"|逢(?:周[一二三四五六日]|\d{1,2}[日号])(?:[之以]?前)?|双周(?=$|\W)|定期"
)
_WEEKDAY_ENGLISH = "mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_UNIT_ENGLISH = (
    "days?|weekdays?|weeks?|months?|quarters?|years?|mornings?|afternoons?|evenings?|nights?|fortnight|sprint"
    f"|{_WEEKDAY_ENGLISH}"
)
_PERIODIC_ENGLISH = (
    rf"(?:(?:by |on |before |at )?(?:(?:the )?(?:end|start|beginning) of )?(?:every|each) (?:other |second |single )?"
    rf"(?:\d+ |two |three |(?:first|second|third|last|\d(?:st|nd|rd|th)) )?(?:working |business )?(?:{_UNIT_ENGLISH})"
    rf"(?:,? (?:and |or |to |& ?)?(?:every )?(?:{_WEEKDAY_ENGLISH})\b)*(?: of (?:the|each|every) (?:week"
    rf"|month|quarter|year))?"
    r"|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)days"
    r"|(?:the )?(?:first|second|third|last) \w+ of (?:each|every) (?:week|month|quarter|year)"
    r"|weekly|bi-?weekly|monthly|daily|quarterly|yearly|annually|periodically|regularly)\b"
    r"(?:,? (?:(?:by|at|before) )?(?:[\d:]+ ?(?:[ap]\.?m\b\.?)?|noon\b|eod\b|cob\b|(?:the )?end of (?:the )?day\b)"
    r"| (?:in the )?(?:morning|afternoon|evening)s?\b)?"
)

# What a deadline can hang on: a noun or verb of work, then 前 or 后 and a length of time, or 前 alone.
_EVENT_WORDS = (
    "合同 协议 产品 新品 系统 项目 方案 需求 样机 样品 订单 设备 货物 款项 发票 通知 申请 报告 纪要 评审 测试",
    "验收 开发 上线 发布 签订 签署 签约 立项 投产 量产 交付 到货 发货 入库 审批 批准 批复 通过 完成 启动 确认",
    "收到 接到 拿到 上市 开工 竣工 投标 中标 开标 付款 回款 招标 培训 试点 试运行 割接 封版 提测 冻结 定稿 结项",
    "下次例会 例会 下次会议 下次会 下次评审 本次会议 会议 大会 年会 展会 首发 首单 客户确认 客户签字 结束 转正",
    "入职 离职 生效 公示 下发 印发 发出 发文 开业 开馆 开学 开课 开考 开庭 开幕 闭幕 搬迁 停机 复工 停业 换届 出院",
)
_MEETING_WORDS = (
    "会 周会 月会 评审会 会议 例会 下次例会 下次会议 下次周会 下次月会 本次会议 下次评审会 发布会 启动会 项目启动会",
    "推介会 招标会 培训会 订货会 动员会 董事会 方案评审会",
)
_WHOSE = r"(?:[本下这]?(?:周[一二三四五六日]?|次)的?|月度|季度|年度)?"
_SLOT_WORDS = (
    "另议 再议 待议 再定 暂无 无 随到随办 随叫随到 滚动 滚动推进 常态化 常态化推进 看情况 将来 以后",
    "有时间 最近 下次 长期跟踪",
)
_EVENT = f"(?:{_one_of(*_EVENT_WORDS)})"
_AMOUNT = rf"(?:半|{NUMERAL})个?半?(?:工作日|自然日|小时|钟头|分钟|天|日|周|星期|礼拜|月|季度|年)"
_BEHIND_EVENT = (
    rf"(?:之日)?(?:(?:[之以]?后|起)的?第?{_AMOUNT}(?:[之以]?内|后|左右)?"
    rf"|[之以]?前的?{_AMOUNT}(?:[之以]?内)?)"
)
_SOME_WORDS = r"[^\s,。;:、!?0-9@+/]{0,8}?"
_NOT_BEFORE = r"(?!端|后|台|期|景|提(?!交|供|出|报))"
_ENGLISH_EVENT = (
    r"(?:the )?(?:launch|release|go-live|approval|acceptance|sign-?off|signing|delivery|review|testing|meeting"
    r"|next meeting|contract)\b"
)
_ENGLISH_DAY = r"(?:next |this )?(?:mon|tue|wed|thu|fri|sat|sun)"
_ENGLISH_AMOUNT = (
    r"(?:within |in )?(?:\d+|one|two|three|an?) (?:working |business )?(?:hours?|days?|weeks?|months?)"
)


def _vague(_match: re.Match[str], _scene: Scene) -> Reading:
    return Reading(None, (NO_SINGLE_DAY,))


def _periodic(_match: re.Match[str], _scene: Scene) -> Reading:
    return Reading(None, (PERIODIC,))


def _event(_match: re.Match[str], _scene: Scene) -> Reading:
    return Reading(None, (FROM_EVENT,))


RULES = (
    Rule("vague", "会散" + _starts(_SOON, *_VAGUE_WORDS), rf"(?:{_VAGUE})(?![期度]\w)", _vague),
    Rule("vague", "数几若", r"(?:数|好?几|若干)个?(?:工作日|小时|天|日|周|星期|月|年)[之以]?[内后]", _vague),
    Rule("vague", "一短", r"(?:一段|短)时间[之以]?内", _vague),
    Rule("periodic", "每一两三0123456789", rf"(?:每|{NUMERAL})个?(?:天|周|月|年|季度){NUMERAL}次", _periodic),
    Rule("vague", "时", r"(?:时间|时限)(?:待定|未定|另定|另行通知)", _vague, lone=True),
    Rule("vague", "TtAaIiRrSsOoCcWwLlUu", _VAGUE_ENGLISH, _vague),
    Rule("periodic", "每逐按隔双定逢", _PERIODIC, _periodic),
    Rule("periodic", "BbOoEeWwMmDdQqYyAaPpRrTtFfSsLl", _PERIODIC_ENGLISH, _periodic),
    Rule(
        "event",
        _starts(*_EVENT_WORDS),
        rf"(?!会后|会议(?:结束)?后){_EVENT}{_SOME_WORDS}{_BEHIND_EVENT}",
        _event,
    ),
    Rule(
        "event", "自从", rf"[自从]{_EVENT}{_SOME_WORDS}(?:之日)?(?:起|后)的?{_AMOUNT}(?:[之以]?内)?", _event
    ),
    Rule("event", "自", rf"自{_SOME_WORDS}之日(?:起|后)(?:的?{_AMOUNT}(?:[之以]?内)?)?", _event),
    Rule(
        "event",
        "下本这周月季年" + _starts(*_MEETING_WORDS, *_EVENT_WORDS),
        rf"{_WHOSE}(?:{_one_of(*_MEETING_WORDS, *_EVENT_WORDS)})(?:结束)?[之以]?前{_NOT_BEFORE}",
        _event,
    ),
    Rule("event", _starts(*_EVENT_WORDS), rf"(?!会议|本次){_EVENT}(?:当[天日]|之日)(?![起后])", _event),
    Rule(
        "event",
        "下",
        r"下次(?:例会|会议?|周会|月会|评审会?)(?:上|时)?(?:再议|讨论|再定|汇报)?",
        _event,
        lone=True,
    ),
    Rule(
        "event",
        "NnTtAaBbIiOo",
        r"(?:(?:by|at|before|in|on) )?(?:the |our )?next (?:meeting|session|review|sync|call|stand-?up|check-?in)",
        _event,
        lone=True,
    ),
    Rule(
        "event",
        "TtDd",
        r"[td]\s?[+-]\s?\d{1,3}(?:天|个?工作日|日| ?days?)?(?:[之以]?[前内])?(?![\da-z])",
        _event,
    ),
    Rule("event", "AaUuOoPpBb", rf"(?:after|before|upon|once|prior to|following) {_ENGLISH_EVENT}", _event),
    Rule(
        "event",
        "WwIi",
        rf"(?=within |in ){_ENGLISH_AMOUNT} (?:after|before|of|from|following) (?!today|now|the meeting"
        rf"|this meeting|{_ENGLISH_DAY})[^,.;()]{{2,40}}",
        _event,
    ),
    Rule(
        "event",
        "0123456789OoTtAa",
        rf"{_ENGLISH_AMOUNT} (?:after|before|following) "
        rf"(?!today|now|the meeting|this meeting|{_ENGLISH_DAY})[^,.;()]{{2,40}}",
        _event,
    ),
    # The whole text: any words at all before a length of time that hangs on them.
    Rule("event", "", rf".{{1,20}}?(?<!会)(?<!节)后的?第?{_AMOUNT}(?:[之以]?内|后)?", _event, lone=True),
    Rule("event", "", rf".{{1,20}}?(?<!节)前的?{_AMOUNT}", _event, lone=True),
    Rule(
        "event",
        "",
        rf"{_ENGLISH_AMOUNT} (?:after|before|of|from) (?!today|now|the meeting|this meeting).{{2,40}}",
        _event,
        lone=True,
    ),
    Rule("vague", _starts(*_SLOT_WORDS), rf"(?:{_one_of(*_SLOT_WORDS)})", _vague, lone=True, slot=True),
    Rule("vague", "视待等", r"(?:视|待|等).{1,16}", _vague, lone=True, slot=True),
    # Where a due must stand: anything that ends like a moment.
    Rule("event", "", r".{2,20}(?:[之以]?后|[之以]?前|时|起)", _event, lone=True, slot=True),
    Rule(
        "event",
        "AaBbUuOoPpSsTtFfWw",
        r"(?:after|before|upon|once|prior to|following|since|when|until after) (?!tomorrow)[^\d,.;]{2,40}",
        _event,
        lone=True,
        slot=True,
    ),
)
