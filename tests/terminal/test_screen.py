"""The command-line face of the harness, with which a person looks at a screen."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PIL import Image

from tests.terminal import screen
from tests.terminal.terminal import Terminal

PROGRAM = "print('ready'); print('heard', input()); input()"


def run(folder: Path, steps: str, *options: str) -> subprocess.CompletedProcess[str]:
    (folder / "keys.txt").write_text(steps, encoding="utf-8")
    argv = [sys.executable, screen.__file__, "--keys", "keys.txt", "--settle", "0.1", *options]
    return subprocess.run(
        [*argv, "--", sys.executable, "-c", PROGRAM], cwd=folder, capture_output=True, text=True, check=False
    )


def test_steps_that_hold_leave_the_screen_as_text(tmp_path: Path) -> None:
    steps = "# a comment\nwait ready\ntype 预算\nkey enter\nwait heard 预算\nabsent 决议\ntext seen.txt\n"
    done = run(tmp_path, steps, "--size", "50x5")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "seen.txt").read_text(encoding="utf-8").splitlines() == [
        "ready",
        "预算",
        "heard 预算",
        "",
        "",
    ]


def test_a_step_that_does_not_hold_is_named_with_the_screen(tmp_path: Path) -> None:
    done = run(tmp_path, "wait ready\nabsent ready\n")
    assert done.returncode == 1
    assert done.stdout.startswith("step 2: 'ready' stands on the screen:\nready\n")


def test_an_unknown_step_is_named(tmp_path: Path) -> None:
    done = run(tmp_path, "wait ready\ndance\n")
    assert (done.returncode, done.stdout) == (1, "step 2: unknown verb 'dance'\n")


def test_a_picture_shows_ink_where_words_stand(tmp_path: Path, needs_cjk_font: None) -> None:
    term = Terminal([sys.executable, "-c", "print('会议'); input()"], 20, 4)
    term.expect("会议")
    term.png(tmp_path / "screen.png")
    term.close()
    with Image.open(tmp_path / "screen.png") as picture:
        grey = picture.convert("L")
        row = grey.height // 4
        said, empty = grey.crop((0, 0, grey.width, row)), grey.crop((0, 2 * row, grey.width, 3 * row))
    assert max(said.tobytes()) > 150
    assert max(empty.tobytes()) < 50
