"""已定事项: all resolutions, then the actions of each owner, on one page to read out. It confirms nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.geometry import Region, Size
from textual.layout import Layout

from models.i18n import _
from models.recap import Digest, digest
from models.recap.digest import Line
from tui.screens.base import CommandScreen
from tui.screens.digest.commands import DIGEST
from tui.screens.recap.panes import drawn
from tui.theme import Palette, style
from tui.widgets.cells import Paragraph, Span, width
from tui.widgets.drawn import Row
from tui.widgets.hints import key_line
from tui.widgets.notice import Notice
from tui.widgets.places import Places, framed
from tui.widgets.reading_pane import ReadingPane

if TYPE_CHECKING:
    from tui.app import JiyaoApp

_WIDEST = 100
"""Cells beyond which lines are too long to be read out."""
_TICK = 1.0


class DigestScreen(CommandScreen):
    """What was decided so far."""

    scope = DIGEST

    def __init__(self, jiyao: JiyaoApp) -> None:
        super().__init__(jiyao)
        assert jiyao.meeting is not None
        self.meeting = jiyao.meeting
        self.header, self.footer = Row("header"), Row("footer")
        self.pane = ReadingPane("page")
        self._layout = Places(_places)

    def compose(self) -> ComposeResult:
        """One page between header and footer."""
        yield self.header
        yield self.pane
        yield self.footer
        yield Notice("too-small", self.too_small)

    @property
    def layout(self) -> Layout:
        """Arranges by name and size."""
        return self._layout

    def on_mount(self) -> None:
        """Shows the page, and what other windows add to it."""
        self.set_focus(self.pane)
        self.show()
        self.set_interval(_TICK, self._tick)

    def _tick(self) -> None:
        if self.meeting.poll():
            self.show()

    def on_resize(self) -> None:
        """The keys that fit may be others."""
        self.show()

    def show(self) -> None:
        """Brings the page in line with the meeting."""
        p, meeting = self.jiyao.palette, self.meeting.minutes.meeting
        name: list[Span] = [(" ◆ " + _("Decided so far") + "  ", style(p.accent, bold=True))]
        self.header.show([*name, (meeting.name or meeting.theme, style(p.text, bold=True))])
        self.footer.show(key_line((*self.commands, *self.jiyao.commands), p, self.size.width))
        self.pane.read(paragraphs(digest(self.meeting.minutes), p))

    def action_scroll(self, step: int) -> None:
        """Up Down."""
        self.pane.read_on(step)

    def action_scroll_page(self, step: int) -> None:
        """PgUp PgDn."""
        self.pane.read_on(step, page=True)

    def action_back(self) -> None:
        """Esc."""
        self.app.pop_screen()


def _places(size: Size) -> dict[str, Region]:
    return framed(size, _column)


def _column(body: Region) -> dict[str, Region]:
    margin = max(0, (body.width - _WIDEST) // 2)
    return {"page": Region(margin, body.y, body.width - 2 * margin, body.height)}


def paragraphs(found: Digest, palette: Palette) -> list[Paragraph]:
    """The page: resolutions, then owner after owner."""
    lines = [_heading(_("Resolutions"), palette)]
    for resolution in found.resolutions:
        lines += [_numbered(resolution, palette), Paragraph([])]
    if not found.resolutions:
        lines += [_nothing(_("nothing was resolved yet"), palette), Paragraph([])]
    lines.append(_heading(_("Actions by owner"), palette))
    for owner, actions in found.owners:
        lines.append(Paragraph([(f"  {owner}", style(palette.text, bold=True))]))
        lines += [_numbered(action, palette) for action in actions]
        lines.append(Paragraph([]))
    return lines if found.owners else [*lines, _nothing(_("nobody has anything to do yet"), palette)]


def _heading(words: str, palette: Palette) -> Paragraph:
    return Paragraph([(f"  {words}", style(palette.accent, bold=True))])


def _nothing(words: str, palette: Palette) -> Paragraph:
    return Paragraph([(f"  {words}", style(palette.dim))])


def _numbered(line: Line, palette: Palette) -> Paragraph:
    lead: list[Span] = [("  ", style(palette.text)), (line.code, style(palette.accent))]
    body = drawn(line.words, style(palette.text), style(palette.text, bold=True))
    return Paragraph(body, lead, 4 + max(3, width(line.code)))
