"""A file that somebody hands over becomes a meeting: capture lines from whatever editor, or the interchange form.

Chinese text files come as UTF-8 with or without a mark, as UTF-16 from Windows and as GB18030 from older programs;
none says which it is, so each is tried in the order in which a wrong guess is least likely.
"""

from __future__ import annotations

import codecs
import datetime as dt
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from models.i18n import _
from models.lazy import lazily
from models.os_words import reason
from models.text import lines_of

with lazily:
    from models import interchange, meeting, names, new_meeting, recorder
    from models.capture.chat import blocks
    from models.organisation import list_file
    from models.store import errors

if TYPE_CHECKING:
    from models.organisation import Organisation
    from models.store import Store

Clock = Callable[[], dt.datetime]
Reader = Callable[["Store", Callable[[], "Store"], Clock], "ReadIn"]
"""Reads what a file holds for a store, its lines in a scratch store."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
KNOWN = (".txt", ".json", ".srt", ".vtt")
"""The suffixes of what becomes a meeting."""
COMPANY_LISTS = frozenset((".csv", ".tsv"))
"""Suffixes of tables, of which only the company's list is ever taken in; as a .txt it is known by its first rows."""
_LARGEST = 20_000_000
"""Bytes; a whole day of typing is a hundredth of it."""


class UnreadableError(Exception):
    """A file that could not be taken in; its words name the file and say why."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A file that has become a meeting."""

    path: Path
    meeting_id: str
    unplaced: list[int]
    """The numbers (from 1) of the lines that became notes, because no place was found for them."""
    again: str = ""
    """The id of the meeting that stands here and in the file: what was taken in is one more of it."""


@dataclass(frozen=True, slots=True)
class ReadIn:
    """A file that has been read and can be written to the store in a moment."""

    meeting_id: str
    write: Callable[[], None]
    unplaced: list[int] = field(default_factory=list)
    again: str = ""


def take_in(store: Store, clock: Clock, paths: Sequence[Path]) -> list[TakenIn]:
    """Imports each file of lines, chats, subtitles or JSON as a meeting, all or none; UnreadableError, StoreError.

    All is read before anything is written: to read some thousand lines takes seconds, in which others want to write.
    """
    readers = [(path, reader(path)) for path in paths]
    with ExitStack() as closed:
        scratch = cache(lambda: closed.enter_context(closing(store.scratch())))
        read = [(path, reads(store, scratch, clock)) for path, reads in readers]
        with store.transaction():
            for _path, one in read:
                one.write()
    return [TakenIn(path, one.meeting_id, one.unplaced, one.again) for path, one in read]


def _stands(store: Store, data: bytes) -> str:
    """The id of the meeting that a file holds, where it stands here already."""
    own = (json.loads(data.decode("utf-8-sig")).get("meeting") or {}).get("id")
    try:
        return own if isinstance(own, str) and own.isalnum() and store.find(own) == own else ""
    except errors.StoreError:
        return ""


def is_company_list(path: Path) -> bool:
    """Whether a file is a company's list and no meeting; one that cannot be read is none."""
    if path.suffix.lower() in COMPANY_LISTS:
        return True
    if path.suffix.lower() != ".txt":
        return False
    try:
        return bool(list_file.read_organisation(read_text(path)))
    except (ValueError, UnreadableError):
        return False


def take_in_company(store: Store, path: Path) -> Organisation:
    """Imports the company's list of a .csv file in the place of the one that stands; UnreadableError, StoreError."""
    try:
        found = list_file.read_organisation(read_text(path))
    except ValueError as error:
        said = _("{path} is no company list: {reason}")
        raise UnreadableError(said.format(path=path, reason=error)) from error
    with store.transaction():
        store.keep_organisation(found)
        # Now, where somebody waits anyhow: typing 市场部 as scb needs them at the first key.
        called = [d.name for d in found.departments]
        called += [name for p in found.people for name in (p.name, p.full_name) if name]
        store.keep_codes({name: names.codes_of(name) for name in called})
    return found


