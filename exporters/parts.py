"""A document as plain data: what every written form of the minutes has in common.

The content is made once, as these values; the Word document and the Markdown text only draw them, so that they cannot
say different things. Anchors are row ids (bookmarks in Word), comments are remarks for the reader of a draft.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text that looks and means one thing."""

    text: str
    missing: bool = False
    """Stands where something has still to be filled in."""
    strong: bool = False
    whole: bool = False
    """A date or figure that must not be torn apart at a line's end."""
    anchor: str = ""
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Spans that follow each other on the same lines."""

    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(span.text for span in self.spans)


Cell = tuple[Paragraph, ...]
"""What stands in one cell; without paragraphs it is empty."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table; a wide row has two cells, a label and what fills the rest of the width."""

    cells: tuple[Cell, ...]
    anchor: str = ""
    comments: tuple[str, ...] = ()
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings. `kind` and `columns` name it and its columns whatever the language."""

    kind: str
    columns: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[TableRow, ...]
    splits: bool = False
    """Its rows may run over the end of a page."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it."""

    heading: str
    blocks: tuple[Paragraph | Table, ...]
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """Everything a form of the minutes shows, in order."""

    title: str
    kind: str
    """会议纪要 or 会议通知: what the title ends with."""
    state: str
    """初稿, 正式, or what else it is."""
    mark: str
    """初稿 or nothing: said above every page and under the title."""
    header: str
    subtitle: str
    version: str
    sections: tuple[Section, ...]
    comments: tuple[str, ...] = ()
    """Remarks on the whole meeting."""
    tables: tuple[Table, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        found = (block for section in self.sections for block in section.blocks if isinstance(block, Table))
        object.__setattr__(self, "tables", tuple(found))


def plain(text: str) -> Cell:
    """A cell with one paragraph of plain text, or an empty one."""
    return (Paragraph((Span(text),)),) if text else ()


def spans(document: Document) -> Iterator[Span]:
    """Every span of the sections, in reading order."""
    for section in document.sections:
        for block in section.blocks:
            cells = [(block,)] if isinstance(block, Paragraph) else [c for r in block.rows for c in r.cells]
            yield from (span for cell in cells for paragraph in cell for span in paragraph.spans)
