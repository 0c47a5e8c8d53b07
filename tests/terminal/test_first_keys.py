"""The first keys, typed before the grammar is loaded: none waits for it, and what is entered then is an entry."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from tests.meetings.stored import MEETING
from tests.terminal.record import prepare, said
from tests.terminal.terminal import Terminal

SLOW = """
import sys, threading
import tui.start as start
load = start.load

def slowly(module):
    if module.__name__ == "models.recorder":
        gate.wait()
    load(module)

gate = threading.Event()
start.load = slowly
import signal
signal.signal(signal.SIGUSR1, lambda *_: gate.set())
from tui.command import main
main()
"""


def test_what_is_typed_and_entered_before_the_grammar_is_loaded_stands_at_once_and_is_stored_then(
    database: Path, tmp_path: Path
) -> None:
    prepare(database)
    script = tmp_path / "slow.py"
    script.write_text(SLOW, encoding="utf-8")
    argv = [sys.executable, str(script), "open", MEETING]
    here = str(Path(__file__).parents[2])
    term = Terminal(argv, env={"JIYAO_DB": str(database), "JIYAO_LANG": "zh_CN", "PYTHONPATH": here})
    try:
        term.expect("议题：")
        term.type("要点：第一句")
        term.expect("› 要点：第一句")
        assert not term.shows("→")
        term.type("\r要点：说到一半")
        term.expect("› 要点：说到一半")
        assert term.shows("1行未存入")
        assert said(database) == []
        os.kill(term.pid, signal.SIGUSR1)
        assert term.until(lambda: said(database) == ["第一句"]), term.text()
        term.expect_gone("未存入")
        assert term.shows("› 要点：说到一半")
        # Over what is being typed stands its reading, and not that all is stored.
        term.expect("→")
        assert not term.shows("已全部存入")
        term.type("话")
        term.expect("› 要点：说到一半话")
    finally:
        term.close()
