"""What departments and people are called: every word by which somebody in an office means one of them.

Here stands how such words are made of a name, a full name and a title; `models.roster` keeps them in one table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

from models.english_name_words import ENGLISH_DEPARTMENTS, ENGLISH_ENDINGS, HONORIFICS, PARTICLES
from models.name_words import COMPOUND, ENDINGS, SINGLE, SURNAME_READINGS, TITLES
from models.names import called, is_nickname, shorts_of, stem, surname_and_title, surname_of, title_of
from models.text import fold_lower, name_key

T = TypeVar("T")


class Word(NamedTuple):
    """One word by which a department or person is called, and where it counts."""

    text: str
    anywhere: bool = False
    """Safe in a running text; others count only where a name must stand."""
    exact: bool = False
    """A whole name: it wins over what else somebody is called."""
    within: bool = False
    """Only behind the own department: 总监."""


# -- how a word is compared ------------------------------------------------------------------------------------------

_HAN = "\u3400-\u9fff"
_PADDED = re.compile(rf"(?<![{_HAN}])((?:{COMPOUND}|[{SINGLE}]))[ \u3000]+(?=[{_HAN}](?![{_HAN}]))")


def unpadded_list(text: str) -> str:
    """A list of names in which two characters that a space parts, alone between signs, are one name."""
    return _PADDED.sub(r"\1", text)


def keys(word: str) -> tuple[str, ...]:
    """The keys a name is kept under: with either apostrophe, as a text may have it."""
    made = name_key(word)
    if not made:
        return ()
    return (made, made.replace("'", "’")) if "'" in made else (made,)


# -- departments -----------------------------------------------------------------------------------------------------

_SHORT_ENDINGS = {"办公室": "办", "委员会": "委"}
_JOINED = re.compile(r"\s+(?:and|&)\s+")


def of_department(name: str, aliases: Iterable[str]) -> Iterator[Word]:
    """What a department is called: its name, its aliases, and the name without its ending (市场, Legal)."""
    yield Word(name, anywhere=True, exact=True)
    for alias in aliases:
        # An alias as short as 市场 is no safer inside a text than the name without its ending.
        yield Word(alias, anywhere=len(alias) > 2 or alias.isascii(), exact=True)
    if cut := stem(name) or _without_english_ending(name):
        yield Word(cut)
    if _JOINED.search(name):
        yield Word(_JOINED.sub(" & ", name), anywhere=True)
        yield Word(_JOINED.sub(" and ", name), anywhere=True)


def _without_english_ending(name: str) -> str | None:
    """Legal of Legal Department."""
    first, _space, last = name.rpartition(" ")
    return first if first and last.lower() in ENGLISH_ENDINGS - {"relations", "resources"} else None


def beginnings(name: str) -> Iterator[str]:
    """What of a department's name is enough where it fits no other: 供应链 of 供应链管理部, 总经办 of 总经理办公室."""
    if name.isascii():
        words = name.split()
        if len(words) > 1 and words[0].lower() in ENGLISH_DEPARTMENTS:
            yield from (" ".join(words[:count]) for count in range(1, len(words)))
        return
    for end in range(2, len(name)):
        if name[:end] not in TITLES:
            yield name[:end]
    for ending, short in _SHORT_ENDINGS.items():
        if name.endswith(ending):
            yield from (name[:end] + short for end in range(2, len(name) - len(ending) + 1))


_ORDINARY = (
    "ab ad ah ai am an as at be by do go ha he hi id ie if in is it la lo ma me mm mr ms mu my no of oh ok on or ow "
    "ox pa pm ps re sh so st to uh um up us vs we ye yo all and any are but can did for had has how its let may not "
    "now our out say see the too two was who why yes yet you"
)
_NO_INITIALS = frozenset(_ORDINARY.split())
"""Ordinary words: no initials, whoever's they are."""


