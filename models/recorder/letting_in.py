"""Held lines that go into the meeting: in the order of typing, each read against the meeting as it stands then."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from models.capture.description import describe
from models.capture.values import Reading
from models.held import HeldLines
from models.i18n import _
from models.recorder.accept import Accepted
from models.recorder.recorder import Recorder
from models.store import AlreadyStored, StoreError
from models.store.held import HeldLine


@dataclass(slots=True)
class LetIn:
    """What has become of the lines that waited."""

    stored: int = 0
    asking: int = 0
    """Lines that turned out to be for somebody to look at."""
    touched: list[str] = field(default_factory=list)
    """The ids of the rows written, in order."""
    rows: dict[str, str] = field(default_factory=dict)
    """The first row that was made of each line, by the line's id."""
    adjourned: bool = False
    """Whether the meeting has ended with one of them."""
    trouble: StoreError | None = None
    """Why the next one could not be stored."""


def in_words(reading: Reading) -> str:
    """A reading by which it is known again when the line is read anew."""
    return "┆".join(" ".join(part.text for part in describe(item)) for item in reading.items)


def let_in(recorder: Recorder, held: HeldLines, enough: Callable[[], bool] = lambda: False) -> LetIn:
    """Stores the waiting lines until it is enough, or until one cannot be stored; those behind it stay behind it."""
    found = LetIn()
    while not found.trouble and held.waiting and not (found.stored and enough()):
        _let_in(recorder, held, held.waiting[0], found)
    if found.stored:
        held.save()
    return found


def _let_in(recorder: Recorder, held: HeldLines, line: HeldLine, found: LetIn) -> None:
    try:
        with recorder.as_of(_moment(line)):
            accepted = _accept(recorder, line)
    except AlreadyStored:
        held.drop_stored(line)
        found.stored += 1
        return
    except StoreError as error:
        found.trouble = error if error.passes else None
        found.asking += not error.passes
        held.give_reason(line, error.brief(), asks=not error.passes)
        return
    except BaseException:
        # It must not break the program again when that is opened anew.
        held.give_reason(line, _("the program failed on this line"), asks=True)
        raise
    if accepted.miss:
        found.asking += 1
        held.give_reason(line, accepted.message, asks=True)
        return
    held.drop_stored(line)
    found.stored += 1
    found.touched += accepted.touched
    if accepted.touched:
        found.rows[line.id] = accepted.touched[0]
    found.adjourned |= accepted.adjourned


def _accept(recorder: Recorder, line: HeldLine) -> Accepted:
    """Stores a line; one that a crash kept on the list though it was stored changes nothing."""
    if recorder.store.line(line.id) is not None:
        return Accepted(changed=False)
    recorder.view.screen = line.screen
    if line.place:
        return recorder.fill(line.place, line.text, line.id)
    text, reading = text_now(recorder, line), None
    if line.reading:
        readings = recorder.readings(text, line.editing)
        reading = next((one for one in readings if in_words(one) == line.reading), None)
        if reading is None:
            return Accepted(message=_("the reading that was chosen is no longer one of this line"), miss=True)
    if line.editing is not None:
        return recorder.retype(line.editing, text, reading, line.id)
    return recorder.accept(text, reading, line.id)


def _moment(line: HeldLine) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(line.at) if line.at else None
    except ValueError:
        return None


def text_now(recorder: Recorder, line: HeldLine) -> str:
    """The line with the numbers that its items have now."""
    return line.text if line.revision is None else recorder.renumbered(line.text, line.revision, unseen=True)
