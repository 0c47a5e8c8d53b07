"""What cannot be done is said in one line that names what and where; exit status 1, nothing half done, no traceback."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.meetings.people import LINES
from tests.meetings.stored import MEETING, prepare
from tests.support import missing
from tests.tui.shell import PROGRAM, done, jiyao, refused


@pytest.fixture
def meeting(database: Path) -> str:
    """The id of the one meeting in the database."""
    return done("new", "--name", "预算协调会").word


# -- the database ---------------------------------------------------------------


def test_a_file_that_is_no_database_is_named_and_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "notes.db"
    file.write_text("会议记录\n" * 200, encoding="utf-8")
    assert str(file) in refused("list", "--db", file, run=jiyao)
    assert file.read_text(encoding="utf-8") == "会议记录\n" * 200


def test_a_folder_in_the_databases_place_is_named(tmp_path: Path) -> None:
    assert str(tmp_path) in refused("list", "--db", tmp_path)


def test_a_database_of_another_program_is_not_taken_over(tmp_path: Path) -> None:
    file = tmp_path / "other.db"
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE meeting (id INTEGER)")
    assert str(file) in refused("new", "--db", file)
    with sqlite3.connect(file) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("meeting",)]


def test_a_database_that_another_program_holds_is_said_to_be_locked(meeting: str, database: Path) -> None:
    other = sqlite3.connect(database, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert str(database) in refused("new", run=jiyao)
    other.execute("ROLLBACK")
    other.close()
    assert [found["id"] for found in done("list", "--json").json] == [meeting]


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert str(tmp_path / "file") in refused("list", "--db", tmp_path / "file" / "jiyao.db")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs /proc, where nothing can be made")
def test_a_folder_that_may_not_be_written_is_named() -> None:
    assert "/proc/" in refused("list", "--db", "/proc/jiyao.db")


@pytest.fixture
def write_protected(meeting: str, database: Path) -> Iterator[Path]:
    """The database's folder made unwritable, for root too."""
    folder = database.parent / "protected"
    folder.mkdir()
    file = folder / "jiyao.db"
    done("backup", file)
    if os.geteuid() != 0:
        folder.chmod(0o500)
        file.chmod(0o400)
        yield file
        folder.chmod(0o700)
        return
    changer = shutil.which("chattr")
    if (
        not changer
        or subprocess.run([changer, "+i", file, folder], capture_output=True, check=False).returncode
    ):
        subprocess.run([changer or "true", "-i", file, folder], capture_output=True, check=False)
        missing("a file system whose files root can protect (chattr +i)")
    yield file
    subprocess.run([str(changer), "-i", folder, file], capture_output=True, check=True)


def test_a_read_only_database_is_named_by_what_would_write_to_it(write_protected: Path) -> None:
    assert str(write_protected) in refused("new", "--db", write_protected, run=jiyao)
    assert done("list", "--db", write_protected).out


def test_an_sqlite_without_strict_tables_is_said_with_its_version(database: Path) -> None:
    program = (
        "import sqlite3, sys; sqlite3.sqlite_version_info = (3, 31, 1); sqlite3.sqlite_version = '3.31.1'\n"
        "from tui.command import main; sys.argv = ['jiyao', 'list']; main()"
    )
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert answer.returncode == 1
    assert len(answer.stderr.splitlines()) == 1
    assert "3.31.1" in answer.stderr
    assert not database.exists()


def test_a_meeting_that_is_not_there_or_fits_several_is_named(tmp_path: Path, database: Path) -> None:
    assert "last" in refused("show", "last")
    for name in ("spring-budget", "autumn-budget"):
        (tmp_path / f"{name}.json").write_text(
            f'{{"format": "jiyao-meeting/1", "meeting": {{"id": "{name}"}}}}'
        )
    done("import", tmp_path / "spring-budget.json", tmp_path / "autumn-budget.json")
    line = refused("show", "budget")
    assert "spring-budget" in line
    assert "autumn-budget" in line
    assert "不存在的" in refused("show", "不存在的")


# -- files in ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("none.txt", None, "none.txt"),
        ("folder.txt", "", "folder.txt"),
        ("minutes.pdf", b"%PDF-1.7", ".pdf"),
        ("minutes", b"", "minutes"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "picture.txt"),
        ("broken.json", b'{"format": "jiyao-meeting/1",', "broken.json"),
        ("list.json", b"[1, 2]", "list.json"),
        ("other.json", b'{"format": "other/7"}', "other/7"),
        ("date.json", b'{"format": "jiyao-meeting/1", "meeting": {"starts_at": "tomorrow"}}', "starts_at"),
    ],
)
def test_a_file_that_cannot_be_taken_in_is_named_and_nothing_is_stored(
    tmp_path: Path, database: Path, name: str, content: bytes | str | None, said: str
) -> None:
    file = tmp_path / name
    if isinstance(content, bytes):
        file.write_bytes(content)
    elif content is not None:
        file.mkdir()
    good = tmp_path / "good.json"
    good.write_text('{"format": "jiyao-meeting/1", "meeting": {"name": "好"}}', encoding="utf-8")
    line = refused("import", good, file)
    assert str(file) in line
    assert said in line
    assert done("list", "--json").json == []


