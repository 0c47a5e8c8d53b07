"""The file itself: how it is made, what is refused, and what is said then."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from models.i18n import language
from models.meeting import TABLES, Action, Meeting, Opinion, new_id
from models.store import (
    AmbiguousMeeting,
    BackupExists,
    DamagedStore,
    DiskFull,
    EmptyFile,
    ForeignDatabase,
    LockedStore,
    NewerSchema,
    NoFolder,
    NoSuchMeeting,
    NotADatabase,
    NotAFile,
    OldSqlite,
    ReadOnlyStore,
    Store,
    StoreError,
    database_path,
)
from models.store.alone import content
from models.store.rows import shape
from models.store.triggers import logged_tables
from tests.locks import locked
from tests.meetings.stored import new_meeting, open_store, opinion, outside


def test_a_new_file_is_for_its_owner_alone_and_made_whole(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "jiyao.db"
    open_store(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [p.name for p in path.parent.iterdir()] == ["jiyao.db"]
    with sqlite3.connect(path) as raw:
        assert raw.execute("PRAGMA application_id").fetchone()[0] == 0x6A69796F
        assert raw.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


def test_every_commit_is_synced_to_the_disk_and_references_are_checked(tmp_path: Path) -> None:
    store = open_store(tmp_path / "a.db")
    raw = outside(store).conn
    assert raw.execute("PRAGMA synchronous").fetchone()[0] == 2
    assert raw.execute("PRAGMA foreign_keys").fetchone()[0] == 1


def test_every_table_is_logged(tmp_path: Path) -> None:
    store = open_store(tmp_path / "a.db")
    assert {kind.table for kind in TABLES} == {*logged_tables(store._connection)}


def test_every_table_is_strict_and_mirrors_its_class(tmp_path: Path) -> None:
    database = outside(open_store(tmp_path / "a.db"))
    for kind in TABLES:
        table = database.table(kind.table)
        assert table.strict, kind.table
        assert set(table.columns_dict) == set(shape(kind).columns), kind.table
    assert all(table.strict for table in database.tables if not table.name.startswith(("sqlite_", "_sqlite")))


def test_an_up_to_date_file_is_read_without_importing_sqlite_utils(tmp_path: Path) -> None:
    store = open_store(tmp_path / "a.db")
    meeting = new_meeting(store)
    store.close()
    program = (
        "import sys; from models.store import Store; from tests.loaded import loaded\n"
        f"s = Store.open({str(tmp_path / 'a.db')!r}); s.meetings(); s.load({meeting!r}); s.search('预')\n"
        "sys.exit('sqlite_utils' in loaded())"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_the_path_is_the_option_else_the_variable_else_the_users_folder() -> None:
    assert database_path("x.db", {"JIYAO_DB": "y.db"}) == Path("x.db")
    assert database_path(None, {"JIYAO_DB": "~/y.db"}) == Path.home() / "y.db"
    assert database_path(None, {}).name == "jiyao.db"
    assert str(database_path(None, {})).startswith(str(Path.home()))


def test_the_name_of_a_store_in_memory_makes_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NotAFile, match="jiyao demo"):
        Store.open(":memory:")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_is_not_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.touch()
    with pytest.raises(EmptyFile):
        Store.open(path)
    assert path.stat().st_size == 0


@pytest.mark.parametrize("content", [b"hello", b"PK\x03\x04" * 100, "会议：启动会\n".encode()])
def test_what_is_no_database_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(content)
    with pytest.raises(NotADatabase):
        Store.open(path)
    assert path.read_bytes() == content


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(NotADatabase):
        Store.open(tmp_path)


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TABLE song (title TEXT)")
    before = path.read_bytes()
    with pytest.raises(ForeignDatabase):
        Store.open(path)
    assert path.read_bytes() == before


def test_a_file_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    open_store(path).close()
    with sqlite3.connect(path) as raw:
        raw.execute("PRAGMA user_version=99")
    with pytest.raises(NewerSchema):
        Store.open(path)


def test_damage_is_said_wherever_it_shows(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    store = open_store(path)
    meeting = new_meeting(store)
    for n in range(200):
        with store.step(meeting, "", "w") as step:
            step.insert(opinion(meeting, "很长的意见" * 40, n))
    store.close()
    data = bytearray(path.read_bytes())
    for page in range(3, len(data) // 4096):
        data[page * 4096 : page * 4096 + 100] = b"\xff" * 100
    path.write_bytes(data)
    with pytest.raises((DamagedStore, NoSuchMeeting)):
        damaged = Store.open(path)
        damaged.load(meeting)
    with pytest.raises(StoreError):
        Store.open(path).search("意见")


def test_bad_bytes_in_a_text_are_damage_too(tmp_path: Path) -> None:
    store = open_store(tmp_path / "a.db")
    meeting = new_meeting(store)
    outside(store).conn.execute("UPDATE meeting SET name = CAST(x'ff' AS TEXT)")
    with pytest.raises(DamagedStore):
        store.load(meeting)


def test_a_locked_file_is_said_to_be_locked_and_nothing_is_half_done(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    meeting = new_meeting(open_store(path))
    store = Store.open(path, busy_seconds=0.05)
    with locked(path), pytest.raises(LockedStore, match=r"a\.db"), store.step(meeting, "", "w") as step:
        step.insert(opinion(meeting, "x"))
    with store.step(meeting, "", "w") as step:
        step.insert(opinion(meeting, "y"))
    assert [o.text for o in store.load(meeting).all_entries] == ["y"]  # type: ignore[attr-defined]


def test_a_full_disk_is_said_and_what_was_saved_stays(tmp_path: Path) -> None:
    store = open_store(tmp_path / "a.db")
    meeting = new_meeting(store)
    raw = outside(store).conn
    pages = raw.execute("PRAGMA page_count").fetchone()[0]
    raw.execute(f"PRAGMA max_page_count={pages}")
    saved = 0
    with pytest.raises(DiskFull, match=r"a\.db"):
        for n in range(10_000):
            with store.step(meeting, "", "w") as step:
                step.insert(opinion(meeting, "很长的意见" * 100, n))
            saved = n + 1
    raw.execute("PRAGMA max_page_count=1073741823")
    assert len(store.load(meeting).all_entries) == saved
    with store.step(meeting, "", "w") as step:
        step.insert(opinion(meeting, "又有地方了"))


def test_an_sqlite_without_strict_tables_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    with pytest.raises(OldSqlite, match=r"3\.37"):
        Store.open(tmp_path / "a.db")
    assert not (tmp_path / "a.db").exists()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(NoFolder, match="file"):
        Store.open(tmp_path / "file" / "deeper" / "a.db")


def _as_nobody(action: Callable[[], None]) -> None:
    """Runs it in a process that is not root, for whom permissions mean nothing."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            if os.getuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            action()
            status = 0
        finally:
            # Nothing of the test's own process must run on in here.
            os._exit(status)
    assert os.waitpid(child, 0)[1] == 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="permissions of this kind are a matter of Unix")
