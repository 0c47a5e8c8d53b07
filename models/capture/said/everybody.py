"""What everybody in the room holds, decides or is asked: nobody's statement who happened to speak last.

都没意见 · 大家都觉得行 · 大家一致同意… · 都同意先试 · 大家没意见吧
"""

from __future__ import annotations

import re

from models.capture.decided.english_decisions import long_past, resolved
from models.capture.line import Items, Line, Words
from models.capture.said.first_clause import conditional, opened
from models.capture.said.opinions import everybodys, no_objection, somebodys
from models.capture.words.everyday import EARLIER, EVERYBODY, QUESTION
from models.capture.words.lexicon import either

_WITHOUT_OBJECTION = r"(?:没有?|无)(?:其他|别的|不同)?(?:意见|异议|问题)|没毛病"
_NO_OBJECTION = re.compile(
    rf"(?:(?:{either(EVERYBODY)})(?:也|都|均|全部|对此|表示|现在|暂时)*{_WITHOUT_OBJECTION}"
    r"|(?:也|都|均)+(?:表示)?(?:没有?|无)(?:其他|别的|不同)?(?:意见|异议))"
    rf"(?:了|吧|的)?\s*+(?=$|[,，。.;；!！])"
    # 大家都觉得行: that they hold it to be good, and nothing else of it.
    rf"|(?:{either(EVERYBODY)})?(?:也|都|均|全部|基本|现在)+(?:觉得|感觉|认为|表示|说)(?:这样|这么[办做]|这个|方案|挺|都|还|也|很)*"
    rf"(?:行|可以|ok(?:ay)?|好|合适|合理|没问题|不错|成|能接受|靠谱|同意|赞成)(?:的|了|吧|啊)?\s*+(?=$|[,，。.;；!！])"
    r"|(?:everyone|everybody|they all|all departments|all)(?:'s| is| are)? (?:agrees?|agreed|fine"
    r"|ok(?:ay)?|happy"
    r"|in favou?r|for it|on board|content)(?: with (?:that|this|it|[^,.;!?]{1,40}))?\s*+(?=$|[,.;!])"
    r"|(?:everyone|everybody|nobody|no one) (?:has|had) (?:no|any) (?:objections?|concerns?"
    r"|issues?)\s*+(?=$|[,.;!])"
    r"|nobody (?:objects?|objected|disagrees?)\s*+(?=$|[,.;!])"
)
_TOGETHER = re.compile(
    rf"(?:(?:{either(EVERYBODY)})(?:经讨论|讨论后)?(?:都|均|也|一致|全部|表示|最终|最后)*(?:都|均|一致)(?:表示)?"
    r"|经(?:过)?(?:充分)?(?:讨论|协商|研究)(?:后)?,?\s*+(?:大家|各方|双方)?(?:都|均)?一致|一致|全票|全体一致|都(?:均|一致|表示)*)"
    r"(?:同意|通过|认可|决定)(?!的|书|率|票|后)"
    r"|(?:(?:we )?all|everyone|everybody|both sides|all parties|unanimously|we (?:all )?unanimously)"
    r" (?:unanimously )?(?:agreed|approved|decided)(?: to| that| on)? (?=\S)"
    r"|unanimously (?:agreed|approved|carried|passed)"
    r"|(?:everyone|everybody|we all|all) agrees? (?:to|that) (?=\S)"
)


def agreed_by_all(words: Words, line: Line, doubt: bool) -> Items | None:
    """The consent of everybody who has not spoken (都没意见, 大家没意见)."""
    said = opened(words)
    match = _NO_OBJECTION.match(said.low)
    if match is None or conditional(said):
        return _held_by_all(said, line, doubt)
    rest = said.low[match.end() :].strip(" ,，。.;；!！")
    return everybodys(words, line.context, doubt, words.text() if rest else no_objection(words))


_HELD_BY_ALL = re.compile(
    r"(?:大家|各方|两边|双方|各部门|所有人|几个部门)(?:也|都|均|基本)+(?:觉得|感觉|认为|表示|说|倾向于?)(?:都|还是)?"
    r"(?:可以|应该|先|得(?=[先再要\d])|要(?=先|[\d一二三四五六七八九十])|不用|没必要|按(?!理)|支持)"
)


def _held_by_all(said: Words, line: Line, doubt: bool) -> Items | None:
    """What all hold that is to be done (大家都觉得先试两周): no statement of whoever spoke last."""
    if not line.context.somebody_speaks or _HELD_BY_ALL.match(said.low) is None:
        return None
    if QUESTION.search(said.low) or EARLIER.search(said.low):
        return None
    return (somebodys(said, doubt),)


def decided_by_all(words: Words, line: Line, doubt: bool) -> Items | None:
    """A resolution of everybody (大家一致同意…), or the consensus on the dispute whose words it shares."""
    said = opened(words)
    match = _TOGETHER.match(said.low)
    if match is None or conditional(said, match.end()) or QUESTION.search(said.low) or long_past(said):
        return None
    return resolved(said, line, doubt)


_SO_BE_IT = re.compile(
    r"都没(?:有)?(?:别的)?意见[,，]?那?就(?:这样|这么|按这个|定了?|过了)[定办来吧了]*[。.]?"
)


_PUT_TO_ALL = re.compile(
    r"\S.*[\s,，](?:(?:大家|各位|各方|各部门|你们)(?:都|还)?|都)(?:没(?:有)?(?:别的|什么)?(?:意见|问题|异议)|同意|可以|ok)(?:吧|吗|么)\s*+[?？]?"
)


def put_to_all(words: Words) -> bool:
    """Whether everybody is asked for assent, or is taken to have given it (…，大家没意见吧 · 都没意见就这样)."""
    return (_SO_BE_IT.fullmatch(words.low) or _PUT_TO_ALL.fullmatch(words.low)) is not None
