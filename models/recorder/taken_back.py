"""An entry taken back into the bar: the line that stands there, and whether it says all of the entry."""

from __future__ import annotations

from dataclasses import dataclass, replace

from models import i18n
from models.capture.line import Context
from models.capture.reading import readings
from models.capture.values import ConsensusLine, DeferredLine, Parsed, Reading
from models.capture.writing import plainest, same, write
from models.entry_values import value_of, values_of
from models.meeting import Entry
from models.minutes import Minutes


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The line of an entry in the language of the interface, and what is stored."""

    line: str
    stored: tuple[Parsed, ...]
    whole: bool
    """Whether the line reads back as the entry; else only leaving it unchanged keeps the entry."""

    @classmethod
    def of(cls, minutes: Minutes, entry: Entry, context: Context) -> TakenBack:
        """An entry of a meeting as it would be typed in this context."""
        stored = (value_of(minutes, entry),)
        line = write(stored, context, i18n.current())
        return cls(line or plainest(stored, context, i18n.current()), stored, line is not None)

    def readings(self, line: str, found: list[Reading]) -> list[Reading]:
        """How a line is read for this entry: as it was taken back it means what is stored, whatever else reads it.

        What stands alone goes on standing alone in other words, too, unless they name the dispute.
        """
        found = _as_paired(self.stored, found)
        if self.whole or line != self.line:
            return found
        stored = Reading(self.stored)
        return [stored, *(reading for reading in found if reading != stored)]

    def keeps(self, line: str, items: tuple[Parsed, ...]) -> bool:
        """Whether a line put back in the place of the entry changes nothing: the same words, meant the same."""
        return line.strip() == self.line.strip() and same(self.stored, items)


def _as_paired(stored: tuple[Parsed, ...], found: list[Reading]) -> list[Reading]:
    """The readings, first the one that settles what the entry settles, whatever words it shares with a dispute."""
    before, now = _alone(stored), _alone(found[0].items if found else ())
    if before is None or now is None or type(before) is not type(now) or before.settles == now.settles:
        return found
    if now.evidence.get("settles") == "said":
        return found
    known = {name: how for name, how in now.evidence.items() if name != "settles"}
    kept = Reading((replace(now, settles=before.settles, about=before.about, evidence=known),))
    return [kept, *(reading for reading in found if reading != kept)]


def _alone(items: tuple[Parsed, ...]) -> ConsensusLine | DeferredLine | None:
    """The only value of a line, if it concludes something."""
    first = items[0] if len(items) == 1 else None
    return first if isinstance(first, ConsensusLine | DeferredLine) else None


def still_says(line: str, minutes: Minutes, entry: Entry, context: Context) -> bool:
    """Whether a line, read in one of its ways, says an entry as it stands now, and nothing else."""
    stored = ((value_of(minutes, entry),), values_of(minutes, entry))
    found = [[replace(item, topic=None) for item in reading.items] for reading in readings(line, context)]
    return any(same(wanted, items) for items in found for wanted in stored)
