"""Questions of the polish screen: another wording, one sentence for several, a sentence nobody typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.widget import Widget

from exporters.punctuation import sentence
from models import colloquial
from models.i18n import _, ngettext
from models.polish import Part, Sentence, can_merge
from tui.result import Result
from tui.screens.asking import Asked, Asking, Asks
from tui.screens.polish.session import PolishSession
from tui.theme import style
from tui.widgets.capture_bar import CaptureBar
from tui.widgets.typesetting import Span, fit


class PolishAsking(Asking):
    """The bar of the polish screen while it asks, with the written form of what is typed in it."""

    def __init__(self, screen: Asks, home: Widget, session: PolishSession) -> None:
        super().__init__(screen, home, session.unfinished, CaptureBar(self._read))
        self.session = session
        self._editing: Sequence[Sentence] = ()
        """The sentences whose words stand in the bar."""

    def hint(self) -> str:
        """Hint of what the keys do while it asks."""
        return _("Enter stores · Tab takes the written form · Esc puts it aside")

    # -- questions ------------------------------------------------------------------------------------------------

    def ask_words(self, found: Sentence) -> None:
        """Asks for other words for a sentence."""
        title = _("other words for {item}").format(item=self.session.name_of(found))
        self._ask([found], title, found.text, lambda line: self.session.write(found, line))

    def ask_merged(self, found: Sequence[Sentence]) -> Result:
        """Asks for one sentence for several, if they can be one."""
        if not can_merge(found):
            words = _(
                "Resolutions, actions, issues and disputes stay apart: at most one of them in a sentence"
            )
            return Result(words, ok=False)
        title = ngettext("one sentence for {n}", "one sentence for {n}", len(found)).format(n=len(found))
        text = self.session.joined(found)
        self._ask(found, title, text, lambda line: self.session.merge(found, line))
        return Result()

    def ask_addition(self) -> None:
        """Asks for a sentence that nobody typed while recording."""
        if topic := self.session.topic:
            self._open([], Asked(_("a sentence of its own"), self.session.add, f"{topic.id}/+"), "")

    def _ask(self, found: Sequence[Sentence], title: str, text: str, answer: Callable[[str], Result]) -> None:
        parts = [part for one in found for part in one.parts]
        self._open(found, Asked(title, answer, ",".join("/".join(part) for part in parts)), text)

    def _open(self, found: Sequence[Sentence], asked: Asked, text: str) -> None:
        self._editing = found
        self.ask(asked, text)

    def take_part(self) -> Part | None:
        """Gives the text whose sentence was asked about, once."""
        editing, self._editing = self._editing, ()
        return next((part for one in editing for part in one.parts), None)

    # -- keys -----------------------------------------------------------------------------------------------------

    def take_key(self, event: events.Key) -> bool:
        """Types; Tab takes a written form, Esc puts the words aside."""
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
        """The line under the bar: what the document would print, or the first spoken word that is still in it."""
        p, editing = self._screen.jiyao.palette, next(iter(self._editing), None)
        if editing is None:
            return [[(fit(sentence(line), room), style(p.dim))]]
        if brief := self.session.brief(line, editing):
            words = colloquial.form_label(*brief[0])
            return [[("⚠ ", style(p.warn)), (f"{words}  (Tab)", style(p.text))]]
        return [[(fit(self.session.as_written(editing, line), room), style(p.dim))]]
