"""What the polish screen asks in words: another wording, one sentence for several, a sentence nobody typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import events

from exporters.punctuation import sentence
from models import colloquial
from models.i18n import _, ngettext
from models.kinds import KINDS
from models.meeting import Opinion
from models.polish import Part, Sentence, can_merge
from tui.result import Result
from tui.screens import asking
from tui.screens.asking import Asked
from tui.theme import style
from tui.widgets.capture_bar import CaptureBar
from tui.widgets.cells import Span, fit

if TYPE_CHECKING:
    from tui.screens.polish.screen import PolishScreen


class Asking(asking.Asking):
    """The bar of one polish screen."""

    def __init__(self, screen: PolishScreen) -> None:
        super().__init__(screen, screen.sentences, screen.session.unfinished, CaptureBar(self._read))
        self.session = screen.session
        self._editing: Sequence[Sentence] = ()
        """The sentences whose words stand in the bar."""

    def hint(self) -> str:
        """What the keys do meanwhile."""
        return _("Enter stores · Tab takes the written form · Esc puts it aside")

    # -- questions ------------------------------------------------------------------------------------------------

    def words(self, found: Sentence) -> None:
        """Other words for a sentence."""
        title = _("other words for {item}").format(item=self.name_of(found))
        self._ask([found], title, found.text, lambda line: self.session.write(found, line))

    def merged(self, found: Sequence[Sentence]) -> Result:
        """One sentence for several, if they can be one."""
        if not can_merge(found):
            words = _(
                "Resolutions, actions, issues and disputes stay apart: at most one of them in a sentence"
            )
            return Result(words, ok=False)
        title = ngettext("one sentence for {n}", "one sentence for {n}", len(found)).format(n=len(found))
        text = self.session.joined(found)
        self._ask(found, title, text, lambda line: self.session.merge(found, line))
        return Result()

    def addition(self) -> None:
        """A sentence that nobody typed while recording."""
        if topic := self.session.topic:
            self._open([], Asked(_("a sentence of its own"), self.session.add, f"{topic.id}/+"), "")

    def _ask(self, found: Sequence[Sentence], title: str, text: str, answer: Callable[[str], Result]) -> None:
        parts = [part for one in found for part in one.parts]
        self._open(found, Asked(title, answer, ",".join("/".join(part) for part in parts)), text)

    def _open(self, found: Sequence[Sentence], asked: Asked, text: str) -> None:
        self._editing = found
        self.ask(asked, text)

    def name_of(self, found: Sentence) -> str:
        """What a sentence is called where it is asked for."""
        if found.kind is Opinion and (holder := self.session.holder(found)):
            return holder
        lead = found.lead.entry if found.lead else None
        return (lead.code if lead else "") or KINDS[found.kind].name()

    def part(self) -> Part | None:
        """The text whose sentence was asked about; it is forgotten with that."""
        editing, self._editing = self._editing, ()
        return next((part for one in editing for part in one.parts), None)

    # -- keys -----------------------------------------------------------------------------------------------------

    def take_key(self, event: events.Key) -> bool:
        """Typing; Tab takes a written form, Esc puts the words aside."""
        if event.key == "tab":
            return self._take_form()
        if event.key == "escape":
            self._editing = ()
        return super().take_key(event)

    def _take_form(self) -> bool:
        editing = next(iter(self._editing), None)
        brief = self.session.brief(self.bar.text, editing) if editing else []
        if brief:
            spoken, form = brief[0]
            self.bar.replace(0, len(self.bar.text), spoken.replaced(self.bar.text, form))
        return True

    def _read(self, line: str, room: int) -> Sequence[Sequence[Span]]:
        """What the document would print, or the first spoken word that is still in it."""
        p, editing = self._screen.jiyao.palette, next(iter(self._editing), None)
        if editing is None:
            return [[(fit(sentence(line), room), style(p.dim))]]
        if brief := self.session.brief(line, editing):
            words = colloquial.form_label(*brief[0])
            return [[("⚠ ", style(p.warn)), (f"{words}  (Tab)", style(p.text))]]
        return [[(fit(self.session.as_written(editing, line), room), style(p.dim))]]
