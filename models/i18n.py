"""The language people see: gettext catalogues, chosen at run time and never at import.

The language is a context variable, so that a document can be written in one language while the screen stays in
another, and so that a test cannot leave its language behind in the next one.
"""

from __future__ import annotations

import gettext as _gettext
import locale
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

LANGUAGES = ("zh_CN", "en")
DEFAULT = "zh_CN"
LOCALES = Path(__file__).parent / "locales"
_language: ContextVar[str] = ContextVar("language", default=DEFAULT)


@cache
def _catalogue(language: str) -> _gettext.NullTranslations:
    return _gettext.translation("jiyao", LOCALES, languages=[language], fallback=True)


def _(message: str) -> str:
    """The message in the language in use."""
    return _catalogue(_language.get()).gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """The message for n things in the language in use."""
    return _catalogue(_language.get()).ngettext(singular, plural, n)


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
