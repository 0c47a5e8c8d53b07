"""A bar that is there only while a screen asks for a line: other words, an objection, who stands in.

People press Esc to cancel what they compose with an input method. So it only puts the words aside; they stand in the
bar again when the same is asked for, also after a crash.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from textual import events
from textual.geometry import Size
from textual.widget import Widget

from models.i18n import _
from models.text import pasted_lines
from tui.program import Program
from tui.result import Result
from tui.theme import style
from tui.unfinished import Unfinished
from tui.widgets.capture_bar import CaptureBar

_EDITS: dict[str, Callable[[CaptureBar], object]] = {
    "ctrl+u": CaptureBar.clear,
    "ctrl+z": CaptureBar.undo,
    "ctrl+y": CaptureBar.redo,
    "shift+tab": CaptureBar.next_reading,
}
"""What the keys of the screen mean while something is typed."""


class Asks(Protocol):
    """A screen with such a bar."""

    jiyao: Program

    @property
    def size(self) -> Size:
        """Its cells."""

    def set_focus(self, widget: Widget | None) -> None:
        """Where keys go that nobody took."""

    def rearrange(self) -> None:
        """Other parts have a place now."""

    def show(self) -> None:
        """Brings every part in line with the meeting."""

    def done(self, said: Result) -> None:
        """Something was changed, or could not be."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A line that is asked for."""

    title: str
    answer: Callable[[str], Result]
    """What is done with it; the bar stays where it is no answer, and what is to wait is held."""
    key: str
    """What it is for; an unfinished line is kept under it."""
    closing: str = ""
    """What stands behind the caret where the line ends with it: a bracket."""

    def caret(self, line: str) -> int:
        """Where the caret stands in a line at first."""
        return len(line) - len(self.closing) * line.endswith(self.closing)


class Asking:
    """The bar of one screen, and what is done with what is typed in it."""

    def __init__(
        self, screen: Asks, home: Widget, unfinished: Unfinished, bar: CaptureBar | None = None
    ) -> None:
        self._screen = screen
        self._home = home
        """What has the focus when nothing is asked."""
        self.bar = bar or CaptureBar()
        self.asked: Asked | None = None
        self._unfinished = unfinished
        self.left = unfinished.restore()
        """What stood unfinished when the screen was last left or lost."""
        self._aside = {self.left.key: self.left.line} if self.left else {}
        """Lines that were left with Esc or by a crash, by what they are for."""
        self._given = ""
        """What stood in the bar before anything was typed."""

    @property
    def is_open(self) -> bool:
        """Whether something is asked."""
        return self.asked is not None

    @property
    def rows(self) -> int:
        """Rows the bar needs now."""
        return self.bar.wanted_height(self._screen.size.width) if self.is_open else 0

    @property
    def unfinished(self) -> str:
        """What becomes of what is typed in it."""
        kept = _("the line in the bar is kept but not stored yet: Enter stores it")
        return kept if self.is_open and self._changed.strip() else ""

    def hint(self) -> str:
        """What the keys do meanwhile."""
        return _("Enter stores · Esc puts it aside")

    def ask(self, asked: Asked, text: str) -> None:
        """Opens the bar with a text in it, or with the unfinished line of before."""
        p, self._given = self._screen.jiyao.palette, text
        self.asked = asked
        self.bar.title = [(asked.title, style(p.warn))]
        self.bar.prompt = [("✎ ", style(p.accent))]
        self.bar.hints = [(self.hint(), style(p.dim))]
        line = self._aside.pop(asked.key, text)
        self.bar.put(line, asked.caret(line))
        self.bar.read_again()
        self._screen.rearrange()
        self._screen.set_focus(self.bar)

    # -- keys -----------------------------------------------------------------------------------------------------

    def take_key(self, event: events.Key) -> bool:
        """Typing; Enter answers, Esc puts the words aside."""
        if event.key == "enter":
            self._answered()
        elif event.key == "escape":
            self._put_aside()
            self.stop()
        elif edit := _EDITS.get(event.key):
            edit(self.bar)
        else:
            return self.bar.take_key(event)
        return True

    def take_paste(self, text: str) -> None:
        """A paste goes where one types, on one line."""
        if self.is_open:
            self.bar.insert(" ".join(pasted_lines(text)), alone=True)

    def _answered(self) -> None:
        if self.asked is None or not self.bar.text.strip():
            return
        said = self.asked.answer(self.bar.text)
        if said.ok or said.later == "waits":
            self.stop()
            self.keep()
        self._screen.done(said)

    # -- what is unfinished ---------------------------------------------------------------------------------------

    @property
    def _changed(self) -> str:
        return self.bar.text if self.bar.text != self._given else ""

    def _put_aside(self) -> None:
        if self.asked and self._changed.strip():
            self._aside[self.asked.key] = self._changed

    def keep(self) -> None:
        """Makes the words in the bar durable, or those last put aside."""
        if self.asked:
            self._unfinished.keep(self.asked.key, self._changed, is_open=True)
        else:
            key = next(reversed(self._aside), "")
            self._unfinished.keep(key, self._aside.get(key, ""), is_open=False)

    def stop(self) -> None:
        """Takes the bar away."""
        self.asked = None
        self._screen.set_focus(self._home)
        self._screen.rearrange()
        self._screen.show()
