"""The change log of a file: steps written, taken back and done again, and what they tell of rows and lines.

Loaded with the first step: opening a file and showing a meeting need none of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from models.meeting import Meeting, Row
from models.store import undo
from models.store.connection import Connection
from models.store.rows import from_image, image_dict
from models.store.step import Step, StepInfo, all_steps, end, has_changed, settle, start


@dataclass(frozen=True, slots=True)
class RowChange:
    """One change of a row; an empty mapping stands for no row."""

    at: str | None
    """None if it was written from outside jiyao."""
    label: str
    window: str
    kind: str
    table: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it was typed."""

    id: str
    step_id: int
    at: str
    text: str


class Log:
    """The log of one file; `opened` holds the last step there was when each window came to a meeting."""

    def __init__(
        self, connection: Connection, now: Callable[[], str], opened: Mapping[tuple[str, str], int]
    ) -> None:
        self._connection = connection
        self._now = now
        self._opened = opened

    # -- writing -----------------------------------------------------------------------------------------------

    def create(self, meeting: Meeting, rows: Iterable[Row], label: str, screen: str = "") -> None:
        """Writes a new meeting with all its rows."""
        with self._step(meeting.id, label, kind="start", screen=screen) as step:
            step.insert(meeting)
            for row in rows:
                step.insert(row)

    @contextmanager
    def step(self, meeting_id: str, label: str, window: str, screen: str) -> Iterator[Step]:
        """A step that is an edit: after one that changed something nothing that was undone can be done again."""
        with self._step(meeting_id, label, window, kind="edit", screen=screen) as step:
            yield step
            if has_changed(self._connection, step.id):
                undo.forget_undone(self._connection, self._scope(meeting_id, window))

    @contextmanager
    def _step(self, meeting_id: str, label: str, window: str = "", **facts: str) -> Iterator[Step]:
        now = self._now()
        with self._connection.immediate():
            step = start(self._connection, meeting_id, now, window, **facts)
            step.label = label
            yield step
            end(self._connection, step.id, meeting_id, now)
            settle(self._connection, step)

    def _scope(self, meeting_id: str, window: str, screen: str = "") -> undo.Scope:
        return undo.Scope(meeting_id, window, self._opened.get((meeting_id, window), 2**62), screen)

    def undo(self, meeting_id: str, window: str, screen: str) -> StepInfo | None:
        """Takes the window's latest step back; MadeElsewhere if it was made on another screen."""
        with self._connection.immediate():
            return undo.undo(self._connection, self._scope(meeting_id, window, screen), self._now())

    def redo(self, meeting_id: str, window: str, screen: str) -> StepInfo | None:
        """Does again what the window undid last; MadeElsewhere if it was made on another screen."""
        with self._connection.immediate():
            return undo.redo(self._connection, self._scope(meeting_id, window, screen), self._now())

    # -- looking back ------------------------------------------------------------------------------------------

    def steps(self, meeting_id: str) -> list[StepInfo]:
        """The steps of a meeting, oldest first."""
        return all_steps(self._connection, meeting_id)

    def rows_of(self, step_id: int) -> list[Row]:
        """The rows a step wrote, as it left them; a deleted one as it was."""
        found = self._connection.rows(
            'SELECT "table", coalesce(after, before) FROM change WHERE step_id = ? ORDER BY id', (step_id,)
        )
        return [from_image(table, image) for table, image in found]

    def history(self, row_id: str) -> list[RowChange]:
        """The changes of a row, oldest first."""
        return [
            RowChange(at, label or "", window or "", kind or "", table, image_dict(before), image_dict(after))
            for at, label, window, kind, table, before, after in self._connection.rows(
                'SELECT s.at, s.label, s."window", s.kind, c."table", c.before, c.after FROM change AS c'
                " LEFT JOIN step AS s ON s.id = c.step_id WHERE c.row_id = ? ORDER BY c.id",
                (row_id,),
            )
        ]

    def lines(self, meeting_id: str) -> list[Line]:
        """The lines of a meeting, oldest first."""
        return [
            Line(*row)
            for row in self._connection.rows(
                "SELECT id, step_id, at, text FROM line WHERE meeting_id = ? ORDER BY rowid", (meeting_id,)
            )
        ]

    def line_of(self, step_id: int) -> str:
        """The first line that was typed with a step; nothing where none was."""
        found = self._connection.value(
            "SELECT text FROM line WHERE step_id = ? ORDER BY rowid LIMIT 1", (step_id,)
        )
        return str(found or "")

    def line(self, line_id: str | None) -> str | None:
        """The text of one line."""
        found = self._connection.value("SELECT text FROM line WHERE id = ?", (line_id,))
        return None if found is None else str(found)
