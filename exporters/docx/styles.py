"""The styles of the document: every font named outright, in both scripts, with no theme behind it."""

from __future__ import annotations

from docx.document import Document
from lxml import etree

from exporters.docx.oxml import Element, make, twips, w
from exporters.docx.preset import Preset, TextStyle

TITLE, SUBTITLE, HEADING, BODY = "Title", "Subtitle", "Heading1", "BodyText"
CELL, CELL_HEADING, SMALL = "TableText", "TableHeading", "Header"
STRONG, MISSING, DATE, COMMENT, COMMENT_MARK = (
    "Strong",
    "Missing",
    "TableDate",
    "CommentText",
    "CommentReference",
)
GRID = "TableGrid"

_LANGUAGES = {"zh_CN": "zh-CN", "en": "en-GB"}


def apply(document: Document, preset: Preset, language: str) -> None:
    """Replaces the styles the document came with."""
    root = document.styles.element
    latent = root.find(w("latentStyles"))
    for child in list(root):
        root.remove(child)
    _defaults(root, preset.text["table"], language)
    if latent is not None:
        root.append(latent)
    _paragraphs(root, preset)
    _characters(root, preset, language)
    _tables(root, preset)


def _defaults(root: Element, look: TextStyle, language: str) -> None:
    defaults = make(root, "docDefaults")
    run = make(make(defaults, "rPrDefault"), "rPr")
    _fonts(run, look)
    make(run, "sz", val=round(look.size * 2))
    make(run, "szCs", val=round(look.size * 2))
    latin = "en-US" if language == "zh_CN" else _LANGUAGES["en"]
    make(run, "lang", val=latin, eastAsia="zh-CN", bidi="ar-SA")
    make(make(defaults, "pPrDefault"), "pPr")


def _paragraphs(root: Element, preset: Preset) -> None:
    text = preset.text
    _paragraph(root, "Normal", "Normal", text["table"], default=True)
    _paragraph(root, BODY, "Body Text", text["body"])
    _paragraph(root, TITLE, "Title", text["title"], keep=True)
    _paragraph(root, SUBTITLE, "Subtitle", text["subtitle"], keep=True)
    _paragraph(root, HEADING, "heading 1", text["heading"], keep=True, level=0)
    _paragraph(root, CELL, "Table Text", text["table"], tight=True)
    _paragraph(root, CELL_HEADING, "Table Heading", text["table_heading"], keep=True, tight=True)
    _paragraph(root, SMALL, "header", text["small"])
    _paragraph(root, "Footer", "footer", text["small"])
    _paragraph(root, COMMENT, "annotation text", text["table"])


def _paragraph(
    root: Element,
    style_id: str,
    name: str,
    look: TextStyle,
    *,
    default: bool = False,
    keep: bool = False,
    level: int | None = None,
    tight: bool = False,
) -> None:
    style = make(root, "style", type="paragraph", default="1" if default else None, styleId=style_id)
    make(style, "name", val=name)
    if not default:
        make(style, "basedOn", val="Normal")
    make(style, "qFormat")
    paragraph = make(style, "pPr")
    if keep:
        make(paragraph, "keepNext")
    make(paragraph, "widowControl")
    if tight:
        # Without the space Word puts between Chinese and figures, a date stays on one line of its cell.
        make(paragraph, "autoSpaceDE", val="0")
        make(paragraph, "autoSpaceDN", val="0")
    _spacing(paragraph, look)
    make(paragraph, "jc", val=look.align)
    if level is not None:
        make(paragraph, "outlineLvl", val=level)
    _look(make(style, "rPr"), look)


def _spacing(paragraph: Element, look: TextStyle) -> None:
    line = round(look.exact * 20) if look.exact else round(look.line * 240)
    make(
        paragraph,
        "spacing",
        before=round(look.before * 20),
        after=round(look.after * 20),
        line=line,
        lineRule="exact" if look.exact else "auto",
    )
    if look.indent:
        make(
            paragraph,
            "ind",
            firstLineChars=round(look.indent * 100),
            firstLine=round(look.indent * look.size * 20),
        )
    else:
        make(paragraph, "ind", firstLineChars=0, firstLine=0)


