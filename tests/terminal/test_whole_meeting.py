"""The whole program as a recorder meets it: a meeting typed by hand, walked through, closed, handed over; and crashes."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.table import Table

from tests.terminal.conftest import Starter
from tests.terminal.terminal import Terminal
from tests.tui.shell import done

LAUNCH = Path(__file__).parents[1] / "data" / "launch.txt"
LINES = LAUNCH.read_text(encoding="utf-8").splitlines()


def rows(database: Path, sql: str) -> list[tuple[Any, ...]]:
    """What stands in the file now, seen from outside."""
    with sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True) as outside:
        return outside.execute(sql).fetchall()


def stored_lines(database: Path) -> list[str]:
    return [text for (text,) in rows(database, "SELECT text FROM line ORDER BY rowid")]


def say(terminal: Terminal, database: Path, line: str) -> None:
    """Types a line as a person does and waits until it is durable."""
    before = len(stored_lines(database))
    terminal.type(line)
    terminal.press("enter")
    assert terminal.until(lambda: len(stored_lines(database)) > before), f"not stored: {line}\n{terminal.text()}"


@pytest.fixture
def recording(jiyao: Starter, database: Path) -> Terminal:
    """The record screen of a new meeting."""
    done("new", "--name", "测试会")
    terminal = jiyao("open", "last")
    terminal.expect("测试会")
    return terminal
