"""整理: after the close, topic by topic, what was typed on the left and what the document says on the right.

Nothing here touches what was typed. Every change is a step that undo takes back, and all of it can be done again later.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.geometry import Region, Size
from textual.layout import Layout

from exporters.punctuation import sentence
from models import colloquial, phrases
from models.i18n import _, ngettext
from models.meeting import Opinion
from models.polish import Part, Sentence, can_merge
from tui.polishing import Offer, Polishing
from tui.recording import Said
from tui.screens.asking import Asked, AskingScreen
from tui.screens.polish_menu import PolishMenu
from tui.screens.polish_panes import OffersPane, SentencesPane
from tui.theme import style
from tui.widgets.cells import Span, fit
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


class PolishScreen(AskingScreen):
    """The written side of the open meeting."""

    scope = "polish"
    CSS_PATH = "record.tcss"

    def __init__(self, jiyao: JiyaoApp) -> None:
        super().__init__(jiyao)
        assert jiyao.recorder is not None
        self.polishing = Polishing(jiyao.recorder, jiyao.clock)
        self.sentences, self.offers = SentencesPane(), OffersPane()
        self.menu = Menu()
        self.menus = PolishMenu(self)
        self.header, self.footer = Row("header"), Row("footer")
        self._said: list[Span] = []
        self._editing: Sequence[Sentence] = ()
        """The sentences whose words stand in the bar."""
        self._minute = ""
        self._layout = Places(self._places)

    def compose(self) -> ComposeResult:
        """The parts; where they stand is the layout's."""
        yield self.header
        yield from (self.sentences, self.offers)
        yield self.bar
        yield self.footer
        yield Notice("too-small", self.too_small)
        yield self.menu

    @property
    def layout(self) -> Layout:
        """Arranges by name and size."""
        return self._layout

    def _places(self, size: Size) -> dict[str, Region]:
        bar = self.bar.wanted_height(size.width) if self.asked else 0
        return framed(size, self._body, bar)

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
        self.unfinished |= self.polishing.restore()
        self.set_focus(self.sentences)
        self.show()
        self.sentences.choose_first()
        self.show()
        self.set_interval(_TICK, self._tick)

    def on_unmount(self) -> None:
        """Nothing typed is lost by leaving."""
        self.keep_draft()

    def keep_draft(self) -> None:
        """Keeps the words in the bar, or those last put aside."""
        if self.asked:
            self.polishing.keep(self.asked.key, self.bar.text)
        else:
            key = next(reversed(self.unfinished), "")
            self.polishing.keep(key, self.unfinished.get(key, ""))

    def _tick(self) -> None:
        self.keep_draft()
        minute = f"{self.jiyao.clock():%H:%M}"
        if self.polishing.recorder.poll() or minute != self._minute:
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
        part = part or next((part for one in self._editing for part in one.parts), None)
        self._editing = ()
        self.show()
        if part and (holding := self.polishing.holding(part)):
            self.sentences.choose(holding)
            self.show()

    def name_of(self, found: Sentence) -> str:
        """What a sentence is called where it is asked for."""
        if found.kind is Opinion and (holder := self.polishing.holder(found)):
            return holder
        lead = found.lead.entry if found.lead else None
        return str(getattr(lead, "code", "")) or phrases.kind_label(found.kind)

    # -- keys -----------------------------------------------------------------------------------------------------

    def take_key(self, event: events.Key) -> bool:
        """Menu first, then the bar while it asks; a digit takes what is offered."""
        if self._said:
            self._said = []
            self._show_words()
        if self.menu.is_open and self.menu.take_key(event.key, event.character):
            return True
        self.menu.close()
        if self.asked is not None:
            return self._take_tab() if event.key == "tab" else self.take_answer_key(event)
        character = event.character or ""
        if character in _SPACES:
            self.action_menu()
            return True
        return character.isdecimal() and self._take_digit(int(character))

    def _take_digit(self, digit: int) -> bool:
        offers = self.polishing.offers(self.chosen)
        if 0 < digit <= len(offers):
            self.take_offer(offers[digit - 1])
        return True

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
        if message.pane is self.sentences and self.asked is None:
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
            self.ask_addition()

    def action_leave_out(self) -> None:
        """Del: not for the minutes, and back."""
        if found := self.chosen:
            self.done(self.polishing.toggle(found), found.parts[0] if found.parts else None)

    # -- typing ---------------------------------------------------------------------------------------------------

    def hint(self) -> str:
        """What the keys do while a sentence is being written."""
        return _("Enter stores · Tab takes the written form · Esc puts it aside")

    def action_edit(self) -> None:
        """Enter: other words for a sentence, or one sentence for those that are marked."""
        merging, found = self.polishing.merging, self.chosen
        if len(merging) > 1:
            self._ask_merged(merging)
        elif found:
            self.polishing.marked.clear()
            words = _("other words for {item}").format(item=self.name_of(found))
            self._ask([found], words, found.text, lambda line: self.polishing.write(found, line))

    def _ask_merged(self, merging: list[Sentence]) -> None:
        if not can_merge(merging):
            words = _(
                "Resolutions, actions, issues and disputes stay apart: at most one of them in a sentence"
            )
            self.say(Said(words, ok=False))
            return
        title = ngettext("one sentence for {n}", "one sentence for {n}", len(merging)).format(n=len(merging))
        text = self.polishing.joined(merging)
        self._ask(merging, title, text, lambda line: self.polishing.merge(merging, line))

    def _ask(self, editing: Sequence[Sentence], title: str, text: str, answer: Callable[[str], Said]) -> None:
        self._editing = editing
        parts = [part for one in editing for part in one.parts]
        key = ",".join("/".join(part) for part in parts)
        self.ask(Asked(title, answer, key), text)

    def read_line(self, line: str, room: int) -> Sequence[Sequence[Span]]:
        """What the document would print, and the spoken words that are still in it."""
        p, editing = self.jiyao.palette, next(iter(self._editing), None)
        if editing is None:
            return [[(fit(sentence(line), room), style(p.dim))]]
        if brief := self.polishing.brief(line, editing):
            spoken, form = brief[0]
            words = colloquial.form_label(spoken, form)
            return [[("⚠ ", style(p.warn)), (f"{words}  (Tab)", style(p.text))]]
        return [[(fit(self.polishing.as_written(editing, line), room), style(p.dim))]]

    def _take_tab(self) -> bool:
        """Tab: the first spoken word in its written form."""
        editing = next(iter(self._editing), None)
        brief = self.polishing.brief(self.bar.text, editing) if editing else []
        if brief:
            spoken, form = brief[0]
            self.bar.replace(0, len(self.bar.text), spoken.replaced(self.bar.text, form))
        return True

    def ask_addition(self) -> None:
        """A sentence that nobody typed while recording."""
        topic = self.polishing.topic
        self._editing = ()
        if topic:
            self.ask(Asked(_("a sentence of its own"), self.polishing.add, f"{topic.id}/+"), "")

    def stopped_asking(self) -> None:
        """Back to the sentences; what was put aside stands there again when the same is asked for."""
        self.set_focus(self.sentences)

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