def _look(run: Element, look: TextStyle) -> None:
    _fonts(run, look)
    make(run, "b", val=int(look.bold))
    make(run, "bCs", val=int(look.bold))
    make(run, "color", val="000000")
    make(run, "sz", val=round(look.size * 2))
    make(run, "szCs", val=round(look.size * 2))


def _fonts(run: Element, look: TextStyle) -> None:
    make(run, "rFonts", ascii=look.latin, hAnsi=look.latin, eastAsia=look.east_asia, cs=look.latin)


def _characters(root: Element, preset: Preset, language: str) -> None:
    style = make(root, "style", type="character", default="1", styleId="DefaultParagraphFont")
    make(style, "name", val="Default Paragraph Font")
    heading = preset.text["table_heading"]
    strong = _character(root, STRONG, "Strong")
    make(strong, "rFonts", eastAsia=heading.east_asia)
    make(strong, "b", val=int(heading.bold))
    missing = _character(root, MISSING, "Missing")
    make(missing, "rFonts", eastAsia=heading.east_asia)
    make(missing, "b")
    make(missing, "shd", val="clear", color="auto", fill=preset.table["missing_fill"])
    # Figures of the Chinese font are half as wide as its characters, also where another replaces it.
    figures = preset.text["table"].east_asia if language == "zh_CN" else preset.text["table"].latin
    date = _character(root, DATE, "Table Date")
    make(date, "rFonts", ascii=figures, hAnsi=figures)
    # Half a point smaller: LibreOffice cannot leave out the space beside figures as Word does.
    make(date, "sz", val=round(preset.text["table"].size * 2) - 1)
    make(_character(root, COMMENT_MARK, "annotation reference"), "sz", val=18)


def _character(root: Element, style_id: str, name: str) -> Element:
    style = make(root, "style", type="character", styleId=style_id)
    make(style, "name", val=name)
    make(style, "basedOn", val="DefaultParagraphFont")
    return make(style, "rPr")


def _tables(root: Element, preset: Preset) -> None:
    style = make(root, "style", type="table", default="1", styleId="TableNormal")
    make(style, "name", val="Normal Table")
    _margins(make(style, "tblPr"), 0.19, 0)
    style = make(root, "style", type="numbering", default="1", styleId="NoList")
    make(style, "name", val="No List")
    style = make(root, "style", type="table", styleId=GRID)
    make(style, "name", val="Table Grid")
    make(style, "basedOn", val="TableNormal")
    properties = make(style, "tblPr")
    borders = make(properties, "tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        make(borders, side, val="single", sz=4, space=0, color=preset.table["border"])
    _margins(properties, preset.table["side"], preset.table["above"])


def _margins(properties: Element, side: float, above: float) -> None:
    margins = make(properties, "tblCellMar")
    for name, width in (("top", above), ("left", side), ("bottom", above), ("right", side)):
        make(margins, name, w=twips(width), type="dxa")


def font_table(preset: Preset) -> bytes:
    """The fonts of the preset, with what may stand in for a font that is not installed."""
    root = etree.Element(w("fonts"), nsmap={"w": w("")[1:-1]})
    looks = preset.text.values()
    for name in dict.fromkeys(look.east_asia for look in looks):
        font = make(root, "font", name=name)
        if other := _ALTERNATIVES.get(name):
            make(font, "altName", val=other)
        make(font, "charset", val="86")
        make(font, "family", val="auto" if name in ("宋体", "楷体", "仿宋") else "modern")
        make(font, "pitch", val="variable")
    for name in dict.fromkeys(look.latin for look in looks):
        font = make(root, "font", name=name)
        make(font, "charset", val="00")
        make(font, "family", val="roman" if name.startswith("Times") else "swiss")
        make(font, "pitch", val="variable")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)  # type: ignore[no-any-return]


_ALTERNATIVES = {
    "宋体": "SimSun",
    "黑体": "SimHei",
    "楷体": "KaiTi,楷体_GB2312",
    "仿宋": "FangSong,仿宋_GB2312",
    "楷体_GB2312": "楷体,KaiTi",
    "仿宋_GB2312": "仿宋,FangSong",
    "方正小标宋简体": "宋体,SimSun",
    "微软雅黑": "Microsoft YaHei",
    "等线": "DengXian",
}
