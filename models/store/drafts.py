"""The unfinished text of the capture bar, kept for each meeting and window, so that a crash costs no word."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from models.store.connection import Connection, safe
from models.store.windows import LiveWindows


@dataclass(frozen=True, slots=True)
class Draft:
    """What stood in the bar."""

    text: str
    cursor: int
    """In characters from the beginning."""
    editing: str | None
    """The id of the entry that was taken back for editing; it is still stored."""
    at: str
    revision: int = 0
    """The change after which it was typed; 0 where that was not kept."""


class Drafts:
    """The drafts of one file."""

    def __init__(self, connection: Connection, windows: LiveWindows) -> None:
        self._connection = connection
        self._windows = windows

    def keep(self, meeting_id: str, window: str, draft: Draft) -> None:
        """Keeps what stands in the bar of a window; an empty bar keeps nothing."""
        if not draft.text and draft.editing is None:
            self._drop(meeting_id, window)
            return
        self._windows.hold(window)
        with self._connection.immediate():
            self._connection.execute(
                # Put in anew, it is the last in the table: clocks are set back, that order is not.
                'REPLACE INTO draft (meeting_id, "window", text, cursor, editing, at, revision)'
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (meeting_id, window, safe(draft.text), *astuple(draft)[1:]),
            )

    def _drop(self, meeting_id: str, window: str) -> None:
        where = 'FROM draft WHERE meeting_id = ? AND "window" = ?'
        if self._connection.value(f"SELECT 1 {where}", (meeting_id, window)):
            with self._connection.immediate():
                self._connection.execute(f"DELETE {where}", (meeting_id, window))

    def take(self, meeting_id: str, window: str) -> Draft | None:
        """The window's own draft, else the newest of the same bar of a window that is gone, which becomes its own."""
        if own := self._of(meeting_id, window):
            return own
        if not self._connection.value("SELECT 1 FROM draft WHERE meeting_id = ?", (meeting_id,)):
            return None
        self._windows.hold(window)
        with self._connection.immediate():
            for (other,) in self._connection.rows(
                'SELECT "window" FROM draft WHERE meeting_id = ? ORDER BY rowid DESC', (meeting_id,)
            ):
                if _bar(other) == _bar(window) and not self._windows.alive(other):
                    self._connection.execute(
                        'UPDATE draft SET "window" = ? WHERE meeting_id = ? AND "window" = ?',
                        (window, meeting_id, other),
                    )
                    return self._of(meeting_id, window)
        return None

    def _of(self, meeting_id: str, window: str) -> Draft | None:
        found = self._connection.rows(
            'SELECT text, cursor, editing, at, revision FROM draft WHERE meeting_id = ? AND "window" = ?',
            (meeting_id, window),
        )
        return Draft(*found[0]) if found else None


def _bar(window: str) -> str:
    """Which bar of a window it is: what is typed into a form or a sentence is no line of the capture bar."""
    return window.partition("-")[2]
