"""The store: one file of meetings, and everything that may be done with it.

A meeting opened by name is shown without any list of meetings, the list of meetings without any row of one, and both
before anything is written: so what reads rows and lists, the log, the search and the company's list are loaded when
they are first asked for. The classes of the rows alone would make the home screen a third slower.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from models.lazy import lazily
from models.store import files
from models.store.connection import BUSY_SECONDS, Connection
from models.store.errors import BackupExists, StoreError
from models.store.listed import answer_held_ids
from models.store.referred import find
from models.store.windows import LiveWindows

with lazily:
    from models.store import (
        anew,
        company,
        copies,
        drafts,
        held,
        log,
        numbers,
        queries,
        restore,
        rows,
        scratch,
        search,
        trash,
    )

if TYPE_CHECKING:
    from models.meeting import Meeting, Row
    from models.minutes import Minutes
    from models.numbering import Renumbering
    from models.organisation import Organisation
    from models.store.drafts import Draft
    from models.store.held import HeldCount
    from models.store.log import Line, RowChange
    from models.store.queries import LedgerAction, MeetingSummary
    from models.store.search import Hit
    from models.store.step import Step, StepInfo


class Store:
    """One file of meetings, used from the thread that opened it; another thread opens its own."""

    def __init__(self, connection: Connection, clock: Callable[[], dt.datetime] = dt.datetime.now) -> None:
        self._connection = connection
        answer_held_ids(connection)
        self._clock = clock
        self._windows = LiveWindows(connection.path)
        self._opened: dict[tuple[str, str], int] = {}
        self._busy_seconds = BUSY_SECONDS

    @classmethod
    def open(
        cls,
        path: str | Path | None = None,
        *,
        clock: Callable[[], dt.datetime] = dt.datetime.now,
        busy_seconds: float = BUSY_SECONDS,
    ) -> Store:
        """The file at the path (else at JIYAO_DB, else in the user's data folder), made if there is none.

        StoreError says in one line why it cannot be used.
        """
        return cls(files.open_file(files.database_path(path), busy_seconds), clock)

    @classmethod
    def open_archive(cls, path: Path) -> Store:
        """A file to be read alone, as on a medium that cannot be written; ReadOnlyStore if that cannot be done."""
        return cls(files.open_archive(path))

    @staticmethod
    def restore(backup: Path, path: Path, now: dt.datetime) -> Path | None:
        """Puts a backup in the place of a database nobody has open; gives where the replaced one is kept, if any."""
        return restore.restore(backup, path, now)

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._connection.path

    def wait_at_most(self, seconds: float) -> None:
        """How long a write waits from here on for another program that holds the file."""
        self._busy_seconds = seconds
        self._connection.wait_at_most(seconds)

    def at_once(self) -> AbstractContextManager[None]:
        """Within it nothing waits for another program: for what is kept elsewhere when the file does not take it."""
        return self._connection.at_once()

    def takes_writes(self) -> bool:
        """Whether something can be written at this moment: tried and taken back, so that no window looks anew.

        What is taken back never reaches the disk, so the room there is asked for beside it.
        """
        try:
            with self.at_once():
                self._connection.try_writing()
        except StoreError:
            return False
        return files.has_room(self.path)

    def close(self) -> None:
        """Closes the file; the drafts of this process's windows are now free to be taken up."""
        self._windows.leave()
        self._connection.close()

    def _now(self) -> str:
        return self._clock().isoformat(timespec="seconds")

    # -- meetings ----------------------------------------------------------------------------------------------

    def meetings(self, limit: int = -1, offset: int = 0, *, blank: bool = True) -> list[MeetingSummary]:
        """The meetings, those changed last first; all of them unless a limit is given.

        Without `blank` those are left out that were begun on the screen and in which nobody wrote anything.
        """
        return queries.summaries(self._connection, limit, offset, blank=blank)

    def find(self, reference: str) -> str:
        """The id of the meeting that has this id, or alone has this in its id, or was changed last (`last`).

        One in the trash is named as such, by a TrashedMeeting.
        """
        return find(self._connection, reference)

    def load(self, meeting_id: str) -> Minutes:
        """The whole meeting as it stands; NoSuchMeeting if there is none."""
        with self._connection.snapshot():
            minutes = rows.load(self._connection, meeting_id)
            minutes.revision = self.revision(meeting_id)
        return minutes

    def revision(self, meeting_id: str) -> int:
        """The last change of a meeting; 0 for one that is not there. Takes microseconds."""
        return self._connection.value("SELECT max(id) FROM change WHERE meeting_id = ?", (meeting_id,)) or 0

    def refresh(self, minutes: Minutes) -> set[type[Row]]:
        """Applies what the log holds beyond the minutes' revision; gives the tables that changed."""
        return rows.refresh(self._connection, minutes)

    def create(self, meeting: Meeting, rows: Iterable[Row] = (), label: str = "", screen: str = "") -> None:
        """Creates a meeting with all its rows at once; undo never goes back behind it."""
        self._log.create(meeting, rows, label, screen)

    # -- the trash ---------------------------------------------------------------------------------------------

    @cached_property
    def trash(self) -> trash.Trash:
        """The meetings that were put aside."""
        return trash.Trash(self._connection, self._now)

    def scratch(self) -> Store:
        """A store in memory, without meetings, that knows the company and the names this one knows."""
        return Store(scratch.open_scratch(self._connection), self._clock)

    def copy_of(self, minutes: Minutes) -> Store:
        """A store in memory with a copy of one meeting, to try lines in."""
        copy = self.scratch()
        scratch.copy_meeting(self._connection, copy._connection, minutes)
        return copy

    def take_over(self, other: Store, meeting_id: str, label: str) -> None:
        """Writes a meeting that was made in a scratch store, in one step."""
        with self._connection.immediate():
            scratch.hand_over(other._connection, self._connection, meeting_id, self._log, label)

    # -- steps -------------------------------------------------------------------------------------------------

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """A transaction: steps within it are saved together or not at all."""
        with self._connection.immediate():
            yield

    @cached_property
    def _log(self) -> log.Log:
        return log.Log(self._connection, self._now, self._opened)

    @contextmanager
    def step(self, meeting_id: str, label: str, window: str, screen: str = "") -> Iterator[Step]:
        """Opens a step: everything written within it is durable when it ends, or nothing of it."""
        with self._log.step(meeting_id, label, window, screen) as step:
            yield step

    def join(self, meeting_id: str, window: str) -> None:
        """Joins a meeting: from here on this window undoes its own steps and those that stand now, no others."""
        last = self._connection.value("SELECT max(id) FROM step WHERE meeting_id = ?", (meeting_id,))
        self._opened[meeting_id, window] = last or 0

    def undo(self, meeting_id: str, window: str, screen: str = "") -> StepInfo | None:
        """Undoes the window's latest step; None if there is none, ChangedSince if another window changed it.

        Where a screen is named, MadeElsewhere if the step was made on another.
        """
        return self._log.undo(meeting_id, window, screen)

    def redo(self, meeting_id: str, window: str, screen: str = "") -> StepInfo | None:
        """Redoes what was undone last; None if there is nothing."""
        return self._log.redo(meeting_id, window, screen)

    def rows_of(self, step_id: int) -> list[Row]:
        """The rows a step wrote."""
        return self._log.rows_of(step_id)

    def steps(self, meeting_id: str) -> list[StepInfo]:
        """Every step of a meeting, oldest first."""
        return self._log.steps(meeting_id)

    def history(self, row_id: str) -> list[RowChange]:
        """Who changed a row what and when, oldest first."""
        return self._log.history(row_id)

    def lines(self, meeting_id: str) -> list[Line]:
        """Every line of a meeting as it was typed, oldest first."""
        return self._log.lines(meeting_id)

    def line_of(self, step_id: int) -> str:
        """The line that was typed with a step; nothing where none was."""
        return self._log.line_of(step_id)

    def line(self, line_id: str | None) -> str | None:
        """A line as it was typed."""
        return self._log.line(line_id)

    def last_saved(self, meeting_id: str) -> str | None:
        """When the meeting was last written (with seconds), None if there is none."""
        found = self._connection.value("SELECT at FROM latest WHERE meeting_id = ?", (meeting_id,))
        return str(found) if found else None

    def show(self, meeting_id: str, what: str) -> None:
        """Keeps that something of a meeting (`digest`) was shown to the room; that is no step."""
        with self._connection.immediate():
            self._connection.execute(
                "INSERT OR IGNORE INTO shown (meeting_id, what, at) VALUES (?, ?, ?)",
                (meeting_id, what, self._now()),
            )

    def was_shown(self, meeting_id: str, what: str) -> bool:
        """Whether something of a meeting was ever shown to the room."""
        where = "WHERE meeting_id = ? AND what = ?"
        return bool(self._connection.value(f"SELECT 1 FROM shown {where}", (meeting_id, what)))

    def remember(self, name: str, value: str) -> None:
        """Remembers something of the screens for the next time; it is of no meeting."""
        with self._connection.immediate():
            self._connection.execute(
                "INSERT INTO remembered (name, value) VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (name, value),
            )

    def remembered(self, name: str) -> str:
        """What was remembered; nothing where nothing was."""
        return str(self._connection.value("SELECT value FROM remembered WHERE name = ?", (name,)) or "")

    def data_version(self) -> int:
        """A figure that changes when another connection has written; takes microseconds."""
        return int(self._connection.value("PRAGMA data_version"))

    def watch(self) -> None:
        """A GoneStore if the file was moved, deleted or replaced, DamagedStore if it is broken."""
        if self._connection.place is not None:
            self._connection.place.look()

    # -- drafts and names --------------------------------------------------------------------------------------

    @cached_property
    def _drafts(self) -> drafts.Drafts:
        return drafts.Drafts(self._connection, self._windows)

    def keep_draft(
        self,
        meeting_id: str,
        window: str,
        text: str,
        cursor: int,
        editing: str | None = None,
        revision: int | None = None,
    ) -> None:
        """Keeps the unfinished text of a window's bar, typed after a change; an empty bar forgets it."""
        after = self.revision(meeting_id) if revision is None else revision
        draft = drafts.Draft(text, cursor, editing, self._clock().isoformat(), after)
        self._drafts.keep(meeting_id, window, draft)

    def renumbered(self, meeting_id: str, since: int, window: str | None = None) -> Renumbering:
        """The numbers of items that lead elsewhere than they did after a change; "" where to nobody.

        With a window, those of items that others have made since count as such, too.
        """
        return numbers.renumbered(self._connection, meeting_id, since, window)

    def held(self, meeting_id: str, window: str) -> held.HeldFile:
        """The file beside this one for what a window could not store of a meeting."""
        return held.HeldFile(self.path, self._windows, meeting_id, window)

    def held_count(self, meeting_id: str) -> int:
        """How many lines of a meeting wait beside the file, or ask."""
        return self.held(meeting_id, "").count()

    def held_counts(self) -> dict[str, HeldCount]:
        """How many lines wait beside the file, or ask, by the id of their meeting."""
        return held.held_counts(self.path)

    def draft(self, meeting_id: str, window: str = "") -> Draft | None:
        """The unfinished text of this window, else of the window that died last, which this window takes over."""
        return self._drafts.take(meeting_id, window)

    def codes(self, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The pinyin codes of those of the names whose codes are known."""
        found = {}
        for name in names:
            if (
                codes := self._connection.value("SELECT codes FROM name_code WHERE name = ?", (name,))
            ) is not None:
                found[name] = tuple(codes.split())
        return found

    def keep_codes(self, codes: Mapping[str, Iterable[str]]) -> None:
        """Keeps the codes of names, so that they need not be computed again; if the file is locked just then, not."""
        # Within a step an error must end the step; alone nothing but time is lost.
        inside = self._connection.in_transaction()
        with (
            suppress(*(() if inside else (StoreError,))),
            nullcontext() if inside else self.at_once(),
            self._connection.immediate(),
        ):
            for name, words in codes.items():
                self._connection.execute(
                    "INSERT INTO name_code (name, codes) VALUES (?, ?)"
                    " ON CONFLICT (name) DO UPDATE SET codes = excluded.codes",
                    (name, " ".join(words)),
                )

    @cached_property
    def _company(self) -> company.Company:
        return company.Company(self._connection)

    @property
    def organisation(self) -> Organisation:
        """The company's departments and people; empty before the first import."""
        return self._company.get()

    def keep_organisation(self, found: Organisation) -> None:
        """Puts another list in the place of the company's."""
        self._company.keep(found, self._now())

    # -- all meetings ------------------------------------------------------------------------------------------

    def search(self, text: str, limit: int = 200) -> list[Hit]:
        """The rows of all meetings that hold every word of the text, newest first."""
        return search.search(self._connection, text, limit)

    def actions(
        self,
        *,
        meeting: str | None = None,
        department: str | None = None,
        owner: str | None = None,
        due_before: str | None = None,
        unfinished: bool | None = None,
    ) -> list[LedgerAction]:
        """The actions of all meetings by due date; `due_before` (a day) asks for those overdue on that day."""
        return queries.actions(
            self._connection,
            meeting=meeting,
            department=department,
            owner=owner,
            due_before=due_before,
            unfinished=unfinished or None,
        )

    # -- the file ----------------------------------------------------------------------------------------------

    def backup(self, path: str | Path) -> None:
        """A copy of everything in one plain file that any SQLite reads, also from a read-only medium."""
        target = Path(path).expanduser()
        if target.exists():
            raise BackupExists(target)
        copies.copy_to(self._connection, target)

    def go_on_in(self, target: Path, minutes: Minutes | None) -> None:
        """Writes everything to a new file and goes on in it; of an old one that cannot be read, this meeting alone."""
        anew.write_anew(self._connection, target, minutes, self._now())
        new = files.open_file(target)
        new.wait_at_most(self._busy_seconds)
        self._windows.leave()
        self._connection.close()
        self._connection, self._windows = new, LiveWindows(target)
        answer_held_ids(new)
        # What stood over the old connection is made anew over this one when it is next asked for.
        for part in ("_drafts", "_log", "_company", "trash"):
            self.__dict__.pop(part, None)

    def check(self) -> list[str]:
        """What is broken in the file, in SQLite's words; empty if nothing is. Reads the whole file."""
        try:
            found = [row[0] for row in self._connection.rows("PRAGMA quick_check") if row[0] != "ok"]
            orphans = self._connection.rows("PRAGMA foreign_key_check")
        except StoreError as error:
            return [str(error)]
        return found + [f"{table} {row_id} -> {parent}" for table, row_id, parent, _ in orphans]
