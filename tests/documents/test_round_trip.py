"""What identifies a document and its items comes back from an office suite that was used to edit it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from exporters import export
from tests.documents.conftest import Convert
from tests.exporters.choices import options
from tests.meetings.launch import launch


def bookmarks(document: Document) -> dict[str, str]:
    """The name of each bookmark of ours with the text of the table row it stands in."""
    found = {}
    for mark in document.element.body.iter(qn("w:bookmarkStart")):
        name = mark.get(qn("w:name"))
        if name.startswith("jy_"):
            rows = list(mark.iterancestors(qn("w:tr")))
            found[name] = "".join(t.text or "" for t in rows[0].iter(qn("w:t"))) if rows else ""
    return found


def properties(path: Path) -> tuple[str, str]:
    """The meeting's id and the version; read as parts, since python-docx misses them in what LibreOffice wrote."""
    with zipfile.ZipFile(path) as file:
        core = etree.fromstring(file.read("docProps/core.xml"))
        custom = etree.fromstring(file.read("docProps/custom.xml"))
    identifier = core.findtext("{http://purl.org/dc/elements/1.1/}identifier")
    version = {one.get("name"): "".join(one.itertext()) for one in custom}["jiyao-version"]
    return str(identifier), version


def edited(document: Document) -> None:
    """What an editor does: actions in another order, a cell typed anew, another look."""
    table = document.tables[3]
    table._tbl.insert(table._tbl.index(table.rows[1]._tr), table.rows[4]._tr)
    cell = table.rows[2].cells[1]
    cell.text = "全新的任务描述"
    table.rows[2].cells[1].paragraphs[0].runs[0].bold = True


@pytest.fixture(scope="module")
def returned(convert: Convert, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The edited document after each way through LibreOffice, and the unedited one saved there."""
    folder = tmp_path_factory.mktemp("sent")
    untouched, sent, again = (folder / f"{name}.docx" for name in ("untouched", "sent", "again"))
    untouched.write_bytes(export(launch(), ".docx", options()))
    document = docx.Document(str(untouched))
    edited(document)
    document.save(str(sent))
    kept, saved = convert([untouched, sent], "docx")
    again.write_bytes(saved.read_bytes())
    through, again_through = convert(convert([sent, again], "odt"), "docx")
    return {"untouched": kept, "docx": saved, "odt-docx": through, "docx-odt-docx": again_through}


@pytest.mark.parametrize("way", ["docx", "odt-docx", "docx-odt-docx"])
def test_bookmarks_and_the_meeting_s_id_survive(returned: dict[str, Path], way: str) -> None:
    wanted = bookmarks(docx.Document(io.BytesIO(export(launch(), ".docx", options()))))
    back = docx.Document(str(returned[way]))

    found = bookmarks(back)
    assert set(found) == set(wanted)
    assert properties(returned[way]) == ("launch2026", "V0.1")
    actions = [row.cells[0].text for row in back.tables[3].rows]
    assert actions[1] == "A4"
    assert "全新的任务描述" in found["jy_act0000001_r0"]


def test_comments_survive(returned: dict[str, Path]) -> None:
    back = docx.Document(str(returned["untouched"]))

    assert any("原话：下周五前" in comment.text for comment in back.comments)
