"""What the database would not take for now, kept in a small file of its own: lines that are held, and unfinished ones.

It lies beside the database, else in the user's state folder: a disk that is full, or a folder that is gone, is often
only one of the two. A window has one such file for each meeting; that of a dead window is taken over by the next.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from models.store.drafts import Draft
from models.store.held_files import UNFINISHED, folders, held_files, state_folder
from models.store.windows import LiveWindows

_FORMAT = "jiyao-held/1"


@dataclass(frozen=True, slots=True)
class HeldLine:
    """A line that was typed and is not stored."""

    id: str
    """What the line will be called in the store: one that is there already was stored before a crash."""
    text: str
    reason: str = ""
    """Why it is not stored, in a sentence; nothing while it is only behind others."""
    asks: bool = False
    """Whether somebody has to look at it; else it waits and goes in by itself."""
    editing: str | None = None
    """The id of the entry whose place it takes."""
    reading: str = ""
    """The reading that was chosen, in words; nothing for the best."""
    revision: int | None = None
    """The change after which it was typed: its numbers are those of then."""
    at: str | None = None
    """When it was typed, in ISO form: somebody who came came then."""
    into: str = ""
    """The screen it was typed on and what it goes into there, prepare/fact/name; nothing for the capture bar."""
    title: str = ""
    """The name of what it goes into, up to where the words begin."""

    @property
    def words(self) -> str:
        """The line as it is shown and told: with what it goes into."""
        return self.title + self.text

    @property
    def screen(self) -> str:
        """The screen it was typed on, on which it is undone."""
        return self.into.partition("/")[0] or "record"

    @property
    def place(self) -> str:
        """What it goes into on that screen; nothing where it is a line of the meeting."""
        return self.into.partition("/")[2]


@dataclass(frozen=True, slots=True)
class Held:
    """What one window holds of one meeting."""

    lines: tuple[HeldLine, ...] = ()
    drafts: Mapping[str, Draft] = field(default_factory=dict)
    """Unfinished text by its bar."""


class HeldFile:
    """The file of one meeting in one window, wherever there is room for it."""

    def __init__(self, database: Path, windows: LiveWindows, meeting_id: str, window: str) -> None:
        self._database = database.absolute()
        self._windows = windows
        self._meeting_id, self._window = meeting_id, window
        self._at: Path | None = None
        """Where it is now; None while there is none."""

    def keep(self, held: Held) -> bool:
        """Makes it durable, and lets it go where nothing is held; False where that cannot be done."""
        if not held.lines and not held.drafts:
            self._leave(None)
            return True
        self._windows.hold(self._window)
        said = json.dumps(self._said(held), ensure_ascii=False)
        for place in self._places():
            with suppress(OSError):
                _write(place, said)
                self._leave(place)
                return True
        return False

    def _said(self, held: Held) -> dict[str, object]:
        return {
            "format": _FORMAT,
            "database": str(self._database),
            "meeting": self._meeting_id,
            "window": self._window,
            "lines": [asdict(line) for line in held.lines],
            "drafts": {bar: asdict(draft) for bar, draft in held.drafts.items()},
        }

    def _places(self) -> Iterator[Path]:
        for folder, prefix in folders(self._database):
            yield folder / f"{prefix}{_plain(self._window)}-{_plain(self._meeting_id)}"

    def _files(self) -> list[Path]:
        """All such files, the oldest first."""
        found = []
        for one in held_files(self._database):
            # Another window may take it away in this moment.
            with suppress(OSError):
                found.append((one.stat().st_mtime_ns, Path(one.path)))
        return [path for _time, path in sorted(found)]

    def _leave(self, place: Path | None) -> None:
        """Deletes the file where it was before."""
        if self._at is not None and self._at != place:
            with suppress(OSError):
                self._at.unlink()
        self._at = place

    def take(self) -> Held:
        """What this window held, and what those held that are no more, which is this window's from now on."""
        found = [(path, one) for path in self._files() if (one := self._mine(path))]
        if not found:
            return Held()
        lines = {line.id: line for _path, one in found for line in one.lines}
        drafts: dict[str, Draft] = {}
        for _path, one in found:
            for bar, draft in one.drafts.items():
                drafts[bar] = _joined(drafts[bar], draft) if bar in drafts else draft
        held = Held(tuple(lines.values()), drafts)
        if self.keep(held):
            for path, _one in found:
                if path != self._at:
                    with suppress(OSError):
                        path.unlink()
        return held

    def count(self) -> int:
        """How many lines any window holds of the meeting."""
        return len({line.id for path in self._files() if (one := self._read(path)) for line in one[1].lines})

    def _mine(self, path: Path) -> Held | None:
        """What stands in a file, if it is of no other living window."""
        found = self._read(path)
        if found is None or (found[0] != self._window and self._windows.alive(found[0])):
            return None
        return found[1]

    def _read(self, path: Path) -> tuple[str, Held] | None:
        """Whose a file is and what stands in it, if it is of this meeting."""
        found = _parsed(path, self._database)
        return (found[0], found[2]) if found and found[1] == self._meeting_id else None


@dataclass(frozen=True, slots=True)
class HeldCount:
    """How many lines any window holds of a meeting."""

    waiting: int = 0
    asking: int = 0


def held_counts(database: Path) -> dict[str, HeldCount]:
    """How many lines are held of each meeting of which some are, by its id."""
    database = database.absolute()
    found: dict[str, dict[str, bool]] = {}
    for one in held_files(database):
        if said := _parsed(Path(one.path), database):
            _window, meeting_id, held = said
            found.setdefault(meeting_id, {}).update((line.id, line.asks) for line in held.lines)
    counts = {
        meeting_id: HeldCount(list(asks.values()).count(False), sum(asks.values()))
        for meeting_id, asks in found.items()
    }
    return {meeting_id: count for meeting_id, count in counts.items() if count != HeldCount()}


def _parsed(path: Path, database: Path) -> tuple[str, str, Held] | None:
    """The window and the meeting a file is of, and what stands in it; None for one of another database, or broken."""
    try:
        said = json.loads(path.read_text(encoding="utf-8", errors="surrogatepass"))
        # What lies beside a database belongs to it, wherever its folder was moved.
        mine = path.parent == database.parent or said["database"] == str(database)
        if not mine or said["format"] != _FORMAT:
            return None
        lines = tuple(HeldLine(**line) for line in said["lines"])
        drafts = {bar: Draft(**draft) for bar, draft in said["drafts"].items()}
        return str(said["window"]), str(said["meeting"]), Held(lines, drafts)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _joined(older: Draft, newer: Draft) -> Draft:
    """The unfinished texts of two windows that are no more, one behind the other in the same bar."""
    if older.text == newer.text or not older.text or not newer.text:
        return newer if newer.text else older
    text = f"{older.text}\n{newer.text}"
    return replace(newer, text=text, cursor=len(text), editing=None)


def _plain(name: str) -> str:
    return "".join(c if c.isalnum() else "-" for c in name)[:60]


def _sync(folder: Path) -> None:
    """Makes the move into a folder durable, where folders can be synced."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _write(path: Path, said: str) -> None:
    """Writes a file that is there whole or not at all, also after the power went; OSError."""
    if path.parent == state_folder():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = path.with_name(path.name + UNFINISHED)
    try:
        file = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(file, "w", encoding="utf-8", errors="surrogatepass") as out:
            out.write(said)
            out.flush()
            os.fsync(out.fileno())
        unfinished.replace(path)
        _sync(path.parent)
    except OSError:
        with suppress(OSError):
            unfinished.unlink()
        raise
