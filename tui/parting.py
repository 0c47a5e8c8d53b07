"""What is said on leaving of lines that are not in the database: where they are kept, or where they were written."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from models.held import HeldLines
from models.i18n import _, ngettext
from models.wording import shortened

_ROOM = 60
"""Cells of an unfinished text, enough to know it by."""


def rescued(lines: Sequence[str], now: datetime) -> Path | None:
    """Writes lines that nothing else could keep to a text file of their own; None where no folder takes one."""
    for folder in (Path.home, Path.cwd, tempfile.gettempdir):
        # Each of them may be gone, or be none at all.
        with suppress(OSError, RuntimeError):
            path = Path(folder()) / f"jiyao-unsaved-{now:%Y%m%d-%H%M%S}.txt"
            _write(path, "".join(f"{line}\n" for line in lines))
            return path
    return None


def _write(path: Path, text: str) -> None:
    """Writes a new file only the user can read; where there is no room for it, none is left."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(file, "w", encoding="utf-8", errors="backslashreplace") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
    except OSError:
        path.unlink()
        raise


def unfinished(texts: Iterable[str]) -> Iterator[str]:
    """A sentence for each text that stands unfinished in a bar and is kept."""
    for text in texts:
        if begun := " ".join(text.split()):
            words = _("Not entered yet, but kept; it stands there when you are back on that screen: {text}")
            yield words.format(text=shortened(begun, _ROOM))


def words(meetings: Iterable[HeldLines], rescue: Path | None) -> Iterator[str]:
    """A sentence for each way in which something is not stored, and the lines themselves if they would be lost."""
    meetings = list(meetings)
    if unkept := [text for held in meetings for text in held.unkept]:
        if rescue is not None:
            yield _("Not stored; written to {path}:").format(path=rescue)
        else:
            yield _("Not stored, and no file could be written:")
        yield from unkept
    kept = [held for held in meetings if held.is_kept]
    if waiting := sum(len(held.waiting) for held in kept):
        yield ngettext(
            "{n} line is not stored yet: it is kept and goes in when the meeting is opened again.",
            "{n} lines are not stored yet: they are kept and go in when the meeting is opened again.",
            waiting,
        ).format(n=waiting)
    if asking := sum(len(held.asking) for held in kept):
        yield ngettext(
            "{n} line asks to be put right: it stands above the bar when the meeting is opened again.",
            "{n} lines ask to be put right: they stand above the bar when the meeting is opened again.",
            asking,
        ).format(n=asking)
