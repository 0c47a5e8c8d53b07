"""Files: names that are safe everywhere, and an old file that stays whole whatever happens."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporters import ExportError, files
from models.i18n import language
from models.meeting import Meeting
from tests.exporters.choices import options


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder."""
    (tmp_path / "files").mkdir()
    return tmp_path / "files"


def meeting(name: str, **facts: object) -> Meeting:
    return Meeting(id="x", meeting_id="x", name=name, **facts)  # type: ignore[arg-type]


def test_a_file_is_named_by_date_meeting_state_and_version() -> None:
    one = meeting("2026年Q3新产品上市跨部门协作启动会", starts_at="2026-09-16T14:00")

    assert (
        files.safe_name(one, options())
        == "20260916_2026年Q3新产品上市跨部门协作启动会_会议纪要_初稿_V0.1.docx"
    )
    assert files.safe_name(one, options(final=True), ".md").endswith("_会议纪要_正式_V1.0.md")


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "C:\\x", "a/b", "..", ".", "", " ", "CON", "nul.txt", "x\x00y", "—" * 400]
)
def test_a_name_cannot_leave_its_folder(name: str, folder: Path) -> None:
    made = files.safe_name(meeting(name), options())

    path = folder / made
    assert path.resolve().parent == folder
    files.write(path, b"x")
    assert path.read_bytes() == b"x"


RESERVED = {"con", "prn", "aux", "nul", *(f"{p}{i}" for p in ("com", "lpt") for i in range(10))}


@given(st.text(), st.text(max_size=8))
def test_any_text_makes_a_name_windows_takes(name: str, version: str) -> None:
    for made in (files.safe_name(meeting(name), options(version=version)), files.safe_part(name)):
        assert made
        assert len(made.encode()) <= 255
        assert not set(made) & set('<>:"/\\|?*')
        assert not any(ord(sign) < 32 or ord(sign) == 127 for sign in made)
        assert not made.endswith((" ", "."))
        assert made.split(".", maxsplit=1)[0].rstrip().lower() not in RESERVED


def test_a_file_is_replaced_as_a_whole_and_keeps_who_may_read_it(folder: Path) -> None:
    path = folder / "纪要.docx"
    path.write_bytes(b"old")
    path.chmod(0o640)

    files.write(path, b"new")

    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(folder.iterdir()) == [path]


def test_a_link_stays_a_link(folder: Path) -> None:
    target = folder / "target.md"
    target.write_bytes(b"old")
    link = folder / "link.md"
    link.symlink_to(target)

    files.write(link, b"new")

    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EIO, errno.EACCES])
@pytest.mark.parametrize("moment", ["fsync", "replace"])
def test_the_old_file_stays_whole_when_writing_fails(
    folder: Path, monkeypatch: pytest.MonkeyPatch, number: int, moment: str
) -> None:
    path = folder / "纪要.docx"
    path.write_bytes(b"old")

    def fail(*_arguments: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(*((files.os, "fsync") if moment == "fsync" else (Path, "replace")), fail)
    with language("en"), pytest.raises(ExportError) as caught:
        files.write(path, b"new")

    assert str(path) in str(caught.value)
    assert path.read_bytes() == b"old"
    assert list(folder.iterdir()) == [path]


def test_a_full_disk_is_said_and_nothing_is_lost() -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    with language("en"), pytest.raises(ExportError, match="disk is full"):  # noqa: SIM117
        with files._clear_errors(full), full.open("wb", buffering=0) as device:
            device.write(b"x")


def test_a_folder_a_missing_folder_and_a_file_used_as_a_folder_are_named(folder: Path) -> None:
    (folder / "file").write_bytes(b"")
    with language("en"):
        with pytest.raises(ExportError, match="is a folder"):
            files.write(folder, b"")
        for path in (folder / "no" / "x.docx", folder / "file" / "x.docx"):
            with pytest.raises(ExportError, match="there is no folder"):
                files.write(path, b"")


def test_a_loop_of_links_is_no_crash(folder: Path) -> None:
    (folder / "a").symlink_to(folder / "b")
    (folder / "b").symlink_to(folder / "a")

    with pytest.raises(ExportError):
        files.write(folder / "a", b"")


def test_a_name_that_is_too_long_is_said(folder: Path) -> None:
    with language("en"), pytest.raises(ExportError, match="too long"):
        files.write(folder / ("x" * 300 + ".docx"), b"")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the super-user may write everywhere")
def test_a_folder_without_permission_is_said(folder: Path) -> None:
    folder.chmod(0o500)
    with language("en"), pytest.raises(ExportError, match="may not write"):
        files.write(folder / "x.docx", b"")
    folder.chmod(0o700)
