"""The export sheet: a list of documents, and a bar with where the chosen one goes. Enter writes it.

What cannot be written is said, and stays as it was typed.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from textual import events, on
from textual.geometry import Region
from textual.widget import Widget

from models.i18n import _
from models.next_step import has_begun
from models.text import shown
from tui import paths
from tui.program import Program
from tui.result import Result
from tui.screens.base import Speaks, WorkScreen
from tui.screens.export.commands import EXPORT
from tui.screens.export.forms import Form, offered
from tui.screens.export.session import ExportSession
from tui.theme import style
from tui.widgets.capture_bar import CaptureBar
from tui.widgets.list_pane import ListPane
from tui.widgets.menu import Choice, Menu
from tui.widgets.typesetting import Paragraph, Span, fit, width

_LABEL = 22
"""Cells of the column with the names of the documents."""
_OURS = frozenset(("up", "down", "enter", "escape", "tab", "ctrl+u"))
"""Keys that are never the editor's here."""


class FormsPane(ListPane):
    """The documents, a line each."""

    def __init__(self, forms: list[Form]) -> None:
        super().__init__("forms")
        self.forms = {form.key: form for form in forms}

    def draw(self, key: str) -> list[Paragraph]:
        """A document: its name, what it is for, its suffix on the right."""
        p, form = self.palette, self.forms[key]
        lead: list[Span] = [(form.label(), style(p.text, bold=True))]
        room = self.inner[0] - _LABEL - width(form.suffix) - 1
        words = fit(form.about(), room)
        gap = " " * max(1, room - width(words) + 1)
        return [Paragraph([(words + gap, style(p.dim)), (form.suffix, style(p.accent))], lead, _LABEL)]


class ExportScreen(WorkScreen[ExportSession]):
    """Asks which document of the open meeting goes where."""

    scope = EXPORT
    bar: CaptureBar
    menu: Menu

    def __init__(self, jiyao: Program) -> None:
        super().__init__(jiyao, ExportSession)
        self.session.config = jiyao.config
        self.below = jiyao.screen
        before = not has_begun(self.session.minutes, jiyao.clock())
        self.pane = FormsPane(offered(before=before))
        self.bar = CaptureBar(self._read)
        self.menu = Menu()
        # Now, because keys may arrive before the screen is mounted, and they go behind it.
        self.bar.put(self.session.folder())

    def parts(self) -> Iterable[Widget]:
        """The list of documents."""
        yield self.pane

    def body(self, room: Region) -> dict[str, Region]:
        """The list in all the room there is."""
        return {"forms": room}

    def on_mount(self) -> None:
        """Shows the documents, the first chosen."""
        self.set_focus(self.pane)
        self.show()
        self.pane.choose_first()

    def show(self) -> None:
        """Shows the list, and the words around the bar."""
        p, meeting = self.jiyao.palette, self.session.minutes.meeting
        name: list[Span] = [(" ◆ " + _("Export") + "  ", style(p.accent, bold=True))]
        self.header.show([*name, (meeting.name or meeting.theme, style(p.text, bold=True))])
        self.pane.title = [(_("Which document"), style(p.text, bold=True))]
        self.pane.fill(list(self.pane.forms))
        self.bar.title = [(_("Where to: a folder, or a file"), style(p.accent))]
        self.bar.prompt = [("→ ", style(p.accent))]
        self.bar.empty_hint = [(_("empty: the folder jiyao was started in"), style(p.faint))]
        self.bar.read_again()

    @property
    def form(self) -> Form:
        """The document that is chosen."""
        return self.pane.forms[self.pane.chosen or next(iter(self.pane.forms))]

    def _read(self, words: str, cells: int) -> list[list[Span]]:
        """Above the path: the file it leads to, or why to none."""
        p, found = self.jiyao.palette, self.session.target(self.form, words)
        if isinstance(found, Result):
            return [[(fit(shown(found.words), cells), style(p.warn))]]
        there = "  " + _("(is there already)") if found.exists() else ""
        name = fit(shown(found.name), cells - width(there))
        return [[(name, style(p.text)), (there, style(p.warn))]]

    # -- keys -----------------------------------------------------------------------------------------------------

    def take_typed(self, event: events.Key) -> bool:
        """Types into the path."""
        return False if event.key in _OURS else self.bar.take_key(event)

    def take_paste(self, text: str) -> bool:
        """Types a paste into the path, on one line."""
        self.bar.insert(" ".join(text.split("\n")).strip(), alone=True)
        return True

    def action_choose(self, step: int) -> None:
        """Chooses the document before or behind: Up Down."""
        self.pane.choose_next(step)
        self.bar.read_again()

    @on(ListPane.Chosen)
    def _clicked(self) -> None:
        self.bar.read_again()

    def action_clear(self) -> None:
        """Empties the path: Ctrl+U."""
        self.bar.clear()

    def action_complete(self) -> None:
        """Completes the path: Tab."""
        paths.complete(self.bar, self.menu, (self.form.suffix,), self.say)

    # -- writing --------------------------------------------------------------------------------------------------

    def action_write(self) -> None:
        """Writes the chosen document; where a file stands already, asks first: Enter."""
        found = self.session.target(self.form, self.bar.text)
        if isinstance(found, Result):
            self.say(found)
        elif found.exists():
            self._ask(found)
        else:
            self._write(found)

    def _ask(self, path: Path) -> None:
        p, beside = self.jiyao.palette, self.session.beside(path)
        replace = Choice([(_("Replace it"), style(p.text))], partial(self._write, path))
        words = _("Keep both: {name}").format(name=fit(shown(beside.name), 60))
        both = Choice([(words, style(p.text))], partial(self._write, beside))
        title = _("This file is there already")
        # Somebody may have worked on it since: what loses nothing is marked.
        self.menu.open([(title, style(p.accent, bold=True))], [replace, both], at=1)

    def _write(self, path: Path) -> None:
        said = self.session.write(self.form, path)
        if not said.ok:
            self.say(said)
            return
        self.app.pop_screen()
        if isinstance(self.below, Speaks):
            self.app.call_later(self.below.say, said)
