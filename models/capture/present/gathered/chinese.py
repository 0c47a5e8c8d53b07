"""Names as they stand in a list of who is there: 财务姚敏 · 区消防大队岳参谋 · Mkt Amy · 莉莉（运营）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from models.capture.line import Context, Words
from models.capture.named.mentions import mention_at
from models.capture.present.attendance_notes import TIME
from models.capture.present.gathered.chinese_notes import SURELY_WHY, note_of
from models.capture.present.gathered.english import is_name
from models.capture.present.gathered.tongue import Label, Note, Piece, Place, Who
from models.capture.words.lexicon import FACTS, MARKER
from models.english_name_words import ENGLISH_ENDINGS, LISTED_DEPARTMENTS
from models.name_words import COMMON, COMPOUND, GIVEN, NO_NAMES, SINGLE
from models.names import called_end, is_department, is_department_stem, may_be_name, person_end
from models.roster import Named

LONGEST = 120
BEHIND = False
LEAVES = True
ONE_IS_ENOUGH = False
_LABEL = re.compile(
    r"(?:今天|今日|本次|这次|会上)?(?:(?:来|到|参加|参会|在|在场|出席|与会|到会|到场|开会)(?:了|会)?(?:的|人|的人|人员|的人员|的有|有|的同事|名单)"
    r"|都有谁|有谁|人|参会方|来人|人员|名单)\s*+:\s*+"
    r"|(?:今天|今日|本次|这次)?(?:来|到|参加|参会|在场|出席|与会|到会|到场)(?:会议)?的(?:人员?|同事)?有\s*+(?=\S)"
)
_NOT_BETWEEN = re.compile(r"[A-Za-z0-9&.'’]")
_AND_MORE = re.compile(r"(?:还有|另外|以及|再加|加上|外加|包括|然后是?|其中|有)(?=\S)")
_BRINGS = re.compile(
    r"(?:还|并|也)?带(?:了|着|来)?(?:(?:一个|一位|个|位|两个)?(?:新人|新同事|新来的|同事|实习生|助手|徒弟|下属)?(?:叫)?)"
)
_COUNTED = re.compile(
    r"(?P<department>[^\d\s,;:]{2,6}?)(?:(?:来了)?[两二三四五六七八九\d]+[个位名](?:人|[^\d\s,;:]{1,4})"
    r"|(?:来|到)了[一两二三四五六七八九\d]+[个位名])"
)
_ALONG = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?:带着?|带上|带了|领着)(?:一[个位]|个|位)?(?:新人|新同事|实习生|助理|助手|徒弟|同事)?"
    rf"(?=(?P<name>(?:{COMPOUND}|[{SINGLE}])[\u4e00-\u9fff]{{1,2}}?|[小老阿][\u4e00-\u9fff])"
    r"(?P<tail>(?:一起|一块儿?|也|都)*(?:过?来|到场?|参加|参会|在)?(?:了|的)?)$)"
)
_INSTEAD = re.compile(
    rf"(?P<who>[^\s,;:()]{{2,10}}?)(?:代替|代表|替|代)(?P<of>(?:{COMPOUND}|[{SINGLE}])[\u4e00-\u9fff]{{1,4}}?|[小老][\u4e00-\u9fff])"
    r"(?:过?来|参加|开会)(?:会议)?(?:的|了)?"
)
_DUTY = re.compile(
    r"(?:(?:今天|本次|这次|今日)?(?:会议)?(?:由|委托)|今天|本次会议|还是|仍由)?\s*+(?P<who>[^\d:,;]{1,16}?)\s*?(?:来|继续)?"
    r"(?P<duty>主持(?:会议|人)?|记录|做?(?:会议)?(?:记录|纪要)|记)(?:的)?[。.]?"
)
_DUTY_FIRST = re.compile(r"(?P<duty>主持|记录)(?:人员?|员|的?是)?\s*+(?P<who>[^\d:,;]{1,8})[。.]?")


def label(words: Words) -> Label | None:
    """到的： · 今天来的："""
    match = _LABEL.match(words.low)
    return Label(match.end()) if match else None


def pieces(words: Words) -> Iterator[Piece]:
    """The parts between signs, and between spaces unless Latin words or figures stand on both sides; brackets whole."""
    depth = start = 0
    for pos, sign in enumerate(words.low):
        depth += (sign == "(") - (sign == ")")
        around = (words.low[pos - 1 : pos], words.low[pos + 1 : pos + 2])
        parts = sign in ",、;。|+" or (sign == "/" and not (around[0].isdigit() and around[1].isdigit()))
        parts |= (
            sign.isspace()
            and around[1] != "("
            and not TIME.match(words.low, pos + 1)
            and not all(_NOT_BETWEEN.match(one) for one in around)
        )
        if parts and depth <= 0:
            yield from _with_company(words.cut(start, pos).strip(), words.low[start - 1 : start] == "、")
            start = pos + 1
    yield from _with_company(words.cut(start).strip(), words.low[start - 1 : start] == "、")


_AND = re.compile(
    r"(?<=[\u4e00-\u9fffA-Za-z])(?:以及|和|跟|与|及)\s?(?=(?P<name>[\u4e00-\u9fff]{2})|[A-Z][a-z])"
)
_CALLED = re.compile(r"[小老阿](?![时区组家师板])[\u4e00-\u9fff]")


def _is_called(name: str | None) -> bool:
    """Whether somebody follows 和: by a name, a nickname (小吴) or in Latin letters."""
    return not name or may_be_name(name) or _CALLED.match(name) is not None


def _with_company(piece: Words, listed: bool = False) -> Iterator[Piece]:
    """A piece, and whom somebody is joined to or brings along as pieces of their own: 苏敏经理|带陶雨, 马部长|陶敏."""
    joined = next((one for one in _AND.finditer(piece.raw) if _is_called(one["name"])), None)
    if joined is not None and piece.low.count("(", 0, joined.start()) == piece.low.count(
        ")", 0, joined.start()
    ):
        yield from _with_company(piece.cut(0, joined.start()), listed)
        yield from _with_company(piece.cut(joined.end()), listed=True)
        return
    if (instead := _INSTEAD.fullmatch(piece.low)) is not None:
        home = next((end for end in range(5, 1, -1) if is_department_stem(instead["who"][:end])), 0)
        yield Piece(
            Words.of(f"{piece.raw[:home]}{instead['of']}(由{instead['who'][home:]}代)"), listed=listed
        )
        return
    brings = _ALONG.search(piece.low)
    if brings is not None and (brings["name"][0] in "小老阿" or _plain(brings["name"])):
        yield Piece(piece.cut(0, brings.start()), listed=listed)
        yield Piece(piece.cut(brings.end(), brings.end("name")), listed=True)
    else:
        yield Piece(piece, listed=listed)


def lead(piece: Words, first: bool) -> int:
    """还有, 带了个新人: what only joins a name to the others."""
    brings = None if first else _BRINGS.match(piece.low)
    more = brings if brings and brings.end() else _AND_MORE.match(piece.low)
    return more.end() if more else 0


def duty(piece: Words) -> tuple[str, Words] | None:
    """林薇主持 · 小满记"""
    match = _DUTY.fullmatch(piece.low) or _DUTY_FIRST.fullmatch(piece.low)
    if match is None:
        return None
    return "host" if "主持" in match["duty"] else "recorder", piece.cut(*match.span("who")).strip()


_FOR = re.compile(
    rf"(?:代替|代表|替|代)(?P<name>(?:{COMPOUND}|[{SINGLE}])[\u4e00-\u9fff]{{1,4}}?|[小老][\u4e00-\u9fff])"
    r"(?:过?来|参加|开会)(?:的|了)?"
)


def stood_in_for(piece: Words) -> str:
    """Whom the one just named comes for (替李会计来的); nothing where the piece says anything else."""
    match = _FOR.fullmatch(piece.low)
    return piece.raw[slice(*match.span("name"))] if match else ""


def notes(words: Words, place: Place, bracketed: bool) -> list[Note] | None:
    """What stands behind a name; in brackets a name again with a note (付刚线上), or a few characters more, too."""
    if place.alone and place.missing and SURELY_WHY.match(words.low) and (why := note_of(words)):
        return [replace(why, strong=True)]
    if bracketed and "," in words.low:
        parts = [notes(part.words, place, bracketed) for part in pieces(words)]
        return (
            None if any(part is None for part in parts) else [note for part in parts for note in part or ()]
        )
    note = note_of(words) or (_named_again(words, place) if bracketed else None)
    if note is None:
        return [] if bracketed and len(words.low) <= _ASIDE else None
    return [note]


_ASIDE = 4
"""Characters; so much may stand in brackets behind a name and say nothing of being there (梅姐)."""


def _named_again(words: Words, place: Place) -> Note | None:
    for found in (*names(words, place._replace(heading=None)), *names(words, place)):
        if (note := note_of(words.cut(found.end))) is not None:
            return note
    return None


_ACRONYM = re.compile(r"[A-Z][A-Z&]{1,4}")
_LATIN_DEPARTMENT = re.compile(r"[A-Za-z][A-Za-z&]*(?: [A-Z][A-Za-z&]*)?(?=[ :的那这\-(\u4e00-\u9fff])")
_LATIN_NAME = re.compile(r"[A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+)?(?![A-Za-z])")
_LINK = re.compile(r"(?:那边的?|这边的?|方面的?|来的是|的同事|派了?|的|是|有)?\s*+[:\-–—·]?\s*+")
_UNIT = re.compile(
    r"[\u4e00-\u9fff]{1,6}(?:大队|支队|中队|车间|门店|分店|分行|支行|学院|医院|公司|集团|年级|管队|保安队|工程队|基地|工厂|街道|社区|派出所|研究所|项目部|[一二三四五六七八九十]店)"
    "|(?:施工|监理|业主|设计|建设|总包|分包|甲|乙)方"
)
_FULL = re.compile(rf"(?:{COMPOUND}|[{SINGLE}])[\u4e00-\u9fff]{{1,2}}")
_TWICE = re.compile(r"([\u4e00-\u9fff])\1(?=\()")
_NICKNAME = re.compile(
    r"(?!小[时区组计车包农麦满康费鱼都成支单路国班花羊牛学吃心型写品]|老[师家花板化式少年旧])[小老][\u4e00-\u9fff](?=\(|$)"
)
"""Behind a department whatever stands there: 研发小鹿."""
_NO_SECOND = frozenset("说了的是在来到要就都也还没不会能把被给让请跟和与及对从向往为以第每各")
_MORE_WORDS = {
    "计": "划量算件价", "成": "本功果员立效品", "时": "间候段期", "平": "台均时面", "安": "全排装", "项": "目",
    "支": "持付出", "路": "线径由", "能": "力源耗", "常": "规用见务", "单": "价位据证元独", "应": "用收急付当对",
    "文": "件案化档", "国": "际家内", "广": "告", "权": "限益", "强": "度化调", "连": "接续", "关": "系于注键闭",
    "相": "关应", "空": "间调", "解": "决释", "全": "部面体员", "水": "平电位", "步": "骤", "明": "年天细确",
    "双": "方十", "管": "理道控线", "车": "间辆", "容": "易量", "毛": "利坯", "万": "元一", "于": "是此", "和": "",
    "都": "", "从": "", "向": "", "经": "", "公": "司", "祖": "", "开": "", "易": "", "尚": "", "别": "", "终": "",
    "居": "", "益": "", "养": "", "查": "", "种": "", "员": "工", "洗": "", "游": "", "越": "", "沙": "", "那": "",
    "有": "", "利": "", "通": "", "暴": "", "宿": "", "印": "", "充": "", "习": "", "干": "", "乐": "", "喻": "",
    "费": "用",
    "卫": "生", "金": "额", "严": "", "华": "东南北中", "高": "", "余": "额", "鲍": "", "封": "", "乌": "", "景": "",
    "方": "案面", "江": "", "白": "", "红": "", "黑": "", "简": "历单报", "召": "回开", "付": "款费", "区": "域",
}  # fmt: skip
"""Surnames with what makes an ordinary word of them behind a department (生产|计划); none without any begins a name."""


def _plain(word: str) -> bool:
    """Whether a whole word may be somebody's full name where one may stand."""
    first = word[0]
    if first in _MORE_WORDS and word[1] in _MORE_WORDS[first]:
        return False
    ordinary = NO_NAMES.get(first)
    if ordinary is not None and word[1] in ordinary:
        return False
    return not any(char in _NO_SECOND for char in word[1:])


