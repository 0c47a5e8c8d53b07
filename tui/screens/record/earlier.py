"""What can be done on the record screen with an item of an earlier meeting: done, still open, another date."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from models.i18n import _
from models.series import Carried
from tui.theme import style
from tui.widgets.menu import Choice

if TYPE_CHECKING:
    from tui.screens.record.actions import RecordActions


def find(screen: RecordActions, code: str) -> Carried | None:
    """The item of a code such as 上A2."""
    return next((one for one in screen.session.meeting.carried if one.code == code), None)


def open_menu(screen: RecordActions, one: Carried) -> None:
    """Shows what can be said about it; each is a line as one would type it."""
    text = style(screen.jiyao.palette.text)
    lines = {
        _("Done"): f"{one.code}完成",
        _("Still open"): f"{one.code}进行中",
        _("Cancelled"): f"{one.code}取消",
    }
    choices = [
        Choice([(label, text)], partial(_accept, screen, line))
        for label, line in lines.items()
        if one.is_open
    ]
    later = Choice([(_("Another date, and why …"), text)], partial(begin, screen, one, "延期到"))
    screen.menu.open([(one.code, style(screen.jiyao.palette.accent, bold=True))], [*choices, later])


def begin(screen: RecordActions, one: Carried, words: str = "") -> None:
    """Begins a line about it in the bar."""
    screen.set_focus(screen.bar)
    screen.bar.insert(one.code + words, alone=True)


def _accept(screen: RecordActions, line: str) -> None:
    pane = screen.pane
    screen.done(screen.session.accept(line, None))
    if pane is not None:
        screen.set_focus(pane)
