"""整理: after the close, topic by topic, what was typed on the left and what the document says on the right.

Nothing here touches what was typed. Every change is a step that undo takes back, and all of it can be done again later.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual import events, on
from textual.geometry import Region
from textual.widget import Widget

from models.i18n import _
from models.meeting import Written
from models.polish import Part, Sentence
from tui.program import Program
from tui.result import Result
from tui.screens.base import WorkScreen
from tui.screens.held_list import HeldList
from tui.screens.polish.asking import PolishAsking
from tui.screens.polish.commands import POLISH
from tui.screens.polish.menus import SentenceMenu
from tui.screens.polish.panes import OffersPane, SentencesPane
from tui.screens.polish.session import Offer, PolishSession
from tui.theme import style
from tui.widgets.capture_bar import typed
from tui.widgets.list_pane import ListPane
from tui.widgets.menu import Menu
from tui.widgets.typesetting import Span

_SPACES = (" ", "\u3000")


class PolishScreen(WorkScreen[PolishSession]):
    """The written side of the open meeting."""

    scope = POLISH
    menu: Menu

    def __init__(self, jiyao: Program) -> None:
        super().__init__(jiyao, PolishSession)
        self.sentences, self.offers = SentencesPane(self.session), OffersPane(self.session)
        self.asking = PolishAsking(self, self.sentences, self.session)
        self.bar = self.asking.bar
        self.menu = Menu()
        self.held = HeldList()

    def parts(self) -> Iterable[Widget]:
        """The sentences, and below what is offered for one."""
        return (self.sentences, self.offers)

    def body(self, room: Region) -> dict[str, Region]:
        """The sentences over the offers."""
        below = min(8, max(5, room.height // 4))
        return {
            "sentences": Region(0, room.y, room.width, room.height - below),
            "offers": Region(0, room.bottom - below, room.width, below),
        }

    def bar_rows(self, width: int) -> int:
        """The rows of the bar, which is there only while something is asked."""
        return self.asking.rows

    # -- life -----------------------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Selects the first sentence of the first topic."""
        self.set_focus(self.sentences)
        self.show()
        self.sentences.choose_first()
        self.show()

    def keep_draft(self, *, patient: bool = False) -> None:
        """Keeps what is being written."""
        self.asking.keep()

    @property
    def unfinished(self) -> str:
        """What becomes of what is being written."""
        return self.asking.unfinished

    # -- showing --------------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> Sentence | None:
        """The sentence one is on."""
        return self.session.sentence(self.sentences.chosen)

    def show(self) -> None:
        """Brings every part in line with the meeting."""
        self.sentences.show()
        if self.sentences.chosen is None:
            self.sentences.choose_first()
        self.offers.show(self.sentences.chosen)
        self.show_held()
        self.header.show(*self._heading())

    def _heading(self) -> tuple[list[Span], list[Span]]:
        p, topic = self.jiyao.palette, self.session.topic
        name = f"{topic.number} {topic.title}".strip() if topic else _("no topic yet")
        left: list[Span] = [(" ◆ " + _("Polish") + "  ", style(p.accent, bold=True))]
        left.append((name, style(p.text, bold=True)))
        meeting = self.session.minutes.meeting
        left.append((f"  {meeting.name or meeting.theme}", style(p.dim)))
        count, total = self.session.at + 1, len(self.session.topics)
        place = _("topic {n} of {total}").format(n=count, total=total) if total else ""
        state = [] if meeting.closed_at else [(_("not closed yet") + "  ", style(p.warn))]
        return left, [*state, (f"{place}  ", style(p.text)), (f"{self.jiyao.clock():%H:%M} ", style(p.dim))]

    def rearrange(self) -> None:
        """Gives the parts their places anew, the sentence one is on in view."""
        super().rearrange()
        self.show()
        self.call_after_refresh(self.sentences.reveal, self.sentences.chosen)

    def done(self, said: Result, part: Part | None = None) -> None:
        """Shows what came of a change, and stays on the sentence that holds what one was on."""
        self.say(said)
        part = part or self.asking.take_part()
        self.show()
        if part and (holding := self.session.holding(part)):
            self.sentences.choose(holding)
            self.show()

    # -- keys -----------------------------------------------------------------------------------------------------

    def take_paste(self, text: str) -> bool:
        """Types a paste, into the sentence one is on."""
        if self._begin_typing():
            self.asking.take_paste(text)
        return True

    def take_typed(self, event: events.Key) -> bool:
        """Types into the bar while it asks; a digit takes what is offered."""
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
        """Opens the bar for text that arrives: it is meant for the sentence one is on."""
        if not self.asking.is_open:
            (self.action_edit if self.chosen else self.action_add)()
        return self.asking.is_open

    def _take_digit(self, digit: int) -> None:
        offers = self.session.offers(self.chosen)
        if 0 < digit <= len(offers):
            self.take_offer(offers[digit - 1])

    def take_offer(self, offer: Offer) -> None:
        """Does what a digit offers, and stays on the sentence."""
        found = self.chosen
        self.done(offer.take(), found.parts[0] if found and found.parts else None)

    def action_choose(self, step: int) -> None:
        """Selects another sentence: Up Down."""
        self.sentences.choose_next(step)
        self.offers.show(self.sentences.chosen)

    @on(ListPane.Chosen)
    def _clicked(self, message: ListPane.Chosen) -> None:
        if message.pane is self.sentences and not self.asking.is_open:
            self.set_focus(self.sentences)
            self.offers.show(self.sentences.chosen)

    def action_turn(self, step: int) -> None:
        """Turns to another topic: PgUp PgDn."""
        if self.session.turn(step):
            self.sentences.choose(None)
            self.show()
            self.sentences.choose_first()
            self.show()

    def action_next(self) -> None:
        """Selects the next sentence that wants a look, on whatever topic: Ctrl+N."""
        found = self.session.next_to_look_at(self.sentences.chosen)
        if found is None:
            self.say(Result(_("No spoken words, and nothing has changed since it was written")))
            return
        self.show()
        self.sentences.choose(found)
        self.show()

    def go_to(self, written: Written) -> None:
        """Selects a written sentence, in whatever topic."""
        if found := self.session.go_to(written.id):
            self.show()
            self.sentences.choose(found)
            self.show()

    def action_mark(self) -> None:
        """Marks the sentence to become one with others, and goes to the next: Tab."""
        self.session.mark(self.sentences.chosen)
        self.sentences.choose_next(1)
        self.show()

    def action_menu(self) -> None:
        """Opens the menu of the sentence: Space."""
        if found := self.chosen:
            p = self.jiyao.palette
            title = [(self.session.name_of(found), style(p.accent, bold=True))]
            self.menu.open(title, SentenceMenu(self.session, self, p).choices(found))
        elif self.session.topic:
            self.action_add()

    def action_leave_out(self) -> None:
        """Leaves the sentence out of the minutes, or takes it in again: Del."""
        if (found := self.chosen) and not self.was_unseen(self.sentences):
            self.done(self.session.toggle(found), found.parts[0] if found.parts else None)

    # -- typing ---------------------------------------------------------------------------------------------------

    def action_edit(self) -> None:
        """Asks for other words for the sentence, or for one sentence for those that are marked: Enter."""
        merging, found = self.session.merging, self.chosen
        if len(merging) > 1:
            self.sentences.choose(merging[0].id)
            self.say(self.asking.ask_merged(merging))
        elif found:
            self.session.marked.clear()
            self.asking.ask_words(found)

    def action_add(self) -> None:
        """Asks for a sentence nobody typed, by the menu or by typing where there is none."""
        self.asking.ask_addition()

    # -- the rest -------------------------------------------------------------------------------------------------

    def action_back(self) -> None:
        """Takes the marks off, then goes back to where one came from: Esc."""
        if self.session.marked:
            self.session.marked.clear()
            self.show()
        elif len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        else:
            self.jiyao.show("home")
