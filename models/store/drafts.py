"""The unfinished text of the capture bar, kept for each meeting and window, so that a crash costs no word."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from models.store.connection import Connection, safe
from models.store.errors import StoreError
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
        self._owed: dict[str, str] = {}
        """Windows that are no more, by the one that offers their text while the file could not be written."""

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
            self._settle(meeting_id, window)

    def _drop(self, meeting_id: str, window: str) -> None:
        if window in self._owed or self._of(meeting_id, window):
            with self._connection.immediate():
                self._delete(meeting_id, window)
                self._settle(meeting_id, window)

    def _delete(self, meeting_id: str, window: str) -> None:
        self._connection.execute(
            'DELETE FROM draft WHERE meeting_id = ? AND "window" = ?', (meeting_id, window)
        )

    def _settle(self, meeting_id: str, window: str) -> None:
        """Deletes the text of a window that is no more, which this one had only been able to read."""
        if gone := self._owed.pop(window, None):
            self._delete(meeting_id, gone)

    def take(self, meeting_id: str, window: str) -> Draft | None:
        """The window's own draft, else the newest of the same bar of a window that is gone, which becomes its own."""
        if own := self._of(meeting_id, window):
            return own
        if not self._connection.value("SELECT 1 FROM draft WHERE meeting_id = ?", (meeting_id,)):
            return None
        self._windows.hold(window)
        try:
            with self._connection.immediate():
                if other := self._left(meeting_id, window):
                    self._connection.execute(
                        'UPDATE draft SET "window" = ? WHERE meeting_id = ? AND "window" = ?',
                        (window, meeting_id, other),
                    )
                return self._of(meeting_id, window)
        except StoreError:
            # Another program is writing: the words are shown now and become this window's when it can be written.
            if other := self._left(meeting_id, window):
                self._owed[window] = other
            return self._of(meeting_id, other) if other else None

    def _left(self, meeting_id: str, window: str) -> str | None:
        """The newest of the windows that are no more with text in the same bar."""
        found = self._connection.rows(
            'SELECT "window" FROM draft WHERE meeting_id = ? ORDER BY rowid DESC', (meeting_id,)
        )
        gone = (w for (w,) in found if _bar(w) == _bar(window) and not self._windows.alive(w))
        return next(gone, None)

    def _of(self, meeting_id: str, window: str) -> Draft | None:
        found = self._connection.rows(
            'SELECT text, cursor, editing, at, revision FROM draft WHERE meeting_id = ? AND "window" = ?',
            (meeting_id, window),
        )
        return Draft(*found[0]) if found else None


def _bar(window: str) -> str:
    """Which bar of a window it is: what is typed into a form or a sentence is no line of the capture bar."""
    return window.partition("-")[2]
