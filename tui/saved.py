"""What Ctrl+S answers on every screen on which a meeting is worked on: there is nothing to save, only to know."""

from __future__ import annotations

from models import wording
from models.i18n import _, ngettext
from tui.result import Result
from tui.session import Session


def saved(session: Session, unfinished: str) -> Result:
    """What is saved, what waits, what asks, what would be lost, and what becomes of what is being typed."""
    held = session.held
    last = _("last saved at {time}").format(time=session.last_saved)
    if unkept := held.unkept:
        words = ngettext(
            "{n} line is kept nowhere, {last}: {lines}",
            "{n} lines are kept nowhere, {last}: {lines}",
            len(unkept),
        )
        return Result(words.format(n=len(unkept), lines=" / ".join(unkept), last=last), ok=False)
    parts = [
        _("waiting, not stored: {n}").format(n=len(held.waiting)) if held.waiting else "",
        _("asking, not stored: {n}").format(n=len(held.asking)) if held.asking else "",
        session.trouble,
    ]
    if not any(parts):
        said = _("Everything is saved, last at {time}").format(time=session.last_saved)
        return Result(wording.clauses([said, unfinished]))
    return Result(wording.clauses([*parts, last, unfinished]), ok=False)
