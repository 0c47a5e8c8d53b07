"""The minutes as a Word document: the content drawn with a preset, A4, Chinese fonts named outright.

Bookmarks carry the id of every item and the core properties that of the meeting, so that a document that comes back
edited can be read in; a draft carries what is to be known beside the text as comments.
"""

from __future__ import annotations

from itertools import zip_longest

from exporters.content import document as minutes_content
from exporters.content.notice import document as notice
from exporters.content.notice import sign_in_sheet
from exporters.docx import package, page, preset, styles, tables
from exporters.docx.oxml import Element, make
from exporters.docx.writer import Writer
from exporters.options import Options
from exporters.parts import Document, Paragraph, Section, Span, Table
from models.i18n import _
from models.minutes import Minutes

_STAYS_WHOLE = 5
"""A section of so few paragraphs is not torn apart at the end of a page."""


def export(minutes: Minutes, options: Options) -> bytes:
    """The minutes as .docx; ExportError where the preset or an override of it is wrong."""
    return _file(minutes_content(minutes, options), minutes, options)


def agenda(minutes: Minutes, options: Options) -> bytes:
    """The notice before the meeting, with the sign-in sheet, as .docx; raises as `export` does."""
    return _file(notice(minutes, options), minutes, options)


def sign_in(minutes: Minutes, options: Options) -> bytes:
    """The sign-in sheet alone, as .docx; raises as `export` does."""
    return _file(sign_in_sheet(minutes, options), minutes, options)


def _file(content: Document, minutes: Minutes, options: Options) -> bytes:
    look = preset.load(options.preset, options.language_name, options.style)
    writer = Writer(minutes.revision)
    document = package.begin(look, options.language_name)
    page.set_up(document, look, content)
    body = document.element.body
    ending = body[-1]
    for element in _drawn(content, look, writer):
        ending.addprevious(element)
    package.put_comments(document, writer, minutes.meeting.recorder or _("jiyao"), options.now)
    package.put_properties(document, minutes, content, options)
    return package.finish(document)


def _drawn(content: Document, look: preset.Preset, writer: Writer) -> list[Element]:
    title = Span(_broken(content, look), comments=content.comments)
    found = [writer.paragraph(styles.TITLE, Paragraph((title,)))]
    if content.subtitle:
        found.append(writer.paragraph(styles.SUBTITLE, Paragraph((Span(content.subtitle),))))
    for section in content.sections:
        if section.heading:
            found.append(_heading(section, writer))
        found += _blocks(section, look, writer)
    if isinstance(content.sections[-1].blocks[-1], Table):
        found.append(_end())
    return found


def _heading(section: Section, writer: Writer) -> Element:
    heading = writer.paragraph(styles.HEADING, Paragraph((Span(section.heading),)))
    if section.new_page:
        make(heading[0], "pageBreakBefore")
    return heading


def _blocks(section: Section, look: preset.Preset, writer: Writer) -> list[Element]:
    found = []
    for block, following in zip_longest(section.blocks, section.blocks[1:]):
        if isinstance(block, Table):
            found.append(tables.build(block, look, writer))
        else:
            found.append(writer.paragraph(styles.BODY, block))
            if isinstance(following, Table) or (following and len(section.blocks) <= _STAYS_WHOLE):
                make(found[-1][0], "keepNext")
    return found


def _broken(content: Document, look: preset.Preset) -> str:
    """A title too long for one line, broken before what the document is rather than inside a word."""
    title, kind = content.title, content.kind
    room = look.measure / 2.54 * 72 / look.text["title"].size
    wide = sum(1.0 if ord(sign) > 0x2E7F else 0.55 for sign in title)
    if not room < wide <= room + len(kind) or not title.endswith(kind) or title == kind:
        return title
    return f"{title.removesuffix(kind)}\n{kind}"


def _end() -> Element:
    """The paragraph Word wants behind a table, too small to make a page of its own."""
    paragraph = Writer().paragraph(styles.CELL, Paragraph(()))
    make(paragraph[0], "spacing", before=0, after=0, line=20, lineRule="exact")
    return paragraph
