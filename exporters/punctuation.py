"""Text as it is printed: full-width signs in Chinese, half-width figures and letters, no control characters.

What was typed stays as it was typed in the store; only an export is tidied. English text is left alone, because its
signs are right already.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_FULL = "，。；：？！、（）《》“”‘’…—【】"
_CHINESE = re.compile(f"[{_HAN}]")
_NEAR = f"[{_HAN}{_FULL}]"

_LINE_BREAKS = dict.fromkeys((0x0B, 0x0C, 0x85, 0x2028, 0x2029), "\n")
_TURNED = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Signs that turn the direction of what follows, with which a text can pretend to be another."""
_CONTROLS = dict.fromkeys(
    [*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0xA0), *_TURNED, 0xFEFF, 0xFFFE, 0xFFFF]
)
_CLEAN = str.maketrans({**_CONTROLS, **_LINE_BREAKS, 0x09: " ", 0x0D: "\n"})
_SURROGATES = re.compile("[\ud800-\udfff]")
_UNCLEAN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_HALF = str.maketrans(
    {
        code: chr(code - 0xFEE0)
        for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
    }
    | {ord("％"): "%", ord("＋"): "+", ord("\u3000"): " "}
)

_PLACE = "\x00"
"""Stands for an address while the signs around it change; no cleaned text holds it."""
_ADDRESS = re.compile(
    r"(?:https?|ftp)://[!-~]+|(?<![A-Za-z0-9._+-])[A-Za-z0-9._+-]+@[A-Za-z0-9-]+\.[A-Za-z0-9.-]+"
)
_PAIRED = re.compile(r"\(([^()]*)\)")
_QUOTED = re.compile(r'"([^"]*)"')
_SIGNS = str.maketrans(",;:?!", "，；：？！")
_SIGN = re.compile(f"(?<={_NEAR})[,;:?!]+(?![0-9]*/)|(?<=[^ ])[,;:?!]+(?= ?{_NEAR})|(?<=[0-9%)]);(?=[0-9])")
_STOP = re.compile(f"(?<=[{_HAN}”）])\\.(?=$|\\s|[{_HAN}“])")
_DOTS = re.compile(r"\.{3,}|。{3,}")
_AFTER = re.compile("([，。；：？！、]) +")
_TIMES = re.compile(f"(?<=[0-9])[xX*](?=[0-9]+ ?[{_HAN}])")
_SPAN = re.compile("(?<=[0-9]:[0-9]{2}) ?[-–~～—] ?(?=[0-9]{1,2}:[0-9]{2})")
_DOUBLED = re.compile("([，；：、])[，；：、]+|[，；、]+(?=。)")

_UNTIDY = re.compile(
    '[,;:?!()".\uff10-\uff19\uff21-\uff3a\uff41-\uff5a％＋\u3000]|[0-9][xX*][0-9]|。。。|[，；：、][ ，；：、。]'
)
"""What a text that has to be changed holds at least one of."""

_PASSES = 8

_ENDS = "。！？…!?”’』」"
_LOOSE = " \n，。；、,.;"


def clean(text: str) -> str:
    """The text without what no file format can hold: control characters go, lone surrogates are shown as �."""
    if _UNCLEAN.search(text) is None:
        return text
    return _SURROGATES.sub("\ufffd", text.replace("\r\n", "\n")).translate(_CLEAN)


def tidy(text: str) -> str:
    """The text as it is printed; addresses keep their signs, text without a Chinese character is only cleaned."""
    text = clean(text).strip()
    if _UNTIDY.search(text) is None:
        return text
    text = text.translate(_HALF)
    if not _CHINESE.search(text):
        return text
    addresses = iter(_ADDRESS.findall(text))
    return re.sub(_PLACE, lambda _found: next(addresses), _full_width(_ADDRESS.sub(_PLACE, text)))


def _full_width(text: str) -> str:
    """What one sign has become decides about the next, so it is gone through until nothing changes."""
    for _ in range(_PASSES):
        before, text = text, _one_pass(text)
        if text == before:
            break
    return text


def _one_pass(text: str) -> str:
    text = _PAIRED.sub(_bracketed, _DOTS.sub("……", text))
    text = _QUOTED.sub(lambda found: f"“{found[1]}”", text)
    text = _SIGN.sub(lambda found: found[0].translate(_SIGNS), text)
    text = _AFTER.sub(r"\1", _STOP.sub("。", _SPAN.sub("—", text)))
    return _DOUBLED.sub(r"\1", _TIMES.sub("×", text))


def _bracketed(found: re.Match[str]) -> str:
    before = found.string[: found.start()][-1:]
    chinese = _CHINESE.search(found[1]) or re.match(_NEAR, before)
    return f"（{found[1]}）" if chinese else found[0]


def bare(text: str) -> str:
    """The tidied text without the sign it ends with, for a cell or for what goes on after it."""
    return tidy(text).rstrip(_LOOSE)


def sentence(text: str) -> str:
    """The tidied text as a sentence of its own; nothing stays nothing."""
    return joined([text])


def joined(texts: Sequence[str], end: bool = True) -> str:
    """Several statements as one paragraph, with semicolons between and, if it ends here, a full stop."""
    found = [one for one in map(bare, texts) if one]
    pieces: list[str] = []
    for i, one in enumerate(found):
        last = i == len(found) - 1
        pieces.append(one + separator(one, end=last and end) if not (last and not end) else one)
    return "".join(pieces).rstrip(" ")


def separator(text: str, end: bool) -> str:
    """The sign that follows a statement: none where it has one, else in the kind of writing the statement is in."""
    if text.endswith(tuple(_ENDS)) and not text.endswith(("”", "’")):
        return "" if end or is_chinese(text) else " "
    if is_chinese(text):
        return "。" if end else "；"
    return "." if end else "; "


def is_chinese(text: str) -> bool:
    """Whether the text holds a Chinese character."""
    return _CHINESE.search(text) is not None
