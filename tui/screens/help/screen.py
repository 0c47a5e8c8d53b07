"""Keys and grammar on one page; the keys come from the key map, the words from the grammar's own table."""

from __future__ import annotations

from collections.abc import Iterable

from textual.geometry import Region
from textual.widget import Widget

from models.i18n import _
from tui.keys import Keymap
from tui.program import Program
from tui.screens.base import CommandScreen
from tui.screens.commands import commands
from tui.screens.help.commands import HELP
from tui.screens.help.grammar import CELLS, grammar
from tui.theme import Palette, style
from tui.widgets.reading_pane import ReadingPane
from tui.widgets.typesetting import Paragraph, Span

_WIDE = 110
_KEY = 13
"""Cells of the column of keys."""


class HelpScreen(CommandScreen):
    """Keys on one side, what can be typed on the other."""

    scope = HELP

    def __init__(self, jiyao: Program) -> None:
        super().__init__(jiyao)
        self.keys_pane, self.grammar_pane = ReadingPane("keys"), ReadingPane("grammar")

    def parts(self) -> Iterable[Widget]:
        """What can be typed, and the keys."""
        yield self.grammar_pane
        yield self.keys_pane

    def body(self, room: Region) -> dict[str, Region]:
        """Both halves beside each other where both have room, else one below the other."""
        width, height = room.width, room.height
        if width >= _WIDE:
            left = width * 58 // 100
            return {
                "grammar": Region(0, room.y, left, height),
                "keys": Region(left, room.y, width - left, height),
            }
        top = height // 2
        return {
            "grammar": Region(0, room.y, width, top),
            "keys": Region(0, room.y + top, width, height - top),
        }

    def on_mount(self) -> None:
        """Shows the page."""
        self.set_focus(self.grammar_pane)
        self.show()

    def show(self) -> None:
        """Shows both halves, in the language in use and with the user's own keys."""
        p = self.jiyao.palette
        bold = style(p.text, bold=True)
        self.header.show(
            [
                (" ◆ " + _("Help") + "  ", style(p.accent, bold=True)),
                (_("Keys and grammar on one page"), bold),
            ]
        )
        self.keys_pane.read(key_lines(self.jiyao.keymap, p), [(_("Keys"), bold)])
        self.grammar_pane.read(grammar_lines(p), [(_("What a line becomes"), bold)])

    def action_scroll(self, step: int) -> None:
        """Scrolls by lines: Up Down."""
        for pane in (self.keys_pane, self.grammar_pane):
            pane.read_on(step)

    def action_scroll_page(self, step: int) -> None:
        """Scrolls by pages: PgUp PgDn."""
        for pane in (self.keys_pane, self.grammar_pane):
            pane.read_on(step, page=True)


def key_lines(keymap: Keymap, palette: Palette) -> list[Paragraph]:
    """Paragraphs of the keys: recording, preparing, everywhere, the recap, polishing and home, each command once."""
    titles = {
        "record": _("Recording"),
        "prepare": _("Preparing"),
        "app": _("Everywhere"),
        "recap": _("Recap"),
        "polish": _("Polish"),
        "home": _("Home"),
    }
    lines: list[Paragraph] = []
    for name, title in titles.items():
        lines.append(Paragraph([(title, style(palette.accent, bold=True))]))
        lines += [_row(c.keys_label, c.help, _KEY, palette) for c in commands(name, keymap) if c.keys]
        lines.append(Paragraph([]))
    return lines


def grammar_lines(palette: Palette) -> list[Paragraph]:
    """Paragraphs of the grammar: what can be typed, and what it becomes."""
    lines: list[Paragraph] = []
    for title, rows in grammar():
        lines.append(Paragraph([(title, style(palette.accent, bold=True))]))
        lines += [_row(example, words, CELLS + 1, palette) for example, words in rows]
        lines.append(Paragraph([]))
    return lines


def _row(left: str, right: str, indent: int, palette: Palette) -> Paragraph:
    lead: list[Span] = [(left, style(palette.text, bold=True)), (" ", style(palette.text))]
    return Paragraph([(right, style(palette.text))], lead, indent)
