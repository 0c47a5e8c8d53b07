"""What names of departments and people look like in a Chinese office, and how they are spelt in pinyin.

Names nobody has entered yet must still be recognised (市场部李经理), ordinary words that look like names must not
(总部, 技术部署, 王总结). Both are questions of form and are answered here, without any meeting.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from itertools import islice, product

from models.english_name_words import (
    ACRONYMS,
    ALSO_WORDS,
    ENGLISH_DEPARTMENTS,
    ENGLISH_ENDINGS,
    ENGLISH_GIVEN,
    PARTICLES,
)
from models.lazy import lazily
from models.name_words import (
    COMMON,
    COMPOUND,
    ENDINGS,
    GIVEN,
    INSIDE,
    NO_NAMES,
    NO_UNKNOWN_FIRST,
    NOT_BEHIND_DEPARTMENT,
    NOT_BEHIND_PERSON,
    NOT_FIRST,
    ORDINARY,
    SHORT,
    SHORT_POSTS,
    SINGLE,
    STEMS,
    TITLES,
)

with lazily:
    import pypinyin

# It asks, when it is loaded, how much it is to know: all of it takes a third of a second.
os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")

_DAYS = (
    "Mon|Monday|Tue|Tues|Tuesday|Wed|Wednesday|Thu|Thur|Thurs|Thursday|Fri|Friday|Sat|Saturday|Sun|Sunday"
    "|Jan|January|Feb|February|Mar|March|Apr|April|Jun|June|Jul|July|Aug|August|Sep|Sept|September"
    "|Oct|October|Nov|November|Dec|December|Q"
)
_TITLE = "|".join(TITLES)
_SURNAME = f"(?:{COMPOUND}|[{SINGLE}])"

_BREAK = re.compile(f"{NOT_BEHIND_DEPARTMENT}|{NOT_BEHIND_PERSON}")


def runs_on(low: str, end: int) -> bool:
    """Whether the name that ends here is only the beginning of a longer word (技术部|署)."""
    return end < len(low) and _BREAK.match(low, end) is not None


_PERSON = re.compile(f"{_SURNAME}(?:{_TITLE})")
_FULL_PERSON = re.compile(f"{_SURNAME}[\u4e00-\u9fff]{{1,2}}(?:{_TITLE})")
_NICKNAME = f"(?!小[时区计车包农麦满康费鱼都成支单路国班花羊牛]|老[师家花])[小老][{SINGLE}]"
_WHOLE_NICKNAME = re.compile(rf"{_NICKNAME}|[小老](?:{COMPOUND})")
_HANZI = re.compile("[\u3400-\u9fff]+")
_BARE_NAME = re.compile(
    f"(?:(?:{COMPOUND})[\u4e00-\u9fff]{{1,2}}|[{SINGLE}][\u4e00-\u9fff]{{1,2}}|{_NICKNAME})(?![\u4e00-\u9fff])"
)
_JOB = re.compile(
    "(?:项目|产品|客户|高级|中级|初级|资深|助理|执行|常务|技术|成本|总账|应用|安全|计划|区域|全国|华[东南北中]|公司|部门|车间|平台|文案|广告|经营|通信|连锁)"
)
# Ordinary words of a surname's and a title's form.
_NO_PERSON = re.compile(
    "施工|员工|职工|双工|单工|电工|金工|管工|车工|水工|农工|全工|班主任|班[组队]?长|车队长|区经理|时代表|文书记|全[总专]|关总[闸]|高[工]艺"
)
_LONG_TITLES = tuple(title for title in TITLES if len(title) > 1)


def person_end(low: str, pos: int, loose: bool = False) -> int | None:
    """The end of a surname and title (李经理) at `pos`; `loose` takes a full name before the title too (李明经理)."""
    match = _PERSON.match(low, pos)
    if match is None and loose:
        match = _FULL_PERSON.match(low, pos)
        if match is not None and _JOB.match(low, pos):
            return None
    if match is None or runs_on(low, match.end()) or _NO_PERSON.match(low, pos):
        return None
    return match.end()


def bare_name_end(low: str, pos: int) -> int | None:
    """The end of a name without a title that stands alone (王小明, 小周), where a name must stand."""
    match = _BARE_NAME.match(low, pos)
    return None if match is None else match.end()


_CALLED = re.compile(
    f"(?!小[方时向金高龙万白段]|老[方石高白龙金])[小老][{COMMON}]"
    r"(?=[^\u4e00-\u9fff]|$|说(?!明|法|服)|提出|认为|表示|建议|反映|汇报|补充|强调|负责|牵头|跟进|配合|于|[本下]?周[一二三四五六日末内]|[明今后]天|本?月底)"
)
_PLAIN = re.compile(f"(?:{COMPOUND}|[{COMMON}])[\u4e00-\u9fff]?[{GIVEN}]")


def nickname_end(low: str, pos: int) -> int | None:
    """The end of 小周 or 老刘 at `pos` of a running text, where what follows shows that it is one."""
    match = _CALLED.match(low, pos)
    return None if match is None else match.end()


def is_plain_name(word: str) -> bool:
    """Whether a whole word behind a department is somebody's name without a title (王芳) and not 方案 or 金额."""
    return _PLAIN.fullmatch(word) is not None and not _begins_otherwise(word)


