"""The text of a file somebody hands over: capture lines saved by whatever editor, in whatever encoding it writes.

Chinese text files come as UTF-8 with or without a mark, as UTF-16 from Windows and as GB18030 from older programs;
none says which it is, so each is tried in the order in which a wrong guess is least likely.
"""

from __future__ import annotations

import codecs
from pathlib import Path

from models.i18n import _

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LARGEST = 20_000_000
"""Bytes; a whole day of typing is a hundredth of it."""


class UnreadableError(Exception):
    """A file that could not be taken in; its words name the file and say why."""


def read_text(path: Path) -> str:
    """The text of a file, line ends as \\n. UnreadableError if there is none, it may not be read, or it is no text."""
    data = read_bytes(path)
    try:
        text = decode(data)
    except ValueError:
        words = _("{path} is not a text file (UTF-8, UTF-16 and GB18030 were tried)")
        raise UnreadableError(words.format(path=path)) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. UnreadableError if it is missing, a folder, forbidden, or too large to be minutes."""
    try:
        if path.is_dir():
            raise UnreadableError(_("{path} is a folder, not a file").format(path=path))
        if path.stat().st_size > _LARGEST:
            raise UnreadableError(_("{path} is larger than any minutes (over 20 MB)").format(path=path))
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableError(_("{path} does not exist").format(path=path)) from None
    except PermissionError:
        raise UnreadableError(
            _("{path} may not be read by you: look at its permissions").format(path=path)
        ) from None
    except (OSError, ValueError) as error:
        found = error.strerror if isinstance(error, OSError) else None
        words = _("{path} cannot be read: {reason}")
        raise UnreadableError(words.format(path=path, reason=found or error)) from error


def decode(data: bytes) -> str:
    """Bytes as text, whatever encoding they are in; ValueError for bytes that are no text at all."""
    text = _decode(data)
    if "\x00" in text:
        raise ValueError("not text")
    return text


def _decode(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding)
    if wide := _utf16_without_mark(data):
        return data.decode(wide)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 by its line ends and ASCII signs, whose other byte is zero; the side of most zeros tells the order."""
    if len(data) % 2 or 0 not in data:
        return None
    return "utf-16-be" if data[0::2].count(0) > data[1::2].count(0) else "utf-16-le"
