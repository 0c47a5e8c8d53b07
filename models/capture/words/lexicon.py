"""Words that several parts of the grammar ask for, each row once: markers, labels, stances, verbs of speech, outcomes.

What reads, completes, writes and explains a line is made from these rows: a new word is one row here, or one more word
in a row. Its neighbours hold the phrases of everyday speech and work, and how English says a stance (more than a word
before a colon); a list that one rule alone uses, with what may not stand around its words, stands beside that rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple


class Marker(NamedTuple):
    """The words that announce one kind of line, in Chinese and English; the first of each is offered and written."""

    family: str
    zh: tuple[str, ...]
    en: tuple[str, ...]
    typed: tuple[str, ...] = ()
    """The letters the first Chinese word can be typed by, besides the first English one."""
    group: str = "entry"
    """entry, roll (who is there), fact (of the meeting itself) or sign (what a whole line is)."""
    listed: bool = False
    """Whether a numbered list behind it makes an entry of each item."""


def _marker(family: str, zh: str, en: str, typed: str, group: str = "entry", listed: bool = False) -> Marker:
    return Marker(
        family, tuple(zh.split("|")), tuple(en.split("|")), tuple(typed.split()), group, listed=listed
    )


# fmt: off
MARKERS = (
    _marker("topic", "议题|下一议题|下一个议题|讨论议题|会议议题|本议题|议程",
            "topic|agenda item|next up|next item|next topic|aob|any other business|new business|old business|"
            "matters arising", "yt yiti"),
    _marker("background", "背景|议题背景|背景说明|背景介绍|背景情况", "background|context", "bj beijing"),
    _marker("point", "要点|讨论要点|讨论|讨论内容|议题讨论", "point|points|discussion", "yd yaodian"),
    _marker("dispute", "争议|分歧|争议点|分歧点|争议焦点|主要分歧|主要争议|存在争议|存在分歧|有争议|有分歧",
            "dispute|disagreement|issue in dispute", "zy zhengyi", listed=True),
    _marker("consensus", "共识|达成共识|达成一致|形成共识|一致意见|各方确认|双方确认|会议共识",
            "consensus|agreed|agreement", "gs gongshi", listed=True),
    _marker("deferred", "搁置|暂缓|搁置争议", "deferred|parked|shelved", "gz gezhi"),
    _marker("open_issue", "遗留|遗留问题|遗留事项|待解决|待解决问题|未决问题|未决事项|待议事项",
            "open|open issue|open question|unresolved|parking lot", "yl yiliu", listed=True),
    _marker("resolution", "决议|决定|议定|决议事项|议定事项|会议决议|会议决定|最终决议|形成决议",
            "decision|resolution|resolved|decided|motion", "jy jueyi resolution", listed=True),
    _marker("action", "行动|行动项|任务|待办|待办事项|行动计划|行动事项|任务项",
            "action|todo|action item|task|to do|next steps|next step|actions|action items|action points",
            "xd xingdong", listed=True),
    _marker("present", "出席|参会|参会人员|参会部门及人员|参会人|出席人员|出席人|到会|到会人员|与会人员|与会|参加人员|"
            "参会名单|线上参会|签到|实到|实到人员", "present|attendees|attending|attendance", "cx chuxi", "roll"),
    _marker("absent", "缺席|缺席人员|缺席人员及原因|请假|请假人员|未到|未到人员|未出席|缺席人",
            "absent|apologies|regrets", "qx quexi", "roll"),
    _marker("late", "迟到|迟到人员|晚到", "late", "cd chidao", "roll"),
    _marker("left", "离席|早退|提前离会|提前离席|先走", "left|left early", "lx lixi", "roll"),
    _marker("observer", "列席|列席人员", "observer|observers", "lx liexi", "roll"),
    _marker("guest", "来宾|嘉宾|外部来宾|特邀嘉宾|特邀", "guest|guests", "lb laibin", "roll"),
    _marker("vote", "表决|表决结果|投票|投票结果|表决情况", "vote|votes", "bj biaojue"),
    _marker("outcome", "结论|议题结论|讨论结论", "outcome|conclusion", "jl jielun"),
    _marker("next", "下次会议|下次例会|下次会议时间|下次例会时间|下次会议安排|下次开会", "next|next meeting",
            "xchy xiacihuiyi"),
    _marker("note", "备注|备忘|会务备注", "note|notes", "bz beizhu"),
    _marker("replacement", "更正|改", "correction|correct|change|replace|fix", "gz gengzheng", "sign"),
    _marker("plain", "原文", "verbatim|literal", "yw yuanwen", "sign"),
    _marker("name", "会议|会议名称", "meeting|meeting name", "hy huiyi", "fact"),
    _marker("time", "时间|会议时间", "time|date|when", "sj shijian", "fact"),
    _marker("place", "地点|会议地点", "place|venue|location|where", "dd didian", "fact"),
    _marker("host", "主持|主持人|会议主持|会议主持人", "host|chair|chaired by", "zc zhuchi", "fact"),
    _marker("recorder", "记录|记录人|会议记录|会议记录人", "recorder|scribe|minutes by|minute taker",
            "jl jilu", "fact"),
    _marker("theme", "主题|会议主题", "theme|subject", "zt zhuti", "fact"),
    _marker("goal", "目标|会议目标|会议核心目标", "goal|objective|purpose", "mb mubiao", "fact"),
    _marker("scenario", "场景|会议场景|会议类型", "scenario|type|meeting type", "cj changjing", "fact"),
    _marker("sponsor", "发起|发起部门|会议发起部门|会议发起", "sponsor", "fq faqi", "fact"),
    _marker("material", "资料|会议资料|附件资料|背景资料|会议材料|附件", "material|materials|documents",
            "zl ziliao", "fact"),
    _marker("document_number", "编号|纪要编号|会议编号|文件编号|文号|发文字号", "number|document number|reference",
            "bh bianhao", "fact"),
    _marker("copies", "抄送|抄报", "cc|copies|copies to|copy to", "cs chaosong", "fact"),
    _marker("signed_by", "签发|签发人", "signed by", "qf qianfa", "fact"),
    _marker("issuer", "发文|发文单位|发文机关|印发单位|印发机关", "issuer|issued by", "fw fawen", "fact"),
)
# fmt: on
MARKER = {row.family: row for row in MARKERS}
FACTS = frozenset(row.family for row in MARKERS if row.group == "fact")
OFFICE = frozenset({"document_number", "copies", "signed_by", "issuer"})
"""The facts of an office file: they need their colon."""
AT_THE_END = frozenset({"copies", "signed_by"})
"""The facts that stand at the end of minutes, when entries have long been typed."""
ROLL = frozenset(row.family for row in MARKERS if row.group == "roll")
LISTED = frozenset(row.family for row in MARKERS if row.listed)


class Label(NamedTuple):
    """The words behind which one field of an entry stands (负责人：…); the first of each language is offered."""

    field: str
    zh: tuple[str, ...]
    en: tuple[str, ...]
    typed: tuple[str, ...]
    takes: str
    """names, due or text: what can stand behind it."""
    of: frozenset[str]
    """The families of markers whose lines take it."""


def _label(field: str, zh: str, en: str, typed: str, takes: str, of: str) -> Label:
    return Label(
        field, tuple(zh.split("|")), tuple(en.split("|")), tuple(typed.split()), takes, frozenset(of.split())
    )


# fmt: off
LABELS = (
    _label("owner", "负责人|责任人|主责人|牵头人|牵头部门|责任部门|负责部门|主责部门|承办部门|牵头|主责|责任方|"
           "责任主体|承办人|执行人|跟进人|负责",
           "owner|lead|assignee|responsible", "fzr fuzeren", "names", "action open_issue"),
    _label("with", "配合部门|协助部门|协作部门|协办部门|配合方|配合人|协助人|配合|协助|协办",
           "with|support|supported by|cooperating", "ph phbm peihe", "names", "action"),
    _label("due", "完成时限|完成时间|完成日期|截止时间|截止日期|截止|时限|期限|交付时间|"
           "闭环时间|解决时间|预计完成时间|计划完成时间|时间为",
           "due|due date|deadline|by when|ddl", "wc wcsx wancheng", "due", "action"),
    _label("condition", "条件|前提条件|前提", "condition|conditions|provided", "tj tiaojian", "text", "resolution"),
    _label("execute", "执行|执行部门|责任部门|落实部门",
           "executed by|executing|by department|execute|owner", "zx zhixing",
           "names", "resolution"),
    _label("effective", "生效|生效时间|生效日期|执行时间", "effective|effective from", "sx shengxiao",
           "due", "resolution"),
    _label("handling", "处理方式|处理办法|处理意见", "handling", "cl clfs chuli", "text", "open_issue"),
    _label("revisit", "再议时间|再议|复议时间", "revisit", "zy zysj zaiyi", "due", "open_issue"),
)
# fmt: on
LABEL = {row.field: row for row in LABELS}


LETTERS = {"行": "A", "决": "D", "遗": "Q", "a": "A", "d": "D", "q": "Q"}
"""What the number of a resolution, action or open issue may begin with, and its letter."""
FORMER = "原"
"""Before the number of an item that is gone (原A4): the line changes no other item, and asks which is meant."""


class Stance(NamedTuple):
    """A word that says a stance before a colon, behind a name, and (in Chinese) as the first word of an opinion.

    What the first words of an English opinion can be is more than a word: see english_stances.
    """

    word: str
    stance: str
    beside: bool = True
    """Whether it says one behind a bare name whatever follows; else only where its clause ends (技术部支持市场部)."""
    leads: bool = True
    """Whether a text that begins with it takes the stance whatever follows; else only alone (保留三个名额)."""


STANCES = (
    Stance("支持", "support", beside=False),
    Stance("同意", "support"),
    Stance("赞成", "support"),
    Stance("赞同", "support"),
    Stance("附议", "support"),
    Stance("认可", "support"),
    Stance("认同", "support"),
    Stance("没意见", "support", beside=False),
    Stance("没有意见", "support", beside=False),
    Stance("无意见", "support", beside=False),
    Stance("没异议", "support", beside=False),
    Stance("没有异议", "support", beside=False),
    Stance("无异议", "support", beside=False),
    Stance("supports", "support"),
    Stance("support", "support"),
    Stance("agrees", "support"),
    Stance("agree", "support"),
    Stance("有条件支持", "conditional"),
    Stance("有条件同意", "conditional"),
    Stance("有条件地支持", "conditional"),
    Stance("有条件地同意", "conditional"),
    Stance("附条件支持", "conditional"),
    Stance("附条件同意", "conditional"),
    Stance("conditional support", "conditional"),
    Stance("conditionally supports", "conditional"),
    Stance("conditional", "conditional", leads=False),
    Stance("反对", "oppose"),
    Stance("不同意", "oppose"),
    Stance("不支持", "oppose"),
    Stance("不认可", "oppose"),
    Stance("不认同", "oppose"),
    Stance("不赞成", "oppose"),
    Stance("不赞同", "oppose"),
    Stance("opposes", "oppose"),
    Stance("oppose", "oppose"),
    Stance("disagrees", "oppose"),
    Stance("disagree", "oppose"),
    Stance("object", "oppose"),
    Stance("objects", "oppose"),
    Stance("保留", "reserve", beside=False, leads=False),
    Stance("保留意见", "reserve", beside=False),
    Stance("持保留意见", "reserve", beside=False),
    Stance("持保留态度", "reserve", beside=False),
    Stance("保留态度", "reserve", beside=False),
    Stance("reserves", "reserve"),
    Stance("reserve", "reserve"),
    Stance("弃权", "abstain", beside=False),
    Stance("abstains", "abstain"),
    Stance("abstain", "abstain"),
)
STANCE_OF = {row.word: row.stance for row in sorted(STANCES, key=lambda row: -len(row.word))}
"""Stances by word, the longer words first: 有条件支持 ends in 支持."""
SIGNS = {"+": "support", "*": "conditional", "-": "oppose", "=": "reserve"}
"""The stances by a sign between name and colon (2+：)."""


class Verb(NamedTuple):
    """A verb by which somebody is said to speak."""

    word: str
    keeps: bool = False
    """Whether it stays in the text because it says something itself; the others leave it with the name."""
    not_before: str = ""
    """A pattern of what would make it the first half of a noun (说明, 汇报会, 补充协议, 答复函)."""
    colon: bool = False
    """Whether it tells a speaker only with a colon behind."""


VERBS = (
    Verb("说", not_before="明(?![年天日])|法|服"),
    Verb("汇报", not_before="会|表|单|人|书|稿|材料"),
    Verb("补充", not_before="协议|说明|会|书|稿|材料"),
    Verb("答复", not_before="函|会|意见|书|稿|材料"),
    Verb(
        "建议",
        keeps=True,
        not_before="会|函|稿|材料|书(?!面)|单(?!独|方|列|项)|表(?!决|明|示|扬)",
    ),
    Verb("反映", not_before="会|材料"),
    Verb("提出", not_before="会"),
    Verb("强调", not_before="会"),
    Verb("指出", not_before="会"),
    Verb("回应", not_before="会"),
    Verb("认为"),
    Verb("表示"),
    Verb("回复", colon=True),
    Verb("反馈", colon=True),
    Verb("说明", colon=True),
    Verb("解释", colon=True),
    Verb("报告", colon=True),
    Verb("介绍", colon=True),
    Verb("称", colon=True),
    Verb("答", colon=True),
    Verb("问", colon=True),
    Verb("询问", colon=True),
    Verb("要求", keeps=True, colon=True),
    Verb("希望", keeps=True, colon=True),
    Verb("提醒", keeps=True, colon=True),
    Verb("承诺", keeps=True, colon=True),
    Verb("坚持", keeps=True, colon=True),
    Verb("担心", keeps=True, colon=True),
    Verb("主张", keeps=True, colon=True),
    Verb("确认", keeps=True, colon=True),
    Verb("质疑", keeps=True, colon=True),
)


class Outcome(NamedTuple):
    """The words by which one outcome of a topic is said; the first Chinese one is offered."""

    outcome: str
    zh: tuple[str, ...]
    en: tuple[str, ...]
    typed: tuple[str, ...]


OUTCOMES = (
    Outcome("agreed", ("达成一致", "达成共识"), ("agreed", "agreement reached"), ("dcyz",)),
    Outcome(
        "not_agreed",
        tuple(f"{word}达成{what}" for what in ("", "一致", "共识") for word in ("未", "未能", "没", "没有")),
        ("not agreed", "no agreement"),
        ("wdc",),
    ),
    Outcome("inconclusive", ("待定",), ("inconclusive", "undecided", "tbd"), ("dd",)),
    Outcome("deferred", ("延后", "延期", "推迟"), ("deferred", "postponed"), ("yh",)),
)
COLLECTIVES = (
    "本次会议",
    "此次会议",
    "会议",
    "会上",
    "与会各方",
    "与会人员",
    "参会人员",
    "与会者",
    "全体",
    "各部门",
    "各方",
    "双方",
    "大家",
    "会议各方",
)
"""Words for everybody in the room: what they decide or agree on is nobody's opinion."""


VOICES = (
    ("赞成", "同意", "支持", "in favour", "in favor", "for", "yes"),
    ("反对", "against", "no"),
    ("弃权", "abstaining", "abstained", "abstains", "abstain", "abstentions", "abstention"),
)
"""What a vote's figures stand beside: for, against and neither."""
TIME_WORDS = ("完成时间", "完成时限", "完成期限", "时间", "时限", "期限", "截止", "完成截止")
"""Words that only say that a due follows."""


def either(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longer first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


def label(*fields: str) -> str:
    """A pattern of the words of these labels in both languages."""
    return either(word for field in fields for word in (*LABEL[field].zh, *LABEL[field].en))


def taking(kind: str) -> str:
    """A pattern of the words of all labels that take names or a due."""
    return label(*(row.field for row in LABELS if row.takes == kind))


def marked(family: str) -> str:
    """A pattern of the words of one marker in both languages."""
    return either((*MARKER[family].zh, *MARKER[family].en))


SPEAKS = either([*(row.word for row in VERBS), *(row.word for row in STANCES if not row.word.isascii())])
"""A pattern of everything somebody named can be said to say."""
