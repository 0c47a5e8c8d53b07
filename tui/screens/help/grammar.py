"""The grammar for people: an example of each form and what it becomes.

The marker words come from the grammar's own table. Examples are constants of the language they belong to.
"""

from __future__ import annotations

from models import i18n
from models.capture.lexicon import MARKER
from models.i18n import _

Rows = list[tuple[str, str]]

_WORDS = 3
"""Marker words shown of each kind."""

_ZH = {
    "opinion": "市场部：…  李经理：…",
    "number": "2：…  scb：…",
    "several": "销售部、客服部：…",
    "stance": "市场部支持：…  2+：…",
    "rest": "其他部门无意见",
    "more": "……接着写",
    "owner": "行动：… @李经理 @4.2",
    "helping": "行动：… +研发部 +3",
    "due": "行动：… /月底前 、周五",
    "condition": "决议：…；条件：…；执行：…",
    "doubt": "… ??",
    "change": "A3 @钱主管  D1改为：…",
    "retract": "撤销D1",
    "earlier": "上A2完成  上A2延期到12月11日，缺货",
    "replace": "更正：旧=>新  s/旧/新/",
    "other": "1.1补：研发部：…",
    "return": "回1.1",
    "break": "休息10分钟  继续  散会",
    "plain": "原文：…  \\…",
}
_EN = {
    "opinion": "Marketing: …  Mr Li: …",
    "number": "2: …",
    "several": "Sales, Service: …",
    "stance": "2+: …  2*: …  2-: …  2=: …",
    "rest": "no objections from others",
    "more": "...more words",
    "owner": "action: … @Li @4.2",
    "helping": "action: … +3",
    "due": "action: … /by Friday",
    "condition": "decision: …; condition: …",
    "doubt": "… ??",
    "change": "A1 @Li  A1 /4 Dec",
    "retract": "withdraw D1",
    "earlier": "last A2 done  last A2 moved to Dec 11",
    "replace": "s/old/new/",
    "other": "1.1 add: …",
    "return": "back to 1.1",
    "break": "break 10 min  resume  adjourn",
    "plain": "verbatim: …  \\…",
}


def grammar() -> list[tuple[str, Rows]]:
    """Headings with their examples and words."""
    return [
        (_("Markers: the word, a colon, the text"), _markers()),
        (_("Who speaks"), _speakers()),
        (_("Owner, helpers, due date, conditions"), _slots()),
        (_("Changes"), _changes()),
        (_("Attendance and the meeting itself"), _meeting()),
    ]


def _example(name: str) -> str:
    return (_ZH if i18n.current() == "zh_CN" else _EN)[name]


def _marker(family: str, words: str) -> tuple[str, str]:
    chinese = i18n.current() == "zh_CN"
    row = MARKER[family]
    names = (row.zh if chinese else row.en)[:_WORDS]
    sign = "：" if chinese else ":"
    fitting: list[str] = []
    for name in names:
        if sum(len(n) + 1 for n in [*fitting, name]) * (2 if chinese else 1) <= 24:
            fitting.append(name)
    return " ".join(name + sign for name in fitting), words


def _markers() -> Rows:
    return [
        _marker("topic", _("a topic, made live: of the agenda where its title fits, else a new one")),
        _marker("background", _("why the topic is discussed")),
        _marker("point", _("a discussion point, nobody's in particular")),
        _marker("dispute", _("what the departments disagree on")),
        _marker("consensus", _("settles the dispute it fits; Shift+Tab offers the others")),
        _marker("deferred", _("the dispute is set aside, with the reason")),
        _marker("open_issue", _("what stays open; who takes it up and when as in an action")),
        _marker("resolution", _("what was decided")),
        _marker("action", _("who does what by when")),
        _marker("outcome", _("what the topic ended in: agreed, not agreed, inconclusive, postponed")),
        _marker("vote", _("the vote of the latest resolution")),
        _marker("next", _("when and where the next meeting is")),
        _marker("note", _("for the recorder alone, not exported")),
    ]


def _speakers() -> Rows:
    words = {
        "opinion": _("an opinion; that department speaks until somebody else does"),
        "number": _("the same by the department's number or initials"),
        "several": _("the same opinion for each"),
        "stance": _("with a stance: + support, * conditional, - against, = reserve"),
        "rest": _("every department present that has not spoken agrees"),
        "more": _("continues the last entry"),
    }
    return [(_example(name), said) for name, said in words.items()]


def _slots() -> Rows:
    words = {
        "owner": _("responsible; by name, department or number"),
        "helping": _("departments that help"),
        "due": _("by when, in words; the date is worked out"),
        "condition": _("conditions, who carries it out, from when"),
    }
    return [(_example(name), said) for name, said in words.items()]


def _changes() -> Rows:
    words = {
        "doubt": _("marks the entry as to be checked"),
        "change": _("changes an item by its number"),
        "retract": _("takes an item back"),
        "earlier": _("an item of the previous meeting: done, or another date and why"),
        "replace": _("other words in the latest entry that holds the old ones"),
        "other": _("one entry into another topic"),
        "return": _("makes that topic live again"),
        "plain": _("everything behind it is plain text"),
    }
    return [(_example(name), said) for name, said in words.items()]


def _meeting() -> Rows:
    return [
        _marker("present", _("who is here: departments with their people")),
        _marker("absent", _("who is not, with reason and stand-in in brackets")),
        _marker("late", _("who came later; the time, else now")),
        _marker("left", _("who has left; the time, else now")),
        _marker("observer", _("observers")),
        _marker("guest", _("guests")),
        (_example("break"), _("a break, its end, the meeting's end")),
        _marker(
            "name",
            _("the meeting's name, until the first entry; so time, place, host, recorder, theme, goal"),
        ),
    ]