def may_be_name(word: str) -> bool:
    """Whether a whole word of a name's length begins with a common surname and as no ordinary word does (方晴)."""
    return 2 <= len(word) <= 3 and word[0] in COMMON and not _begins_otherwise(word)


def is_first_name(word: str) -> bool:
    """Whether a Latin word in small letters is a given name, and no word of other meaning (mark, may)."""
    return word in ENGLISH_GIVEN and word not in ALSO_WORDS


def _begins_otherwise(word: str) -> bool:
    """Whether the surname is the first half of an ordinary word (方案)."""
    ordinary = NO_NAMES.get(word[0])
    return ordinary is not None and (not ordinary or word[1] in ordinary)


_POSTS = frozenset(["总经理", "董事长", "总裁", "院长", "校长", "厂长", "园长", "局长"])
_WHAT_FOR = re.compile("[\u4e00-\u9fff]{2,4}")


def is_post(word: str) -> bool:
    """Whether a whole word is what one person of the house is called by (年级组长, 总经理)."""
    if word not in _POSTS and not any(
        word.endswith(title) and _WHAT_FOR.fullmatch(word[: -len(title)]) for title in _LONG_TITLES
    ):
        return False
    return not any(person_end(word, pos) == len(word) for pos in range(1, len(word) - 1))


def plain_names(low: str, pos: int) -> Iterator[int]:
    """Where a name without a title may end at `pos`, the longer first; what stands behind must confirm it."""
    for length in (3, 2):
        if is_plain_name(low[pos : pos + length]) and len(low) >= pos + length:
            yield pos + length


def title_end(low: str, pos: int) -> int | None:
    """The end of a title without a surname (总监) at `pos`."""
    if not low.startswith(_LONG_TITLES, pos):
        return None
    end = pos + next(len(title) for title in _LONG_TITLES if low.startswith(title, pos))
    return None if runs_on(low, end) else end


def is_whole_name(word: str) -> bool:
    """Whether a whole word has the form of somebody's name, with or without a title."""
    word = word.strip(" -–—·/")
    low = word.lower()
    if not word:
        return False
    if bare_name_end(low, 0) == len(low) or person_end(low, 0, loose=True) == len(low):
        return True
    return latin_name_end(word, 0) == len(word)


def surname_and_title(name: str) -> tuple[str, str] | None:
    """The two parts of 李经理 or 欧阳总监; None for a name of another form."""
    match = re.fullmatch(f"({_SURNAME})({_TITLE})", name)
    return None if match is None else (match[1], match[2])


_QUALIFIER = (
    "(?:华东|华南|华北|华中|西南|西北|东北|东南|上海|北京|深圳|广州|杭州|成都|"
    "第?[一二三四五六七八九十1-9]|大|集团|国内|海外|分)?"
)
_STRICT = re.compile(
    f"{_QUALIFIER}(?:(?:{STEMS}){{1,3}}{_QUALIFIER}(?:与|及|和)?(?:{STEMS})?|it|hr|qa|pmo){_QUALIFIER}(?:事业部|办公室|委员会|中心|部|处|科|室|组|办)"
)
_ACRONYM = re.compile("|".join(map(re.escape, sorted(ACRONYMS, key=len, reverse=True))))

_STEMS = frozenset(STEMS.split("|"))
_HANZI_OR_WORD = re.compile(r"[\u3400-\u9fff\w&·()（）-]{2,8}")


_NAMED_SO = re.compile(f"[{COMMON}](?![党纪工常团政])[\u4e00-\u9fff]委")
"""A name that only ends like a committee (张省委)."""


