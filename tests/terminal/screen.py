#!/usr/bin/env python3
"""Run a terminal program in a real pseudo-terminal, type at it, and keep what its screen shows.

    screen.py [--size 120x36] [--png out.png] [--text out.txt] [--keys FILE] [--settle 0.4] -- COMMAND [ARG ...]

KEYS is a text file, one step a line:
    type TEXT          sends TEXT as typed (UTF-8, Chinese included), then waits until the screen is still
    paste TEXT         sends TEXT as one bracketed paste
    key NAME [NAME..]  enter tab esc space backspace del up down left right home end pgup pgdn f1..f12,
                       ctrl+X, alt+X, shift+tab
    wait TEXT          waits up to 15 s until TEXT stands on the screen (fails if it never does)
    absent TEXT        fails if TEXT stands on the screen
    shot FILE.png      keeps the screen as a picture at this point
    text FILE.txt      keeps the screen as text at this point
    resize COLSxROWS   resizes the terminal
    sleep SECONDS
Lines that begin with # are comments. Exit status 0 when every step held, 1 when one did not (it says which).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.append(
    str(Path(__file__).resolve().parents[2])
)  # run as a script, the repository is not on the path

from tests.terminal.terminal import Terminal


def step(verb: str, rest: str, term: Terminal, settle: float) -> str | None:
    """Does one step of a KEYS file; what went wrong, or None."""
    match verb:
        case "type":
            term.type(rest)
        case "paste":
            term.paste(rest)
        case "key":
            term.press(*rest.split())
        case "wait":
            return None if term.wait(rest) else f"never saw {rest!r}; the screen was:\n{term.text()}"
        case "absent":
            return f"{rest!r} stands on the screen:\n{term.text()}" if term.shows(rest) else None
        case "shot":
            term.settle(settle)
            term.png(rest)
        case "text":
            term.settle(settle)
            Path(rest).write_text(term.text(), encoding="utf-8")
        case "resize":
            cols, _, rows = rest.partition("x")
            term.resize(int(cols), int(rows))
        case "sleep":
            term.until(lambda: False, float(rest))
        case _:
            return f"unknown verb {verb!r}"
    return None


def run(steps: Sequence[str], term: Terminal, settle: float) -> int:
    """Does the steps of a KEYS file; 1 at the first that did not hold."""
    for number, raw in enumerate(steps, 1):
        line = raw.rstrip("\n")
        if not line.strip() or line.startswith("#"):
            continue
        verb, _, rest = line.partition(" ")
        if problem := step(verb, rest, term, settle):
            print(f"step {number}: {problem}")
            return 1
        term.settle(settle)
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--size", default="120x36")
    parser.add_argument("--png")
    parser.add_argument("--text")
    parser.add_argument("--keys", type=Path)
    parser.add_argument("--settle", type=float, default=0.4)
    parser.add_argument("command", nargs=argparse.REMAINDER)
    given = parser.parse_args()
    cols, _, rows = given.size.partition("x")
    argv = given.command[1:] if given.command[:1] == ["--"] else given.command
    if not argv:
        parser.error("no command given")
    term = Terminal(argv, int(cols), int(rows))
    term.settle(max(given.settle, 1.0))
    status = run(given.keys.read_text(encoding="utf-8").splitlines(), term, given.settle) if given.keys else 0
    if given.png:
        term.png(given.png)
    if given.text:
        Path(given.text).write_text(term.text(), encoding="utf-8")
    elif not given.png and not given.keys:
        print(term.text(), end="")
    term.close()
    return status


if __name__ == "__main__":
    sys.exit(main())
