"""Markdown, and the notice before the meeting."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import docx
import pytest

from exporters import ExportError, UnknownFormat, agenda, export
from exporters.options import Options
from models import meeting as m
from models.minutes import Minutes
from tests.exporters.choices import options
from tests.meetings.launch import launch


def rows(text: str) -> list[list[str]]:
    """The cells of every line of every table."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]


def test_markdown_and_word_say_the_same() -> None:
    for language in ("zh_CN", "en"):
        text = export(launch(), ".md", options(language=language)).decode("utf-8")
        document = docx.Document(io.BytesIO(export(launch(), ".docx", options(language=language))))
        plain = re.sub(r"[*\\\s\u00a0]|<br>", "", text)

        for table in document.tables:
            for row in table.rows:
                for cell in row.cells:
                    assert re.sub(r"[*\\\s\u00a0]", "", cell.text) in plain


def test_people_are_printed_by_their_full_names_or_by_surname_and_title_as_the_office_likes() -> None:
    minutes = launch()
    owner = next(p for p in minutes.all(m.Person) if any(a.owner_id == p.id for a in minutes.all(m.Action)))
    minutes.apply([replace(owner, name="张伟", full_name="张伟", title="品牌经理")])
    full, titled = (export(minutes, ".md", options(names=names)).decode() for names in ("full", "title"))
    assert ("张伟" in full, "张经理" in full) == (True, False)
    assert ("张伟" in titled, "张经理" in titled) == (False, True)


def test_a_way_of_naming_people_that_there_is_not_is_refused() -> None:
    with pytest.raises(ExportError, match="full, title"):
        Options.configured({"names": "first"})


def test_every_row_of_a_table_has_all_its_cells() -> None:
    minutes = launch()
    minutes.apply([replace(minutes.all(m.Opinion)[0], text="a | b\nc <br> `d` **e**")])
    width = 0
    for line in export(minutes, ".md", options()).decode("utf-8").splitlines():
        if not line.startswith("|"):
            width = 0
            continue
        (cells,) = rows(line)
        width = width or len(cells)
        assert len(cells) == width


def test_bold_ends_before_a_sign_so_that_it_is_read_as_bold() -> None:
    text = export(launch(), ".md", options()).decode("utf-8")

    assert "**争议**：" in text
    assert not [bold for bold in re.findall(r"\*\*(.+?)\*\*", text) if bold.endswith(("：", "；", "。"))]


def test_the_notice_says_what_the_template_asks_of_an_agenda() -> None:
    minutes = launch()
    minutes.apply([replace(minutes.topics[0], expected="对接规则定稿", presenter="市场部")])
    document = docx.Document(io.BytesIO(agenda(minutes, ".docx", options())))

    facts, topics, sheet = document.tables
    assert [row.cells[0].text for row in facts.rows][1:6] == [
        "会议主题",
        "会议目标",
        "会议时间",
        "会议地点",
        "主持人",
    ]
    assert [cell.text for cell in topics.rows[0].cells] == [
        "议题编号",
        "议题名称",
        "时长",
        "预期成果",
        "主讲部门",
    ]
    assert [cell.text for cell in topics.rows[1].cells][2:] == ["30分钟", "对接规则定稿", "市场部"]
    assert "待补" in topics.rows[2].cells[3].text
    assert [cell.text for cell in sheet.rows[0].cells] == ["序号", "部门", "姓名", "职务", "签到时间", "签字"]
    assert [cell.text for cell in sheet.rows[1].cells] == ["1", "市场部", "王总监", "总监", "", ""]
    assert len(sheet.rows) == 1 + 10 + 3
    assert "新产品上市项目计划书" in "".join(p.text for p in document.paragraphs)
    assert "初稿" not in "".join(p.text for p in document.paragraphs)


def test_the_notice_as_markdown_leaves_out_the_sheet_to_be_signed() -> None:
    text = agenda(launch(), ".md", options(language="en")).decode("utf-8")

    assert "Meeting agenda" in text
    assert "Sign-in" not in text


def test_departments_stand_as_the_company_lists_them_behind_the_host_s() -> None:
    minutes = launch()
    order = {"财务部": 1, "研发部": 2}
    minutes.apply([replace(d, company_order=order.get(d.name)) for d in minutes.departments])

    text = agenda(minutes, ".md", options()).decode("utf-8")
    places = [text.index(f"{name}：") for name in ("市场部", "财务部", "研发部", "销售部", "行政部")]
    assert places == sorted(places)


def test_an_unknown_suffix_is_named_with_those_that_are_known() -> None:
    with pytest.raises(UnknownFormat, match=r"\.pdf.*\.docx"):
        export(launch(), ".pdf")
    with pytest.raises(UnknownFormat, match="无后缀"):
        export(launch(), "")
    with pytest.raises(UnknownFormat, match=r"\.json.*\.ics"):
        agenda(launch(), ".json")


@pytest.mark.parametrize("suffix", [".docx", ".md", ".json", ".txt"])
def test_a_meeting_of_which_nothing_is_known_can_be_written(suffix: str) -> None:
    empty = Minutes([m.Meeting(id="x", meeting_id="x")])

    assert export(empty, suffix, options())
    assert export(empty, suffix.upper(), options(language="en", final=True))
