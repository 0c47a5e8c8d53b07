"""A file is read whatever encoding its editor wrote it in, and one that is no text is refused in one line."""

from __future__ import annotations

import codecs
import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pytest

from models.importing import UnreadableError, decode, read_text, reader, take_in
from models.meeting import Action, Opinion
from models.recorder import Recorder
from tests.meetings.stored import Clock, empty_store

TEXT = "会议：一季度预算协调会\n市场部：同意一半，其余10月5日再议\n"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(TEXT.encode(), id="utf-8"),
        pytest.param(codecs.BOM_UTF8 + TEXT.encode(), id="utf-8 with a mark"),
        pytest.param(TEXT.encode("utf-16"), id="utf-16 with a mark"),
        pytest.param(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), id="utf-16 big-endian with a mark"),
        pytest.param(TEXT.encode("utf-16-le"), id="utf-16 without a mark"),
        pytest.param(TEXT.encode("utf-16-be"), id="utf-16 big-endian without a mark"),
        pytest.param(TEXT.encode("utf-32"), id="utf-32"),
        pytest.param(TEXT.encode("gb18030"), id="gb18030"),
    ],
)
def test_the_same_text_comes_out_of_every_encoding(data: bytes) -> None:
    assert decode(data) == TEXT


def test_gb18030_keeps_its_rare_characters() -> None:
    assert decode("𬭳㐂镕".encode("gb18030")) == "𬭳㐂镕"


@pytest.mark.parametrize("order", ["le", "be"])
@pytest.mark.parametrize(
    "text", ["要点：👍 “好”——①…\r\n", "𠮷野家：€5 ≥ 3%\n", "topic: Café №1\n", "行动：\t整理\v乙\n"]
)
def test_signs_and_rare_characters_do_not_hide_utf_16(text: str, order: str) -> None:
    assert decode(text.encode(f"utf-16-{order}")) == text


def test_english_in_utf_16_is_not_taken_for_zeros() -> None:
    assert decode("topic: Launch\n".encode("utf-16-le")) == "topic: Launch\n"


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_line_ends_of_every_system_are_one(tmp_path: Path, ends: str) -> None:
    file = tmp_path / "lines.txt"
    file.write_bytes(ends.join(["一", "二", ""]).encode())
    assert read_text(file) == "一\n二\n"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"PK\x03\x04\x14\x00\x00\x00\x08\x00\x00\x00", id="a Word document"),
        pytest.param(b"\xff\xfe\x00", id="half a character of utf-16"),
        pytest.param(b"abc\x00def", id="a zero in the middle"),
        pytest.param(b"a\x00b\n", id="a zero between two characters"),
        pytest.param(b"abc\x00de", id="a zero between letters"),
        pytest.param("要点：甲\x00乙\n".encode() * 2, id="a zero in Chinese"),
        pytest.param(b"\x80\xff\xff", id="nothing known"),
    ],
)
def test_what_is_no_text_is_refused_and_named(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "minutes.txt"
    file.write_bytes(data)
    with pytest.raises(UnreadableError, match=r"minutes\.txt"):
        read_text(file)


def test_a_missing_file_a_folder_and_an_impossible_name_are_refused_and_named(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path, tmp_path / ("n" * 300), Path("a\0b")):
        with pytest.raises(UnreadableError) as refused:
            read_text(path)
        assert str(path).replace("\0", "") in str(refused.value).replace("\0", "")


@pytest.mark.parametrize("text", ["", "\n  \n\t\r\n", "\ufeff\n"])
def test_a_file_without_a_word_in_it_becomes_no_meeting(tmp_path: Path, text: str) -> None:
    file = tmp_path / "empty.txt"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"empty\.txt"):
        reader(file)


@pytest.mark.parametrize("end", ["\v", "\f", "\x85", "\u2028", "\u2029", "\n"])
def test_a_soft_line_end_in_a_file_gives_each_department_its_own_words(tmp_path: Path, end: str) -> None:
    file = tmp_path / "minutes.txt"
    file.write_text(f"市场部：月底能上{end}研发部：来不及\n", encoding="utf-8")
    store = empty_store(tmp_path / "a.db")
    (taken,) = take_in(store, Clock(), [file])
    minutes = store.load(taken.meeting_id)
    said = [(minutes.department_name(one.department_id), one.text) for one in minutes.all(Opinion)]
    assert said == [("市场部", "月底能上"), ("研发部", "来不及")]
    store.close()