@pytest.mark.parametrize(("folder_mode", "file_mode"), [(0o755, 0o444), (0o555, 0o644), (0o555, None)])
def test_a_write_protected_file_or_folder_is_said_to_be_so(folder_mode: int, file_mode: int | None) -> None:
    # Not tmp_path, which only its owner may enter.
    folder = Path(tempfile.mkdtemp(prefix="jiyao-"))
    path = folder / "a.db"
    try:
        if file_mode is not None:
            open_store(path).close()
            path.chmod(file_mode)
        folder.chmod(folder_mode)

        def refused() -> None:
            with pytest.raises(ReadOnlyStore, match=r"a\.db"):
                Store.open(path)

        _as_nobody(refused)
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


def test_every_error_is_one_line_in_both_languages(tmp_path: Path) -> None:
    for name in ("zh_CN", "en"):
        with language(name):
            for error in StoreError.__subclasses__():
                words = {"reason": "r", "version": "3.1", "reference": "x", "ids": "a, b", "label": "A3"}
                line = str(error(tmp_path, **words))
                assert line
                assert "\n" not in line
                assert "{" not in line


def test_a_migration_that_fails_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from models.store import files, migrations

    path = tmp_path / "a.db"
    open_store(path).close()
    made, following = migrations.migrations, migrations.SCHEMA + 1

    def broken() -> object:
        found = made()

        @found(name="the_next")
        def second(db: object) -> None:
            db.table("action").add_column("effort", int)  # type: ignore[attr-defined]
            raise sqlite3.OperationalError("half way")

        return found

    monkeypatch.setattr(migrations, "migrations", broken)
    monkeypatch.setattr(migrations, "SCHEMA", following)
    monkeypatch.setattr(files, "SCHEMA", following)
    with pytest.raises(StoreError):
        Store.open(path)
    monkeypatch.undo()
    assert "effort" not in outside(open_store(path)).table("action").columns_dict


