"""Starts the installed program in a pseudo-terminal, with a database of its own, and always ends it."""

from __future__ import annotations

import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

if sys.platform == "win32":
    collect_ignore_glob = ["test_*"]  # no pseudo-terminals of this kind there
else:
    from tests.terminal.fork_server import ForkServer
    from tests.terminal.process import Begin, FromDisk
    from tests.terminal.terminal import Terminal

PROGRAM = Path(sysconfig.get_path("scripts")) / "jiyao"


@dataclass
class Starter:
    """Call it with the command's arguments; every start of one test has the same database.

    `size` is columns and rows, `env` more variables (None takes one away), `parse=False` keeps raw bytes only.
    """

    database: Path
    begin: Begin
    started: list[Terminal] = field(default_factory=list)

    def __call__(
        self,
        *arguments: str | Path,
        size: tuple[int, int] = (120, 36),
        lang: str = "zh_CN",
        database: Path | None = None,
        env: dict[str, str | None] | None = None,
        parse: bool = True,
    ) -> Terminal:
        variables = {"JIYAO_DB": str(database or self.database), "JIYAO_LANG": lang, **(env or {})}
        argv = [str(PROGRAM), *map(str, arguments)]
        terminal = Terminal(argv, *size, env=variables, parse=parse, begin=self.begin)
        self.started.append(terminal)
        return terminal

    def close(self) -> None:
        for terminal in self.started:
            terminal.close()


@pytest.fixture(scope="session")
def forked() -> Iterator[ForkServer]:
    """For tests of what comes after the first second: each start of the program is a copy of one that has loaded.

    `pytestmark = pytest.mark.usefixtures("forked")` says so for a file.
    """
    server = ForkServer()
    yield server
    server.close()


@pytest.fixture
def jiyao(database: Path, request: pytest.FixtureRequest) -> Iterator[Starter]:
    """`jiyao("open", "last", size=(80, 24), lang="en")` is the program as a person starts it."""
    begin = request.getfixturevalue("forked") if "forked" in request.fixturenames else FromDisk
    starter = Starter(database, begin)
    yield starter
    starter.close()