def _likely(word: str) -> bool:
    """Whether a full name is one by its form: a surname that is no word by itself, or an end that names have."""
    return (word[0] in COMMON and word[0] not in _MORE_WORDS) or word[-1] in GIVEN or len(word) == 3


def _names(words: Words, pos: int, department: str | None, context: Context) -> Iterator[Who]:
    """The names that may stand at a place, the likelier first."""
    low, raw = words.low, words.raw
    known = mention_at(words, pos, context, short=True)
    if known is not None and known.known and known.certain and known.person:
        yield Who(known.end, known.who[0], known=True)
    if known is not None and not known.certain:
        own = context.roster.person(department, low, pos) if department else None
        if own is not None and len(own.who) == 1:
            yield Who(own.end, own.who[0], known=True)
        # Two are called so: it is asked which of them is meant.
        return
    yield from _formed(low, raw, pos, department)


def _formed(low: str, raw: str, pos: int, department: str | None) -> Iterator[Who]:
    """The names that by their form may stand at a place."""
    formed = person_end(low, pos, loose=True)
    if formed is not None:
        yield Who(formed, Named(department, raw[pos:formed]))
    twice = _TWICE.match(low, pos) or (_NICKNAME.match(low, pos) if department else None)
    for called in (called_end(low, pos), twice.end() if twice else None):
        if called is not None:
            yield Who(called, Named(department, raw[pos:called]))
    if (latin := _LATIN_NAME.match(raw, pos)) and is_name(latin[0]):
        yield Who(latin.end(), Named(department, latin[0]), weak=not department)
    if full := _FULL.match(low, pos):
        closed = full.end() == len(low) or low[full.end()] in "( "
        ends = [full.end()] if closed and _plain(full[0]) else range(full.end() - 1, full.end() + 1)
        for end in ends:
            word = low[pos:end]
            if len(word) > 1 and _plain(word):
                yield Who(end, Named(department, raw[pos:end]), weak=not department or not _likely(word))


