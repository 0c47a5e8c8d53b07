"""The Word document as LibreOffice shows it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from exporters import export
from models import meeting as m
from tests.exporters.choices import options
from tests.meetings.launch import launch

Pages = Callable[[bytes], list[str]]


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("preset", ["enterprise", "gov"])
@pytest.mark.parametrize("final", [False, True])
def test_every_page_has_content_and_counts_itself(pages: Pages, preset: str, final: bool) -> None:
    shown = [bare(page) for page in pages(export(launch(), ".docx", options(preset=preset, final=final)))]

    state = "正式V1.0" if final else "初稿V0.1"
    for number, page in enumerate(shown, 1):
        assert f"第{number}页共{len(shown)}页{state}" in page
        assert len(page) > 60
    assert "一、会议基本信息" in shown[0]
    assert "八、分发与存档" in "".join(shown)


def test_dates_stay_on_one_line(pages: Pages) -> None:
    """Extracted lines end where the drawn ones do."""
    lines = [line for page in pages(export(launch(), ".docx", options())) for line in page.splitlines()]
    whole = {re.sub(r"\s", "", line) for line in lines}

    for date in ("2026年9月23日前", "2026年9月30日前", "2026年10月8日前", "2026年10月1日起"):
        assert any(date in line for line in whole), date


def test_an_english_document_is_shown_in_english(pages: Pages) -> None:
    shown = pages(export(launch(), ".docx", options(language="en")))

    assert f"Page 1 of {len(shown)}" in " ".join(shown[0].split())


def test_hostile_text_is_opened_without_repair(pages: Pages) -> None:
    minutes = launch()
    entry = minutes.all(m.Opinion)[0]
    nasty = "]]> &amp; <w:p/> \x00\x1b[31m \ud800 \ufffe “引号” 结束标记"
    minutes.apply(
        [replace(entry, text=nasty), replace(minutes.all(m.Opinion)[1], text="长文" * 5_000 + "末尾标记")]
    )

    shown = bare("".join(pages(export(minutes, ".docx", options()))))

    assert "结束标记" in shown
    assert "末尾标记" in shown
    assert "]]>&amp;<w:p/>" in shown


def test_headings_of_a_long_table_are_repeated(pages: Pages) -> None:
    minutes = launch()
    action = minutes.all(m.Action)[0]
    minutes.apply([replace(action, id=f"x{i}", seq=100 + i, number=10 + i) for i in range(60)])

    shown = [bare(page) for page in pages(export(minutes, ".docx", options()))]

    assert sum("任务描述" in page for page in shown) >= 2
    assert all("任务描述" in page for page in shown if page.count("提供产品功能亮点说明") > 1)
