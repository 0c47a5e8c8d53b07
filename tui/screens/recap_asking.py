"""What the recap asks in words: a correction, an objection, why somebody is absent. The bar is there only meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Offset

from models.i18n import _
from models.meeting import Person
from models.recap import Item
from tui.recording import Said
from tui.screens import record_words as words
from tui.theme import style
from tui.widgets.capture_bar import CaptureBar

if TYPE_CHECKING:
    from tui.screens.recap import RecapScreen

_EDITS: dict[str, Callable[[CaptureBar], object]] = {
    "ctrl+u": CaptureBar.clear,
    "ctrl+z": CaptureBar.undo,
    "ctrl+y": CaptureBar.redo,
}
"""What the keys of the screen mean while something is typed."""


class Asking:
    """The bar of one recap screen, and what is done with what is typed in it."""

    def __init__(self, screen: RecapScreen) -> None:
        self.screen = screen
        self.walk = screen.walk
        self.bar = CaptureBar()
        self._answer: Callable[[str], Said] | None = None

    @property
    def is_open(self) -> bool:
        """Whether something is asked."""
        return self._answer is not None

    @property
    def rows(self) -> int:
        """Rows the bar needs now."""
        return self.bar.wanted_height(self.screen.size.width) if self.is_open else 0

    def caret(self) -> Offset | None:
        """The caret's cell on the terminal, while something is typed."""
        region = self.bar.region
        return region.offset + self.bar.caret_cell() if self.is_open and region.area else None

    # -- questions ------------------------------------------------------------------------------------------------

    def correct(self, entry_id: str) -> None:
        """The entry's words come into the bar; Enter stores them, and the walk goes on where it was."""
        title = _("correct {entry}").format(entry=words.named(self.walk.minutes.entry(entry_id)))
        line = self.walk.recorder.typed(entry_id)
        self._ask(title, line, lambda text: self.walk.correct(entry_id, text))

    def objection(self, item: Item) -> None:
        """Who objects to the item, and what."""
        title = _("objection to {item}: who: what").format(item=item.code or item.label)
        self._ask(title, "", lambda text: self.walk.object_to(item.id, text))

    def absence(self, person: Person) -> None:
        """Why somebody is absent and who stands in."""
        line = words.absence_line(self.walk.minutes, person)
        self._ask(_("absent: reason and stand-in"), line, self.walk.accept)

    def _ask(self, title: str, text: str, answer: Callable[[str], Said]) -> None:
        p = self.screen.jiyao.palette
        self._answer = answer
        self.bar.title = [(title, style(p.warn))]
        self.bar.prompt = [("✎ ", style(p.accent))]
        self.bar.hints = [(_("Enter stores · Esc leaves it as it was"), style(p.dim))]
        self.bar.put(text)
        self.screen.rearrange()
        self.screen.set_focus(self.bar)

    # -- keys -----------------------------------------------------------------------------------------------------

    def take_key(self, event: events.Key) -> bool:
        """Typing; Enter answers, Esc leaves everything as it was."""
        if event.key == "enter":
            self._answered()
        elif event.key == "escape":
            self._stop()
        elif edit := _EDITS.get(event.key):
            edit(self.bar)
        else:
            return self.bar.take_key(event)
        return True

    def take_paste(self, text: str) -> None:
        """A paste goes where one types, on one line."""
        if self.is_open:
            self.bar.insert(" ".join(words.pasted_lines(text)), alone=True)

    def _answered(self) -> None:
        answer, line = self._answer, self.bar.text
        if answer is None or not line.strip():
            return
        said = answer(line)
        if said.ok:
            self._stop()
        self.screen.done(said)

    def _stop(self) -> None:
        self._answer = None
        self.screen.set_focus(self.screen.page_pane)
        self.screen.rearrange()
        self.screen.show()
