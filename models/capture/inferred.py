"""Owner, cooperating departments and due that the words of an action say without sign or label."""

from __future__ import annotations

from models.capture import deadlines, owners
from models.capture.slots import Slots

_BEFORE = " \x00,，:"


def read_words(slots: Slots, acting: bool = False) -> None:
    """What the words themselves say, as far as no sign or label said it; where two readings are possible, nothing.

    `acting` takes a leading department for the owner only before a deed.
    """
    spans = [] if slots.due else deadlines.spans_in(slots.low)
    owners.read_parts(slots)
    pos = len(slots.low) - len(slots.low.lstrip(_BEFORE))
    lead = deadlines.leading_span(slots.low, spans, pos)
    beginning = deadlines.behind(slots.low, lead.end) if lead else pos
    owners.read_called(slots, beginning)
    end = owners.read_beginning(slots, beginning, acting)
    if lead is not None:
        deadlines.read_leading(slots, lead, owned=end is not None)
    elif slots.owner is not None:
        deadlines.read_behind_owner(slots, spans, pos)
    elif end is not None:
        deadlines.read_behind_owner(slots, spans, end)
    if not slots.due:
        deadlines.read_due(slots, spans)