_FACT_WORDS = {word for family in FACTS for word in MARKER[family].zh}


def departments(piece: Words, context: Context) -> Iterator[tuple[int, str, bool]]:
    """Where a department at the beginning may end, its name, and whether only what follows can tell that it is one."""
    low, raw = piece.low, piece.raw
    if counted := _COUNTED.fullmatch(low):
        yield len(low), raw[slice(*counted.span("department"))], False
    known = mention_at(piece, 0, context, short=True)
    if known is not None and known.certain and known.department and not known.person:
        yield known.end, known.department, False
    if latin := _LATIN_DEPARTMENT.match(raw):
        yield from _latin(latin[0])
    for end in range(min(len(low), 8), 1, -1):
        word = low[:end]
        if _UNIT.fullmatch(word) or is_department(word) or is_department_stem(word):
            yield end, _as_here(raw[:end], context), False
    if re.match("[\u4e00-\u9fff]{3}", low) and low[:2] not in _FACT_WORDS:
        yield 2, raw[:2], True


def _as_here(word: str, context: Context) -> str:
    """A department as the meeting calls it (宣教部 for 宣教)."""
    found = context.roster.resolve(word)
    here = found.who[0] if len(found.who) == 1 and found.sure else None
    return here.department if here is not None and here.department and not here.person else word


