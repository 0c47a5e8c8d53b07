"""Ctrl+O: which document goes where, what stands there already, and what cannot be written."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest
from docx import Document
from textual.pilot import Pilot

from models.meeting import Meeting
from models.store import Store
from tests.meetings.stored import MEETING, NOW, prepare
from tests.tui.screens import app_of, press, say, seen, shown
from tui.paths import completions
from tui.screens.export.screen import ExportScreen

MINUTES = "20260916_新产品上市启动会_会议纪要_初稿_V0.1.docx"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder jiyao is started in."""
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def sheet(pilot: Pilot[None]) -> ExportScreen:
    screen = app_of(pilot).screen
    assert isinstance(screen, ExportScreen)
    return screen


def words(path: Path) -> str:
    document = Document(str(path))
    return "\n".join(
        [p.text for p in document.paragraphs] + [c.text for t in document.tables for c in t._cells]
    )


@pytest.mark.parametrize("screen", ["record", "recap", "polish", "prepare"])
async def test_enter_writes_the_first_document_and_is_back_where_one_was(
    store: Store, desk: Path, screen: str
) -> None:
    async with shown(store, screen) as pilot:
        below = app_of(pilot).screen
        await press(pilot, "ctrl+o")
        text = seen(pilot)
        assert all(name in text for name in ("初稿", "正式稿", "会议通知", "签到表", "Markdown", "JSON"))
        assert MINUTES in text
        assert str(desk) in text.replace("\n", "")
        await press(pilot, "enter")
        assert app_of(pilot).screen is below
        assert "已导出：" in seen(pilot)
    assert [file.name for file in desk.iterdir()] == [MINUTES]


async def test_escape_writes_nothing(store: Store, desk: Path) -> None:
    async with shown(store, "record") as pilot:
        await press(pilot, "ctrl+o", "down", "escape")
        assert "记录" in seen(pilot)
    assert not list(desk.iterdir())


async def test_the_notice_and_the_sign_in_sheet_stand_first_before_the_meeting(
    tmp_path: Path, desk: Path
) -> None:
    store = prepare(tmp_path / "b.db")
    tomorrow = (NOW + dt.timedelta(days=1)).isoformat(timespec="minutes")
    store.create(Meeting(id="coming", meeting_id="coming", name="评审会", starts_at=tomorrow))
    async with shown(store, "prepare", meeting="coming") as pilot:
        await press(pilot, "ctrl+o", "enter")
        await press(pilot, "ctrl+o", "down", "enter")
    assert {file.name for file in desk.iterdir()} == {
        "20260917_评审会_会议通知.docx",
        "20260917_评审会_签到表.docx",
    }
    assert "会前" in words(desk / "20260917_评审会_会议通知.docx")
    signing = words(desk / "20260917_评审会_签到表.docx")
    assert "签字" in signing
    assert "议程" not in signing
    store.close()


async def test_a_final_says_how_much_it_still_lacks(store: Store, desk: Path) -> None:
    async with shown(store, "recap") as pilot:
        await press(pilot, "ctrl+o", "down", "enter")
        assert "处待补：20260916_" in seen(pilot)
    (file,) = desk.iterdir()
    assert "_正式_V1.0" in file.name


@pytest.mark.parametrize(("digit", "count"), [("1", 1), ("2", 2)])
async def test_a_second_export_of_the_same_asks_to_replace_or_keep_both(
    store: Store, desk: Path, digit: str, count: int
) -> None:
    (desk / MINUTES).write_text("mine", encoding="utf-8")
    async with shown(store, "record") as pilot:
        await press(pilot, "ctrl+o")
        assert "（已有同名文件）" in seen(pilot)
        await press(pilot, "enter")
        assert "1 替换" in seen(pilot)
        assert "2 两份都留：" in seen(pilot)
        await press(pilot, "escape")
        assert (desk / MINUTES).read_bytes() == b"mine"
        await press(pilot, "enter", digit)
        assert "已导出" in seen(pilot)
    assert len(list(desk.iterdir())) == count
    assert ((desk / MINUTES).read_bytes() == b"mine") == (count == 2)


async def test_the_folder_of_the_last_export_is_remembered(store: Store, desk: Path, tmp_path: Path) -> None:
    other = tmp_path / "别处"
    other.mkdir()
    async with shown(store, "record") as pilot:
        await press(pilot, "ctrl+o", "ctrl+u")
        await say(pilot, str(other))
        await press(pilot, "enter")
    assert [file.name for file in other.iterdir()] == [MINUTES]
    async with shown(store, "record") as pilot:
        await press(pilot, "ctrl+o")
        assert sheet(pilot).bar.text == f"{other}{os.sep}"
    other.rename(tmp_path / "moved")
    async with shown(store, "record") as pilot:
        await press(pilot, "ctrl+o")
        assert sheet(pilot).bar.text == f"{desk}{os.sep}"


