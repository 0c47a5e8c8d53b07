"""Draws paragraphs, with the bookmarks and comments that hang on them."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field

from exporters.docx import styles
from exporters.docx.oxml import Element, make, new, put_text
from exporters.parts import Paragraph, Span
from exporters.punctuation import is_chinese

_PLAIN_ID = re.compile("[0-9A-Za-z]{1,24}")


def bookmark_name(row_id: str, revision: int) -> str:
    """The bookmark of an item; an id Word could not take as a name is replaced by its hash."""
    if not _PLAIN_ID.fullmatch(row_id):
        row_id = "x" + hashlib.sha1(row_id.encode("utf-8", "replace"), usedforsecurity=False).hexdigest()[:20]
    return f"jy_{row_id}_r{revision}"


def printable(span: Span) -> str:
    """The words of a span, held together where they must not be torn apart."""
    return span.text.replace(" ", "\u00a0") if span.whole else span.text


def _style(span: Span) -> str | None:
    if span.missing:
        return styles.MISSING
    if span.strong:
        return styles.STRONG
    return styles.DATE if span.whole else None


@dataclass
class Writer:
    """Collects the comments of a document while it is drawn."""

    revision: int = 0
    comments: list[tuple[str, ...]] = field(default_factory=list)
    _bookmarks: int = 0

    def paragraph(self, style: str, content: Paragraph) -> Element:
        """A paragraph of its own."""
        element = new("p")
        make(make(element, "pPr"), "pStyle", val=style)
        self.fill(element, content)
        return element

    def fill(self, element: Element, content: Paragraph) -> None:
        """Puts the spans at the end of a paragraph."""
        for span in content.spans:
            self.span(element, span)

    def span(self, element: Element, span: Span) -> None:
        """One span, inside its bookmark and its comment."""
        opened = self._open_bookmark(element, span.anchor)
        number = self._open_comment(element, span.comments)
        if span.text:
            self._run(element, span)
        self._close_comment(element, number)
        if opened is not None:
            make(element, "bookmarkEnd", id=opened)

    def point(self, element: Element, anchor: str) -> None:
        """An empty bookmark, which survives when the text beside it is typed anew."""
        opened = self._open_bookmark(element, anchor)
        if opened is not None:
            make(element, "bookmarkEnd", id=opened)

    def _run(self, element: Element, span: Span) -> None:
        run = make(element, "r")
        style = _style(span)
        hint = "eastAsia" if is_chinese(span.text) else None
        if style or hint:
            properties = make(run, "rPr")
            if style:
                make(properties, "rStyle", val=style)
            if hint:
                make(properties, "rFonts", hint=hint)
        put_text(run, printable(span))

    def _open_bookmark(self, element: Element, anchor: str) -> int | None:
        if not anchor:
            return None
        self._bookmarks += 1
        make(element, "bookmarkStart", id=self._bookmarks, name=bookmark_name(anchor, self.revision))
        return self._bookmarks

    def _open_comment(self, element: Element, texts: tuple[str, ...]) -> int | None:
        if not texts:
            return None
        number = len(self.comments)
        self.comments.append(texts)
        make(element, "commentRangeStart", id=number)
        return number

    def _close_comment(self, element: Element, number: int | None) -> None:
        if number is None:
            return
        make(element, "commentRangeEnd", id=number)
        run = make(element, "r")
        make(make(run, "rPr"), "rStyle", val=styles.COMMENT_MARK)
        make(run, "commentReference", id=number)
