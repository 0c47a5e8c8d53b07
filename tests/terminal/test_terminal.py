"""The harness itself: what it says about a program is true."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator

import pytest

from tests.terminal.terminal import Terminal

Run = Callable[[str], Terminal]


@pytest.fixture
def python() -> Iterator[Run]:
    """Runs a Python text in a terminal of 40 by 6."""
    started: list[Terminal] = []

    def run(code: str) -> Terminal:
        started.append(Terminal([sys.executable, "-c", code], 40, 6))
        return started[-1]

    yield run
    for terminal in started:
        terminal.close()


def test_the_screen_is_read_as_it_stands_chinese_included(python: Run) -> None:
    term = python("print('会议 abc', end=''); input()")
    term.expect("会议abc")
    assert term.cursor == (8, 0)


def test_a_sequence_that_arrives_in_pieces_leaves_nothing_on_the_screen(python: Run) -> None:
    code = r"""
import sys, tty
tty.setcbreak(0)
print("go", end="", flush=True)
for piece in ("\x1b", "[>", "1u", "\x1b[?2026", "$p", "\x1b[3", "1mready"):
    sys.stdout.write(piece); sys.stdout.flush(); input()
input()
"""
    term = python(code)
    term.expect("go")
    for _ in range(7):
        term.type("\n")
        term.settle(0.05)
    term.expect("ready")
    assert term.text().replace("\n", "") == "goready"
    assert b"\x1b[>1u" in term.raw


def test_what_is_typed_arrives_whole_and_in_order(python: Run) -> None:
    text = "".join(f"第{n}行，" for n in range(500))
    term = python(
        "import os, tty; tty.setraw(0); data = b''\n"
        "print('go', end='', flush=True)\n"
        "while not data.endswith(b'\\r'): data += os.read(0, 4096)\n"
        f"print(data[:-1].decode() == {text!r}, end='', flush=True)"
    )
    term.expect("go")
    term.line(text)
    term.expect("True")


def test_the_program_knows_its_size_and_that_it_changed(python: Run) -> None:
    term = python(
        "import os, signal\n"
        "signal.signal(signal.SIGWINCH, print)\n"
        # Blocked, it is waited for; a handler would not run where it comes just before the program waits for a line.
        "signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGWINCH])\n"
        "while True:\n"
        "    os.write(1, b'size %d %d' % os.get_terminal_size())\n"
        "    signal.sigwait([signal.SIGWINCH])\n"
    )
    term.expect("size 40 6")
    term.resize(60, 10)
    term.expect("size 60 10")


def test_the_exit_status_and_the_signal_that_ended_it_are_kept(python: Run) -> None:
    assert python("raise SystemExit(3)").wait_end() == 3
    running = python("print('up'); input()")
    running.expect("up")
    assert running.kill() == -signal.SIGKILL
    running.type("nobody reads this")


def test_a_program_that_ignores_the_request_to_end_is_killed(python: Run) -> None:
    term = python("import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up'); input()")
    term.expect("up")
    assert term.kill(signal.SIGTERM, grace=0.1) == -signal.SIGKILL


def test_words_that_never_come_fail_with_the_screen(python: Run) -> None:
    with pytest.raises(AssertionError, match=r"never saw 'missing'(.|\n)*here"):
        python("print('here')").expect("missing")
