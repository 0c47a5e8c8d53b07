"""The encoding of the terminal: what its bytes mean as characters, and what those become that mean none.

Most terminals speak UTF-8. One that speaks GBK says so by its locale (LANG=zh_CN.GBK), whether or not the system has
that locale installed, which Python asks for and else falls back in silence. A byte that means nothing becomes U+FFFD:
it costs one character, never the program.
"""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Callable, Mapping

UTF_8 = "utf-8"
UNREADABLE = "\ufffd"
"""Stands for bytes that are no character."""
_CHINESE = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "euccn": "gb18030",
    "cp936": "gb18030",
    "big5": "big5hkscs",
    "big5hkscs": "big5hkscs",
    "cp950": "big5hkscs",
}
"""Codecs by the names that locales have for them; GB18030 holds what GBK and GB2312 hold."""
_FALLEN_BACK = ("C.UTF-8", "C.utf8", "UTF-8")
"""What Python itself puts into LC_CTYPE where the system does not have the locale that LANG names."""


def terminal_encoding(environ: Mapping[str, str] = os.environ) -> str:
    """The encoding the locale names, where it is a Chinese one; else UTF-8."""
    said = [environ.get("LC_ALL"), environ.get("LC_CTYPE"), environ.get("LANG")]
    if said[1] in _FALLEN_BACK and said[2]:
        said[1] = None
    named = next(filter(None, said), "")
    _language, _dot, charmap = named.partition("@")[0].partition(".")
    return _CHINESE.get(charmap.lower().replace("-", "").replace("_", ""), UTF_8)


class TerminalDecoder:
    """Reads the terminal's bytes piece by piece; none of them fails it, and only the end of input is no byte at all."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder(terminal_encoding())("replace")

    def decode(self, data: bytes, final: bool = False) -> str:
        """The characters that have come whole; EOFError where the terminal has gone."""
        if not data and not final:
            raise EOFError
        return self._decoder.decode(data, final)


def lenient_decoder(_encoding: str) -> Callable[[], TerminalDecoder]:
    """Makes what reads the terminal's bytes, whatever encoding is asked for."""
    return TerminalDecoder


def speak(*streams: object) -> None:
    """Lets these streams write what the terminal reads; a character it has none for becomes a question mark."""
    encoding = terminal_encoding()
    for stream in streams:
        isatty = getattr(stream, "isatty", None)
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None or isatty is None:
            continue
        if encoding != UTF_8 and isatty():
            reconfigure(encoding=encoding)
        reconfigure(errors="replace")


def named_encoding() -> str:
    """The encoding in use on this terminal, by its name."""
    encoding = terminal_encoding()
    return encoding if encoding != UTF_8 else getattr(sys.stdout, "encoding", UTF_8)
