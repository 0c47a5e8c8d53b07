"""What the recap says in its header: the meeting, and how much of it is confirmed."""

from __future__ import annotations

from models.i18n import _, ngettext
from tui.screens.recap.session import RecapSession
from tui.theme import Palette, style
from tui.widgets.typesetting import Span

_WIDE = 110
"""From here on there is room for the gauge."""
_GAUGE = 16
"""Its cells."""


def heading(
    session: RecapSession, palette: Palette, width: int, projector: bool
) -> tuple[list[Span], list[Span]]:
    """The left and the right side of the header; gaps are not for everybody's eyes on the projector."""
    p, recap, meeting = palette, session.recap, session.minutes.meeting
    left: list[Span] = [(" ◆ " + _("Recap") + "  ", style(p.warn, bold=True))]
    left.append((meeting.name or meeting.theme, style(p.text, bold=True)))
    done = _("{n}/{total} pages confirmed").format(n=recap.confirmed, total=recap.to_confirm)
    gauge = _gauge(recap.confirmed, recap.to_confirm, p) if width >= _WIDE else []
    right: list[Span] = [*gauge, (f" {done}  ", style(p.text))]
    if (held := len(session.held.lines)) and not projector:
        words = ngettext("{n} line not stored", "{n} lines not stored", held).format(n=held)
        right.append((f"{words}  ", style(p.bad)))
    if (missing := len(recap.findings)) and not projector:
        gaps = ngettext("{n} gap", "{n} gaps", missing).format(n=missing)
        right.append((f"{gaps}  ", style(p.warn)))
    return left, [*right, (f"{session.clock():%H:%M} ", style(p.dim))]


def _gauge(done: int, total: int, palette: Palette) -> list[Span]:
    """How much is confirmed, as a bar."""
    full = _GAUGE * done // max(1, total)
    return [("█" * full, style(palette.good)), ("░" * (_GAUGE - full), style(palette.faint))]
