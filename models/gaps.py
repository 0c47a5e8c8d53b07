"""Gaps of an entry: what it should have and has not, doubts, names that fit several people."""

from __future__ import annotations

from collections.abc import Iterator

from models import kinds, wording
from models.i18n import _
from models.meeting import Action, Entry
from models.whose import asks


def lacks(entry: Entry) -> Iterator[str]:
    """What an entry should have and has not, in the template's words; cheap enough to be asked of every entry."""
    yield from lacks_somebody(entry)
    if lacks_day(entry):
        yield _("due date")


def lacks_somebody(entry: Entry) -> Iterator[str]:
    """The owner or lead an entry should name and does not, in the template's word."""
    owner = kinds.of(entry).owner
    if owner is None or not entry.holds or asks(entry):
        return
    if isinstance(entry, Action) and entry.for_all and not entry.owner_id:
        return
    if not any(kinds.owner_ids(entry)):
        yield owner.wanted()
    elif isinstance(entry, Action) and not entry.owner_id:
        yield _("responsible person")


def lacks_day(entry: Entry) -> bool:
    """Whether it is an action without the day it is due."""
    return isinstance(entry, Action) and entry.holds and not entry.due


def gaps(entry: Entry) -> list[str]:
    """What is wanting of an entry, in words: fields it lacks, a doubt, names that one word fits."""
    if asks(entry):
        return [_("who said it?"), *([_("to be checked")] if entry.doubt else [])]
    found = []
    if fields := list(lacks(entry)):
        found.append(_("missing {fields}").format(fields=wording.listed(fields)))
    if entry.doubt:
        found.append(_("to be checked"))
    return [*found, f"?{entry.candidates}"] if entry.candidates else found