def reader(path: Path) -> Reader:
    """What makes a meeting of a file by its suffix; its bytes are read now."""
    match path.suffix.lower():
        case ".txt" | ".srt" | ".vtt":
            lines = lines_of(read_text(path))
            if not any(line.strip() for line in lines):
                raise UnreadableError(_("{path}: nothing is written in it").format(path=path))
            return lambda store, scratch, clock: _read_lines(store, scratch(), clock, lines)
        case ".json":
            data = read_bytes(path)
            return lambda store, _scratch, _clock: _read_json(store, path, data)
    read_bytes(path)
    if path.suffix.lower() in COMPANY_LISTS:
        words = _("{path}: a company's list is taken in by `jiyao org import`, or on the home screen")
        raise UnreadableError(words.format(path=path))
    words = _("{path}: cannot take in {suffix} files; known are {known}")
    raise UnreadableError(
        words.format(path=path, suffix=path.suffix or _("(no suffix)"), known=" ".join(KNOWN))
    )


def _read_lines(store: Store, scratch: Store, clock: Clock, lines: list[str]) -> ReadIn:
    meeting_id, numbered = new_meeting.begin(scratch), blocks.one_a_line(lines)
    unplaced = recorder.Recorder(scratch, meeting_id, clock=clock).import_lines(one.text for one in numbered)
    return ReadIn(
        meeting_id,
        lambda: store.take_over(scratch, meeting_id, _("Imported lines")),
        [numbered[place - 1].number for place in unplaced],
    )


def _read_json(store: Store, path: Path, data: bytes) -> ReadIn:
    try:
        rows = interchange.loads(data, _Known(store))
    except interchange.InterchangeError as error:
        raise UnreadableError(f"{path}: {error}") from error
    new = next(row for row in rows if isinstance(row, meeting.Meeting))
    others = [row for row in rows if row is not new]
    return ReadIn(new.id, lambda: store.create(new, others), again=_stands(store, data))


class _Known:
    """The ids a store holds or has ever held: none is given twice, so that its log stays unambiguous."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __contains__(self, row_id: object) -> bool:
        return bool(self._store.history(str(row_id)))


def read_text(path: Path) -> str:
    """The text of a file, line ends as \\n. UnreadableError if there is none, it may not be read, or it is no text."""
    data = read_bytes(path)
    try:
        text = decode(data)
    except ValueError:
        words = _("{path} is not a text file (UTF-8, UTF-16, GB18030 and Big5 were tried)")
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
        words = _("{path} cannot be read: {reason}")
        raise UnreadableError(words.format(path=path, reason=reason(error))) from error


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
        return _chinese(data)


_LEAST_RARE = 4


def _chinese(data: bytes) -> str:
    """GB18030, unless most of that would be rare characters and it is Big5, whose bytes pass as them."""
    text = data.decode("gb18030")
    pairs = text.encode("gb18030")
    wide = [pairs[n : n + 2] for n in _wide_at(pairs)]
    rare = sum(one[1] < _COMMON_TRAIL for one in wide)
    if rare < _LEAST_RARE or rare * 5 < len(wide):
        return text
    try:
        return data.decode("cp950")
    except UnicodeDecodeError:
        return text


_COMMON_TRAIL = 0xA1
"""The second byte of every character of GB2312 is at least this; only rarer ones are below."""


def _wide_at(data: bytes) -> Iterator[int]:
    """Where each character of two bytes begins."""
    place = 0
    while place < len(data):
        wide = data[place] >= 0x81 and place + 1 < len(data)
        four = wide and 0x30 <= data[place + 1] <= 0x39
        if wide and not four:
            yield place
        place += 4 if four else 2 if wide else 1


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 by its line ends and ASCII signs, whose other byte is zero; the side of most zeros tells the order.

    Any two bytes are some character of UTF-16: UTF-8 in which a few zeros got lost is none.
    """
    if len(data) % 2 or 0 not in data or (data.count(0) * 3 < len(data) and _is_utf8(data)):
        return None
    return "utf-16-be" if data[0::2].count(0) > data[1::2].count(0) else "utf-16-le"


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
