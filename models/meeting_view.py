"""One meeting as one window sees it: its minutes, what other windows write, and the lines that stand unfinished.

Showing a meeting needs no more than this. What changes a meeting is the recorder's, which works on the same view.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from models.held import HeldLines
from models.ids import new_id
from models.series import Carried, EarlierMeetings
from models.store import LockedStore, StoreError
from models.store.drafts import Draft

if TYPE_CHECKING:
    from pathlib import Path

    from models.store import Store


class MeetingView:
    """The minutes of one meeting, kept in step with the store for one window."""

    def __init__(self, store: Store, meeting_id: str, window: str | None = None) -> None:
        """Opens the meeting; StoreError if it cannot be read."""
        self.store = store
        self.meeting_id = meeting_id
        self.window = window or new_id()
        self.screen = ""
        """The screen on which it is being changed; undo stops at what was done on another."""
        self.minutes = store.load(meeting_id)
        """The meeting as it stands; the object stays the same."""
        self._seen = store.data_version()
        self._theirs = False
        """Whether something of another window has come in that `poll` has not told yet."""
        self.unfinished: dict[str, str] = {}
        """What stands unfinished in the bars of this window, and is kept."""
        store.join(meeting_id, self.window)

    @cached_property
    def held(self) -> HeldLines:
        """The lines that could not be stored, of this window and of those that are no more."""
        return HeldLines(self.store.held(self.meeting_id, self.window))

    @cached_property
    def earlier(self) -> EarlierMeetings:
        """The earlier meetings of its series."""
        return EarlierMeetings(self.store)

    @property
    def carried(self) -> tuple[Carried, ...]:
        """What earlier meetings left open, the nearest first, and what this one has closed of it."""
        return self.earlier.carried(self.minutes.meeting)

    # -- in step with the store --------------------------------------------------------------------------------

    def refresh(self) -> bool:
        """Takes in what the log holds beyond the minutes; says whether there was anything."""
        return bool(self.store.refresh(self.minutes))

    def take_in(self) -> None:
        """Takes in what other windows have written, for `poll` to tell."""
        self._theirs |= self.refresh()

    def poll(self) -> bool:
        """Takes in what another window has written since; says whether there was anything. Takes microseconds.

        A GoneStore if the file was moved, deleted or replaced.
        """
        self.store.watch()
        version = self.store.data_version()
        if version != self._seen:
            self._seen = version
            self.take_in()
        news, self._theirs = self._theirs, False
        return news

    def load_again(self) -> None:
        """Puts the minutes back to what is stored, whatever a step that failed had put into them; StoreError."""
        self.store.watch()
        self.minutes.become(self.store.load(self.meeting_id))

    def go_on_in(self, path: Path) -> None:
        """Writes everything to a new file and goes on in it, whatever became of the one that was opened."""
        self.store.go_on_in(path, self.minutes)
        self.held.move(self.store.held(self.meeting_id, self.window))
        self.load_again()
        self._seen = self.store.data_version()
        self.store.join(self.meeting_id, self.window)

    # -- what is being typed -----------------------------------------------------------------------------------

    def keep_draft(
        self, text: str, cursor: int, editing: str | None = None, bar: str = "", revision: int | None = None
    ) -> None:
        """Keeps the unfinished text of a bar; `editing` is the id of the entry that was taken back.

        `revision` is the change after which it was typed, else the last one this window has seen. What the store does
        not take is kept beside it; StoreError where nothing takes it.
        """
        after = self.minutes.revision if revision is None else revision
        draft = Draft(text, cursor, editing, "", after)
        try:
            if self.held.waiting:
                # The store was tried for those a moment ago; a key waits for one try, not for two.
                raise LockedStore(self.store.path)
            self._store_draft(bar, draft)
        except StoreError:
            if not self.held.keep_draft(bar, draft):
                self.unfinished.pop(bar, None)
                raise
        self.unfinished[bar] = text

    def _store_draft(self, bar: str, draft: Draft) -> None:
        with self.store.at_once():
            self.store.keep_draft(
                self.meeting_id, self._window_of(bar), draft.text, draft.cursor, draft.editing, draft.revision
            )
        self.held.forget_draft(bar)

    def store_drafts(self) -> None:
        """Puts the unfinished text that was kept beside the store into it, if that takes it now."""
        with suppress(StoreError):
            for bar, draft in self.held.drafts.items():
                self._store_draft(bar, draft)

    def draft(self, bar: str = "") -> Draft | None:
        """The unfinished text of a bar in this window, or the newest of one that is no more."""
        found = self._left(bar)
        self.unfinished[bar] = found.text if found else ""
        return found

    def _left(self, bar: str) -> Draft | None:
        with self.store.at_once():
            stored = self.store.draft(self.meeting_id, self._window_of(bar))
        beside = self.held.draft(bar)
        if beside is None:
            return stored
        self.store_drafts()
        return beside if beside.text or beside.editing is not None else None

    def _window_of(self, bar: str) -> str:
        """A name for each bar, so that the capture bar's unfinished line stays beside those of other screens."""
        return f"{self.window}-{bar}" if bar else self.window