LINES = """会议：协调会
参会人员：市场部：李经理；研发部：陈工
议题：排期
市场部：先做一版
行动：出方案 @李经理
行动：估工期 @cg
"""


def test_lines_are_read_before_anything_is_written_where_others_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = empty_store(tmp_path / "a.db")
    file = tmp_path / "lines.txt"
    file.write_text(LINES, encoding="utf-8")
    read = Recorder.import_lines

    def read_while_another_writes(recorder: Recorder, lines: Iterable[str]) -> list[int]:
        unplaced = read(recorder, lines)
        other = sqlite3.connect(store.path, timeout=0, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        other.execute("COMMIT")
        other.close()
        return unplaced

    monkeypatch.setattr(Recorder, "import_lines", read_while_another_writes)
    (taken,) = take_in(store, Clock(), [file])
    assert [one.task for one in store.load(taken.meeting_id).all(Action)] == ["出方案", "估工期"]
    store.close()


def test_an_imported_meeting_goes_on_where_its_lines_stopped(tmp_path: Path) -> None:
    store = empty_store(tmp_path / "a.db")
    file = tmp_path / "lines.txt"
    file.write_text(LINES, encoding="utf-8")
    first, second = take_in(store, Clock(), [file, file])
    assert [line.text for line in store.lines(first.meeting_id)] == LINES.splitlines()
    recorder = Recorder(store, second.meeting_id, clock=Clock())
    assert recorder.minutes.person_name(recorder.minutes.all(Action)[-1].owner_id) == "陈工", (
        "by its initials"
    )
    recorder.accept("行动：再出一版 @cg")
    last = recorder.minutes.latest_entry
    assert isinstance(last, Action)
    assert (last.number, recorder.minutes.person_name(last.owner_id)) == (3, "陈工")
    assert recorder.undo() is not None
    assert recorder.undo() is not None
    assert not recorder.minutes.all_entries, "the import is one step"
    assert recorder.redo() is not None
    assert len(recorder.minutes.all_entries) == 3
    assert store.check() == []
    store.close()


def test_of_two_files_one_that_cannot_be_read_lets_neither_in(tmp_path: Path) -> None:
    store = empty_store(tmp_path / "a.db")
    good, bad = tmp_path / "good.txt", tmp_path / "bad.json"
    good.write_text(LINES, encoding="utf-8")
    bad.write_text('{"format": "of another program"}', encoding="utf-8")
    with pytest.raises(UnreadableError):
        take_in(store, Clock(), [good, bad])
    assert store.meetings() == []
    store.close()


def test_big5_is_read_as_what_it_says(tmp_path: Path) -> None:
    words = "會議：產品協調會\n參會人員：市場部：李經理；研發部：陳工\n市場部：先定初稿\n"
    for encoding in ("big5", "gb18030", "utf-8"):
        file = tmp_path / "minutes.txt"
        file.write_bytes(words.encode(encoding))
        assert read_text(file) == words


def test_simplified_words_stay_what_they_are_in_gbk() -> None:
    for words in ("预算", "会议：例会\n张喆、李翀、王彧、赵珺、陈頔", "行动：催货 @尹浩"):
        assert decode(words.encode("gbk")) == words


def test_the_same_meeting_taken_in_again_is_told(tmp_path: Path) -> None:
    first = tmp_path / "meeting.json"
    first.write_text(
        '{"format": "jiyao-meeting/1", "meeting": {"id": "abc123", "name": "例会"}}', encoding="utf-8"
    )
    store = empty_store(tmp_path / "a.db")
    assert [take_in(store, Clock(), [first])[0].again for _time in range(2)] == ["", "abc123"]
    store.close()


def test_a_table_is_no_meeting_and_the_way_to_take_it_in_is_named(tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("部门,姓名\n市场部,李敏\n", encoding="utf-8")
    with pytest.raises(UnreadableError, match="org import"):
        reader(file)
