"""A plain line that begins with somebody known while somebody speaks: it is theirs, a job of theirs, or asks."""

from __future__ import annotations

import re

from models.capture.line import Context, Items, Line, Words
from models.capture.named.mentions import Mention, is_speaking, known_at
from models.capture.named.speaker import Speaker
from models.capture.said.first_clause import conditional, opened
from models.capture.said.opinions import opinions, somebodys
from models.capture.unmarked import bare_action
from models.capture.words.everyday import (
    DONE,
    QUESTION,
)
from models.capture.words.job_words import DOES, STRONG
from models.capture.words.lexicon import STANCE_OF, either
from models.capture.work.dues import spans_in
from models.capture.work.english_jobs import may_be_due
from models.names import (
    may_be_name,
    title_of,
)


def led(words: Words, line: Line, doubt: bool) -> Items | None:
    """While somebody speaks, a job of another who is named first with a due; else words of whom nobody knows."""
    said = opened(words)
    who = _led_by(said, line.context) or _department_acts(said, line.context)
    dash = _DASH.match(said.low, who.end) if who else None
    if who and dash and (line.context.somebody_speaks or not may_be_due(said.cut(dash.end()))):
        line.rule = "dash"
        return opinions(said, Speaker((who.who[0],), dash.end(), by="dash"), doubt) if who.certain else None
    if who is None and (headed := _department_first(said, line.context)):
        line.rule = "dash"
        return opinions(said, headed, doubt)
    if who is None or not line.context.somebody_speaks:
        return None
    if not conditional(said) and not QUESTION.search(said.low) and not DONE.search(said.low):
        job = bare_action(said, line.context, doubt)
        if job is not None and _DEADLINE.search(job.due_text.lower()):
            return (job,)
    if is_speaking(who, line.context):
        return None
    return (somebodys(words, doubt, first=tuple(one.label for one in who.who)),)


def _department_acts(said: Words, context: Context) -> Mention | None:
    """A department other than the speaker's that does something by a day (安保联系消防验收，12月中旬)."""
    who = known_at(said, 0, context)
    if who is None or who.person or not who.certain or not spans_in(said.low) or conditional(said):
        return None
    does = DOES.match(said.low, who.end) or STRONG.match(said.low, who.end)
    own = context.speaker is not None and who.department == context.speaker[0]
    return who if does and not own else None


_DEADLINE = re.compile(r"前|内|底|截止|\bby\b|\bbefore\b|\bend of\b|\beo[dwm]\b|\bcob\b")
"""A day by which something is to be done; on a day alone somebody may just be away."""


_DASH = re.compile(r"\s+[-–—]+\s+(?=\S)")


def _department_first(said: Words, context: Context) -> Speaker | None:
    """A known department before a dash, and what it says (Finance - three people short)."""
    found = known_at(said, 0, context) if said.low.isascii() else None
    dash = _DASH.match(said.low, found.end) if found and found.certain and not found.person else None
    return Speaker((found.who[0],), dash.end(), by="dash") if found and dash else None


OF_SOMEBODY = re.compile(r"的|之|[’']s\b|刚才?说|刚刚|说的|提的|讲的|\s*+[,，、]")
"""What makes a name at the beginning the thing spoken of, or of somebody spoken to, and not who speaks or does it."""


_ACTS = re.compile(
    r"\s|$|[0-9+周下明后今月年会本这]|[也再又还先去来走出改弄跟和与同把给约找催拉写做发提报交带看查补定问管搞对核测联跑盯帮陪等排列订买租招收退换修备寄送运装拆调画印谈签审要会得需应可想觉认不没已刚]"
    rf"|负责|牵头|配合|整理|准备|安排|跟进|落实|协调|{either(STANCE_OF)}|[\u3400-\u9fff]{{1,2}}了|估计|预计|答应|承诺"
)
"""What somebody does or says behind the name, and no part of a longer word: 卓远路, 宁静模式."""


_OF_A_THING = re.compile(
    r"[^,，。;；]{0,6}(?:之前|以前|之后|以后|的时候|的话)"
    r"|[路街楼店厂牌版型式模镇村县市区桥江河湖山院校]|[那这][批些张份台辆家条边]|昨|前天|上[周次个回]|去年|以前|之前|刚"
)
"""What behind a whole name makes a thing of it (卓远路), or tells what was before (韩雪昨天改的接口)."""


_TOLD_OF = re.compile(
    r"\s+(?:to date|(?:is|are|was|were|has|had|have|should|could|would have|would've|may|might|will|won't|did|didn't"
    r"|never)\b)"
)
"""What is told of somebody in English is as a rule the speaker's: Bob was against it last year."""


def _led_by(said: Words, context: Context) -> Mention | None:
    """Somebody known who is named first: it is theirs, or about them."""
    found = known_at(said, 0, context)
    if found is None or not all(who.person for who in found.who) or OF_SOMEBODY.match(said.low, found.end):
        return None
    if _TOLD_OF.match(said.low, found.end):
        return None
    name = said.low[found.start : found.end]
    whole = name in {who.person for who in found.who} and (may_be_name(name) or bool(title_of(name)))
    if said.low[: found.end].isascii() or _ACTS.match(said.low, found.end):
        return found
    of_a_thing = _OF_A_THING.match(said.low, found.end) or QUESTION.search(said.low)
    return found if whole and not of_a_thing else None
