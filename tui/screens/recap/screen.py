"""The recap: the host reads page after page aloud, Enter confirms, and the last page closes the meeting.

Nothing here forbids anything: what is missing is said, can be mended in place, let pass, or left for afterwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.geometry import Offset, Region, Size
from textual.layout import Layout

from models.findings import Thresholds
from models.i18n import _, ngettext
from tui.screens.base import CommandScreen
from tui.screens.recap.asking import Asking
from tui.screens.recap.commands import RECAP
from tui.screens.recap.layout import RecapShape, regions
from tui.screens.recap.menus import RecapMenu
from tui.screens.recap.panes import MissingPane, PagePane, WalkPane
from tui.screens.recap.session import Walk
from tui.screens.record.session import Said
from tui.theme import style
from tui.widgets.capture_bar import CaptureBar
from tui.widgets.cells import Span
from tui.widgets.drawn import Row
from tui.widgets.hints import key_line
from tui.widgets.menu import Menu
from tui.widgets.notice import Notice
from tui.widgets.pane import Pane
from tui.widgets.places import Places

if TYPE_CHECKING:
    from tui.app import JiyaoApp

_TICK = 0.5
"""Seconds between looks at other windows, at the clock and at the unfinished line."""
_SPACES = (" ", "\u3000")


class RecapScreen(CommandScreen):
    """Walking through the open meeting."""

    scope = RECAP

    def __init__(self, jiyao: JiyaoApp) -> None:
        super().__init__(jiyao)
        assert jiyao.meeting is not None
        settings = jiyao.config.findings if jiyao.config else {}
        self.walk = Walk(jiyao.meeting, Thresholds.from_config(settings))
        self.walk_pane, self.page_pane, self.missing = (
            WalkPane("walk"),
            PagePane("page"),
            MissingPane("missing"),
        )
        self.page_pane.afterwards = (self.key_of("recap.confirm"), self.key_of("recap.export"))
        self.asking = Asking(self)
        self.menu = Menu()
        self.menus = RecapMenu(self)
        self.header, self.footer = Row("header"), Row("footer")
        self.projector = False
        self._said: list[Span] = []
        self._layout = Places(self._places)
        self._minute = ""

    def compose(self) -> ComposeResult:
        """The parts; where they stand is the layout's."""
        yield self.header
        yield from (self.walk_pane, self.page_pane, self.missing)
        yield self.asking.bar
        yield self.footer
        yield Notice("too-small", self.too_small)
        yield self.menu

    @property
    def layout(self) -> Layout:
        """Arranges by name and size."""
        return self._layout

    def _places(self, size: Size) -> dict[str, Region]:
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
        self.set_interval(_TICK, self._tick)

    def on_unmount(self) -> None:
        """Nothing typed is lost by leaving."""
        self.asking.keep()

    def _tick(self) -> None:
        self.asking.keep()
        minute = f"{self.jiyao.clock():%H:%M}"
        if self.walk.recording.meeting.poll() or minute != self._minute:
            self._minute = minute
            self.show()

    def on_resize(self) -> None:
        """Another size may mean another arrangement."""
        self.show()

    # -- showing --------------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Brings every part in line with the walk."""
        for pane in (self.walk_pane, self.page_pane, self.missing):
            pane.show(self.walk)
        self.walk_pane.reveal(str(min(self.walk.at + 1, len(self.walk.recap.pages) - 1)))
        self.walk_pane.reveal(str(self.walk.at))
        self._show_words()

    def _show_words(self) -> None:
        self.header.show(*self._heading())
        commands = (*self.commands, *self.jiyao.commands)
        self.footer.show(self._said or key_line(commands, self.jiyao.palette, self.size.width))

    def _heading(self) -> tuple[list[Span], list[Span]]:
        p, recap = self.jiyao.palette, self.walk.recap
        meeting = self.walk.minutes.meeting
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
        p, recap = self.jiyao.palette, self.walk.recap
        full = 16 * recap.confirmed // max(1, recap.to_confirm)
        return [("█" * full, style(p.good)), ("░" * (16 - full), style(p.faint))]

    def rearrange(self) -> None:
        """Other parts have a place now; Textual asks the layout again when a child of the screen wants it."""
        self.header.refresh(layout=True)

    def say(self, said: Said) -> None:
        """Words in place of the keys, until the next key."""
        p = self.jiyao.palette
        if said.words:
            sign = (" ✓ ", style(p.good)) if said.ok else (" ✗ ", style(p.bad))
            self._said = [sign, (said.words, style(p.text))]
            self._show_words()

    def done(self, said: Said) -> None:
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

    def take_key(self, event: events.Key) -> bool:
        """Menu first, then the bar while it asks something."""
        if self._said:
            self._said = []
            self._show_words()
        if self.menu.is_open and self.menu.take_key(event.key, event.character):
            return True
        self.menu.close()
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
        if not self.walk.closing:
            self._turned(self.walk.confirm())
        elif self.walk.closed:
            self.jiyao.action_polish()
        elif self.walk.unconfirmed or self.walk.recap.findings:
            self.menus.closing()
        else:
            self.close_meeting()

    def close_meeting(self) -> None:
        """Ends the meeting, whatever is open."""
        self.done(self.walk.close())

    def _turned(self, said: Said) -> None:
        self.page_pane.chosen = None
        self.missing.chosen = None
        self.set_focus(self.page_pane)
        self.done(said)

    def action_turn(self, step: int) -> None:
        """PgUp PgDn."""
        if self.walk.turn(step):
            self._turned(Said())

    @on(Pane.Chosen)
    def _clicked(self, message: Pane.Chosen) -> None:
        if message.pane is self.walk_pane and message.pane.chosen:
            self.walk.turn_to(int(message.pane.chosen.partition("/")[0]))
            self._turned(Said())
        else:
            self.set_focus(message.pane)

    # -- items ----------------------------------------------------------------------------------------------------

    def action_choose(self, step: int) -> None:
        """Up Down: through the items, then through what is missing."""
        pane = self.missing if self.focused is self.missing else self.page_pane
        before = pane.chosen
        if pane is self.page_pane and self.walk.closing and pane.scroll_on(step):
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
        chosen = self.missing.chosen if self.focused is self.missing and not self.walk.closing else None
        place = self.walk.next_finding(int(chosen) if chosen and chosen.isdigit() else None)
        if place is None:
            self.done(Said(_("Nothing is missing")))
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
        elif item := self.walk.item(self.page_pane.chosen):
            self.menus.item(item)
        elif self.walk.closing:
            self.action_confirm()

    @on(CaptureBar.Resized)
    def _bar_resized(self) -> None:
        self.rearrange()

    # -- the rest -------------------------------------------------------------------------------------------------

    def action_projector(self) -> None:
        """Ctrl+L: large, and nothing on it that is not for everybody's eyes."""
        self.projector = self.page_pane.projector = not self.projector
        self.set_class(self.projector, "projector")
        self.rearrange()
        self.show()

    def action_undo(self) -> None:
        """Ctrl+Z."""
        self.done(self.walk.undo())

    def action_redo(self) -> None:
        """Ctrl+Y."""
        self.done(self.walk.redo())

    def action_export(self) -> None:
        """Ctrl+O."""
        from tui.screens.exporting import export_document

        self.done(export_document(self.walk.minutes, self.jiyao.clock(), self.jiyao.config))

    def action_back(self) -> None:
        """Esc: back to where one came from."""
        self.app.pop_screen()