async def test_a_file_can_be_named(store: Store, desk: Path) -> None:
    async with shown(store, "record") as pilot:
        await press(pilot, "ctrl+o", "ctrl+u")
        await say(pilot, "给王总.docx")
        await press(pilot, "enter")
    assert [file.name for file in desk.iterdir()] == ["给王总.docx"]


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("nowhere/x.docx", "没有文件夹 nowhere"),
        ("nowhere", "没有这个文件夹"),
        ("纪要.md", ".docx 结尾"),
        ("a\x00b", "b"),
    ],
)
async def test_a_path_that_leads_nowhere_is_said_and_stays(
    store: Store, desk: Path, path: str, why: str
) -> None:
    async with shown(store, "record") as pilot:
        await press(pilot, "ctrl+o", "ctrl+u")
        sheet(pilot).bar.put(path)
        await press(pilot, "enter")
        assert why in pilot.app.screen.said.words  # type: ignore[attr-defined]
        assert sheet(pilot).bar.text == path
    assert not list(desk.iterdir())


async def test_a_disk_that_takes_no_file_is_said_and_the_path_stays(
    store: Store, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from exporters import ExportError, files

    def refuse(path: Path, data: bytes) -> None:
        raise ExportError(f"{path.name}: disk full")

    monkeypatch.setattr(files, "write", refuse)
    async with shown(store, "record") as pilot:
        await press(pilot, "ctrl+o", "enter")
        assert "disk full" in seen(pilot)
        assert sheet(pilot).bar.text


async def test_tab_completes_the_path_and_offers_what_fits(store: Store, desk: Path) -> None:
    for name in ("会议纪要", "会议通知", "别的"):
        (desk / name).mkdir()
    async with shown(store, "record") as pilot:
        await press(pilot, "ctrl+o", "ctrl+u")
        await say(pilot, "会")
        await press(pilot, "tab")
        assert sheet(pilot).bar.text == "会议"
        await press(pilot, "tab")
        assert "1 会议纪要/" in seen(pilot)
        await press(pilot, "2")
        assert sheet(pilot).bar.text == "会议通知/"
        await press(pilot, "enter")
    assert [file.name for file in (desk / "会议通知").iterdir()] == [MINUTES]


async def test_the_mouse_chooses_a_document(store: Store, desk: Path) -> None:
    async with shown(store, "record") as pilot:
        await press(pilot, "ctrl+o")
        await pilot.click("#forms", offset=(10, 5))
        await press(pilot, "enter")
    (file,) = desk.iterdir()
    assert file.suffix == ".md"


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_the_sheet_fits_and_its_keys_stand_in_the_footer(
    store: Store, desk: Path, language: str, size: tuple[int, int]
) -> None:
    async with shown(store, "record", language=language, size=size) as pilot:
        await press(pilot, "ctrl+o")
        rows = seen(pilot).splitlines()
        for key in ("Enter", "↑/↓", "Tab", "Esc"):
            assert key in rows[-1], rows[-1]
        assert "…" not in "".join(rows), "no word is cut"


def test_paths_are_completed_as_they_are_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "Docs").mkdir()
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "lines.txt").write_text("", encoding="utf-8")
    (tmp_path / "list.csv").write_text("", encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert completions("") == ["Docs/"]
    assert completions("d") == ["Docs/"], "capital or small"
    assert completions("~/D") == ["~/Docs/"]
    assert completions("~") == ["~/"]
    assert completions(".h") == [".hidden/"]
    assert completions(f"{tmp_path}/li", (".txt", ".csv")) == [
        f"{tmp_path}/lines.txt",
        f"{tmp_path}/list.csv",
    ]
    assert completions("nowhere/x") == []
    assert completions("a\x00b") == []


async def test_the_company_list_comes_in_on_the_home_screen_with_a_path_completed_by_tab(
    store: Store, desk: Path
) -> None:
    (desk / "通讯录.csv").write_text(
        "部门,姓名,职务\n法务部,周岚,律师\n财务部,孙立,主管\n", encoding="gb18030"
    )
    async with shown(store, "home", meeting=None) as pilot:
        await press(pilot, "ctrl+o")
        assert "Tab 补全路径" in seen(pilot).splitlines()[-1]
        await say(pilot, "通")
        await press(pilot, "tab")
        await press(pilot, "enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "公司名单已导入：2 个部门、2 人" in seen(pilot)
    assert {d.name for d in store.organisation.departments} == {"法务部", "财务部"}
    assert [m.id for m in store.meetings()] == [MEETING]


async def test_a_name_that_is_too_long_is_refused_in_words_while_it_is_typed_and_on_enter(
    store: Store, desk: Path
) -> None:
    async with shown(store, "record") as pilot:
        await press(pilot, "ctrl+o", "ctrl+u")
        await say(pilot, "长" * 100 + ".docx")
        assert "名称太长，请换一个短些的名称" in "".join(seen(pilot).split())
        await press(pilot, "enter")
        assert "请换一个短些的名称" in seen(pilot)
    assert list(desk.iterdir()) == []
