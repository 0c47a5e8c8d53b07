"""The configuration is read as its owner wrote it, and a wrong one is said in one line that names file and place."""

from __future__ import annotations

from pathlib import Path

import pytest

from models import config
from models.config import ConfigError


def write(tmp_path: Path, text: str | bytes) -> Path:
    file = tmp_path / "config.toml"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


def test_no_file_is_no_settings(tmp_path: Path) -> None:
    found = config.read(tmp_path / "none.toml")
    assert (found.exists, found.keys, found.document, found.findings) == (False, {}, {}, {})


def test_each_section_is_given_to_its_reader(tmp_path: Path) -> None:
    file = write(
        tmp_path,
        '[document]\nnumber = "纪要〔2026〕3号"\n[document.style.page]\nleft = 2.0\n[findings]\nR5 = false',
    )
    found = config.read(file)
    assert found.exists
    assert found.document == {"number": "纪要〔2026〕3号", "style": {"page": {"left": 2.0}}}
    assert found.findings == {"R5": False}


def test_the_theme_is_dark_unless_it_is_said_to_be_light(tmp_path: Path) -> None:
    assert config.read(write(tmp_path, "[keys]\n")).theme == "dark"
    assert config.read(write(tmp_path, '[screen]\ntheme = "light"\n')).theme == "light"
    assert config.read(write(tmp_path, '[screen]\ndates = "dmy"\n')).dates == "dmy"


def test_a_key_may_be_named_with_or_without_quotes_and_be_several(tmp_path: Path) -> None:
    file = write(tmp_path, '[keys]\nrecord.recap = "f6"\n"record.undo" = ["ctrl+z", "alt+z"]')
    assert config.read(file).keys == {"record.recap": "f6", "record.undo": ("ctrl+z", "alt+z")}


def test_a_file_from_a_windows_editor_is_read(tmp_path: Path) -> None:
    assert config.read(write(tmp_path, "\ufeff[keys]\r\n")).exists


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[keys\n", "line 1"),
        ("[kyes]\n", "[kyes]"),
        ('[screen]\ntheme = "pink"\n', "dark, light"),
        ("[screen]\ncolour = 3\n", "colour"),
        ('[screen]\ndates = "ymd"\n', "dmy, mdy"),
        ("keys = 3\n", "[keys]"),
        ("[keys]\nrecord.recap = 6\n", "record.recap"),
        ("[keys]\n'record.recap' = [6]\n", "record.recap"),
        ("[keys]\n# 设置\n".encode("gb18030"), "UTF-8"),
    ],
)
def test_a_wrong_file_is_said_in_one_line(tmp_path: Path, text: str | bytes, named: str) -> None:
    file = write(tmp_path, text)
    with pytest.raises(ConfigError) as refused:
        config.read(file)
    words = str(refused.value)
    assert str(file) in words
    assert named in words
    assert "\n" not in words


def test_a_folder_in_its_place_is_said(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=str(tmp_path)):
        config.read(tmp_path)


def test_the_place_can_be_named_and_is_otherwise_the_users_own() -> None:
    assert config.path({"JIYAO_CONFIG": "/somewhere/jiyao.toml"}) == Path("/somewhere/jiyao.toml")
    assert config.path({}).name == "config.toml"
