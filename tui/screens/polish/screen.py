"""整理: after the close, topic by topic, what was typed on the left and what the document says on the right.

Nothing here touches what was typed. Every change is a step that undo takes back, and all of it can be done again later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.geometry import Offset, Region, Size
from textual.layout import Layout

from models.i18n import _
from models.meeting import Written
from models.polish import Part, Sentence
from tui.screens.base import CommandScreen
from tui.screens.polish.asking import Asking
from tui.screens.polish.commands import POLISH
from tui.screens.polish.menus import PolishMenu
from tui.screens.polish.panes import OffersPane, SentencesPane
from tui.screens.polish.session import Offer, Polishing
from tui.screens.record.session import Said
from tui.theme import style
from tui.widgets.capture_bar import CaptureBar, typed
from tui.widgets.cells import Span
from tui.widgets.drawn import Row
from tui.widgets.hints import key_line
from tui.widgets.menu import Menu
from tui.widgets.notice import Notice
from tui.widgets.pane import Pane
from tui.widgets.places import Places, framed

if TYPE_CHECKING:
    from tui.app import JiyaoApp

_TICK = 0.5
"""Seconds between looks at other windows, at the clock and at the unfinished line."""
_SPACES = (" ", "\u3000")


class PolishScreen(CommandScreen):
    """The written side of the open meeting."""

    scope = POLISH

    def __init__(self, jiyao: JiyaoApp) -> None:
        super().__init__(jiyao)
        assert jiyao.meeting is not None
        self.polishing = Polishing(jiyao.meeting)
        self.sentences, self.offers = SentencesPane(), OffersPane()
        self.asking = Asking(self)
        self.menu = Menu()
        self.menus = PolishMenu(self)
        self.header, self.footer = Row("header"), Row("footer")
        self._said: list[Span] = []
        self._minute = ""
        self._layout = Places(self._places)

    def compose(self) -> ComposeResult:
        """The parts; where they stand is the layout's."""
        yield self.header
        yield from (self.sentences, self.offers)
        yield self.asking.bar
        yield self.footer
        yield Notice("too-small", self.too_small)
        yield self.menu

    @property
    def layout(self) -> Layout:
        """Arranges by name and size."""
        return self._layout

    def _places(self, size: Size) -> dict[str, Region]:
        return framed(size, self._body, self.asking.rows)

    def _body(self, body: Region) -> dict[str, Region]:
        below = min(8, max(5, body.height // 4))
        menu = self.menu.wanted_height(body.height)
        return {
            "sentences": Region(0, body.y, body.width, body.height - below),
            "offers": Region(0, body.bottom - below, body.width, below),
            "menu": Region(0, body.bottom - menu, body.width, menu),
        }

    # -- life -----------------------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """The first sentence of the first topic, with what stood unfinished."""
        self.set_focus(self.sentences)
        self.show()
        self.sentences.choose_first()
        self.show()
        self.set_interval(_TICK, self._tick)

    def on_unmount(self) -> None:
        """Nothing typed is lost by leaving."""
        self.keep_draft()

    def keep_draft(self) -> None:
        """Keeps what is being written."""
        self.asking.keep()

    def _tick(self) -> None:
        self.keep_draft()
        minute = f"{self.jiyao.clock():%H:%M}"
        if self.polishing.recording.meeting.poll() or minute != self._minute:
            self._minute = minute
            self.show()

    def on_resize(self) -> None:
        """Another size may mean another arrangement."""
        self.show()

    # -- showing --------------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> Sentence | None:
        """The sentence one is on."""
        return self.polishing.sentence(self.sentences.chosen)

    def show(self) -> None:
        """Brings every part in line with the meeting."""
        self.sentences.show(self.polishing)
        if self.sentences.chosen is None:
            self.sentences.choose_first()
        self.offers.show(self.polishing, self.sentences.chosen)
        self._show_words()

    def _show_words(self) -> None:
        self.header.show(*self._heading())
        commands = (*self.commands, *self.jiyao.commands)
        self.footer.show(self._said or key_line(commands, self.jiyao.palette, self.size.width))

    def _heading(self) -> tuple[list[Span], list[Span]]:
        p, topic = self.jiyao.palette, self.polishing.topic
        name = f"{topic.number} {topic.title}".strip() if topic else _("no topic yet")
        left: list[Span] = [(" ◆ " + _("Polish") + "  ", style(p.accent, bold=True))]
        left.append((name, style(p.text, bold=True)))
        meeting = self.polishing.minutes.meeting
        left.append((f"  {meeting.name or meeting.theme}", style(p.dim)))
        count, total = self.polishing.at + 1, len(self.polishing.topics)
        place = _("topic {n} of {total}").format(n=count, total=total) if total else ""
        state = [] if meeting.closed_at else [(_("not closed yet") + "  ", style(p.warn))]
        return left, [*state, (f"{place}  ", style(p.text)), (f"{self.jiyao.clock():%H:%M} ", style(p.dim))]

    def rearrange(self) -> None:
        """Other parts have a place now; Textual asks the layout again when a child of the screen wants it."""
        self.header.refresh(layout=True)
        self.show()
        self.call_after_refresh(self.sentences.reveal, self.sentences.chosen)

    def say(self, said: Said) -> None:
        """Words in place of the keys, until the next key."""
        p = self.jiyao.palette
        if said.words:
            sign = (" ✓ ", style(p.good)) if said.ok else (" ✗ ", style(p.bad))
            self._said = [sign, (said.words, style(p.text))]
        self._show_words()

    def done(self, said: Said, part: Part | None = None) -> None:
        """After a change: shows it, stays on the sentence that holds what one was on, and says what it was."""
        self.say(said)
        part = part or self.asking.part()
        self.show()
        if part and (holding := self.polishing.holding(part)):
            self.sentences.choose(holding)
            self.show()

    # -- keys -----------------------------------------------------------------------------------------------------

    def caret(self) -> Offset | None:
        """The caret's cell on the terminal, while something is typed."""
        return self.asking.caret()

    def take_paste(self, text: str) -> bool:
        """A paste goes where one types."""
        if self._begin_typing():
            self.asking.take_paste(text)
        return True

    def take_key(self, event: events.Key) -> bool:
        """Menu first, then the bar while it asks; a digit takes what is offered."""
        if self._said:
            self._said = []
            self._show_words()
        if self.menu.is_open and self.menu.take_key(event.key, event.character):
            return True
        self.menu.close()
        if self.asking.is_open:
            return self.asking.take_key(event)
        character = typed(event)
        if character in _SPACES:
            self.action_menu()
        elif character.isdecimal():
            self._take_digit(int(character))
        elif not character or not self._begin_typing():
            return False
        else:
            return self.asking.take_key(event)
        return True

    def _begin_typing(self) -> bool:
        """Text that arrives is meant for the sentence one is on."""
        if not self.asking.is_open:
            (self.action_edit if self.chosen else self.asking.addition)()
        return self.asking.is_open

    def _take_digit(self, digit: int) -> None:
        offers = self.polishing.offers(self.chosen)
        if 0 < digit <= len(offers):
            self.take_offer(offers[digit - 1])

    def take_offer(self, offer: Offer) -> None:
        """Does what a digit offers, and stays on the sentence."""
        found = self.chosen
        self.done(offer.take(), found.parts[0] if found and found.parts else None)

    def action_choose(self, step: int) -> None:
        """Up Down."""
        self.sentences.choose_next(step)
        self.offers.show(self.polishing, self.sentences.chosen)

    @on(Pane.Chosen)
    def _clicked(self, message: Pane.Chosen) -> None:
        if message.pane is self.sentences and not self.asking.is_open:
            self.set_focus(self.sentences)
            self.offers.show(self.polishing, self.sentences.chosen)

    def action_turn(self, step: int) -> None:
        """PgUp PgDn."""
        if self.polishing.turn(step):
            self.sentences.choose(None)
            self.show()
            self.sentences.choose_first()
            self.show()

    def action_next(self) -> None:
        """Ctrl+N: the next sentence that wants a look, on whatever topic."""
        found = self.polishing.next_to_look_at(self.sentences.chosen)
        if found is None:
            self.say(Said(_("No spoken words, and nothing has changed since it was written")))
            return
        self.show()
        self.sentences.choose(found)
        self.show()

    def go_to(self, written: Written) -> None:
        """Singles out a written sentence, in whatever topic."""
        if found := self.polishing.go_to(written.id):
            self.show()
            self.sentences.choose(found)
            self.show()

    def action_mark(self) -> None:
        """Tab: the sentence is one of those that become one; on to the next."""
        self.polishing.mark(self.sentences.chosen)
        self.sentences.choose_next(1)
        self.show()

    def action_menu(self) -> None:
        """Space."""
        if found := self.chosen:
            self.menus.open(found)
        elif self.polishing.topic:
            self.asking.addition()

    def action_leave_out(self) -> None:
        """Del: not for the minutes, and back."""
        if found := self.chosen:
            self.done(self.polishing.toggle(found), found.parts[0] if found.parts else None)

    # -- typing ---------------------------------------------------------------------------------------------------

    def action_edit(self) -> None:
        """Enter: other words for a sentence, or one sentence for those that are marked."""
        merging, found = self.polishing.merging, self.chosen
        if len(merging) > 1:
            self.sentences.choose(merging[0].id)
            self.say(self.asking.merged(merging))
        elif found:
            self.polishing.marked.clear()
            self.asking.words(found)

    @on(CaptureBar.Resized)
    def _bar_resized(self) -> None:
        self.rearrange()

    # -- the rest -------------------------------------------------------------------------------------------------

    def action_undo(self) -> None:
        """Ctrl+Z."""
        self.done(self.polishing.undo())

    def action_redo(self) -> None:
        """Ctrl+Y."""
        self.done(self.polishing.redo())

    def action_export(self) -> None:
        """Ctrl+O."""
        from tui.screens.exporting import export_document

        self.done(export_document(self.polishing.minutes, self.jiyao.clock(), self.jiyao.config))

    def action_back(self) -> None:
        """Esc: the marks go first, then back to where one came from."""
        if self.polishing.marked:
            self.polishing.marked.clear()
            self.show()
        elif len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        else:
            self.jiyao.show("home")