def _latin(run: str) -> Iterator[tuple[int, str, bool]]:
    """Mkt of Mkt Amy, Internal Audit, R&D."""
    first = run.partition(" ")[0]
    last = run.rpartition(" ")[2].lower()
    if " " in run and last in LISTED_DEPARTMENTS | ENGLISH_ENDINGS:
        yield len(run), run, False
    if first.lower() in LISTED_DEPARTMENTS or _ACRONYM.fullmatch(first):
        yield len(first), first, False


_POST = re.compile(
    "副理|副?经理|副?主管|副?主任|领班|副?[队班组科处部店厂校院馆园站所股课]长|副?总监|专员|助理|工程师|负责人|代表|护士长|教练|顾问|干事|会计|出纳|文员|律师|老师"
)
"""What stands between a department and a full name (大堂副理何婷)."""
_IN_BRACKETS = re.compile(r"\s*+\((?P<department>[^()]{2,12})\)")


def names(piece: Words, place: Place) -> Iterator[Who]:
    """Who a piece may begin with, the likelier first: somebody known, a department with somebody, a name alone."""
    context = place.context
    for one in _names(piece, 0, None, context):
        bracket = None if one.known else _bracketed(piece, one)
        if bracket is not None or one.known:
            yield bracket or one
    for end, department, weak in departments(piece, context):
        link = _LINK.match(piece.low, end)
        start = link.end() if link else end
        if post := _POST.match(piece.low, start):
            yield from _names(piece, post.end(), department, context)
        for one in _names(piece, start, department, context):
            yield one._replace(weak=one.weak or weak)
    for one in _names(piece, 0, place.heading, context):
        if not one.known:
            yield one


def _bracketed(piece: Words, one: Who) -> Who | None:
    """莉莉（运营）, Thomas (APAC): the department in brackets behind the name."""
    match = _IN_BRACKETS.match(piece.low, one.end)
    if match is None:
        return None
    name = piece.raw[slice(*match.span("department"))]
    short = _ACRONYM.fullmatch(name) or name.lower() in LISTED_DEPARTMENTS
    if is_department(name) or is_department_stem(name) or short:
        return Who(match.end(), Named(name, one.named.person))
    return None
