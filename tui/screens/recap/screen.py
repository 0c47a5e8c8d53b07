"""The recap: the host reads page after page aloud, Enter confirms, and the last page closes the meeting.

Nothing here forbids anything: what is missing is said, can be mended in place, let pass, or left for afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from textual import events, on
from textual.geometry import Offset, Region, Size
from textual.widget import Widget

from models.i18n import _, ngettext
from tui.exporting import thresholds
from tui.result import Result
from tui.screens.base import WorkScreen
from tui.screens.recap.asking import Asking
from tui.screens.recap.commands import RECAP
from tui.screens.recap.layout import RecapShape, regions
from tui.screens.recap.menus import RecapMenu
from tui.screens.recap.panes import MissingPane, PagePane, WalkPane
from tui.screens.recap.session import RecapSession
from tui.theme import style
from tui.widgets.cells import Span
from tui.widgets.menu import Menu
from tui.widgets.pane import Pane

if TYPE_CHECKING:
    from tui.program import Program

_SPACES = (" ", "\u3000")


class RecapScreen(WorkScreen[RecapSession]):
    """Walking through the open meeting."""

    scope = RECAP
    menu: Menu

    def __init__(self, jiyao: Program) -> None:
        super().__init__(jiyao, partial(RecapSession, thresholds=thresholds(jiyao.config)))
        self.walk_pane, self.page_pane, self.missing = (
            WalkPane("walk"),
            PagePane("page"),
            MissingPane("missing"),
        )
        self.page_pane.afterwards = (self.key_of("recap.confirm"), self.key_of("recap.export"))
        self.asking = Asking(self)
        self.bar = self.asking.bar
        self.menu = Menu()
        self.menus = RecapMenu(self)
        self.projector = False

    def parts(self) -> Iterable[Widget]:
        """The walk, the page, and what is missing on it."""
        return (self.walk_pane, self.page_pane, self.missing)

    def places(self, size: Size) -> dict[str, Region]:
        """The place of every part; the menu opens over the page."""
        places = regions(RecapShape(size, self.asking.rows, self.projector))
        page = places.get("page", Region(0, 0, *size))
        height = self.menu.wanted_height(page.height)
        return places | {"menu": Region(page.x, page.bottom - height, page.width, height)}

    # -- life -----------------------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """The first page that is not confirmed."""
        self.set_focus(self.page_pane)
        resumed = self.asking.resume()
        self.show()
        self.page_pane.choose(resumed)

    def keep_draft(self, *, patient: bool = False) -> None:
        """Keeps what is being typed."""
        self.asking.keep()

    # -- showing --------------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Brings every part in line with the walk."""
        for pane in (self.walk_pane, self.page_pane, self.missing):
            pane.show(self.session)
        self.walk_pane.reveal(str(min(self.session.at + 1, len(self.session.recap.pages) - 1)))
        self.walk_pane.reveal(str(self.session.at))
        self._show_words()

    def _show_words(self) -> None:
        self.header.show(*self._heading())

    def _heading(self) -> tuple[list[Span], list[Span]]:
        p, recap = self.jiyao.palette, self.session.recap
        meeting = self.session.minutes.meeting
        left: list[Span] = [(" ◆ " + _("Recap") + "  ", style(p.warn, bold=True))]
        left.append((meeting.name or meeting.theme, style(p.text, bold=True)))
        done = _("{n}/{total} pages confirmed").format(n=recap.confirmed, total=recap.to_confirm)
        right: list[Span] = [*self._gauge(), (f" {done}  ", style(p.text))]
        if missing := len(recap.findings):
            gaps = ngettext("{n} gap", "{n} gaps", missing).format(n=missing)
            right += [(f"{gaps}  ", style(p.warn))] if not self.projector else []
        return left, [*right, (f"{self.jiyao.clock():%H:%M} ", style(p.dim))]

    def _gauge(self) -> list[Span]:
        """How much is confirmed, as a bar."""
        if self.size.width < 110:
            return []
        p, recap = self.jiyao.palette, self.session.recap
        full = 16 * recap.confirmed // max(1, recap.to_confirm)
        return [("█" * full, style(p.good)), ("░" * (16 - full), style(p.faint))]

    def done(self, said: Result) -> None:
        """After a change: shows it, and says what it was."""
        self.say(said)
        self._keep_choice()
        self.show()

    def _keep_choice(self) -> None:
        """What was singled out may be gone."""
        if self.focused is self.missing and not self.missing.finding(self.missing.chosen):
            self.set_focus(self.page_pane)

    # -- keys -----------------------------------------------------------------------------------------------------

    def caret(self) -> Offset | None:
        """The caret's cell on the terminal, while something is typed."""
        return self.asking.caret()

    def take_typed(self, event: events.Key) -> bool:
        """Typing goes to the bar while it asks something."""
        if self.asking.is_open:
            return self.asking.take_key(event) or not self._is_everywhere(event.key)
        if event.character in _SPACES:
            self.action_menu()
            return True
        return False

    def _is_everywhere(self, key: str) -> bool:
        """Whether a key is one of the app's, which works while something is typed, too."""
        return any(key in command.keys for command in self.jiyao.commands)

    def take_paste(self, text: str) -> bool:
        """A paste goes where one types."""
        self.asking.take_paste(text)
        return True

    # -- pages ----------------------------------------------------------------------------------------------------

    def action_confirm(self) -> None:
        """Enter: the page is confirmed; on the last page the meeting is closed, and once it is, it is polished."""
        if not self.session.closing:
            self._turned(self.session.confirm())
        elif self.session.closed:
            self.jiyao.over("polish")
        elif self.session.unconfirmed or self.session.recap.findings:
            self.menus.closing()
        else:
            self.close_meeting()

    def close_meeting(self) -> None:
        """Ends the meeting, whatever is open."""
        self.done(self.session.close())

    def _turned(self, said: Result) -> None:
        self.page_pane.chosen = None
        self.missing.chosen = None
        self.set_focus(self.page_pane)
        self.done(said)

    def action_turn(self, step: int) -> None:
        """PgUp PgDn."""
        if self.session.turn(step):
            self._turned(Result())

    @on(Pane.Chosen)
    def _clicked(self, message: Pane.Chosen) -> None:
        if message.pane is self.walk_pane and message.pane.chosen:
            self.session.turn_to(int(message.pane.chosen.partition("/")[0]))
            self._turned(Result())
        else:
            self.set_focus(message.pane)

    # -- items ----------------------------------------------------------------------------------------------------

    def action_choose(self, step: int) -> None:
        """Up Down: through the items, then through what is missing."""
        pane = self.missing if self.focused is self.missing else self.page_pane
        before = pane.chosen
        if pane is self.page_pane and self.session.closing and pane.scroll_on(step):
            return
        if pane.chosen is None and step > 0:
            self._choose_first(pane)
        else:
            pane.choose_next(step)
        if pane.chosen == before:
            self._cross(pane, step)

    def _choose_first(self, pane: Pane) -> None:
        first = next((key for key in pane.items if pane.selectable(key)), None)
        pane.choose(first)

    def _cross(self, pane: Pane, step: int) -> None:
        """Past the last item comes what is missing, and back."""
        other: Pane = self.page_pane if pane is self.missing else self.missing
        if (step > 0) == (other is self.missing) and any(other.selectable(key) for key in other.items):
            self.set_focus(other)
            if other is self.missing:
                self._choose_first(other)

    def action_next_finding(self) -> None:
        """Ctrl+N: on whatever page it is."""
        chosen = self.missing.chosen if self.focused is self.missing and not self.session.closing else None
        place = self.session.next_finding(int(chosen) if chosen and chosen.isdigit() else None)
        if place is None:
            self.done(Result(_("Nothing is missing")))
            return
        self.show()
        self.set_focus(self.missing)
        self.missing.choose(str(place))
        finding = self.missing.finding(str(place))
        self.page_pane.choose(finding.item if finding else None)

    def action_menu(self) -> None:
        """Space: what can be done with what is singled out."""
        if self.focused is self.missing and (finding := self.missing.finding(self.missing.chosen)):
            self.menus.finding(finding)
        elif item := self.session.item(self.page_pane.chosen):
            self.menus.item(item)
        elif self.session.closing:
            self.action_confirm()

    # -- the rest -------------------------------------------------------------------------------------------------

    def action_projector(self) -> None:
        """Ctrl+L: large, and nothing on it that is not for everybody's eyes."""
        self.projector = self.page_pane.projector = not self.projector
        self.set_class(self.projector, "projector")
        self.rearrange()
        self.show()
