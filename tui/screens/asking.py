"""A screen whose bar is there only while it asks for a line: the words of an entry, an answer, an objection."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events, on
from textual.geometry import Offset

from models.i18n import _
from tui.recording import Said
from tui.screens import record_words as words
from tui.screens.base import CommandScreen
from tui.theme import style
from tui.widgets.capture_bar import CaptureBar
from tui.widgets.cells import Span

if TYPE_CHECKING:
    from tui.app import JiyaoApp

_EDITS: dict[str, Callable[[CaptureBar], object]] = {
    "ctrl+u": CaptureBar.clear,
    "ctrl+z": CaptureBar.undo,
    "ctrl+y": CaptureBar.redo,
}
"""What the keys of a screen mean while something is typed."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A line that is asked for."""

    prompt: str
    answer: Callable[[str], Said]
    """What is done with it; the bar stays where that fails."""
    key: str = ""
    """What an unfinished line is kept under; one without is given up by Esc."""


class AskingScreen(CommandScreen):
    """Asks in its bar; a subclass arranges its parts and shows them."""

    def __init__(self, jiyao: JiyaoApp) -> None:
        super().__init__(jiyao)
        self.bar = CaptureBar(self.read_line)
        self.asked: Asked | None = None
        """What the bar asks for; None while it is not there."""
        self._given = ""
        """What stood in the bar before anything was typed."""
        self.unfinished: dict[str, str] = {}
        """Lines that were left with Esc, by their key: pressing Esc cancels a composition and must not lose them."""

    # -- what a subclass gives ------------------------------------------------------------------------------------

    def read_line(self, line: str, room: int) -> Sequence[Sequence[Span]]:
        """What stands above the line; it is not a line of the meeting."""
        return []

    def rearrange(self) -> None:
        """Other parts have a place now."""
        raise NotImplementedError

    def stopped_asking(self) -> None:
        """The bar is no longer there."""
        raise NotImplementedError

    def done(self, said: Said) -> None:
        """Something was changed, or could not be."""
        raise NotImplementedError

    def hint(self) -> str:
        """What the keys do while the bar is there."""
        return _("Enter stores · Esc leaves it as it was")

    # -- asking ---------------------------------------------------------------------------------------------------

    def ask(self, asked: Asked, text: str) -> None:
        """Opens the bar with a text in it, or with what was left unfinished of it."""
        p = self.jiyao.palette
        self.asked, self._given = asked, text
        self.bar.title = [(asked.prompt, style(p.warn))]
        self.bar.prompt = [("✎ ", style(p.accent))]
        self.bar.hints = [(self.hint(), style(p.dim))]
        self.bar.put(self.unfinished.pop(asked.key, text))
        self.bar.read_again()
        self.rearrange()
        self.set_focus(self.bar)

    def stop_asking(self) -> None:
        """Takes the bar away."""
        self.asked = None
        self.stopped_asking()
        self.rearrange()

    def caret(self) -> Offset | None:
        """The caret's cell on the terminal, while something is typed."""
        shown = self.asked is not None and self.bar.region.area
        return self.bar.region.offset + self.bar.caret_cell() if shown else None

    def take_answer_key(self, event: events.Key) -> bool:
        """A key while the bar is there."""
        if event.key == "enter":
            self._answered()
        elif event.key == "escape":
            self.give_up()
        elif edit := _EDITS.get(event.key):
            edit(self.bar)
        else:
            return self.bar.take_key(event)
        return True

    def give_up(self) -> None:
        """Esc: the line is put aside, if it can be."""
        if self.asked and self.asked.key and self.bar.text != self._given:
            self.unfinished[self.asked.key] = self.bar.text
        self.stop_asking()

    def _answered(self) -> None:
        asked, line = self.asked, self.bar.text
        if asked is None or not line.strip():
            return
        said = asked.answer(line)
        if said.ok:
            self.stop_asking()
        self.done(said)

    def take_paste(self, text: str) -> bool:
        """A paste goes where one types, on one line."""
        if self.asked is not None:
            self.bar.insert(" ".join(words.pasted_lines(text)), alone=True)
        return True

    @on(CaptureBar.Resized)
    def _bar_resized(self) -> None:
        self.rearrange()
