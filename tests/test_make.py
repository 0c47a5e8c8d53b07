"""The Makefile on machines that lack something, and on one where everything is already there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import missing

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The files that `make` reads, in a folder whose name has a space."""
    if shutil.which("make") is None:
        missing("make")
    folder = tmp_path / "my checkout"
    folder.mkdir()
    for name in ("Makefile", "pyproject.toml", "requirements.lock", "requirements-dev.lock"):
        shutil.copy(ROOT / name, folder)
    return folder


def make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    outside = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    return subprocess.run(
        ["make", *arguments], cwd=folder, env=outside, capture_output=True, text=True, check=False
    )


def python_where(before: str, folder: Path) -> str:
    """A Python in which this code has run before everything else."""
    program = folder / "python-odd"
    program.write_text(f'#!/bin/sh\ntest "$1" = -c && exec "{sys.executable}" -c "{before}\n$2"\nexit 9\n')
    program.chmod(0o755)
    return "./python-odd"


@pytest.mark.parametrize(
    ("before", "told"),
    [
        (
            "import sys; sys.version_info = (3, 9, 2)",
            "jiyao needs Python 3.11 or newer, ./python-odd is 3.9; name another",
        ),
        (
            "import sys; sys.modules['ensurepip'] = None",
            "no venv module: install it first (Debian, Ubuntu: sudo apt",
        ),
        (
            "import sys; sys.modules['venv'] = None",
            "no venv module: install it first (Debian, Ubuntu: sudo apt",
        ),
    ],
)
def test_a_python_that_cannot_is_told_in_one_line(before: str, told: str, checkout: Path) -> None:
    done = make(checkout, "install", f"PYTHON={python_where(before, checkout)}")
    lines = [line for line in done.stderr.splitlines() if not line.startswith("make:")]
    assert done.returncode != 0
    assert len(lines) == 1
    assert told in lines[0]
    assert not (checkout / ".venv").exists()


def test_a_missing_python_is_told_in_one_line(checkout: Path) -> None:
    done = make(checkout, "install", "PYTHON=no-such-python")
    lines = [line for line in done.stderr.splitlines() if not line.startswith("make:")]
    assert lines == ["jiyao needs Python 3.11 or newer: no no-such-python found"]


def test_nothing_is_installed_twice_and_a_new_lock_is_installed(checkout: Path) -> None:
    venv = checkout / ".venv"
    venv.mkdir()
    for n, name in enumerate(("pyvenv.cfg", ".runtime-installed", ".tools-installed")):
        (venv / name).touch()
        os.utime(venv / name, (2e9 + n, 2e9 + n))
    assert "pip" not in make(checkout, "-n", "run").stdout
    assert "pip" not in make(checkout, "-n", "test").stdout
    os.utime(checkout / "requirements.lock", (2e9 + 9, 2e9 + 9))
    assert "--require-hashes --requirement requirements.lock" in make(checkout, "-n", "run").stdout


def test_help_names_every_command(checkout: Path) -> None:
    commands = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), re.M)
    assert commands
    listed = re.findall(r"^  make ([a-z0-9-]+) +\S", make(checkout, "help").stdout, re.M)
    assert sorted(listed) == sorted(commands[1].split())
    assert make(checkout).stdout == make(checkout, "help").stdout