def initials(name: str) -> tuple[str, ...]:
    """The initials of a Latin name of several words: CS, R&D, BH."""
    if not name[:1].isascii() or " " not in name.strip():
        return ()
    words = [word for word in re.split(r"[\s/-]+", fold_lower(name)) if word]
    named = [word[0] for word in words if word not in ("and", "&", "of", "the") and word[0].isalpha()]
    joined = "".join("&" if word in ("and", "&") else word[0] for word in words if word not in ("of", "the"))
    without = [word[0] for word in words if word not in PARTICLES and word[0].isalpha()]
    made = dict.fromkeys(["".join(named), joined, "".join(without)])
    return tuple(code for code in made if len(code) > 1 and code not in _NO_INITIALS)


# -- people ----------------------------------------------------------------------------------------------------------


def of_person(name: str, full_name: str, title: str) -> Iterator[Word]:
    """What a person is called: the name, the full name, both with the title; one word of an English name."""
    yield Word(name, anywhere=True, exact=True)
    post = title_of(title)
    whole = full_name or name.removesuffix(title_of(name))
    for word in dict.fromkeys((*called(name, full_name, title), *called(name, full_name, post))):
        yield Word(word, anywhere=True, exact=word == whole)
    if given := _given_name(whole):
        yield Word(given)
    parts = surname_and_title(name)
    if parts and not title:
        # 销售部总监 for 沈总监, where nobody else in 销售部 is one.
        yield Word(parts[1], within=True)
    for own in filter(None, dict.fromkeys((title, post))):
        yield Word(own, within=True)
    for text in (name, full_name):
        yield from map(Word, _latin_words(text))
        yield from _without_honorific(text)


_NO_GIVEN_NAMES = (
    "建设 和平 国庆 文明 胜利 光明 希望 春天 秋天 明天 平安 成功 发展 自强 健康 安全 新年 方向 文件 经济 公平 平台"
    " 进步 前进 长期 永久 国际 中华 海外 江南 天天 多多 一一 圆满 高兴 快乐"
)
_ORDINARY_GIVEN = frozenset(_NO_GIVEN_NAMES.split())
"""Ordinary words: nobody is called so alone, whatever the full name."""


def _given_name(full_name: str) -> str:
    """子昂 of 林子昂; nothing where that is an ordinary word, or the name has another form."""
    given = full_name.removeprefix(surname_of(full_name)) if surname_of(full_name) else ""
    return given if len(given) == 2 and given not in _ORDINARY_GIVEN and not title_of(given) else ""


def _latin_words(text: str) -> Iterator[str]:
    """Each word of an English name by which somebody may be called: Grace and Hopper, not Dr, not von."""
    words = text.split()
    if len(words) < 2 or not text[0].isalpha() or text[0] >= "\u3400":
        return
    for word in words:
        low = word.lower().rstrip(".")
        if len(low) > 1 and low not in PARTICLES and low not in HONORIFICS:
            yield word


def _without_honorific(text: str) -> Iterator[Word]:
    """Of Dr. Jane Abbott the same without point, and Jane Abbott."""
    words = text.split()
    if len(words) < 2 or not text.isascii():
        return
    own, bare = words[0].rstrip("."), " ".join(words[1:])
    if own.lower() in HONORIFICS:
        yield Word(f"{own} {bare}", anywhere=True, exact=True)
        yield Word(f"{own}. {bare}", anywhere=True, exact=True)
        if " " in bare:
            yield Word(bare, anywhere=True, exact=True)


def surname_and_post(name: str, full_name: str, title: str) -> tuple[str, str]:
    """A person's surname and what they are; either is empty where nobody knows."""
    parts = surname_and_title(name)
    surname = parts[0] if parts else surname_of(full_name or name)
    return surname, title_of(title) or (parts[1] if parts else title_of(name))


def surname_and_title_of(name: str, full_name: str, title: str) -> str:
    """李经理 for 李敏, whose title is 经理; empty where either is not known."""
    surname, post = surname_and_post(name, full_name, title)
    return f"{surname}{post}" if surname and post else ""


