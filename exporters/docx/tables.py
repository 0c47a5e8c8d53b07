"""Tables, each row a deep copy of one prototype: a thousand rows take a hundredth of a second."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace

from exporters.docx import styles
from exporters.docx.oxml import Element, make, new, put_text, twips, w
from exporters.docx.preset import Preset
from exporters.docx.writer import Writer, printable
from exporters.parts import Cell, Paragraph, Table, TableRow
from exporters.punctuation import is_chinese
from models.i18n import current

_CENTRED = {
    "number",
    "topic",
    "department",
    "effective",
    "owner",
    "cooperating",
    "due",
    "status",
    "lead",
    "revisit",
}
_DATES = {"effective", "due", "revisit"}
_TC = w("tc")
_LABELS = {"facts": "item"}
"""Columns that head their rows."""
_STAYS_WHOLE = 4
"""A table of so few rows is not torn apart at the end of a page."""


def build(table: Table, preset: Preset, writer: Writer) -> Element:
    """The table, as wide as the page allows, its headings repeated on every page."""
    widths = column_widths(table, preset)
    element = new("tbl")
    _properties(element, sum(widths))
    grid = make(element, "tblGrid")
    for width in widths:
        make(grid, "gridCol", w=width)
    element.append(_headings(table, widths, preset, writer))
    prototype = _row(table, widths, preset)
    dates = [column in _DATES for column in table.columns]
    wide = _wide(widths, preset, table.splits)
    for row in table.rows:
        made = deepcopy(wide if row.wide else prototype)
        _fill(made, row, (False, False) if row.wide else dates, writer)
        element.append(made)
    _keep_together(element, len(table.rows) + 1 if len(table.rows) <= _STAYS_WHOLE else 3)
    return element


def _keep_together(element: Element, count: int) -> None:
    """Keeps the first rows on one page with the headings, so that none is left alone at the end of a page."""
    for row in element.findall(w("tr"))[: count - 1]:
        if row.find(f"{w('trPr')}/{w('cantSplit')}") is not None:
            for properties in row.iter(w("pPr")):
                properties.insert(1, new("keepNext"))


def column_widths(table: Table, preset: Preset) -> list[int]:
    """The width of each column in twips; they add up to the measure."""
    wanted = preset.widths.get(table.kind, {})
    fixed = [twips(wanted.get(column, 0)) for column in table.columns]
    open_columns = [i for i, width in enumerate(fixed) if not width]
    rest = twips(preset.measure) - sum(fixed)
    least = twips(2.0)
    if not open_columns or rest < least * len(open_columns):
        # Margins or widths were changed until nothing is left: everything shrinks alike.
        fixed = [width or least for width in fixed]
        return [width * twips(preset.measure) // sum(fixed) for width in fixed]
    for i in open_columns:
        fixed[i] = rest // len(open_columns)
    return fixed


def _properties(element: Element, width: int) -> None:
    properties = make(element, "tblPr")
    make(properties, "tblStyle", val=styles.GRID)
    make(properties, "tblW", w=width, type="dxa")
    make(properties, "jc", val="center")
    make(properties, "tblLayout", type="fixed")


def _headings(table: Table, widths: Sequence[int], preset: Preset, writer: Writer) -> Element:
    row = new("tr")
    properties = make(row, "trPr")
    make(properties, "cantSplit")
    make(properties, "tblHeader")
    fill = preset.table["heading_fill"]
    for heading, width in zip(table.headings, widths, strict=True):
        cell = _cell(row, width, styles.CELL_HEADING, fill)
        # A bracket begins its own line rather than being torn in two.
        put_text(make_run(cell[-1], heading), heading.replace("（", "\n（"))
    return row


def make_run(paragraph: Element, text: str) -> Element:
    """A run that keeps Chinese signs full-width where there is Chinese."""
    run = make(paragraph, "r")
    if is_chinese(text):
        make(make(run, "rPr"), "rFonts", hint="eastAsia")
    return run


def _row(table: Table, widths: Sequence[int], preset: Preset) -> Element:
    row = new("tr")
    if not table.splits:
        properties = make(row, "trPr")
        make(properties, "cantSplit")
        if height := preset.table["signature_height"] if "signature" in table.columns else 0:
            make(properties, "trHeight", val=twips(height), hRule="atLeast")
    label = _LABELS.get(table.kind)
    for column, width in zip(table.columns, widths, strict=True):
        labels = column == label
        style = styles.CELL_HEADING if labels else styles.CELL
        fill = preset.table["label_fill"] if labels else None
        cell = _cell(row, width, style, fill, centred=column in _CENTRED)
        _prototype_run(cell[-1], column in _DATES)
    return row


def _prototype_run(paragraph: Element, dates: bool) -> None:
    """What most cells of a column hold, so that only the words have to be put in."""
    run = make(paragraph, "r")
    properties = make(run, "rPr")
    if dates:
        make(properties, "rStyle", val=styles.DATE)
    if current() == "zh_CN":
        make(properties, "rFonts", hint="eastAsia")
    make(run, "t")


def _wide(widths: Sequence[int], preset: Preset, splits: bool) -> Element:
    """A row of two cells: a label over the first two columns, the text over the others."""
    row = new("tr")
    if not splits:
        make(make(row, "trPr"), "cantSplit")
    half = min(2, len(widths) - 1)
    fill = preset.table["label_fill"]
    label = _cell(row, sum(widths[:half]), styles.CELL_HEADING, fill, spanned=half)
    text = _cell(row, sum(widths[half:]), styles.CELL, None, spanned=len(widths) - half)
    for cell in (label, text):
        _prototype_run(cell[-1], dates=False)
    return row


def _cell(
    row: Element, width: int, style: str, fill: str | None, centred: bool = False, spanned: int = 1
) -> Element:
    cell = make(row, "tc")
    properties = make(cell, "tcPr")
    make(properties, "tcW", w=width, type="dxa")
    if spanned > 1:
        make(properties, "gridSpan", val=spanned)
    if fill:
        make(properties, "shd", val="clear", color="auto", fill=fill)
    make(properties, "vAlign", val="center")
    paragraph = make(make(cell, "p"), "pPr")
    make(paragraph, "pStyle", val=style)
    if centred:
        make(paragraph, "jc", val="center")
    return cell


def _fill(element: Element, row: TableRow, dates: Sequence[bool], writer: Writer) -> None:
    cells = element.findall(_TC)
    for cell, content, dated in zip(cells, row.cells, dates, strict=False):
        if content and row.comments and cell is cells[0]:
            content = _commented(content, row.comments)
        _fill_cell(cell, content, dated, writer)
    if row.anchor:
        paragraph = cells[0][-1]
        writer.point(paragraph, row.anchor)


def _fill_cell(cell: Element, content: Cell, dated: bool, writer: Writer) -> None:
    first = cell[-1]
    run = first[1]
    if len(content) == 1 and (text := _plain(content[0], dated)) is not None:
        run[-1].text = text
        return
    first.remove(run)
    blank = deepcopy(first) if len(content) > 1 else None
    for i, paragraph in enumerate(content):
        if i:
            first = deepcopy(blank)
            cell.append(first)
        writer.fill(first, paragraph)


def _plain(paragraph: Paragraph, dated: bool) -> str | None:
    """The words of a paragraph that is no more than the prototype of its cell with words in it, else None."""
    if len(paragraph.spans) != 1:
        return None
    span = paragraph.spans[0]
    if span.whole != dated or span.missing or span.strong or span.anchor or span.comments:
        return None
    text = printable(span)
    return text if text.isprintable() and (text.isascii() or current() == "zh_CN") else None


def _commented(content: Cell, comments: tuple[str, ...]) -> Cell:
    """The cell with remarks on the whole row hung on its first words."""
    first, *rest = content
    span, *others = first.spans
    return (Paragraph((replace(span, comments=span.comments + comments), *others)), *rest)
