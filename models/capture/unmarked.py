"""Families without marker or colon, whose words alone say what they are: breaks, disputes, decisions, actions."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from models.capture.decided.disputes import dispute
from models.capture.decided.resolutions import APPROVED, resolution, sounds_decided
from models.capture.line import LONG, Context, Items, Line, Words
from models.capture.named.mentions import mentions_at
from models.capture.named.speaker import spaced_speaker
from models.capture.named.strangers import confirmed_at, name_at
from models.capture.present.attendance_all import everybody
from models.capture.present.attendance_said import presence
from models.capture.said.opinions import opinions
from models.capture.values import ActionLine, BreakLine, PointLine, SlotsLine, known_by
from models.capture.words.lexicon import label
from models.capture.work.actions import action, jobs_of, made_action, read_slots, slots_alone
from models.capture.work.english_jobs import told_behind_dash
from models.capture.work.english_work import (
    PUT_RIGHT,
    asked_to,
    does_next,
    english_deed,
    foretold,
    joined_names,
    known_names,
    taken_on,
)
from models.capture.work.slots import Slots
from models.dates.plain import number
from models.roster import Named

_MINUTES = (
    r"(?:(?P<minutes>\d{1,3}|[二三四五]?十[五]?|五)\s*+(?:分钟|分|min(?:ute)?s?)|(?P<part>一刻钟|半个?小时))"
)
_PARTS = {"一刻钟": 15, "半小时": 30, "半个小时": 30}
_BREAKS = (
    (
        "start",
        re.compile(
            rf"(?:现在|先|会间|中场|中间|大家|我们)*(?:休息|茶歇|休会)(?:个)?(?:\s*+{_MINUTES})(?:再|后|[,，\s]).{{1,20}}"
        ),
    ),
    (
        "start",
        re.compile(
            rf"(?:现在|先|会间|中场|中间|大家|我们)*(?:休息|茶歇|休会)(?:\s*+{_MINUTES})?(?:一下|片刻)?[。.!]?"
        ),
    ),
    ("start", re.compile(r"(?P<minutes>\d{1,3})\s*+min(?:ute)?s? break[.]?")),
    ("start", re.compile(r"break(?:\s*+:?\s*+(?P<minutes>\d{1,3})\s*+(?:min(?:ute)?s?)?)?[.]?")),
    ("end", re.compile(r"(?:会议)?继续(?:开会|会议)?[。.!]?|复会[。.]?|resumed?[.]?|continue[.]?")),
    (
        "adjourn",
        re.compile(
            r"(?:会议)?散会(?:了)?[。.!]?|会议(?:到此)?结束[。.!]?|adjourn(?:ed)?[.]?|(?:the )?meeting (?:closed"
            r"|adjourned|ended)[.]?"
            r"|(?:(?:the )?meeting (?:closed|adjourned|ended|finished)"
            r"|adjourn(?:ed|s)?|closed)(?: at)? \d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?)?"
        ),
    ),
)
_AT_ODDS = re.compile(
    r"(?:未能?(?:达成)?(?:统一|一致)|不统一|(?:意见|看法|口径)?(?:不一致|不一|相左)|存在(?:较大|明显|一定)?(?:分歧|争议)"
    r"|有(?:较大|明显|一定)?(?:分歧|争议)|各执一词|各持己见|争执不下|僵持(?:不下)?)[。.!]?$"
)
_SLOT_SIGN = re.compile(r"[:@+/]|[限间人门]\s")
_ABLE = re.compile("能|可以|无法|不能|难以|来不及|才")
_CANNOT = re.compile("[\u3400-\u9fff]{1,2}不(?:了|完|出|下|及|上|成|到|起)")
_TOLD = re.compile(
    r"(?:(?:back|away|off|out|home|here|available|busy|free)\b|(?:is|are|am)\b(?! (?:to|going to|due to"
    r"|\w+ing)\b)|(?:was|were|has|had|have|can|can't|cannot"
    r"|could|couldn't"
    r"|may|might|would|wouldn't|never|didn't|did|doesn't|isn't|wasn't|hasn't|won't)\b(?! to\b)"
    r"|(?!(?:need|feed|proceed|exceed|succeed|speed|embed|seed)\b)\w{2,}ed\b"
    r"|(?:gave|got|sent|made|took|went|came|said|told|left|met|saw|found|brought|kept|lost|paid|ran"
    r"|spoke|thought"
    r"|wrote|held|began|built|bought|chose|did|drew|fell|felt|knew|led|meant|spent|stood|taught"
    r"|understood|won)\b)"
)
"""How English tells of somebody (is back on Monday, gave notice by Friday): no job of his, whatever day follows."""
_MINE = re.compile(r"(?:i|we|you|they|it|this|that|there)(?:['’]\w+)?\b")
"""How somebody begins who speaks (we can't do that by Friday, Emi)."""
_LASTING = re.compile(r"(?:until|till|since|from)\b")
"""A day that says how long something is so."""
_COLON = re.compile(r":(?!\d)|(?<!\d):")
_PAST = re.compile("已经?|未能|没能|曾经|未曾|均未|没有")


def broken(words: Words, line: Line, doubt: bool) -> Items | None:
    """A break, its end or the meeting's end, where it fills the clause."""
    for what, shape in _BREAKS:
        match = shape.fullmatch(words.low)
        if match is not None:
            line.rule = what
            found = match.groupdict()
            minutes = (
                number(found["minutes"]) if found.get("minutes") else _PARTS.get(found.get("part") or "")
            )
            return (BreakLine(what=what, minutes=minutes, doubt=doubt),)
    return None


def present(words: Words, line: Line, doubt: bool) -> Items | None:
    """Somebody came, went or stayed away; where it fits two people the words stay, and both are offered."""
    items = everybody(words, line.context, doubt) or presence(words, line.context, doubt)
    if items:
        line.rule = items[0].attendance or ""
        return items
    several = [one for one in mentions_at(words, 0, line.context) if not one.certain]
    chosen = {words.low[one.start : one.end]: one.who[0] for one in several}
    if not several or not presence(words, replace(line.context, choices=chosen)):
        return None
    line.rule = "several_people"
    candidates = tuple(label for one in several for label in one.candidates)
    return (PointLine(text=words.text(), candidates=candidates, doubt=doubt),)


_OWNER_LABEL = re.compile(rf"[^:]*?[\s,;。(](?:{label('owner')})\s*+(?::|——)")
"""A label of the owner behind a task, where no colon stands before it."""


def assigned(words: Words, line: Line, doubt: bool) -> Items | None:
    """An action, whoever speaks: a task with the label of its owner (完成适配 责任人：余知非)."""
    if len(words.low) > LONG or _OWNER_LABEL.match(words.low) is None:
        return None
    slots = read_slots(words, line.context)
    named = slots.owner is not None or slots.candidates
    return (made_action(slots, doubt),) if named and slots.by_sign and slots.task() else None


_HEADS = re.compile(
    r"(?:(?:action|ap|todo)(?: point| item)? (?:(?:on|for|with|to) )?(?P<who>[^:,]{2,30}?)"
    r"(?:\s*+[:,]|\s+[-–—]+|\s+(?P<to>to(?= [a-z])))|todo\s*+\((?P<by>[^()]{1,30})\)\s*+:?"
    r"|\[ ?\]|next steps?\s*+[-–—:]|ai\s*+:)\s*+(?=\S)"
)


def headed(words: Words, line: Line, doubt: bool) -> Items | None:
    """An action behind what other minutes put before one: AI: · Next step - · Action on X: · TODO(x): · [ ]."""
    head = _HEADS.match(words.low)
    if head is None or (head[0].startswith("ai") and line.context.roster.resolve("ai").who):
        return None
    task = words.cut(head.end())
    who = next((words.cut(*head.span(part)) for part in ("who", "by") if head[part]), None)
    if who is None:
        return tuple(action(job, line.context, doubt) for job in jobs_of(task, line.context))
    found = name_at(who, 0, line.context, digits=False)
    if found is None or not found.known or found.end != len(who.low):
        return None
    return (action(Words.of(f"{task.raw} @{who.raw}"), line.context, doubt),)


_SIGNED = re.compile(r"[@＠]\s?(?=\S)")


def signed(words: Words, line: Line, doubt: bool) -> Items | None:
    """An action, whoever speaks: a line that begins with @ and a known name."""
    sign = _SIGNED.match(words.low)
    found = name_at(words, sign.end(), line.context) if sign else None
    if found is None or not found.known:
        return None
    made = action(words, line.context, doubt)
    return (made,) if made.task else None


def tasked(words: Words, line: Line, doubt: bool) -> Items | None:
    """Actions, whoever speaks: NAME to VERB, or NAME will VERB with a due; without a due that is only a point."""
    if len(words.low) > LONG or PUT_RIGHT.search(words.low):
        return None
    words = joined_names(words, line.context)
    deed = english_deed(words, line.context)
    if deed:
        line.rule = deed
        return _deeds(words, line.context, deed, doubt)
    if foretold(words, line.context):
        line.rule = "will_be"
        return (PointLine(text=words.text(), doubt=doubt),)
    return None


def _deeds(words: Words, context: Context, deed: str, doubt: bool) -> Items | None:
    jobs = [_of_doer(read_slots(job, context)) for job in jobs_of(words, context)]
    if jobs[0].owner is None or not all(job.task() for job in jobs):
        return None
    if deed == "to" or jobs[0].due:
        return tuple(made_action(job, doubt) for job in jobs)
    return (PointLine(text=words.text(), doubt=doubt),)


def _of_doer(job: Slots) -> Slots:
    """A job with the owner who is said to do it in the present (Miguel does a smoke test)."""
    if job.owner is None and does_next(job.words, 0, job.context):
        who = known_names(job.words, 0, job.context)
        job.owner = who[0].who[0]
        for other in who[1:]:
            job.cooperate(other.who[0])
        job.take(0, who[-1].end)
        job.known("led")
    return job


def asked(words: Words, line: Line, doubt: bool) -> Items | None:
    """An action somebody is asked for (Mei, can you send the stats by Monday), or takes on (Irene takes that)."""
    if len(words.low) > LONG:
        return None
    if taken := taken_on(words, line.context):
        line.rule = "takes_it"
        return (_taken(words, taken.who[0], line.context, doubt),)
    found = asked_to(words, line.context)
    if found is None:
        return None
    one, pos = found
    slots = read_slots(words.cut(pos, len(words.low.rstrip("? "))), line.context)
    slots.owner = slots.owner or one.who[0]
    slots.known("led")
    made = made_action(slots, doubt)
    return (made,) if made.task else None


def _taken(words: Words, who: Named, context: Context, doubt: bool) -> ActionLine | SlotsLine:
    """The owner of the action just typed, else an action of these words."""
    if context.latest_kind == "action":
        said = SlotsLine(owner_department=who.department, owner=who.person, doubt=doubt)
        return known_by(said, "led", "owner_department", "owner")
    slots = Slots.of(words, context)
    slots.owner = who
    slots.known("led")
    return made_action(slots, doubt)


def labelled(words: Words, line: Line, doubt: bool) -> Items | None:
    """A line of labels and signs alone."""
    found = slots_alone(words, line.context, doubt) if _SLOT_SIGN.search(words.low) else None
    return None if found is None else (found,)


def at_odds(words: Words, line: Line, doubt: bool) -> Items | None:
    """A dispute: several departments of whom the line's end says that they differ (研发部和市场部意见不一)."""
    if _AT_ODDS.search(words.low) is None:
        return None
    found = confirmed_at(words, 0, line.context, lambda _low, _end: True)
    return (dispute(words, line, doubt),) if len(found) > 1 else None


def approved(words: Words, line: Line, doubt: bool) -> Items | None:
    """A resolution: 审议通过…, whoever speaks."""
    return (resolution(words, line.context, doubt),) if APPROVED.match(words.low) else None


def spaced(words: Words, line: Line, doubt: bool) -> Items | None:
    """An opinion behind a known name and a space (研发部 目前…)."""
    speaker = spaced_speaker(words, line.context)
    return None if speaker is None else opinions(words, speaker, doubt)


def decided(words: Words, line: Line, doubt: bool) -> Items | None:
    """A resolution by its first words (同意… 经讨论，通过…), while nobody speaks."""
    if _somebodys(words, line) or not sounds_decided(words.low):
        return None
    return (resolution(words, line.context, doubt),)


def owned(words: Words, line: Line, doubt: bool) -> Items | None:
    """An action by its owner and due alone, while nobody speaks."""
    if _somebodys(words, line) or told_behind_dash(words, line.context):
        return None
    made = bare_action(words, line.context, doubt)
    return None if made is None else (made,)


def _somebodys(words: Words, line: Line) -> bool:
    """Whether the words are somebody's who speaks, or may be behind a colon."""
    return line.context.somebody_speaks or _COLON.search(words.low.rstrip(": ")) is not None


def _owned(words: Words, slots: Slots, context: Context) -> bool:
    """Whether one person or department owns it; of two with one name either may, and both are offered."""
    if slots.owner is not None:
        return not slots.candidates
    found = mentions_at(words, 0, context)
    return len(found) == 1 and not found[0].certain


def bare_action(words: Words, context: Context, doubt: bool = False) -> ActionLine | None:
    """The action a line is that names an owner and a due without saying 行动."""
    if _PAST.search(words.low) or len(words.low) > LONG:
        return None
    slots = read_slots(words, context)
    if not slots.due or slots.passing or not _owned(words, slots, context):
        return None
    said = slots.low.lstrip("\x00 ,，")
    if (
        not slots.task()
        or _ABLE.match(said)
        or _CANNOT.match(said)
        or _TOLD.match(said)
        or _MINE.match(said)
        or in_the_meeting(slots)
    ):
        return None
    if _LASTING.match(slots.due.lower()):
        return None
    return made_action(slots, doubt)


_MEETING = dt.timedelta(hours=2)
"""How long a meeting is taken to last whose end nobody planned."""


def in_the_meeting(slots: Slots) -> bool:
    """Whether the due is an hour of this very meeting: how long it may take, and no job (两点半前把范围敲死)."""
    anchor, due = slots.context.anchor, slots.resolved().date or ""
    if "T" not in due or due[:10] != anchor.day.isoformat():
        return False
    end = anchor.ends_at or (anchor.starts_at and anchor.starts_at + _MEETING)
    return end is None or due <= end.isoformat(timespec="minutes")
