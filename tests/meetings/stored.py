"""Meetings in real files: made by the program itself, from lines typed or imported, or nearly empty."""

from __future__ import annotations

import atexit
import datetime as dt
import shutil
import tempfile
from collections.abc import Callable, Hashable, Iterable
from functools import cache
from pathlib import Path

from sqlite_utils import Database

from models import i18n
from models.lazy import lazily
from models.meeting import TABLES, Department, Meeting, Opinion, Row, Topic, new_id
from models.minutes import Minutes
from models.store import Store
from tests.meetings import people

# Whoever only writes rows, as other processes of a test do, need not load the grammar.
with lazily:
    from models import recorder

MEETING = "meeting000"
NOW = dt.datetime(2026, 9, 16, 15, 52)
"""When the launch meeting is nearly over."""
DATA = Path(__file__).parents[1] / "data"


class Clock:
    """A clock that is set by hand."""

    def __init__(self, now: dt.datetime = dt.datetime(2026, 9, 16, 14, 5, 30)) -> None:
        self.now = now

    def __call__(self) -> dt.datetime:
        return self.now

    def at(self, clock: str) -> None:
        """Sets it to a time of the day: 14:05."""
        hour, minute = map(int, clock.split(":"))
        self.now = self.now.replace(hour=hour, minute=minute)


def open_store(path: Path) -> Store:
    """A store whose clock stands still and that does not wait long for others."""
    return Store.open(path, clock=Clock(), busy_seconds=10)


def outside(store: Store) -> Database:
    """The store's file as people see it who use it from outside: sqlite-utils, on the store's own connection."""
    return Database(store._connection.raw, execute_plugins=False)


def empty_store(path: Path, clock: Callable[[], dt.datetime] | None = None) -> Store:
    """A store on a file without a meeting."""
    copied(path)
    return Store.open(path, clock=clock or Clock(), busy_seconds=10)


def copied(path: Path, fill: Callable[..., object] | None = None, *arguments: Hashable) -> None:
    """A copy of a file that `fill(store, *arguments)` filled, which takes longer and is done once a language."""
    shutil.copy(_filled(i18n.current(), fill, *arguments), path)


@cache
def _filled(_language: str, fill: Callable[..., object] | None, *arguments: Hashable) -> Path:
    folder = tempfile.TemporaryDirectory(prefix="jiyao-filled-")
    atexit.register(folder.cleanup)
    path = Path(folder.name) / "filled.db"
    if fill:
        copied(path)
    store = Store.open(path, clock=lambda: NOW)
    if fill:
        fill(store, *arguments)
    store.close()
    return path


def typed(
    store: Store,
    *lines: str,
    meeting: str = MEETING,
    clock: Callable[[], dt.datetime] | None = None,
    **facts: str,
) -> recorder.Recorder:
    """A new meeting of these facts into which these lines were typed, all at the clock's time."""
    store.create(Meeting(id=meeting, meeting_id=meeting, **facts))
    recording = recorder.Recorder(store, meeting, clock=clock or Clock())
    for line in lines:
        recording.accept(line)
    return recording


def prepare(path: Path, *lines: str, name: str = "新产品上市启动会", meeting: str = MEETING) -> Store:
    """A store at the end of the launch meeting, into which these lines were typed half an hour ago."""
    copied(path, _prepared, name, meeting, *lines)
    return Store.open(path, clock=lambda: NOW, busy_seconds=10)


def _prepared(store: Store, name: str, meeting: str, *lines: str) -> None:
    begun = NOW - dt.timedelta(minutes=30)
    typed(store, *lines, meeting=meeting, clock=lambda: begun, name=name, **people.TIMES)


def imported(lines: Iterable[str]) -> Minutes:
    """The meeting that `jiyao import` makes of the lines."""
    with tempfile.TemporaryDirectory() as folder:
        store = empty_store(Path(folder) / "jiyao.db")
        recording = typed(store, clock=Clock(people.NEXT_DAY))
        recording.import_lines(lines)
        store.close()
        return recording.minutes


def sample_lines(name: str) -> list[str]:
    """The lines of one of the sample meetings: launch or complaint."""
    return (DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def sample(name: str) -> Minutes:
    """One of the sample meetings."""
    return imported(sample_lines(name))


def new_meeting(store: Store, **facts: str) -> str:
    """A meeting of its own with a topic and a department; gives its id."""
    meeting = new_id()
    store.create(
        Meeting(
            id=meeting, meeting_id=meeting, **{"name": "启动会", "starts_at": "2026-09-16T14:00", **facts}
        ),
        [
            Topic(id=f"topic-{meeting}", meeting_id=meeting, seq=1, number="1.1", title="预算"),
            Department(id=f"dept-{meeting}", meeting_id=meeting, number=1, name="市场部"),
        ],
    )
    return meeting


def opinion(meeting: str, text: str, seq: int = 1, **fields: object) -> Opinion:
    """An opinion of the department of such a meeting."""
    return Opinion(
        id=new_id(),
        meeting_id=meeting,
        topic_id=f"topic-{meeting}",
        department_id=f"dept-{meeting}",
        seq=seq,
        text=text,
        **fields,  # type: ignore[arg-type]
    )


def everything(minutes: Minutes) -> dict[str, list[Row]]:
    """All rows of a meeting, to be compared."""
    return {kind.table: sorted(minutes.all(kind), key=lambda row: row.id) for kind in TABLES}