_POST = "|".join(SHORT_POSTS)
_POSTED = re.compile(rf"(?!万科|高科|金科|中科|方院|高院){_SURNAME}(?:{_POST})")
"""卢处, 任科: somebody by surname and post, and no department."""
_CALLED_SO = re.compile(rf"{_SURNAME}(?:{_POST})长?|[小老阿](?:{COMPOUND}|[{SINGLE}])")
_NO_NICKNAME = re.compile(
    "小计|小时|小于|小项|小路|小车|小米|小区|小结|老路|老家|阿里"
    "|空姐|师姐|师哥|车队|卫队|连队|房处|车厂|关局|水厂|水站|车站"
)
"""Ordinary words of that form."""


def called_end(low: str, pos: int) -> int | None:
    """The end of a surname with what speech puts to it (卢处, 葛队, 岳参谋, 小彭) at `pos`, where a name must stand."""
    match = _CALLED_SO.match(low, pos)
    return None if match is None else match.end()


def is_called_so(word: str) -> bool:
    """Whether a whole word is a surname with what speech puts to it, and no ordinary word of that form."""
    return _CALLED_SO.fullmatch(word) is not None and not _NO_NICKNAME.fullmatch(word)


def is_department(word: str) -> bool:
    """Whether a whole word has the form of a department's name: 2 to 8 characters, an ending, not an ordinary word."""
    if _ACRONYM.fullmatch(word.lower()) or word in SHORT:
        return True
    if not word.endswith(ENDINGS) or _HANZI_OR_WORD.fullmatch(word) is None or _NAMED_SO.fullmatch(word):
        return False
    if _POSTED.fullmatch(word):
        return False
    return not (ORDINARY.fullmatch(word) or NOT_FIRST.match(word) or INSIDE.search(word))


_LATIN_WORD = r"[A-ZÀ-Þ](?:[A-Za-zÀ-ÿ]*[a-zß-ÿ]|\.)?(?:['’-][A-Za-zÀ-ÿ]+)*"
_LATIN_NAME = re.compile(
    rf"(?:(?:Dr|Mr|Mrs|Ms|Miss|Prof|VP|Sir)\.? )?{_LATIN_WORD}"
    rf"(?: (?:(?:{'|'.join(sorted(PARTICLES))}) ){{0,2}}(?!(?:{_DAYS})\b){_LATIN_WORD}){{1,2}}(?![\w&])"
)


def latin_name_end(raw: str, pos: int) -> int | None:
    """The end of a Latin first name and surname at `pos`, as typed: Tom Okafor, Anna von Berg, Dr O'Brien."""
    match = _LATIN_NAME.match(raw, pos)
    return None if match is None else match.end()


def is_english_department(name: str) -> bool:
    """Whether a Latin name is a department's by its last word: Finance, Customer Service, Legal Dept."""
    last = name.lower().rstrip(".").rpartition(" ")[2]
    return last in ENGLISH_DEPARTMENTS or last in ENGLISH_ENDINGS


_LAST = frozenset("部处科室组局院办委心司")
_ACRONYM_ALONE = re.compile(rf"(?:{_ACRONYM.pattern})(?![a-z0-9&_])")
_FIGURES = frozenset("0123456789一二三四五六七八九十两几")
_SHORTEST, _LONGEST = 2, 8


def unknown_departments(low: str, pos: int) -> Iterator[int]:
    """Where a department of unusual words (设计院, 学工部) at `pos` may end, the nearest first.

    Only a form: what stands behind must confirm it, and no other department may be named inside.
    """
    if NO_UNKNOWN_FIRST.match(low, pos):
        return
    if short := _ACRONYM_ALONE.match(low, pos):
        yield short.end()
    for end in range(pos + _SHORTEST, min(pos + _LONGEST, len(low)) + 1):
        last = low[end - 1]
        if not (last.isalnum() or last in "&·"):
            return
        if last not in _LAST or low.endswith("公司", pos, end) or not is_department(low[pos:end]):
            continue
        if any(department_end(low, inner) == end for inner in range(pos + 1, end - 1)):
            return
        if not runs_on(low, end) and not (last in "部处科室组" and low[end - 2] in _FIGURES):
            yield end
            if low[end : end + 1] in ("和", "与", "及"):
                return


def is_department_stem(word: str) -> bool:
    """Whether a whole word is what departments are called after (产品, 前端), the ending left out."""
    halves = ((word[:cut], word[cut:]) for cut in range(1, len(word)))
    return word in SHORT or word in _STEMS or any(a in _STEMS and b in _STEMS for a, b in halves)


def department_end(low: str, pos: int) -> int | None:
    """The end of a department's name made of well-known words (市场部, 大客户中心) at `pos` of a running text."""
    match = _STRICT.match(low, pos)
    if match is None or ORDINARY.fullmatch(match[0]) or runs_on(low, match.end()):
        return None
    return match.end()


