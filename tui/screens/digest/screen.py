"""已定事项: all resolutions, then the actions of each owner, on one page to read out. It confirms nothing."""

from __future__ import annotations

from collections.abc import Iterable

from textual.geometry import Region
from textual.widget import Widget

from models.i18n import _
from models.recap import DECIDED, Digest, digest
from models.recap.digest import Line
from tui.program import Program
from tui.screens.base import WorkScreen
from tui.screens.digest.commands import DIGEST
from tui.session import Session
from tui.theme import Palette, style
from tui.widgets.reading_pane import ReadingPane
from tui.widgets.recap_lines import aloud
from tui.widgets.typesetting import Paragraph, Span, width

_WIDEST = 100
"""Cells beyond which lines are too long to be read out."""


class DigestScreen(WorkScreen[Session]):
    """The page of everything decided so far, over the screen it was opened on."""

    scope = DIGEST
    tick = 1.0

    def __init__(self, jiyao: Program) -> None:
        super().__init__(jiyao, Session)
        self.pane = ReadingPane("page")

    def parts(self) -> Iterable[Widget]:
        """The page."""
        yield self.pane

    def body(self, room: Region) -> dict[str, Region]:
        """The page in the middle, not wider than one reads aloud."""
        margin = max(0, (room.width - _WIDEST) // 2)
        return {"page": Region(margin, room.y, room.width - 2 * margin, room.height)}

    def on_mount(self) -> None:
        """Shows the page."""
        self.set_focus(self.pane)
        self.show()
        # Where that cannot be kept just now the page is shown all the same.
        self.session.do(self._is_seen, saves=False)

    def _is_seen(self) -> None:
        """Keeps that the room has seen the numbers: they are not changed unasked any more."""
        self.session.meeting.store.show(self.session.minutes.meeting.id, DECIDED)

    def show(self) -> None:
        """Brings the page in line with the meeting."""
        p, meeting = self.jiyao.palette, self.session.minutes.meeting
        name: list[Span] = [(" ◆ " + _("Decided so far") + "  ", style(p.accent, bold=True))]
        self.header.show([*name, (meeting.name or meeting.theme, style(p.text, bold=True))])
        self.pane.read(paragraphs(digest(self.session.minutes), p))

    def action_scroll(self, step: int) -> None:
        """Scrolls by lines: Up Down."""
        self.pane.read_on(step)

    def action_scroll_page(self, step: int) -> None:
        """Scrolls by pages: PgUp PgDn."""
        self.pane.read_on(step, page=True)


def paragraphs(found: Digest, palette: Palette) -> list[Paragraph]:
    """Paragraphs of the page: resolutions, then owner after owner."""
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
    body = aloud(line.words, style(palette.text), style(palette.text, bold=True))
    return Paragraph(body, lead, 4 + max(3, width(line.code)))
