"""`jiyao org import` and `jiyao new --from`: the company once for all meetings, and the next meeting of a row."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.tui.shell import done, refused

LIST = """部门,姓名,职务,负责人,次序
总经办,,,,1
研发部,王强,研发总监,是,3
市场部,李明,市场总监,是,2
财务部,孙丽,财务主管,,4
"""
LINES = """会议：预算会
时间：2026-11-25 14:00-16:00
主持：财务部孙主管
出席：研发部：王总监；财务部：孙主管；市场部：李总监
议题：预算分配
行动：@王总监 提交测算 /12月4日前
"""


@pytest.fixture
def company(tmp_path: Path) -> Path:
    path = tmp_path / "公司.csv"
    path.write_bytes(LIST.encode("gb18030"))
    return path


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    path = tmp_path / "lines.txt"
    path.write_text(LINES, encoding="utf-8")
    return path


def test_a_list_is_taken_in_once_and_counted(database: Path, company: Path) -> None:
    assert done("org", "import", company).out == "4 个部门，3 人\n"
    answer = json.loads(done("org", "import", company, "--json").out)
    assert answer == {"departments": 4, "people": 3, "heads": 2}


def test_the_document_names_the_hosts_department_first_then_goes_by_the_company(
    database: Path, company: Path, lines: Path, tmp_path: Path
) -> None:
    done("org", "import", company)
    done("import", lines)
    target = tmp_path / "minutes.md"
    done("export", "last", "-o", target)
    text = target.read_text(encoding="utf-8")
    places = [text.index(name) for name in ("财务部：孙丽", "市场部：李明", "研发部：王强")]
    assert places == sorted(places)


def test_full_names_titles_and_heads_come_from_the_list(database: Path, company: Path, lines: Path) -> None:
    done("org", "import", company)
    done("import", lines)
    shown = json.loads(done("show", "last", "--json").out)
    people = {
        p["name"]: (p["full_name"], p["title"], p["head"]) for d in shown["departments"] for p in d["people"]
    }
    assert people["王强"] == ("王强", "研发总监", True)
    assert people["孙丽"] == ("孙丽", "财务主管", False)


@pytest.mark.parametrize("text", ["", "甲,乙\n1,2\n", "\x00\x01"])
def test_a_file_that_is_no_list_is_refused_in_one_line(database: Path, tmp_path: Path, text: str) -> None:
    path = tmp_path / "nothing.csv"
    path.write_text(text, encoding="utf-8")
    assert "nothing.csv" in refused("org", "import", path)
    assert "missing.csv" in refused("org", "import", tmp_path / "missing.csv")


def test_a_meeting_is_made_from_the_previous_one(database: Path, lines: Path) -> None:
    done("import", lines)
    following = done("new", "--from", "last", "--at", "2026-12-02 14:00-15:00", "--place", "三楼").word
    shown = json.loads(done("show", following, "--json").out)
    assert (shown["meeting"]["name"], shown["meeting"]["place"]) == ("预算会", "三楼")
    assert shown["meeting"]["starts_at"] == "2026-12-02T14:00"
    assert [d["name"] for d in shown["departments"]] == ["研发部", "财务部", "市场部"]
    assert [t["title"] for t in shown["topics"]] == ["预算分配"]
    parsed = json.loads(done("parse", "上A1延期到12月11日，缺人", "--meeting", following, "--json").out)
    assert parsed[0]["kind"] == "change"
    assert (parsed[0]["target"], parsed[0]["due"], parsed[0]["reason"]) == ("上A1", "2026-12-11", "缺人")
