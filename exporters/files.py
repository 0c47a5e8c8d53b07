"""Names made from meetings, and files that are there whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import secrets
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from exporters.options import ExportError, Options
from exporters.punctuation import clean
from models.i18n import _, language
from models.meeting import Meeting
from models.os_words import reason

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2066-\u2069]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?")
_LONGEST = 180
"""Bytes of a name: room below the 255 of most file systems for a suffix and for the temporary file's own."""


def safe_name(meeting: Meeting, options: Options | None = None, suffix: str = ".docx") -> str:
    """日期_会议名称_会议纪要_初稿_V0.1.docx: a name that stays in its folder and is valid on Windows too."""
    options = options or Options()
    with language(options.language_name):
        state = _("Final version") if options.is_final(meeting) else _("First draft")
        kind, nameless = _("Minutes of the meeting"), _("Meeting")
    day = (meeting.starts_at or "")[:10].replace("-", "")
    name = _part(meeting.name) or nameless
    tail = "_".join(_part(part) for part in (kind, state, options.printed_version(meeting)))
    head = "_".join(part for part in (day, name) if part)
    room = _LONGEST - len(f"_{tail}".encode())
    return safe_part(f"{_shortened(head, room)}_{tail}") + suffix


def name_of(meeting: Meeting, kind: str, suffix: str) -> str:
    """日期_会议名称_会议通知.docx: the same for what is no form of the minutes."""
    day = (meeting.starts_at or "")[:10].replace("-", "")
    name = _part(meeting.name) or _("Meeting")
    head = "_".join(part for part in (day, name) if part)
    return safe_part(f"{_shortened(head, _LONGEST - len(f'_{kind}'.encode()))}_{kind}") + suffix


def free(path: Path) -> Path:
    """The path, or one with a number behind the name where a file stands already."""
    number, found = 2, path
    while found.exists():
        found = path.with_stem(f"{path.stem}-{number}")
        number += 1
    return found


def safe_part(name: str) -> str:
    """Any text as the name of a file without its suffix."""
    name = _shortened(_part(name), _LONGEST)
    if not name or _RESERVED.fullmatch(name):
        return f"_{name}"
    return name


def _part(text: str) -> str:
    text = unicodedata.normalize("NFC", clean(text))
    return _FORBIDDEN.sub(" ", text).strip(" ._").replace("\n", " ")


def _shortened(text: str, room: int) -> str:
    return text.encode("utf-8")[: max(room, 0)].decode("utf-8", errors="ignore").rstrip(" ._")


def write(path: Path, data: bytes) -> None:
    """Writes a file whole: to one beside it, then moved into its place; ExportError leaves what was there as it was."""
    with _clear_errors(path):
        path = _target(path)
        temporary = path.with_name(f".{secrets.token_hex(6)}.jiyao-tmp")
        try:
            _write_through(temporary, data)
            _take_mode(path, temporary)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
        _sync_folder(path.parent)


def _target(path: Path) -> Path:
    """Where the bytes go: a link is followed, so that it stays a link."""
    if path.is_dir():
        raise ExportError(_("cannot write {path}: it is a folder").format(path=path))
    try:
        resolved = path.resolve() if path.is_symlink() else path
    except (OSError, RuntimeError) as error:
        raise ExportError(_("cannot write {path}: the link leads nowhere").format(path=path)) from error
    if not resolved.parent.is_dir():
        raise ExportError(
            _("cannot write {path}: there is no folder {folder}").format(path=path, folder=path.parent)
        )
    return resolved


def _write_through(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _take_mode(path: Path, temporary: Path) -> None:
    """A file that is replaced keeps who may read it; a write-protected one is not replaced."""
    if path.exists():
        if not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        temporary.chmod(path.stat().st_mode & 0o777)


def _sync_folder(folder: Path) -> None:
    """Makes the move itself durable where folders can be synced (not on Windows)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:
        pass  # Some network folders cannot; the file itself is written.
    finally:
        os.close(handle)


@contextmanager
def _clear_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except PermissionError as error:
        words = _("cannot write {path}: it is open in another program, or you may not write there")
        raise ExportError(words.format(path=path)) from error
    except OSError as error:
        raise ExportError(_("cannot write {path}: {why}").format(path=path, why=reason(error))) from error
