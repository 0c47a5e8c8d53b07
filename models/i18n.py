"""The language people see: messages written in English, translated at run time and never at import.

The language is a context variable, so that a document can be written in one language while the screen stays in
another, and so that a test cannot leave its language behind in the next one. A catalogue is read as it stands
(gettext's .po): no slower here than its compiled form, which an install could lack or hold of an older day.
"""

from __future__ import annotations

import locale
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from itertools import pairwise
from pathlib import Path

LANGUAGES = ("zh_CN", "en")
DEFAULT = "zh_CN"
LOCALES = Path(__file__).parent / "locales"
_language: ContextVar[str] = ContextVar("language", default=DEFAULT)
_ENTRY = re.compile(r'^(msgid|msgstr(?:\[0\])?) ((?:".*"(?:\n|\Z))+)', re.MULTILINE)
_ESCAPE = re.compile(r"\\(.)")


def _(message: str) -> str:
    """The message in the language in use."""
    return _catalogue(_language.get()).get(message, message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """The message for n things in the language in use; the translations there are have one form for any number."""
    return _catalogue(_language.get()).get(singular, singular if n == 1 else plural)


@cache
def _catalogue(language: str) -> dict[str, str]:
    """Every message with its translation; English is what the code says."""
    if language == "en":
        return {}
    text = (LOCALES / language / "LC_MESSAGES" / "jiyao.po").read_text(encoding="utf-8")
    words = [(field == "msgid", _unquoted(quoted)) for field, quoted in _ENTRY.findall(text)]
    return {
        message: translation
        for (is_message, message), (_is_message, translation) in pairwise(words)
        if is_message and message and translation
    }


def _unquoted(lines: str) -> str:
    joined = lines.strip()[1:-1].replace('"\n"', "")
    if "\\" not in joined:
        return joined
    return _ESCAPE.sub(lambda sign: {"n": "\n", "t": "\t"}.get(sign[1], sign[1]), joined)


def current() -> str:
    """The language in use: zh_CN or en."""
    return _language.get()


def use(language: str) -> None:
    """Switches this context to a language; ValueError for one there is no catalogue of."""
    if language not in LANGUAGES:
        raise ValueError(language)
    _language.set(language)


@contextmanager
def language(name: str) -> Iterator[None]:
    """Within it everything is said in this language."""
    before = _language.get()
    use(name)
    try:
        yield
    finally:
        _language.set(before)


def match(name: str | None) -> str | None:
    """The language a locale or user's word names (zh, zh-CN, en_GB.UTF-8 …), or None."""
    word = (name or "").replace("-", "_").split(".")[0].lower()
    for prefix, found in (("zh", "zh_CN"), ("chinese", "zh_CN"), ("en", "en")):
        if word.startswith(prefix):
            return found
    return None


def choose(option: str | None = None, environ: Mapping[str, str] = os.environ) -> str:
    """The language to start in: the option, else JIYAO_LANG, else the locale, else zh_CN."""
    for name in (option, environ.get("JIYAO_LANG"), *_locale_names(environ)):
        if found := match(name):
            return found
    return DEFAULT


def _locale_names(environ: Mapping[str, str]) -> Iterator[str | None]:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(variable):
            yield environ[variable]
            return
    yield locale.getlocale()[0]
