"""The file around the text: what python-docx begins with, cleared of its American and Japanese habits."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
import zipfile
from typing import cast

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.parts.comments import CommentsPart
from lxml import etree

from exporters.docx import styles
from exporters.docx.oxml import make, put_text, w
from exporters.docx.preset import Preset
from exporters.docx.writer import Writer
from exporters.options import Options
from exporters.parts import Document as Content
from exporters.punctuation import clean
from models.interchange import to_dict
from models.minutes import Minutes

_LEFT_OVER = (
    RELATIONSHIP_TYPE.CUSTOM_XML,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.THEME,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
)
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_LONGEST_PROPERTY = 255
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)


def begin(preset: Preset, language: str) -> Document:
    """An empty document with this look."""
    document = docx.Document()
    for part in (document.part, document.part.package):
        for key, relationship in list(part.rels.items()):
            if relationship.reltype in (*_LEFT_OVER, RELATIONSHIP_TYPE.THUMBNAIL):
                del part.rels[key]
    styles.apply(document, preset, language)
    _fonts(document, preset)
    _settings(document)
    return document


def _fonts(document: Document, preset: Preset) -> None:
    for key, relationship in list(document.part.rels.items()):
        if relationship.reltype == RELATIONSHIP_TYPE.FONT_TABLE:
            del document.part.rels[key]
    name = PackURI("/word/fontTable.xml")
    part = Part(name, CONTENT_TYPE.WML_FONT_TABLE, styles.font_table(preset), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FONT_TABLE)


def _settings(document: Document) -> None:
    settings = document.settings.element
    for name in ("savePreviewPicture", "rsids", "clrSchemeMapping", "shapeDefaults"):
        for element in settings.findall(w(name)):
            settings.remove(element)
    for element in [one for one in settings if one.tag.endswith(("}docId", "}defaultImageDpi"))]:
        settings.remove(element)  # The template's own identity, which would be that of every document.
    zoom = settings.find(w("zoom"))
    del zoom.attrib[w("val")]
    zoom.set(w("percent"), "100")
    languages = settings.find(w("themeFontLang"))
    languages.set(w("val"), "en-US")
    languages.set(w("eastAsia"), "zh-CN")
    for one in settings.iter(w("compatSetting")):
        if one.get(w("name")) == "compatibilityMode":
            one.set(w("val"), "15")


def put_comments(document: Document, writer: Writer, author: str, at: dt.datetime) -> None:
    """The comments that were collected while drawing."""
    if not writer.comments:
        return
    part = CommentsPart.default(document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.COMMENTS)
    name = clean(author) or "jiyao"
    for number, texts in enumerate(writer.comments):
        comment = make(part.element, "comment", id=number, author=name, date=f"{at:%Y-%m-%dT%H:%M:00Z}")
        comment.set(w("initials"), name[:1])
        for text in texts:
            paragraph = make(comment, "p")
            make(make(paragraph, "pPr"), "pStyle", val=styles.COMMENT)
            put_text(make(paragraph, "r"), clean(text))


def put_properties(document: Document, minutes: Minutes, content: Content, options: Options) -> None:
    """Who, what and which version, for archives and for a document that comes back."""
    meeting = minutes.meeting
    core = document.core_properties
    core.title = _short(content.title)
    core.subject = _short(meeting.theme)
    core.author = core.last_modified_by = _short(meeting.recorder) or "jiyao"
    core.identifier = _short(meeting.id)
    core.category = content.kind
    core.comments = core.keywords = ""
    core.content_status = content.state
    core.version = _short(options.printed_version(meeting))
    core.language = "zh-CN" if options.language_name == "zh_CN" else "en"
    core.revision = 1
    core.created = core.modified = options.now.replace(microsecond=0, tzinfo=None)
    custom = {
        "jiyao-meeting": _short(meeting.id),
        "jiyao-revision": str(minutes.revision),
        "jiyao-version": _short(options.printed_version(meeting)),
        "jiyao-content": content_hash(minutes),
    }
    part = Part(
        PackURI("/docProps/custom.xml"),
        CONTENT_TYPE.OFC_CUSTOM_PROPERTIES,
        _custom(custom),
        document.part.package,
    )
    document.part.package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def content_hash(minutes: Minutes) -> str:
    """The SHA-256 of what the meeting says, whatever the language or look; where it stands on its way is left out."""
    data = to_dict(minutes)
    for key in ("status", "closed_at", "closed_by"):
        data["meeting"].pop(key)
    text = json.dumps(data, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _custom(values: dict[str, str]) -> bytes:
    root = etree.Element(f"{{{_PROPERTIES}}}Properties", nsmap={None: _PROPERTIES, "vt": _TYPES})
    for number, (name, value) in enumerate(values.items(), 2):
        one = etree.SubElement(
            root, f"{{{_PROPERTIES}}}property", fmtid=_FORMAT_ID, pid=str(number), name=name
        )
        etree.SubElement(one, f"{{{_TYPES}}}lpwstr").text = value
    return cast(bytes, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _short(text: str) -> str:
    return clean(text).replace("\n", " ")[:_LONGEST_PROPERTY]


def finish(document: Document) -> bytes:
    """The file; the same document gives the same bytes."""
    saved = io.BytesIO()
    document.save(saved)
    packed = io.BytesIO()
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return packed.getvalue()
