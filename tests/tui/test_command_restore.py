"""`jiyao restore`, and what `jiyao doctor` says of the folder the database lies in."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.shell import done, inside, refused
from tui.commands.shared_folders import network, synchroniser


def names(*options: str | Path) -> list[str]:
    return [meeting["name"] for meeting in done("list", "--json", *options).json]


def test_a_backup_comes_back_and_what_stood_there_is_kept(tmp_path: Path, database: Path) -> None:
    done("new", "--name", "预算协调会")
    done("backup", tmp_path / "backup.db")
    done("new", "--name", "后来的会")
    answer = done("restore", tmp_path / "backup.db", "--json").json
    assert answer["file"] == str(database)
    assert names() == ["预算协调会"]
    assert sorted(names("--db", answer["kept"])) == ["后来的会", "预算协调会"]


def test_it_says_where_what_stood_there_is_kept(tmp_path: Path, database: Path) -> None:
    done("new", "--name", "预算协调会")
    done("backup", tmp_path / "backup.db")
    answer = done("restore", tmp_path / "backup.db")
    (kept,) = tmp_path.glob("jiyao.replaced-*.db")
    assert str(kept) in answer.err
    assert "1 个会议" in answer.err


def test_a_backup_comes_to_a_place_where_nothing_stands(tmp_path: Path, database: Path) -> None:
    done("new", "--name", "预算协调会")
    done("backup", tmp_path / "backup.db")
    database.unlink()
    assert done("restore", tmp_path / "backup.db", "--json").json["kept"] is None
    assert names() == ["预算协调会"]


KILLED = """
import os, sys
from models.store import Store
from models.meeting import Meeting
store = Store.open(sys.argv[1])
store.create(Meeting(id="late", meeting_id="late", name="后来的会"))
os._exit(9)
"""


def test_a_log_that_a_killed_window_left_goes_with_its_file(tmp_path: Path, database: Path) -> None:
    done("new", "--name", "预算协调会")
    done("backup", tmp_path / "backup.db")
    subprocess.run([sys.executable, "-c", KILLED, database], check=False)
    assert Path(f"{database}-wal").stat().st_size
    kept = done("restore", tmp_path / "backup.db", "--json").json["kept"]
    assert names() == ["预算协调会"]
    assert sorted(names("--db", kept)) == ["后来的会", "预算协调会"]


OPEN = """
import sys
from models.store import Store
store = Store.open(sys.argv[1])
store.meetings()
print("open", flush=True)
sys.stdin.read()
"""


def test_nothing_is_done_while_a_window_has_the_database_open(tmp_path: Path, database: Path) -> None:
    done("new", "--name", "预算协调会")
    done("backup", tmp_path / "backup.db")
    done("new", "--name", "后来的会")
    argv = [sys.executable, "-c", OPEN, str(database)]
    with subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as window:
        assert window.stdout
        assert window.stdout.readline() == "open\n"
        assert str(database) in refused("restore", tmp_path / "backup.db")
        window.communicate()
    assert len(names()) == 2


@pytest.mark.parametrize("kind", ["missing", "text", "foreign", "broken", "folder"])
def test_what_is_no_backup_is_named_and_changes_nothing(tmp_path: Path, database: Path, kind: str) -> None:
    done("new", "--name", "预算协调会")
    file = tmp_path / "backup.db"
    if kind == "text":
        file.write_text("会议记录\n" * 500, encoding="utf-8")
    elif kind == "foreign":
        with sqlite3.connect(file) as other:
            other.execute("CREATE TABLE meeting (id INTEGER)")
    elif kind == "broken":
        done("backup", file)
        data = bytearray(file.read_bytes())
        data[4096 * 3 : 4096 * 40] = bytes(4096 * 37)
        file.write_bytes(data)
    elif kind == "folder":
        file.mkdir()
    before = sorted(path.name for path in tmp_path.iterdir())
    assert str(file) in refused("restore", file)
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert names() == ["预算协调会"]


@pytest.mark.parametrize(
    ("folder", "program"),
    [
        ("OneDrive - 公司/会议", "OneDrive"),
        ("Dropbox (Personal)", "Dropbox"),
        ("Nutstore Files", None),
        ("坚果云", "坚果云"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("BaiduSyncdisk/纪要", "百度网盘"),
        ("会议/boxes", None),
        ("megaphone", None),
    ],
)
def test_a_folder_that_a_program_synchronises_is_known(
    tmp_path: Path, folder: str, program: str | None
) -> None:
    assert synchroniser(tmp_path / folder / "jiyao.db") == program


def test_a_folder_with_the_mark_of_such_a_program_is_known(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    assert synchroniser(tmp_path / "jiyao.db") == "Syncthing"


def test_a_network_is_known_by_its_mount(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        f"/dev/a / ext4 rw 0 0\nserver:/x {tmp_path}/share\\040one nfs4 rw 0 0\n", encoding="utf-8"
    )
    assert network(tmp_path / "share one" / "jiyao.db", mounts) == "nfs4"
    assert network(tmp_path / "jiyao.db", mounts) is None


def test_the_doctor_warns_of_a_synchronised_folder(tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive"
    folder.mkdir()
    done("new", "--db", folder / "x.db")
    answer = inside("doctor", "--db", folder / "x.db")
    assert answer.status == 1
    assert "OneDrive" in answer.out


def test_a_copy_is_kept_before_the_form_of_the_file_changes(tmp_path: Path, database: Path) -> None:
    done("new", "--name", "预算协调会")
    with sqlite3.connect(database) as old:
        old.execute("DROP TABLE file")
        old.execute("DELETE FROM _sqlite_migrations WHERE name = '005_file'")
        (version,) = old.execute("PRAGMA user_version").fetchone()
        old.execute(f"PRAGMA user_version = {version - 1}")
    shutil.copy(database, tmp_path / "before.db")
    assert names() == ["预算协调会"]
    (kept,) = tmp_path.glob(f"jiyao.schema-{version - 1}.db")
    with sqlite3.connect(kept) as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (version - 1,)
        assert copy.execute("SELECT name FROM meeting").fetchall() == [("预算协调会",)]
