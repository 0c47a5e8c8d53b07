"""The minutes as Markdown: the same sections, with tables that paste well into a chat or a wiki."""

from __future__ import annotations

import re
from dataclasses import replace

from exporters.content import document
from exporters.content.notice import document as notice
from exporters.options import Options
from exporters.parts import Cell, Document, Paragraph, Span, Table, TableRow
from exporters.punctuation import clean
from models.minutes import Minutes

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~])")
_LEADING = re.compile(r"^(\s*)([#+-]|\d+[.)])(?=\s)")


def export(minutes: Minutes, options: Options) -> bytes:
    """The minutes as UTF-8 Markdown; what is missing stands in bold."""
    return _text(document(minutes, options)).encode("utf-8")


def agenda(minutes: Minutes, options: Options) -> bytes:
    """The notice before the meeting as UTF-8 Markdown, without the sheet to be signed."""
    content = notice(minutes, options)
    read = tuple(section for section in content.sections if not section.new_page)
    return _text(replace(content, sections=read)).encode("utf-8")


def _text(content: Document) -> str:
    lines = [f"# {_escaped(content.title)}", ""]
    lines += [_escaped(content.subtitle), ""] if content.subtitle else []
    for section in content.sections:
        lines += [f"## {_escaped(section.heading)}", ""]
        for block in section.blocks:
            lines += [*(_table(block) if isinstance(block, Table) else [_paragraph(block)]), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _table(table: Table) -> list[str]:
    lines = [_line([_escaped(heading) for heading in table.headings])]
    lines.append("|" + " --- |" * len(table.columns))
    return lines + [_line(_row(row, len(table.columns))) for row in table.rows]


def _row(row: TableRow, width: int) -> list[str]:
    cells = [_cell(cell) for cell in row.cells]
    if not row.wide:
        return cells
    return ["", f"**{cells[0]}**", cells[1], *[""] * (width - 3)]


def _cell(cell: Cell) -> str:
    return "<br>".join(_paragraph(paragraph) for paragraph in cell)


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _paragraph(paragraph: Paragraph) -> str:
    text = "".join(_span(span) for span in paragraph.spans)
    return _LEADING.sub(r"\1\\\2", text)


def _span(span: Span) -> str:
    """Bold stops before a sign: between a sign and a character, asterisks are not read as the end of bold."""
    if not (span.missing or span.strong):
        return _escaped(span.text)
    words = span.text.strip().rstrip("：:；。，.,; ")
    return (
        f"**{_escaped(words)}**{_escaped(span.text.strip()[len(words) :])}" if words else _escaped(span.text)
    )


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", clean(text)).replace("\n", " ")
