"""The installed `jiyao` command as a script calls it: arguments in, status and two streams out."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from models import i18n
from tui.command import main

PROGRAM = Path(sysconfig.get_path("scripts")) / "jiyao"


@dataclass(frozen=True)
class Answer:
    """What one call gave."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON value of stdout."""
        return json.loads(self.out)

    @property
    def word(self) -> str:
        """Stdout, where it is one word."""
        (found,) = self.out.split()
        return found


def jiyao(*arguments: str | Path, stdin: bytes = b"", lang: str = "zh_CN", **environment: str) -> Answer:
    """Runs the command; the database is the one JIYAO_DB names, or that of a --db among the arguments."""
    done = subprocess.run(
        [str(PROGRAM), *map(str, arguments)],
        input=stdin,
        capture_output=True,
        env={**os.environ, "JIYAO_LANG": lang, **environment},
        check=False,
    )
    return Answer(
        done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
    )


def inside(*arguments: str | Path, stdin: bytes = b"", lang: str = "zh_CN", **environment: str) -> Answer:
    """The same in this process, which saves the start of another one; for what does not hang on the process."""
    read, out, err = (io.TextIOWrapper(io.BytesIO(given), encoding="utf-8") for given in (stdin, b"", b""))
    with (
        mock.patch.dict(os.environ, {"JIYAO_LANG": lang, **environment}),
        mock.patch.multiple(sys, stdin=read, stdout=out, stderr=err),
        i18n.language(i18n.current()),
        pytest.raises(SystemExit) as ended,
    ):
        main([str(argument) for argument in arguments])
    for stream in (out, err):
        stream.seek(0)
    return Answer(int(ended.value.code or 0), out.read(), err.read())


def done(*arguments: str | Path, **more: Any) -> Answer:
    """Runs the command in this process; it must succeed."""
    answer = inside(*arguments, **more)
    assert answer.status == 0, answer.err
    return answer


def refused(*arguments: str | Path, run: Callable[..., Answer] = inside, **more: Any) -> str:
    """Runs the command, which must say in one line on stderr alone why it could not be done; gives that line.

    It is run in this process; `run=jiyao` starts the program, where the refusal may hang on the process.
    """
    answer = run(*arguments, **more)
    assert (answer.status, answer.out) == (1, ""), answer
    assert "Traceback" not in answer.err
    lines = answer.err.splitlines()
    assert len(lines) == 1, answer.err
    return lines[0]