class Address(NamedTuple):
    """How somebody is addressed: by surname with or without a title, or by full name and title."""

    surname: str
    title: str = ""
    name: str = ""
    """The full name, where it stands before the title: then the title decides nothing."""
    junior: bool = False

    @property
    def general(self) -> bool:
        """Whether anybody of higher rank may be addressed so."""
        return self.title in ("", "总")


_POSTS = "总监 总经理 副总经理 总 副总 总裁 副总裁 董事长 董事 主任 院长 局长 校长 厂长 书记"
_SENIOR = frozenset(_POSTS.split())
"""Posts whose holder nobody calls 小王."""
_POLITE = frozenset(("老师", "先生", "女士", "小姐", "同志", "师傅", "姐", "哥"))
"""What anybody may be called, whatever the post."""


def address(word: str) -> Address | None:
    """What 老王, 王老师, 王总, 王总监, 王建国总监 and 欧阳 say of whom they address; None for another word."""
    if is_nickname(word):
        return Address(word[1:], junior=word[0] == "小")
    if parts := surname_and_title(word):
        surname, title = parts
        return Address(surname, "" if title in _POLITE else title)
    if word[-1:] in ("姐", "哥") and surname_of(word) == word[:-1]:
        return Address(word[:-1])
    if len(word) == 2 and surname_of(word + "某") == word:
        return Address(word)
    title = title_of(word)
    name = word[: len(word) - len(title)] if title else ""
    return Address("", title, name) if 2 <= len(name) <= 4 else None


def answers(post: str, to: Address) -> bool:
    """Whether somebody of a known post may be addressed so: 总监 with 总, and not with 小王."""
    if not to.title:
        return not (to.junior and post in _SENIOR)
    return post == to.title or to.title in shorts_of(post)


def reads_surname(code: str, name: str) -> bool:
    """Whether a pinyin spelling reads the surname as a surname is read: sjl of 沈经理, not cjl."""
    readings = SURNAME_READINGS.get(name[:1])
    return readings is None or any(code.startswith((one[0], one)) for one in readings)


# -- who may have been meant -----------------------------------------------------------------------------------------

_MOST_NEAR = 3


def near(word: str, among: Iterable[tuple[T, str]]) -> tuple[T, ...]:
    """Of those with a name the ones that are most like a word, the likeliest first."""
    low = name_key(word)
    scored = [(_likeness(low, name_key(name)), who) for who, name in among]
    found = sorted((one for one in scored if one[0]), key=lambda one: -one[0])
    return tuple(who for _score, who in found[:_MOST_NEAR])


def _likeness(word: str, name: str) -> int:
    """How alike two names are: 0 not at all; they share their beginning, a surname, a word, or all but a letter."""
    if word == name:
        return 0
    if word[:1].isascii():
        shared = {one for one in word.split() if len(one) > 2} & set(name.split())
        return 3 if shared else 2 if _one_apart(word, name) else 0
    if word.endswith(ENDINGS) or name.endswith(ENDINGS):
        return _alike_departments(stem(word) or word, stem(name) or name)
    to, other = address(word), address(name)
    if to is not None or other is not None:
        surname = to.surname if to else surname_of(word)
        return int(bool(surname) and surname == (other.surname if other else surname_of(name)))
    surname = surname_of(word)
    alike = surname and surname_of(name) == surname
    return 2 if alike and set(word[len(surname) :]) & set(name[len(surname) :]) else 0


def _alike_departments(word: str, name: str) -> int:
    """Whether one stem begins or holds the other, or both begin with the same two characters."""
    if word in name or name in word:
        return 3
    return 2 if word[:2] == name[:2] else 0


def _one_apart(word: str, name: str) -> bool:
    """Whether one letter more, less or other makes one of the other (Greg, Gregg)."""
    if abs(len(word) - len(name)) > 1 or min(len(word), len(name)) < 4 or word[0] != name[0]:
        return False
    start = next((n for n, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), len(word))
    rests = (
        (word[start + 1 :], name[start + 1 :]),
        (word[start:], name[start + 1 :]),
        (word[start + 1 :], name[start:]),
    )
    return any(a == b for a, b in rests)