def stem(department: str) -> str | None:
    """The name without its ending (市场 of 市场部), where two characters or more remain that are no title."""
    for ending in ENDINGS:
        if department.endswith(ending):
            rest = department[: -len(ending)]
            return rest if len(rest) >= 2 and rest not in TITLES else None
    return None


_TITLE_FAMILIES = (
    ({"总监", "总经理", "总裁", "副总裁", "副总经理", "副总监", "总工", "总工程师", "副总"}, ("总",)),
    ({"工程师", "高级工程师", "高工", "总工程师", "总工", "设计师", "架构师", "助理工程师"}, ("工",)),
    ({"副总经理", "副总监", "副总裁"}, ("副总",)),
    ({"副经理"}, ("经理",)),
    ({"副主任"}, ("主任",)),
    ({"副部长"}, ("部长",)),
    ({"工"}, ("工程师",)),
    ({"高级经理"}, ("经理",)),
    ({"处长", "副处长"}, ("处",)),
    ({"科长", "副科长"}, ("科",)),
    ({"局长", "副局长"}, ("局",)),
    ({"院长", "副院长"}, ("院", "院长")),
    ({"队长", "副队长", "大队长"}, ("队",)),
    ({"校长", "副校长"}, ("校", "校长")),
    ({"厂长", "副厂长"}, ("厂",)),
    ({"律师"}, ("律",)),
)


def called(name: str, full_name: str = "", title: str = "") -> tuple[str, ...]:
    """What else a person is called: 王总 for 王总监, 陈工 for 陈工程师, 李经理 for 李强 with the title 经理."""
    found: list[str] = []
    parts = surname_and_title(name)
    whole = full_name
    if not parts and not whole and (own := title_of(name)) and surname_of(name):
        # 王建国总监 is 王建国, whose title is 总监.
        whole = name[: len(name) - len(own)]
    surname, own = parts if parts else (surname_of(whole or name), title_of(name) if whole else "")
    for one in filter(None, dict.fromkeys((own, title))):
        found += [surname + other for other in (one, *shorts_of(one)) if surname]
        found.append((whole or name) + one if whole or not parts else "")
    if whole:
        found.append(whole)
    return tuple(dict.fromkeys(word for word in found if word and word != name))


def surname_of(name: str) -> str:
    """The surname of a full name (王 of 王建国), also with its title behind it; empty for a name of another form."""
    title = title_of(name)
    plain = name[: len(name) - len(title)] if title else name
    match = re.match(_SURNAME, plain)
    return match[0] if match and 2 <= len(plain) <= 4 and _HANZI.fullmatch(plain) else ""


def title_of(words: str) -> str:
    """The title that words end with (工程师 of 软件工程师, 总监 of 王建国总监); empty where they end with none."""
    return next((title for title in _LONG_TITLES if words.endswith(title)), "")


def shorts_of(title: str) -> tuple[str, ...]:
    """What somebody with a title is called by as well: 总 for 总监."""
    return tuple(short for titles, shorts in _TITLE_FAMILIES if title in titles for short in shorts)


def is_nickname(word: str) -> bool:
    """Whether a whole word is 老 or 小 before a surname."""
    return _WHOLE_NICKNAME.fullmatch(word) is not None


_MOST_READINGS = 64


def codes_of(name: str) -> tuple[str, ...]:
    """The pinyin initials and full pinyin a name can be typed by, in every reading of its characters.

    市场部 gives scb, sc, shichangbu, shichang. Imports the pinyin library: never called while a line is parsed.
    """
    words = [name, *called(name)]
    short = stem(name)
    if short is not None:
        words.append(short)
    codes: dict[str, None] = {}
    for word in words:
        codes.update(dict.fromkeys(_spellings(word)))
    return tuple(codes)


def _spellings(word: str) -> list[str]:
    firsts: list[list[str]] = []
    wholes: list[list[str]] = []
    for run in re.findall(r"[a-z0-9]+|[^a-z0-9\W]", word.lower()):
        sounds = (
            [run] if run.isascii() else pypinyin.pinyin(run, style=pypinyin.Style.NORMAL, heteronym=True)[0]
        )
        wholes.append(sounds)
        firsts.append([run] if run.isascii() else sorted({sound[0] for sound in sounds}))
    spelt = [islice(product(*parts), _MOST_READINGS) for parts in (firsts, wholes)]
    return ["".join(one) for ways in spelt for one in ways]
