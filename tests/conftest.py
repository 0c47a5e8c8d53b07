"""What all tests share: nothing of the machine leaks into them, and nothing they need is missed in silence."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from models import i18n
from tests.support import missing

MEANT_BY_THE_USER = (
    "JIYAO_DB",
    "JIYAO_LANG",
    "JIYAO_CONFIG",
    "NO_COLOR",
    "FORCE_COLOR",
    "LC_ALL",
    "LC_MESSAGES",
    "LANGUAGE",
)


gc.disable()  # Reading all tests makes some million objects and no garbage: looking for it would be a third of the way.


def pytest_collection_finish() -> None:
    """Looks for garbage from here on, but never again among what has been read."""
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def compiled_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A program that tests start is compiled at its first start, also where Python may keep nothing compiled.

    As many do in containers: then each of some hundred starts would compile all of it again.
    """
    folder = tmp_path_factory.getbasetemp()
    # The processes of one run share it.
    shared = folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
        if "PYTHONPYCACHEPREFIX" not in os.environ:
            patch.setenv("PYTHONPYCACHEPREFIX", str(shared / "compiled"))
        yield


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Home after home, each empty; a `tmp_path` for each of some thousand tests would cost more than most of them."""
    folder = tmp_path_factory.mktemp("homes", numbered=False)
    return (folder / str(number) for number in count(1))


@pytest.fixture(autouse=True)
def own_surroundings(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A test has its own home, no settings of the person who runs it, and the Chinese language to begin with."""
    for name in MEANT_BY_THE_USER:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    home = next(homes)
    home.mkdir()
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home))
    with i18n.language(i18n.DEFAULT):
        yield


@pytest.fixture
def forgiving() -> None:
    """A line on which the grammar breaks is kept as its words, as it is for users."""


@pytest.fixture(autouse=True)
def unforgiving(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line on which the grammar breaks fails the test, unless that is what it is about."""
    if "forgiving" not in request.fixturenames:
        monkeypatch.setattr("models.capture.reading.unless_broken", lambda read, _instead: read())


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this test's database will be: JIYAO_DB names it, and no file is there yet."""
    path = tmp_path / "jiyao.db"
    monkeypatch.setenv("JIYAO_DB", str(path))
    return path


@pytest.fixture(scope="session")
def needs_cjk_font() -> None:
    """A font with Chinese is installed."""
    lister = shutil.which("fc-list")
    if (
        not lister
        or not subprocess.run([lister, ":lang=zh-cn"], capture_output=True, check=False).stdout.strip()
    ):
        missing("a Chinese font (Debian: fontconfig fonts-noto-cjk)")


@pytest.fixture(scope="session")
def needs_libreoffice(needs_cjk_font: None) -> str:
    """The LibreOffice program, with a Chinese font for its pages."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        missing("LibreOffice Writer (Debian: libreoffice-writer)")
    return program


@pytest.fixture
def needs_poppler() -> str:
    """The `pdftoppm` program of poppler; `pdftotext` stands beside it."""
    program = shutil.which("pdftoppm")
    if program is None or shutil.which("pdftotext") is None:
        missing("poppler (Debian: poppler-utils)")
    return program
