"""The page: A4, margins, and what stands above and below every page."""

from __future__ import annotations

from docx.document import Document
from docx.shared import Cm

from exporters.docx.oxml import Element, make, new, put_text
from exporters.docx.preset import Preset
from exporters.docx.tables import make_run
from exporters.parts import Document as Content
from models.i18n import current


def set_up(document: Document, preset: Preset, content: Content) -> None:
    """Size, margins, header on the right, page x of y and the version below."""
    section = document.sections[0]
    page = preset.page
    section.page_width, section.page_height = Cm(page["width"]), Cm(page["height"])
    section.top_margin, section.bottom_margin = Cm(page["top"]), Cm(page["bottom"])
    section.left_margin, section.right_margin = Cm(page["left"]), Cm(page["right"])
    section.header_distance, section.footer_distance = Cm(page["header"]), Cm(page["footer"])
    _replace(section.header._element, _line("Header", "right", content.header))
    _replace(section.footer._element, _footer(content))


def _replace(part: Element, paragraph: Element) -> None:
    for child in list(part):
        part.remove(child)
    part.append(paragraph)


def _line(style: str, align: str, text: str) -> Element:
    paragraph = new("p")
    properties = make(paragraph, "pPr")
    make(properties, "pStyle", val=style)
    make(properties, "jc", val=align)
    if text:
        put_text(make_run(paragraph, text), text)
    return paragraph


def _footer(content: Content) -> Element:
    paragraph = _line("Footer", "center", "")
    chinese = current() == "zh_CN"
    words = ("第 ", " 页\u3000共 ", " 页") if chinese else ("Page ", " of ", "")
    pieces = [words[0], "PAGE", words[1], "NUMPAGES", words[2]]
    if content.version:
        pieces.append(("\u3000\u3000" if chinese else "    ") + content.version)
    for piece in pieces:
        if piece in ("PAGE", "NUMPAGES"):
            _field(paragraph, piece)
        elif piece:
            put_text(make_run(paragraph, piece), piece)
    return paragraph


def _field(paragraph: Element, code: str) -> None:
    """A field Word fills in; 1 stands there until it does."""
    for kind in ("begin", None, "separate", "1", "end"):
        run = make(paragraph, "r")
        if kind is None:
            put_instruction(run, code)
        elif kind == "1":
            make(run, "t").text = "1"
        else:
            make(run, "fldChar", fldCharType=kind)


def put_instruction(run: Element, code: str) -> None:
    """The instruction of a field."""
    element = make(run, "instrText")
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    element.text = f" {code} "
