"""The Word document as LibreOffice shows it."""

from __future__ import annotations

import re
from dataclasses import replace

import pypdf
import pytest

from exporters import export
from models import meeting as m
from models.minutes import Minutes
from tests.documents.conftest import Convert
from tests.exporters.choices import options
from tests.meetings.launch import launch

LOOKS = {
    "enterprise-draft": {"preset": "enterprise", "final": False},
    "enterprise-final": {"preset": "enterprise", "final": True},
    "gov-draft": {"preset": "gov", "final": False},
    "gov-final": {"preset": "gov", "final": True},
}


def hostile() -> Minutes:
    """The meeting with an opinion full of what breaks files, and one that fills pages."""
    minutes = launch()
    first, second = minutes.all(m.Opinion)[:2]
    nasty = "]]> &amp; <w:p/> \x00\x1b[31m \ud800 \ufffe “引号” 结束标记"
    minutes.apply([replace(first, text=nasty), replace(second, text="长文" * 5_000 + "末尾标记")])
    return minutes


def crowded() -> Minutes:
    """The meeting with sixty actions more."""
    minutes = launch()
    action = minutes.all(m.Action)[0]
    minutes.apply([replace(action, id=f"x{i}", seq=100 + i, number=10 + i) for i in range(60)])
    return minutes


@pytest.fixture(scope="module")
def pages(convert: Convert, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The text of each page of every document, by its name."""
    documents = {
        **{name: export(launch(), ".docx", options(**look)) for name, look in LOOKS.items()},
        "english": export(launch(), ".docx", options(language="en")),
        "hostile": export(hostile(), ".docx", options()),
        "crowded": export(crowded(), ".docx", options()),
    }
    folder = tmp_path_factory.mktemp("documents")
    for name, data in documents.items():
        (folder / f"{name}.docx").write_bytes(data)
    shown = convert([folder / f"{name}.docx" for name in documents], "pdf")
    return {path.stem: [page.extract_text() for page in pypdf.PdfReader(path).pages] for path in shown}


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("look", LOOKS)
def test_every_page_has_content_and_counts_itself(pages: dict[str, list[str]], look: str) -> None:
    shown = [bare(page) for page in pages[look]]

    state = "正式V1.0" if LOOKS[look]["final"] else "初稿V0.1"
    for number, page in enumerate(shown, 1):
        assert f"第{number}页共{len(shown)}页{state}" in page
        assert len(page) > 60
    assert "一、会议基本信息" in shown[0]
    assert "八、分发与存档" in "".join(shown)


def test_dates_stay_on_one_line(pages: dict[str, list[str]]) -> None:
    """Extracted lines end where the drawn ones do."""
    lines = [line for page in pages["enterprise-draft"] for line in page.splitlines()]
    whole = {re.sub(r"\s", "", line) for line in lines}

    for date in ("2026年9月23日前", "2026年9月30日前", "2026年10月8日前", "2026年10月1日起"):
        assert any(date in line for line in whole), date


def test_an_english_document_is_shown_in_english(pages: dict[str, list[str]]) -> None:
    shown = pages["english"]

    assert f"Page 1 of {len(shown)}" in " ".join(shown[0].split())


def test_hostile_text_is_opened_without_repair(pages: dict[str, list[str]]) -> None:
    shown = bare("".join(pages["hostile"]))

    assert "结束标记" in shown
    assert "末尾标记" in shown
    assert "]]>&amp;<w:p/>" in shown


def test_headings_of_a_long_table_are_repeated(pages: dict[str, list[str]]) -> None:
    shown = [bare(page) for page in pages["crowded"]]

    assert sum("任务描述" in page for page in shown) >= 2
    assert all("任务描述" in page for page in shown if page.count("提供产品功能亮点说明") > 1)
