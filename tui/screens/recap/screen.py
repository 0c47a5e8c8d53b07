"""The recap: the host reads page after page aloud, Enter confirms, and the last page closes the meeting.

Nothing here forbids anything: what is missing is said, can be mended in place, waived, or left for afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from textual import events, on
from textual.geometry import Region, Size
from textual.widget import Widget

from models.i18n import _
from tui.exporting import thresholds
from tui.program import Program
from tui.result import Result
from tui.screens.base import WorkScreen
from tui.screens.held_list import HeldList
from tui.screens.recap.asking import RecapAsking
from tui.screens.recap.commands import RECAP
from tui.screens.recap.layout import beside, projected
from tui.screens.recap.menus import RecapMenu
from tui.screens.recap.panes import MissingPane, PagePane, WalkPane
from tui.screens.recap.session import RecapSession
from tui.screens.recap.text import heading
from tui.widgets.list_pane import ListPane
from tui.widgets.menu import Menu

_SPACES = (" ", "\u3000")


class RecapScreen(WorkScreen[RecapSession]):
    """Walking through the open meeting."""

    scope = RECAP
    menu: Menu

    def __init__(self, jiyao: Program) -> None:
        super().__init__(jiyao, partial(RecapSession, thresholds=thresholds(jiyao.config)))
        self.walk_pane = WalkPane("walk", self.session)
        self.page_pane = PagePane("page", self.session)
        self.missing = MissingPane("missing", self.session)
        self.page_pane.afterwards = (self.key_of("recap.confirm"), self.key_of("recap.export"))
        self.asking = RecapAsking(self, self.page_pane, self.session)
        self.bar = self.asking.bar
        self.menu = Menu()
        self.held = HeldList()
        self.projector = False

    def parts(self) -> Iterable[Widget]:
        """The walk, the page, and what is missing on it."""
        return (self.walk_pane, self.page_pane, self.missing)

    def body(self, room: Region) -> Mapping[str, Region]:
        """The page with the walk and what is missing beside it, or alone and large."""
        return projected(room) if self.projector else beside(room)

    def menu_over(self, room: Region, places: Mapping[str, Region]) -> Region:
        """The menu opens over the page."""
        return places["page"]

    def bar_rows(self, width: int) -> int:
        """The rows of the bar, which is there only while something is asked."""
        return self.asking.rows

    def held_rows(self, size: Size) -> int:
        """The rows of what is not stored, which is nothing for everybody's eyes."""
        return 0 if self.projector else super().held_rows(size)

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

    @property
    def unfinished(self) -> str:
        """What becomes of what is being typed."""
        return self.asking.unfinished

    # -- showing --------------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Brings every part in line with the walk."""
        for pane in (self.walk_pane, self.page_pane, self.missing):
            pane.show()
        self.walk_pane.reveal(str(min(self.session.at + 1, len(self.session.recap.pages) - 1)))
        self.walk_pane.reveal(str(self.session.at))
        self.show_held()
        self.header.show(*heading(self.session, self.jiyao.palette, self.size.width, self.projector))

    def done(self, said: Result) -> None:
        """After a change: shows it, and says what it was."""
        self.say(said)
        self._keep_choice()
        self.show()

    def _keep_choice(self) -> None:
        """What was selected may be gone."""
        if self.focused is self.missing and not self.missing.finding(self.missing.chosen):
            self.set_focus(self.page_pane)

    # -- keys -----------------------------------------------------------------------------------------------------

    def take_typed(self, event: events.Key) -> bool:
        """Typing goes to the bar while it asks something."""
        if self.asking.is_open:
            return self.asking.take_key(event) or not self._is_everywhere(event.key)
        if event.character in _SPACES:
            self.action_menu()
            return True
        return False

    def _is_everywhere(self, key: str) -> bool:
        """Whether a key works while something is typed, too: one of the app's, or the one that says what is stored."""
        commands = (*self.jiyao.commands, self.command("recap.saved"))
        return any(key in command.keys for command in commands)

    def take_paste(self, text: str) -> bool:
        """A paste goes where one types."""
        self.asking.take_paste(text)
        return True

    # -- pages ----------------------------------------------------------------------------------------------------

    def action_confirm(self) -> None:
        """Enter: the page is confirmed; on the last page the meeting is closed, and once it is, it is polished."""
        if not self.session.closing:
            self._ask_numbers_or_go_on()
        elif self.session.closed:
            self.jiyao.over("polish")
        elif self.session.unconfirmed or self.session.recap.findings:
            self._menus.before_closing()
        else:
            self.close_meeting()

    def close_meeting(self) -> None:
        """Ends the meeting, whatever is open."""
        self._ask_numbers_or_go_on()

    def _ask_numbers_or_go_on(self) -> None:
        """Goes on at once, unless numbers would change that the room knows."""
        if changed := self.session.asks_numbers:
            self._menus.before_numbering(changed)
        else:
            self.settle(keep_gaps=False)

    def settle(self, *, keep_gaps: bool) -> None:
        """Confirms the page, or ends the meeting on the last one."""
        if self.session.closing:
            self.done(self.session.close(keep_gaps=keep_gaps))
        else:
            self._turned(self.session.confirm(keep_gaps=keep_gaps))

    def _turned(self, said: Result) -> None:
        self.page_pane.chosen = None
        self.missing.chosen = None
        self.set_focus(self.page_pane)
        self.done(said)

    def action_turn(self, step: int) -> None:
        """PgUp PgDn."""
        if self.session.turn(step):
            self._turned(Result())

    @on(ListPane.Chosen)
    def _clicked(self, message: ListPane.Chosen) -> None:
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
            pane.choose_first()
        else:
            pane.choose_next(step)
        if pane.chosen == before:
            self._cross(pane, step)

    def _cross(self, pane: ListPane, step: int) -> None:
        """Past the last item comes what is missing, and back."""
        other: ListPane = self.page_pane if pane is self.missing else self.missing
        if (step > 0) == (other is self.missing) and any(other.selectable(key) for key in other.items):
            self.set_focus(other)
            if other is self.missing:
                other.choose_first()

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
        """Space: what can be done with what is selected."""
        if self.was_unseen(self.missing if self.focused is self.missing else self.page_pane):
            return
        if self.focused is self.missing and (finding := self.missing.finding(self.missing.chosen)):
            self._menus.about_finding(finding)
        elif item := self.session.item(self.page_pane.chosen):
            self._menus.about_item(item)
        elif self.session.closing:
            self.action_confirm()

    @property
    def _menus(self) -> RecapMenu:
        return RecapMenu(self.session, self.asking, self.menu, self, self.jiyao.palette)

    # -- the rest -------------------------------------------------------------------------------------------------

    def action_projector(self) -> None:
        """Ctrl+L: large, and nothing on it that is not for everybody's eyes."""
        self.projector = self.page_pane.projector = not self.projector
        self.rearrange()
        self.show()
