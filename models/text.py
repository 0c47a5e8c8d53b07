"""Text as people type and paste it: what of it is kept, and twins of it to match and to search on.

Nothing that is typed may reach a terminal or a document as a command, so every text passes `clean` once, where it
comes in. The twins are for comparing only; what is kept are always the words as typed.
"""

from __future__ import annotations

import re
import unicodedata

from models.lazy import lazily

with lazily:
    import json

# Patterns and not compiled ones: they are compiled with the first text, which comes long after the first frame.
_ESCAPES = (
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?|[ -/]*[0-~]?)"
    r"|\x9b[0-?]*[ -/]*[@-~]"
)
_LINE_ENDS = r"\r\n|[\n\v\f\r\x85\u2028\u2029]"
_BREAKS = rf"{_LINE_ENDS}|\t"
_DROPPED = (
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc\ufffe\uffff"
    "\ud800-\udfff]"
)
_SPACES = "[\u00a0\u2000-\u200a\u202f\u205f]"
_UNUSUAL = (
    "[^\x20-\x7e\u00a1-\u00ac\u00ae-\u061b\u2010-\u2027\u2030-\u205e\u2100-\ud7ff\uf900-\ufefe\uff00-\uffef]"
)

_HIDDEN = "[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2061-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
_CONTROL = "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]"
_NOT_SHOWN = re.compile(f"{_HIDDEN}|{_CONTROL}|\n")


def shown(text: str) -> str:
    """The text as it may go to a terminal: nothing in it moves the cursor, turns the line or has a doubtful width."""
    if (text.isascii() and text.isprintable()) or _NOT_SHOWN.search(text) is None:
        return text
    return re.sub(_HIDDEN, "", re.sub(_CONTROL, "\ufffd", text)).replace("\n", "↵")


def shown_lines(text: str) -> str:
    """The same for several lines."""
    return "\n".join(map(shown, text.split("\n")))


def shown_json(line: str) -> str:
    """A line of JSON with whatever `shown` would not leave as it is written by its number."""
    return _NOT_SHOWN.sub(lambda found: json.dumps(found[0])[1:-1], line)


def clean(text: str) -> str:
    """What is kept of typed or pasted text, on one line: no control, escape or direction characters, no surrogates.

    Tabs and line ends become spaces, and so do the narrow and no-break ones; U+3000, combining marks and emoji stay.
    """
    if re.search(_UNUSUAL, text) is None:
        return text
    text = re.sub(_BREAKS, " ", re.sub(_ESCAPES, "", text))
    return re.sub(_SPACES, " ", re.sub(_DROPPED, "", text))


def clean_lines(text: str) -> str:
    """The same for a text that may have several lines."""
    return "\n".join(map(clean, text.split("\n")))


def lines_of(text: str) -> list[str]:
    """The lines of a text from anywhere: what Word (Shift+Enter), a PDF or a web page breaks a line with ends it."""
    return re.split(_LINE_ENDS, text)


def pasted_lines(text: str) -> list[str]:
    """The lines of a paste, cleaned; empty ones are left out where there are several."""
    lines = [clean(line) for line in lines_of(text)]
    kept = [line for line in lines if line.strip()]
    return kept or [""] if len(lines) > 1 else lines


_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SMALL = dict(zip("﹐﹑﹒﹔﹕﹖﹗﹙﹚﹟﹠﹡﹢﹣﹤﹥﹦﹨﹩﹪﹫", ",、.;:?!()#&*+-<>=\\$%@", strict=True))
_OTHER = {"\u3000": " ", "\u00a0": " ", "｡": "。", "､": "、", "−": "-", "∶": ":", "〔": "[", "〕": "]"}
_TWINS = _WIDE | {ord(wide): ord(half) for wide, half in (_SMALL | _OTHER).items()}
_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
_KEYS = _TWINS | _LOWER | {wide: twin + 32 for wide, twin in _WIDE.items() if 65 <= twin <= 90}


def fold(text: str) -> str:
    """The text with full-width signs, digits, letters and spaces made half-width; every place stays the same."""
    return text if text.isascii() else text.translate(_TWINS)


def fold_lower(text: str) -> str:
    """`fold`, with A–Z in lower case too; as long as the text."""
    return text.translate(_KEYS)


_GAPS = "(?<=[\u3400-\u9fff])[ \u3000]+(?=[\u3400-\u9fff])"
_LONGEST_PADDED = 12


def unpadded(name: str) -> str:
    """A name without the spaces that pad it to the width of others (张　伟)."""
    name = name.strip()
    return name if name.isascii() or len(name) > _LONGEST_PADDED else re.sub(_GAPS, "", name)


def name_key(name: str) -> str:
    """The twin of a name that is compared: folded, in small letters, not padded."""
    return " ".join(unpadded(fold_lower(name)).replace("’", "'").split())


def normal(text: str) -> str:
    """The twin that is searched: NFKC and lower case."""
    return unicodedata.normalize("NFKC", text).lower()


_RUN = 3
_LATIN_WORD = r"[a-z][a-z'’-]{3,}"


def share_words(one: str, other: str) -> bool:
    """Whether two texts have three characters in a row of Chinese in common, or a Latin word of four letters."""
    one, other = normal(one), normal(other)
    runs = (one[i : i + _RUN] for i in range(len(one) - _RUN + 1))
    if any(run in other and all("\u3400" <= char <= "\u9fff" for char in run) for run in runs):
        return True
    return bool(set(re.findall(_LATIN_WORD, one)) & set(re.findall(_LATIN_WORD, other)))


def objection_of(line: str) -> tuple[str, str]:
    """Who objects, if it is said before a colon, and what."""
    by, sign, text = line.replace(":", "：", 1).partition("：")
    return (by.strip(), text.strip()) if sign else ("", line.strip())
