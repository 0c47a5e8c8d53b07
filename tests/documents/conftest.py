"""A LibreOffice of the tests' own, which opens what jiyao writes."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

Convert = Callable[[Path, str], Path]


@pytest.fixture(scope="session")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """LibreOffice's settings, apart from those of whoever runs the tests; one for all tests, as it is slow to make."""
    return tmp_path_factory.mktemp("libreoffice")


@pytest.fixture
def convert(needs_libreoffice: str, profile: Path, tmp_path: Path) -> Convert:
    """Converts a file to a format, such as pdf or odt, and gives the new file."""

    def run(path: Path, wanted: str) -> Path:
        folder = tmp_path / f"as-{wanted}"
        command = [
            needs_libreoffice,
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--convert-to",
            wanted,
            "--outdir",
            str(folder),
            str(path),
        ]
        done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
        made = folder / path.with_suffix(f".{wanted}").name
        assert made.is_file(), done.stdout + done.stderr
        return made

    return run


@pytest.fixture
def pages(convert: Convert, tmp_path: Path) -> Callable[[bytes], list[str]]:
    """The text of each page of a document."""

    def read(data: bytes) -> list[str]:
        path = tmp_path / "document.docx"
        path.write_bytes(data)
        reader = pypdf.PdfReader(io.BytesIO(convert(path, "pdf").read_bytes()))
        return [page.extract_text() for page in reader.pages]

    return read
