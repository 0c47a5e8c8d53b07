"""A LibreOffice of the tests' own, which opens what jiyao writes."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path

import pytest

Convert = Callable[[Sequence[Path], str], list[Path]]


@pytest.fixture(scope="session")
def convert(needs_libreoffice: str, tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Converts files to a format, such as pdf or odt, and gives the new ones.

    Starting takes LibreOffice longer than a document does, so files that go one way go together.
    """
    profile = tmp_path_factory.mktemp("libreoffice")
    number = count(1)

    def run(paths: Sequence[Path], wanted: str) -> list[Path]:
        folder = profile / f"{next(number)}-as-{wanted}"
        command = [
            needs_libreoffice,
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--convert-to",
            wanted,
            "--outdir",
            str(folder),
            *map(str, paths),
        ]
        home = {**os.environ, "HOME": str(profile)}
        done = subprocess.run(command, env=home, capture_output=True, text=True, timeout=240, check=False)
        made = [folder / path.with_suffix(f".{wanted}").name for path in paths]
        assert all(path.is_file() for path in made), done.stdout + done.stderr
        return made

    return run
