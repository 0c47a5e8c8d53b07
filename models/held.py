"""The lines of one window that are not stored, each with its reason, and the unfinished text beside them.

A line that waits (the file is locked, full or gone) goes in by itself when it can, in the order of typing. One that
asks (a correction that misses, a change that is refused) never does, and holds up nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from models.ids import new_id
from models.store.drafts import Draft
from models.store.held import Held, HeldFile, HeldLine


class HeldLines:
    """The list of one meeting in one window; what is put on it is durable when the call returns."""

    def __init__(self, file: HeldFile) -> None:
        self._file = file
        found = file.take()
        self.lines: tuple[HeldLine, ...] = found.lines
        """In the order of typing."""
        self._drafts: dict[str, Draft] = dict(found.drafts)
        self.is_kept = True
        """Whether it survives the end of the program."""
        self.stored = 0
        """How many have gone into the store; others are taken back or dropped."""

    @property
    def waiting(self) -> tuple[HeldLine, ...]:
        """The lines that go in by themselves."""
        return tuple(line for line in self.lines if not line.asks)

    @property
    def asking(self) -> tuple[HeldLine, ...]:
        """The lines somebody has to look at."""
        return tuple(line for line in self.lines if line.asks)

    @property
    def unkept(self) -> list[str]:
        """What would be lost with the program: lines, then what is being typed."""
        if self.is_kept:
            return []
        return [*(line.words for line in self.lines), *(d.text for d in self._drafts.values() if d.text)]

    # -- lines -------------------------------------------------------------------------------------------------

    def hold(
        self,
        texts: Iterable[str],
        reason: str = "",
        *,
        asks: bool = False,
        editing: str | None = None,
        reading: str = "",
        revision: int | None = None,
        at: str | None = None,
        into: str = "",
        title: str = "",
    ) -> None:
        """Puts lines behind those that are held, which were typed at a time and after the change `revision`."""
        new = (
            HeldLine(new_id(), text, reason, asks, editing, reading, revision, at, into, title)
            for text in texts
        )
        self.lines = (*self.lines, *new)
        self.save()

    def change(self, line: HeldLine, text: str, reason: str) -> None:
        """Puts other words in the place of those that are held; they wait, whatever was wrong with the others."""
        changed = replace(line, text=text, reason=reason, asks=False)
        self.lines = tuple(changed if one.id == line.id else one for one in self.lines)
        self.save()

    def drop(self, line: HeldLine) -> None:
        """Takes a line off the list, for good."""
        self.drop_stored(line)
        self.save()

    def take_last(self) -> HeldLine | None:
        """Takes the last line off the list; None where there is none."""
        if not self.lines:
            return None
        *rest, last = self.lines
        self.lines = tuple(rest)
        self.save()
        return last

    def drop_stored(self, line: HeldLine) -> None:
        """Takes a line off that is in the store; `save` may come later, as the store knows the line by its id."""
        self.stored += any(one.id == line.id for one in self.lines)
        self.lines = tuple(one for one in self.lines if one.id != line.id)

    def give_reason(self, line: HeldLine, reason: str, *, asks: bool = False) -> None:
        """Says why a line is not stored, and whether it waits or asks."""
        changed = replace(line, reason=reason, asks=asks)
        if changed in self.lines:
            return
        self.lines = tuple(changed if one.id == line.id else one for one in self.lines)
        self.save()

    # -- what is being typed -----------------------------------------------------------------------------------

    def draft(self, bar: str) -> Draft | None:
        """The unfinished text of a bar that the store would not take."""
        return self._drafts.get(bar)

    def keep_draft(self, bar: str, draft: Draft) -> bool:
        """Keeps unfinished text that the store would not take; False where nothing can keep it.

        An empty bar is kept, too: what the store still has of it counts no more.
        """
        self._drafts[bar] = draft
        self.save()
        return self.is_kept

    @property
    def drafts(self) -> dict[str, Draft]:
        """The unfinished texts by their bars."""
        return dict(self._drafts)

    def forget_draft(self, bar: str) -> None:
        """The store has the newest text of a bar."""
        if self._drafts.pop(bar, None) is not None:
            self.save()

    # -- the file ----------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Makes the list as it stands durable."""
        self.is_kept = self._file.keep(Held(self.lines, self._drafts))

    def save_again(self) -> bool:
        """Makes the list durable that could not be made so before; whether that was so and it is now."""
        if self.is_kept:
            return False
        self.save()
        return self.is_kept

    def move(self, file: HeldFile) -> None:
        """Goes on in another file, beside another database."""
        old, self._file = self._file, file
        self.save()
        if self.is_kept:
            old.keep(Held())
