"""Examples of each family of the grammar, in both languages, with what they become.

The help page and docs/grammar.md are made from them, and a test reads each of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from models.i18n import _


class Example(NamedTuple):
    """Lines of one family, and what they become, in words for people."""

    section: str
    """Where the help page shows it: a key of `SECTIONS`."""
    zh: str
    """Lines, two spaces between them."""
    en: str
    kind: str
    """The kind of value that each of the lines becomes."""
    says: Callable[[], str]
    """What that is, in the language in use."""
    marker: str = ""
    """The family of the marker whose words stand on the help page in place of the lines."""
    spoken: bool = False
    """Whether it is read so only while somebody speaks."""
    opening: bool = False
    """Whether it is read so only before the first topic."""

    def lines(self, language: str) -> tuple[str, ...]:
        """The lines in one language; none where only the other has the form."""
        return tuple(filter(None, (self.zh if language == "zh_CN" else self.en).split("  ")))


SECTIONS: dict[str, Callable[[], str]] = {
    "markers": lambda: _("Markers: the word, a colon, the text"),
    "speakers": lambda: _("Who speaks"),
    "slots": lambda: _("Owner, helpers, due date, conditions"),
    "sentences": lambda: _("Said in a sentence"),
    "changes": lambda: _("Changes"),
    "meeting": lambda: _("Attendance and the meeting itself"),
}


def _marker(section: str, family: str, zh: str, en: str, says: Callable[[], str], kind: str = "") -> Example:
    return Example(section, zh, en, kind or family, says, family)


# fmt: off
VERBATIM = (
    Example("changes", "原文：决议：不算数  \\决议：不算数", "verbatim: decision: none  \\decision: none", "point",
            lambda: _("everything behind it is plain text")),
)
CONTINUATION = (
    Example("changes", "……接着写", "...more words", "continuation", lambda: _("continues the last entry")),
)
CORRECTION = (
    Example("changes", "更正：旧=>新  s/旧/新/", "correction: old=>new  s/old/new/", "replacement",
            lambda: _("other words in the latest entry that holds the old ones")),
)
CHAT = (
    Example("speakers", "[14:03] 李经理：先试点  李经理(00:12:05)：先试点  李经理 14:03：先试点",
            "[14:03] Mr Li: a pilot first  14:03:21 From Mr Li to Everyone: a pilot first", "opinion",
            lambda: _("an opinion, with its time: how chats and transcripts are pasted; on two lines too")),
)
DOUBT = (
    Example("changes", "？？", "??", "continuation", lambda: _("the last entry is to be checked")),
)
MARKER = (
    _marker("markers", "topic", "议题：预算分配 (20分钟)", "topic: budget (20 min)",
            lambda: _("a topic, made live: of the agenda where its title fits, else a new one")),
    _marker("markers", "background", "背景：上季度超支8%", "background: 8% over last quarter",
            lambda: _("why the topic is discussed")),
    _marker("markers", "point", "要点：先试点再推广", "point: a pilot before the roll-out",
            lambda: _("a discussion point, nobody's in particular")),
    _marker("markers", "dispute", "争议：先上哪个区", "dispute: which region first",
            lambda: _("what the departments disagree on")),
    _marker("markers", "consensus", "共识：先上华东", "consensus: the east first",
            lambda: _("settles the dispute it fits; Shift+Tab offers the others")),
    _marker("markers", "deferred", "搁置：等报价", "deferred: no quote yet",
            lambda: _("the dispute is set aside, with the reason")),
    _marker("markers", "open_issue", "遗留：接口标准谁来定 @研发部", "open: who sets the interface @Legal",
            lambda: _("what stays open; who takes it up and when as in an action")),
    _marker("markers", "resolution", "决议：提成占28%", "decision: 28% as commission", lambda: _("what was decided")),
    _marker("markers", "action", "行动：市场部李经理周五前提交方案", "action: send the report @Mr Li /by Friday",
            lambda: _("who does what by when")),
    _marker("markers", "outcome", "结论：达成一致", "outcome: agreed",
            lambda: _("what the topic ended in: agreed, not agreed, inconclusive, postponed")),
    _marker("markers", "vote", "表决：赞成4反对1弃权1", "vote: 4 for, 1 against",
            lambda: _("the vote of the latest resolution")),
    _marker("markers", "next", "下次会议：12月9日14:00", "next: 2026-12-09 14:00",
            lambda: _("when and where the next meeting is")),
    _marker("markers", "note", "备注：会后补录音", "note: add the recording",
            lambda: _("for the recorder alone, not exported")),
    Example("slots", "行动：出方案 @李经理  行动：出方案 @1.2", "action: send it @Li  action: send it @1.1",
            "action",
            lambda: _("responsible; by name, department or number")),
    Example("slots", "行动：出方案 +研发部 +3", "action: send it +Legal +3", "action",
            lambda: _("departments that help")),
    Example("slots", "行动：出方案 /月底前  行动：出方案 、周五", "action: send it /by Friday", "action",
            lambda: _("by when, in words; the date is worked out")),
    Example("slots", "决议：可；执行：销售部  决议：占28%；条件：财务部测算；执行：销售部；生效：10月1日",
            "decision: go; condition: QA  decision: 28%; executed by: Sales; effective: 1 May", "resolution",
            lambda: _("conditions, who carries it out, from when")),
    Example("slots", "决议：  行动：", "decision:  action:", "convert", lambda: _("turns the last entry into one")),
    _marker("meeting", "present", "出席：市场部：李经理、张专员", "present: Marketing: Mr Li",
            lambda: _("who is here: departments with their people"), "attendance"),
    _marker("meeting", "absent", "缺席：研发部刘总监（客户拜访，陈工程师代参会）", "absent: Ms Wang (on leave)",
            lambda: _("who is not, with reason and stand-in in brackets"), "attendance"),
    _marker("meeting", "late", "迟到：李经理 14:20", "late: Mr Li 14:20",
            lambda: _("who came later; the time, else now"), "attendance"),
    _marker("meeting", "left", "离席：李经理 15:20", "left: Mr Li 15:20", lambda: _("who has left; the time, else now"),
            "attendance"),
    _marker("meeting", "observer", "列席：何专员", "observer: Ms Wang", lambda: _("observers"), "attendance"),
    _marker("meeting", "guest", "来宾：陈老师", "guest: Bob White", lambda: _("guests"), "attendance"),
    _marker("meeting", "name", "会议：推广协作会", "meeting: launch",
            lambda: _("the meeting's name, until the first entry; so time, place, host, recorder, theme, goal"),
            "fact"),
)
PHRASE = (
    Example("sentences", "会议决定，提成占28%  会议要求各部门周五前反馈", "", "resolution",
            lambda: _("what the meeting decided or asks for")),
    Example("sentences", "会议一致认为，先上华东", "", "consensus", lambda: _("what all agree on")),
    Example("sentences", "未达成共识，等报价  没谈拢，等报价", "", "deferred", lambda: _("a dispute set aside")),
    Example("sentences", "会议强调，数据口径要统一", "", "point", lambda: _("a discussion point")),
)
NUMBER = (
    Example("changes", "A3 @钱主管  A3 、周五  A3改由钱主管负责", "A1 @Li  A1 /4 Dec", "change",
            lambda: _("changes an item by its number")),
    Example("changes", "D1改为：占25%  A2负责人改为钱主管", "D1 changed to: 25%", "change",
            lambda: _("changes its words, or what one label says")),
    Example("changes", "撤销D1", "withdraw D1", "change", lambda: _("takes an item back")),
    Example("changes", "上A2完成  上A2延期到周五  上A2延期到12月11日，缺货",
            "last A2 done  last A2 moved to Dec 11", "change",
            lambda: _("an item of the previous meeting: done, or another date and why")),
    Example("changes", "回1.1", "back to 1.1", "topic", lambda: _("makes that topic live again")),
)
BREAK = (
    Example("meeting", "休息10分钟  继续  散会", "break  resume  adjourn  break 10 min", "break",
            lambda: _("a break, its end, the meeting's end")),
)
OTHERS = (
    Example("speakers", "其他部门无意见", "no objections from others", "opinion",
            lambda: _("every department present that has not spoken agrees")),
)
EVERYBODY = (
    Example("speakers", "都没意见  大家没意见", "everyone agrees", "opinion",
            lambda: _("every department present that has not spoken agrees")),
)
TOGETHER = (
    Example("sentences", "大家一致同意先上华东  一致通过", "all agreed to close bay 7", "resolution",
            lambda: _("what everybody decided, whoever speaks; a consensus where it answers a dispute")),
)
DECIDED_IN_ENGLISH = (
    Example("sentences", "", "let's go with 28%  we agreed to wait  motion to wait carried 5-1", "resolution",
            lambda: _("what was decided, whoever speaks")),
)
LISTED = (
    Example("meeting", "", "Engineering - Dana Reed and Tom Beck  Ms Hill, finance, online", "attendance",
            lambda: _("who is there, at the beginning, without any label")),
)
ENOUGH = (
    Example("speakers", "先这样  没别的了", "let's move on", "point",
            lambda: _("a point of nobody; nobody speaks any more")),
)
GONE_TO = (
    Example("meeting", "回到第一个议题  下一个议题", "back to the first topic  next topic", "topic",
            lambda: _("that topic becomes the live one")),
)
PUT_OFF = (
    Example("sentences", "这个先放一放", "park this for now", "outcome",
            lambda: _("the only open dispute is set aside, else the topic deferred")),
)
PUT_RIGHT = (
    Example("changes", "不对，是保留，不是反对", "wrong, it's reserve, not oppose", "change",
            lambda: _("a change of the latest entry of the topic")),
)
UNKNOWN = (
    Example("speakers", "？：来不及  ？小明：来不及", "?: too late  ?Sam: too late", "opinion",
            lambda: _("an opinion; who said it is asked later")),
)
BROUGHT = (
    Example("sentences", "李经理把方案周五前发出来", "", "action",
            lambda: _("somebody, 把 and a due, whoever speaks")),
)
HANDED_IN = (
    Example("sentences", "各部门把投入表周五前报给项目办", "", "action",
            lambda: _("an action of all departments that are there")),
)
JOB = (
    Example("sentences", "推广方案李经理写 周五给财务部审  物料清单李经理负责，周五前", "", "action",
            lambda: _("the thing first, then who does it and when, whoever speaks")),
)
JOB_IN_ENGLISH = (
    Example("sentences", "", "send the samples by Friday (Mr Li)  the offer to be checked by Mr Li by Friday  "
            "Mr Li sends the list tomorrow  Mr Li has the action to call the bank", "action",
            lambda: _("the thing first, then who does it and when, whoever speaks")),
)
WHOSE = (
    Example("speakers", "没意见  好的", "OK  no objections", "opinion", spoken=True,
            says=lambda: _("an opinion of somebody; who said it is asked, and nobody is taken to have said it")),
)
NEXT_OWNER = (
    Example("slots", "行动：李经理：图；赵经理：样", "action: Mr Li: A; Ms Wang: B", "action",
            lambda: _("one action for each owner before a colon")),
)
AGREED_AT_LAST = (
    Example("sentences", "最后说好先上华东  吵了一阵，最后谈妥先付一半", "", "consensus",
            lambda: _("what both sides came to, as one notes it down")),
)
BOTH_AGREED = (
    Example("sentences", "先试三个月，两边都同意了", "", "consensus",
            lambda: _("what both sides came to, as one notes it down")),
)
SETTLED = (
    Example("sentences", "那就定了 国庆前不发版  国庆前不发版，这条定了  行，先付一半，通过", "", "resolution",
            lambda: _("what was decided, as one notes it down")),
    Example("sentences", "李经理拍板 先付一半", "", "resolution", lambda: _("what somebody decided, with who it was")),
)
NOTED_IN_ENGLISH = (
    Example("sentences", "", "back and forth, no movement  the two can't agree on dates", "dispute",
            lambda: _("that they argued, and over what")),
    Example("sentences", "", "nobody knows who pays for it", "open_issue",
            lambda: _("a question nobody could answer")),
    Example("sentences", "", "so we park that until January", "deferred",
            lambda: _("what is set aside for now, and until when")),
    Example("sentences", "", "agreed then, we start on Monday", "resolution",
            lambda: _("what was decided, as one notes it down")),
)
FOUGHT = (
    Example("sentences", "两边争了十几分钟  这事两个人说不拢", "", "dispute",
            lambda: _("that they argued, and over what")),
)
UNANSWERED = (
    Example("sentences", "单子到底卡在哪没弄清楚  没人答得上来：算不算变更", "", "open_issue",
            lambda: _("a question nobody could answer")),
)
SHELVED = (
    Example("sentences", "外包扩容先放放，等预算下来  这两个先park，等合同", "", "deferred",
            lambda: _("what is set aside for now, and until when")),
)
AGAIN = (
    Example("meeting", "下次28号下午2点还是这间  下周二同一时间再碰", "", "next",
            lambda: _("when and where the next meeting is")),
)
ANNOUNCED = (
    Example("meeting", "下一个，客诉  接着讲排班  下面库存", "", "topic", lambda: _("a topic as it is announced")),
)
ASIDE = (
    Example("speakers", "投影断了 哈哈  等一下，水杯打翻了", "", "note",
            lambda: _("of the room and not of the matter: kept as a note, nobody's")),
)
SPEAKER = (
    Example("speakers", "市场部：先试  李经理：两周", "Marketing: yes  Mr Li: no", "opinion",
            lambda: _("an opinion; that department speaks until somebody else does")),
    Example("speakers", "2：要两周  scb：先试点", "2: two weeks", "opinion",
            lambda: _("the same by the department's number or initials")),
    Example("speakers", "销售部、财务部：缺预算", "Sales, Legal: no budget", "opinion",
            lambda: _("the same opinion for each")),
    Example("speakers", "市场部支持：先试  2+：先试", "2+: yes  2*: if cheap  2-: no  2=: later", "opinion",
            lambda: _("with a stance: + support, * conditional, - against, = reserve")),
    Example("speakers", "市场部认为太贵  研发部反对", "", "opinion",
            lambda: _("an opinion, by the verb behind the name")),
    Example("changes", "1.1补：研发部：周四给接口", "1.1 add: Legal: by Friday", "opinion",
            lambda: _("one entry into another topic")),
)
SILENT = (
    Example("speakers", "财务部、行政部无意见  市场部未表态", "", "opinion",
            lambda: _("nothing but a stance, behind the names")),
)
VIEW = (
    Example("speakers", "市场部的意见是先试点  李经理的意思先试点", "", "opinion",
            lambda: _("an opinion, by whose view it is said to be")),
)
SIDE = (
    Example("speakers", "市场部这边缺两个人  研发这边要三周", "", "opinion",
            lambda: _("an opinion of that department, by its side")),
    Example("sentences", "市场部那边下周三前出方案", "", "action",
            lambda: _("what that department is to do by then")),
)
MINE = (
    Example("sentences", "我来联系供应商  备件清单整理一份，我来", "", "action",
            lambda: _("a job of the speaker")),
)
DUE_FIRST = (
    Example("sentences", "市场部下周三前出方案", "", "action",
            lambda: _("what that department is to do by then")),
)
ATTENDANCE = (
    Example("meeting", "李经理到了  15:20 赵经理先走  刘总监没来，陈工程师代", "Bob White left at 15:30", "attendance",
            lambda: _("who came, went or stays away, in a sentence")),
)
OPENING = (
    Example("meeting", "质量周例会 9月16日 14:00 三楼会议室", "Weekly ops meeting, 16 Sep 2pm, Room 4", "fact",
            lambda: _("what the meeting is called, when and where, before the first topic"), opening=True),
)
GATHERED = (
    Example("meeting", "产品部林薇、吴哲  研发部姜涛请假，小满代", "Mkt Amy / HR Jason", "attendance",
            lambda: _("who came, went or stays away, in a sentence"), opening=True),
)
LABELS = (
    Example("slots", "负责人：李经理；截止：周五  负责人：李经理 完成时限：周五前", "owner: Mr Li; due: Friday",
            "slots",
            lambda: _("labels alone fill in what the latest action lacks")),
)
HEADED = (
    Example("sentences", "", "AI: Mr Li to send the deck  Action on Mr Li: send the deck", "action",
            lambda: _("behind what other minutes put before an action")),
)
SIGNED = (
    Example("sentences", "@李经理 周五前出方案", "@Mr Li send the deck by Friday", "action",
            lambda: _("@ and a known name at the start, whoever speaks")),
)
ASSIGNED = (
    Example("sentences", "完成适配 责任人：李经理 截止日期：9月25日", "finish the port, owner: Mr Li", "action",
            lambda: _("a task with the label of its owner, whoever speaks")),
)
TASKED = (
    Example("sentences", "", "Mr Li to send the deck  Mr Li will send the deck by Friday", "action",
            lambda: _("who is to do it; will only with a due")),
)
ASKED = (
    Example("sentences", "", "Mr Li, can you send the deck by Friday", "action",
            lambda: _("who is asked for it")),
)
AT_ODDS = (
    Example("sentences", "市场部和研发部意见不一致", "", "dispute", lambda: _("departments at odds")),
)
APPROVED = (
    Example("sentences", "审议通过预算方案", "", "resolution", lambda: _("what was approved")),
)
SPACE = (
    Example("speakers", "研发部 目前缺人", "Marketing says it is late", "opinion",
            lambda: _("an opinion; a space stands for the colon behind a known name")),
)
DECIDED = (
    Example("sentences", "同意先上华东  经讨论，通过预算方案", "", "resolution",
            lambda: _("what was decided, while nobody speaks")),
)
OWNED = (
    Example("sentences", "市场部李经理周五前提交方案", "", "action",
            lambda: _("a known owner and a due, while nobody speaks")),
)
LED = (
    Example("sentences", "", "Bob White the notice letter by Friday", "action", spoken=True,
            says=lambda: _("a job of somebody else who is named first with a due; else who said it is asked")),
)
PLAIN = (
    Example("speakers", "先试点", "a pilot first", "point",
            lambda: _("one more opinion of whoever speaks, else a discussion point")),
    Example("changes", "先试点 ??", "a pilot first ??", "point", lambda: _("marks the entry as to be checked")),
)
# fmt: on
