"""One step: what one accepted line or one key changes, written together or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from models.ids import new_id
from models.meeting import Row
from models.store.connection import Connection, safe
from models.store.errors import AlreadyStored
from models.store.rows import shape, values
from models.store.search import index_changes


@dataclass(frozen=True, slots=True)
class StepInfo:
    """A step of the log."""

    id: int
    meeting_id: str
    label: str
    at: str
    window: str
    kind: str
    """start (a meeting was made), edit, undo or redo."""
    target: int | None
    """The step that was undone or redone."""
    state: str
    """done, undone, or dead (undone and never to be redone)."""
    screen: str = ""
    """The screen it was made on; nothing for what came from a file or a command."""


_COLUMNS = 'SELECT id, meeting_id, label, at, "window", kind, target, state, screen FROM step'


def step_info(connection: Connection, step_id: int) -> StepInfo:
    """A step by its id."""
    return StepInfo(*connection.rows(f"{_COLUMNS} WHERE id = ?", (step_id,))[0])


def all_steps(connection: Connection, meeting_id: str) -> list[StepInfo]:
    """The steps of a meeting, oldest first."""
    return [
        StepInfo(*row)
        for row in connection.rows(f"{_COLUMNS} WHERE meeting_id = ? ORDER BY id", (meeting_id,))
    ]


class Step:
    """Writes rows; the triggers log them under this step."""

    def __init__(self, connection: Connection, step_id: int, meeting_id: str, at: str, window: str) -> None:
        self.id = step_id
        self.meeting_id = meeting_id
        self.at = at
        self.label = ""
        """What undo will call it; may be set until the step ends."""
        self._connection = connection
        self._window = window

    def insert(self, row: Row) -> None:
        """Writes a new row."""
        form = shape(type(row))
        self._connection.execute(form.insert, values(row, form.columns))

    def update(self, row: Row) -> None:
        """Writes the whole new row in the place of the one with its id."""
        form = shape(type(row))
        changing = [column for column in form.columns if column != "id"]
        self._connection.execute(form.update, [*values(row, changing), row.id])

    def delete(self, row: Row) -> None:
        """Deletes a row, and what only belongs to it; what can do without it loses the reference."""
        self._delete(row.table, row.id)

    def _delete(self, table: str, row_id: str) -> None:
        for child, column, needed in _references(self._connection, table):
            if not needed:
                self._connection.execute(f"UPDATE {child} SET {column} = NULL WHERE {column} = ?", (row_id,))
                continue
            for (child_id,) in self._connection.rows(f"SELECT id FROM {child} WHERE {column} = ?", (row_id,)):
                self._delete(child, child_id)
        self._connection.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))

    def line(self, text: str, line_id: str | None = None) -> str:
        """Keeps a line as it was typed, under its id where it has one already; gives the id.

        It is no longer what stands unfinished in the bar: a crash behind this step must not offer it again.
        """
        if line_id and self._connection.value("SELECT 1 FROM line WHERE id = ?", (line_id,)):
            raise AlreadyStored(self._connection.path)
        line_id = line_id or new_id()
        self._connection.execute(
            "INSERT INTO line (id, meeting_id, step_id, at, text) VALUES (?, ?, ?, ?, ?)",
            (line_id, self.meeting_id, self.id, self.at, safe(text)),
        )
        self._connection.execute(
            'DELETE FROM draft WHERE meeting_id = ? AND "window" = ? AND text = ?',
            (self.meeting_id, self._window, safe(text)),
        )
        return line_id

    def next_number(self, name: str, above: int = 0) -> int:
        """The next of a meeting's numbers of this name, larger than `above` and than any given before."""
        return int(
            self._connection.value(
                "INSERT INTO counter (meeting_id, name, value) VALUES (?, ?, ? + 1)"
                " ON CONFLICT (meeting_id, name) DO UPDATE SET value = max(value + 1, excluded.value)"
                " RETURNING value",
                (self.meeting_id, name, above),
            )
        )


def _references(connection: Connection, table: str) -> list[tuple[str, str, bool]]:
    """The columns that refer to a table: their table, their name, and whether they may not be empty."""
    return connection.rows(
        'SELECT m.name, f."from", c."notnull" FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS f,'
        ' pragma_table_info(m.name) AS c WHERE m.type = \'table\' AND f."table" = ? AND c.name = f."from"',
        (table,),
    )


def begin(connection: Connection, meeting_id: str, at: str, window: str, **facts: Any) -> int:
    """Opens a step within a transaction; what the triggers log from here on belongs to it."""
    cursor = connection.execute(
        'INSERT INTO step (meeting_id, label, at, "window", kind, target, screen)'
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            meeting_id,
            facts.get("label", ""),
            at,
            window,
            facts.get("kind", "edit"),
            facts.get("target"),
            facts.get("screen", ""),
        ),
    )
    connection.execute("UPDATE open_step SET step_id = ?", (cursor.lastrowid,))
    return int(cursor.lastrowid or 0)


def start(connection: Connection, meeting_id: str, at: str, window: str, **facts: str) -> Step:
    """Opens a step, to write into."""
    return Step(connection, begin(connection, meeting_id, at, window, **facts), meeting_id, at, window)


def has_changed(connection: Connection, step_id: int) -> bool:
    """Whether a step has written any row."""
    return bool(connection.rows("SELECT 1 FROM change WHERE step_id = ? LIMIT 1", (step_id,)))


def end(connection: Connection, step_id: int, meeting_id: str, at: str) -> None:
    """Closes the step: the search copy follows, and the meeting counts as saved."""
    index_changes(connection)
    connection.execute("UPDATE open_step SET step_id = NULL")
    # A meeting somebody goes on with is none that was thrown away.
    connection.execute("DELETE FROM trash WHERE meeting_id = ?", (meeting_id,))
    connection.execute(
        "INSERT INTO latest (meeting_id, step_id, at) VALUES (?, ?, ?)"
        " ON CONFLICT (meeting_id) DO UPDATE SET step_id = excluded.step_id, at = excluded.at",
        (meeting_id, step_id, at),
    )


def settle(connection: Connection, step: Step) -> None:
    """Settles an edit: deleted if it left nothing, not to be undone if it changed no row."""
    typed = connection.value("SELECT 1 FROM line WHERE step_id = ? LIMIT 1", (step.id,))
    if has_changed(connection, step.id):
        connection.execute("UPDATE step SET label = ? WHERE id = ?", (safe(step.label), step.id))
    elif typed:
        connection.execute(
            "UPDATE step SET label = ?, state = 'dead' WHERE id = ?", (safe(step.label), step.id)
        )
    else:
        connection.execute("DELETE FROM step WHERE id = ?", (step.id,))