# -- files out ---------------------------------------------------------------


@pytest.mark.parametrize("name", ["minutes.pdf", "minutes"])
def test_a_suffix_nobody_writes_is_said_before_anything_is_written(
    meeting: str, tmp_path: Path, name: str
) -> None:
    line = refused("export", meeting, "-o", tmp_path / "first.md", "-o", tmp_path / name)
    assert ".docx" in line
    assert not (tmp_path / "first.md").exists()


def test_a_place_that_cannot_be_written_is_named(meeting: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder.md").mkdir()
    for path in (tmp_path / "file" / "m.md", tmp_path / "none" / "m.md", tmp_path / "folder.md"):
        assert str(path) in refused("export", meeting, "-o", path)


def test_a_backup_does_not_write_over_a_file(meeting: str, tmp_path: Path) -> None:
    file = tmp_path / "backup.db"
    file.write_text("mine", encoding="utf-8")
    assert str(file) in refused("backup", file, run=jiyao)
    assert file.read_text(encoding="utf-8") == "mine"


# -- settings ---------------------------------------------------------------


def test_a_wrong_configuration_is_named(meeting: str, tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("[document\n", encoding="utf-8")
    assert str(file) in refused("export", meeting, "-o", tmp_path / "m.md", JIYAO_CONFIG=str(file))
    file.write_text("[findings]\ntopics_max = 'many'\n", encoding="utf-8")
    assert "topics_max" in refused("check", meeting, JIYAO_CONFIG=str(file))
    file.write_text("[document]\ncolour = 3\n", encoding="utf-8")
    assert "colour" in refused("export", meeting, "-o", tmp_path / "m.md", JIYAO_CONFIG=str(file))


def test_a_time_that_is_none_is_quoted(database: Path) -> None:
    assert "很快" in refused("new", "--at", "很快")
    assert done("list", "--json").json == []


# -- terminal, pipes, signals ---------------------------------------------------------------


@pytest.mark.parametrize("arguments", [[], ["open", "last"], ["demo"]])
def test_a_screen_without_a_terminal_is_refused(meeting: str, arguments: list[str]) -> None:
    assert "--help" in refused(*arguments, run=jiyao)


def test_wrong_usage_is_status_2_and_says_where_help_is(database: Path) -> None:
    for arguments in (
        ["shwo"],
        ["show"],
        ["export", "last"],
        ["new", "--scenario", "party"],
        ["list", "--lang", "fr"],
    ):
        answer = jiyao(*arguments)
        assert (answer.status, answer.out) == (2, "")
        assert "--help" in answer.err
        assert "Traceback" not in answer.err


@pytest.fixture
def parser(database: Path) -> Iterator[subprocess.Popen[bytes]]:
    """`jiyao parse -`, which has answered one line and waits for the next."""
    pipe = subprocess.PIPE
    # Tests that a shell runs in the background ignore Ctrl+C, and the program would inherit that.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    program = subprocess.Popen([str(PROGRAM), "parse", "-"], stdin=pipe, stdout=pipe, stderr=pipe)
    signal.signal(signal.SIGINT, before)
    with program:
        type_at(program, "决议：一\n")
        assert program.stdout is not None
        program.stdout.readline()
        yield program
        program.kill()


def type_at(program: subprocess.Popen[bytes], text: str) -> None:
    assert program.stdin is not None
    program.stdin.write(text.encode())
    program.stdin.flush()


def said_at_the_end(program: subprocess.Popen[bytes]) -> list[str]:
    """The lines on stderr of a program that ends with status 1."""
    assert program.stderr is not None
    words = program.stderr.read().decode()
    assert program.wait(30) == 1
    assert "Traceback" not in words
    return words.split("\n")[:-1]


def test_a_reader_that_goes_away_ends_the_answer_in_silence(parser: subprocess.Popen[bytes]) -> None:
    assert parser.stdout is not None
    parser.stdout.close()
    type_at(parser, "决议：二\n" * 3)
    assert said_at_the_end(parser) == []


def test_ctrl_c_ends_in_one_line(parser: subprocess.Popen[bytes]) -> None:
    parser.send_signal(signal.SIGINT)
    (line,) = filter(None, said_at_the_end(parser))
    assert line == "已中止。"


def test_a_name_that_is_too_long_is_refused_in_words(tmp_path: Path) -> None:
    name, database = str(tmp_path / ("长" * 100)), tmp_path / "a.db"
    prepare(database, *LINES).close()
    for arguments in (
        ("backup", f"{name}.db"),
        ("restore", f"{name}.db"),
        ("import", f"{name}.txt"),
        ("export", MEETING, "-o", f"{name}.docx"),
        ("org", "import", f"{name}.csv"),
    ):
        said = refused(*arguments, f"--db={database}")
        assert "名称太长，请换一个短些的名称" in said, said
        assert "File name" not in said
    assert "名称太长" in refused("list", f"--db={name}.db")
