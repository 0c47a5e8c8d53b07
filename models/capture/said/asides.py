"""What is nobody's and no business of the meeting: 投影断了 哈哈 · 等一下，水杯打翻了 · 谁的手机一直在震 lol."""

from __future__ import annotations

import re

from models.capture.decided.settled import is_note
from models.capture.line import Items, Line, Words
from models.capture.markers import marker_at
from models.capture.named.speaker import speaker_at
from models.capture.present.attendance_said import presence
from models.capture.values import NoteLine
from models.capture.words.everyday import QUESTION

_LAUGHS = r"(?:哈哈++|呵呵|嘿嘿|hhh++|ha(?:ha)++h?|lo++l|lmao|笑死|233++|囧|emoji|😂|🤣)++"
_BROKEN = (
    r"(?:又|都|好像|突然|怎么|还是|一直|有点|老是|总)*(?:断|黑|黑屏|坏|卡|掉|掉线|没电|没信号|没声音?"
    r"|没反应|连不上|打不开|不亮|闪|不行|花屏|蓝屏|死机)(?:了|啊)*"
)
_SURE = re.compile(
    rf"(?:(?:这|那|会议室|我)?(?:的)?(?:投影(?:仪)?|屏幕|大屏|麦|麦克风|话筒|音响|声音|网|网络|wifi|wi-fi|视频"
    rf"|共享(?:屏幕)?|teams|zoom|腾讯会议){_BROKEN}"
    r"|(?:会议室|这|屋里|里面)?空调(?:太|好|有点|也太|开得?太|怎么这么)(?:冷|热|吵|足|大)了?(?:吧|啊)?"
    r"|(?:空调|窗户?|门|灯|投影)(?:关|开|调)(?:一?下|掉|小点|大点|高点|低点|上)(?:吧)?"
    r"|(?:谁|哪个)的?(?:手机|电话|外卖|车|水杯|杯子|充电器)\S{0,10}|(?:手机|电话)(?:一直|又|老)?(?:在)?(?:响"
    r"|震)(?:了|个不停)?"
    r"|\S{0,3}(?:水杯|杯子|水|咖啡|奶茶)(?:打翻|洒|倒|翻)了\S{0,8}"
    r"|(?:先|去|我去)?(?:喝口|倒杯?|接杯?|喝点|打点)(?:水|茶|咖啡)\S{0,4}|(?:去|上)(?:个|一下)?(?:厕所|洗手间"
    r"|卫生间)\S{0,4}"
    r"|(?:外卖|咖啡|奶茶|盒饭|午饭|快递)(?:到|来|送到)了\S{0,4}|(?:点|订|叫)(?:个)?(?:外卖|咖啡|奶茶|盒饭)(?:吧|了)?"
    r"|(?:能)?听(?:得|不)?(?:见|到|清)(?:吗|了|不|么)?|(?:有)?(?:回音|杂音|啸叫)(?:了)?|(?:麦)?(?:没开|忘了?开"
    r"|开一下)麦?|(?:请)?(?:静音|闭麦)(?:一下)?"
    r"|(?:抽|吸)(?:根|支)?烟\S{0,3}|合(?:个)?影|打(?:了)?个?喷嚏\S{0,4}|好困啊?|(?:有人)?敲门(?:了)?|(?:投影"
    r"|电脑|视频|屏幕)(?:还)?在(?:连|接|重启)|饿了?|肚子饿了?)"
)
_ALSO = re.compile(
    rf"{_LAUGHS}|(?:大家|先|请|稍|再)*(?:等|稍等|等等|等下|等一下|等会儿?|等一会儿?|稍候|别急|不好意思|抱歉"
    rf"|sorry|wait|hold on|one sec|马上|来了|好了|可以了|ok|继续|行了?|嗯)(?:啊|哈|吧|了)?"
    r"|(?:\S{1,4})?(?:擦|换|重启|重连|重新连|接|关|开|调)(?:一?下|上|掉|好|高|低|小|大)?(?:桌子|线|一根线|投影"
    r"|空调|窗户|门|灯|麦|网络?)?(?:点|了|吧)*"
    r"|(?:\S{1,4})?(?:起来|出去|过去)(?:关|开|调|接|拿|看)\S{0,4}"
)
_PARTS = re.compile(r"[\s,，。.!！~、;；]+")


def aside(words: Words, line: Line, doubt: bool) -> Items | None:
    """A note that no document shows: the whole line is about the room and not the matter (投影断了 哈哈)."""
    if (bracketed := _in_brackets(words, line, doubt)) is not None:
        return bracketed
    if len(words.low) > _LONGEST:
        return None
    parts = [part for part in _PARTS.split(words.low.rstrip("?？")) if part]
    if not parts or not all(_is_chat(part) for part in parts) or not is_note(words, line):
        return None
    sure = any(_SURE.fullmatch(part) or _LAUGH.fullmatch(part) for part in parts)
    return (NoteLine(text=words.text(), doubt=doubt),) if sure and not _is_asked(words) else None


_BRACKETED = re.compile(r"\(\s*+(?P<what>[^()]{2,120}[^()\d\s])\s*+\)\s*+[。.]?")


def _in_brackets(words: Words, line: Line, doubt: bool) -> Items | None:
    """A note, while somebody speaks, of a whole line in brackets: nobody's words; who came or went is attendance."""
    match = _BRACKETED.fullmatch(words.low)
    if match is None or not line.context.somebody_speaks or not line.first:
        return None
    inner = words.cut(*match.span("what"))
    if marker_at(inner) is not None or speaker_at(inner, line.context) is not None:
        return None
    return presence(inner, line.context, doubt) or (NoteLine(text=inner.text(), doubt=doubt),)


_LAUGH = re.compile(_LAUGHS)
_LONGEST = 40


def _is_chat(part: str) -> bool:
    """Whether words between two signs are of nobody's matter."""
    return (_SURE.fullmatch(part) or _ALSO.fullmatch(part)) is not None


def _is_asked(words: Words) -> bool:
    """Whether a question of the matter may be meant (等一下开麦吗 is none)."""
    return QUESTION.search(words.low) is not None and "听" not in words.low and "谁" not in words.low