def test_a_meeting_is_found_by_id_by_a_part_of_it_or_as_the_last(tmp_path: Path) -> None:
    store = open_store(tmp_path / "a.db")
    for one in ("aaaa1", "aaab2", "cccc3"):
        store.create(Meeting(id=one, meeting_id=one, name=one))
    assert store.find("aaaa1") == "aaaa1"
    assert store.find("b2") == "aaab2"
    assert store.find("last") == "cccc3"
    with store.step("aaaa1", "x", "w") as step:
        step.update(Meeting(id="aaaa1", meeting_id="aaaa1", name="changed"))
    assert store.find("last") == "aaaa1"
    assert [m.id for m in store.meetings()] == ["aaaa1", "cccc3", "aaab2"]
    with pytest.raises(AmbiguousMeeting, match="aaaa1, aaab2"):
        store.find("aaa")
    for nothing in ("zzz", "", " ", "%", "_"):
        with pytest.raises(NoSuchMeeting):
            store.find(nothing)


def test_an_empty_store_has_no_last_meeting(tmp_path: Path) -> None:
    with pytest.raises(NoSuchMeeting):
        open_store(tmp_path / "a.db").find("last")


def test_the_backup_is_one_plain_file_with_everything_and_writes_over_nothing(tmp_path: Path) -> None:
    store = open_store(tmp_path / "a.db")
    meeting = new_meeting(store)
    store.backup(tmp_path / "copy.db")
    assert stat.S_IMODE((tmp_path / "copy.db").stat().st_mode) == 0o600
    with pytest.raises(BackupExists):
        store.backup(tmp_path / "copy.db")
    with pytest.raises(StoreError, match="nowhere"):
        store.backup(tmp_path / "nowhere" / "copy.db")
    assert Store.open(tmp_path / "copy.db").load(meeting).meeting.name == "启动会"
    assert not [p for p in tmp_path.iterdir() if "unfinished" in p.name]


def test_the_view_of_all_actions_speaks_in_names(tmp_path: Path) -> None:
    store = open_store(tmp_path / "a.db")
    for name, due in (("一", "2026-09-30"), ("二", None), ("三", "2026-09-18")):
        meeting = new_meeting(store, name=name)
        with store.step(meeting, "", "w") as step:
            step.insert(
                Action(
                    id=new_id(),
                    meeting_id=meeting,
                    topic_id=f"topic-{meeting}",
                    seq=1,
                    number=1,
                    task="出方案",
                    owner_department_id=f"dept-{meeting}",
                    due=due,
                )
            )
    found = store.actions()
    assert [(a.meeting, a.number, a.owner_department, a.due) for a in found] == [
        ("三", "A1", "市场部", "2026-09-18"),
        ("一", "A1", "市场部", "2026-09-30"),
        ("二", "A1", "市场部", None),
    ]
    assert [a.meeting for a in store.actions(due_before="2026-09-20")] == ["三"]
    assert store.actions(department="研发部") == []


def test_names_keep_their_codes(tmp_path: Path) -> None:
    store = open_store(tmp_path / "a.db")
    store.keep_codes({"市场部": ("scb", "sc"), "A": ()})
    store.keep_codes({"市场部": ("scb", "shichangbu")})
    assert store.codes(["市场部", "A", "研发部"]) == {"市场部": ("scb", "shichangbu"), "A": ()}


def test_a_checkpoint_that_a_reader_holds_up_is_neither_damage_nor_another_file(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    store = open_store(path)
    meeting = new_meeting(store)
    reader, checkpoint = (sqlite3.connect(path, isolation_level=None) for _ in range(2))
    states: set[str] = set()

    def write(first: int, count: int) -> None:
        for seq in range(first, first + count):
            with store.step(meeting, "opinion", "window") as step:
                step.insert(opinion(meeting, f"第{seq}条", seq))

    for first in range(1, 100, 5):
        write(first, 4)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM opinion").fetchone()
        write(first + 4, 1)
        # Only pages that nobody has written to since the reader began go into the file: a branch, and not its leaf.
        checkpoint.execute("PRAGMA wal_checkpoint(PASSIVE)")
        states.add(alone(path))
        store.watch()
        reader.execute("COMMIT")
    assert "unreadable" in states or "of two moments" in states
    reader.close()
    checkpoint.close()
    store.close()
    again = open_store(path)
    assert len(again.load(meeting).all(Opinion)) == 100
    again.close()


def alone(path: Path) -> str:
    """What the file is without its log."""
    try:
        found = content(path)
    except sqlite3.Error:
        return "unreadable"
    return "whole" if found.last is None or found.last[0] == found.changes else "of two moments"
