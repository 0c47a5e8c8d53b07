"""Two processes on one file, processes that are killed, and what they leave in the bar."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from models.meeting import Opinion
from models.store import LockedStore, Store
from tests.meetings.stored import new_meeting, open_store, opinion

ROOT = Path(__file__).parents[2]


Start = Callable[..., "subprocess.Popen[str]"]
Open = Callable[[], Store]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts other Python processes that have the models at hand; none outlives the test."""
    with ExitStack() as started:

        def run(program: str, *arguments: object) -> subprocess.Popen[str]:
            process = started.enter_context(
                subprocess.Popen(
                    [sys.executable, "-c", textwrap.dedent(program), *map(str, arguments)],
                    cwd=ROOT,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                )
            )
            started.callback(process.kill)
            return process

        yield run


@pytest.fixture
def open_file(tmp_path: Path) -> Iterator[Callable[[], Store]]:
    """Opens this test's file, once more on each call."""
    with ExitStack() as opened:

        def again() -> Store:
            store = open_store(tmp_path / "a.db")
            opened.callback(store.close)
            return store

        yield again


WRITER = """
    import sys
    from models.store import Store
    from tests.meetings.stored import opinion
    path, meeting, name, count = sys.argv[1:]
    store = Store.open(path, busy_seconds=60)
    print("ready", flush=True)
    sys.stdin.readline()
    for n in range(int(count)):
        # Read, then write: what fails at once in a deferred transaction.
        with store.transaction():
            before = len(store.load(meeting).all_entries)
            with store.step(meeting, name, name) as step:
                step.insert(opinion(meeting, f"{name} {n} after {before}", step.next_number("seq")))
        print(n, flush=True)
    store.close()
"""


def test_two_processes_that_read_and_write_at_once_lose_nothing(
    tmp_path: Path, start: Start, open_file: Open
) -> None:
    store = open_file()
    meeting = new_meeting(store)
    writers = [start(WRITER, tmp_path / "a.db", meeting, name, 60) for name in ("one", "two")]
    for writer in writers:
        assert writer.stdout
        writer.stdout.readline()
    for writer in writers:
        assert writer.stdin
        writer.stdin.write("\n")
        writer.stdin.flush()
    assert [writer.wait(120) for writer in writers] == [0, 0]
    rows = store.load(meeting).all(Opinion)
    assert [row.seq for row in rows] == list(range(1, 121))
    assert [int(row.text.rsplit(" ", 1)[1]) for row in rows] == list(range(120))


def test_who_has_read_to_write_is_not_overtaken(tmp_path: Path, open_file: Open) -> None:
    store = open_file()
    meeting = new_meeting(store)
    hasty = Store.open(tmp_path / "a.db", busy_seconds=0)
    with store.transaction():
        seq = len(store.load(meeting).all_entries) + 1
        with pytest.raises(LockedStore), hasty.step(meeting, "", "two") as step:
            step.insert(opinion(meeting, "overtaken", seq))
        with store.step(meeting, "", "one") as step:
            step.insert(opinion(meeting, "first", seq))
    hasty.close()
    assert [row.text for row in store.load(meeting).all(Opinion)] == ["first"]


def test_the_first_start_of_two_processes_at_once_makes_one_file(
    tmp_path: Path, start: Start, open_file: Open
) -> None:
    program = """
        import sys
        from models.store import Store
        sys.stdin.readline()
        store = Store.open(sys.argv[1], busy_seconds=60)
        from tests.meetings.stored import new_meeting
        new_meeting(store)
    """
    both = [start(program, tmp_path / "a.db") for _ in range(3)]
    for one in both:
        assert one.stdin
        one.stdin.write("\n")
        one.stdin.flush()
    assert [one.wait(60) for one in both] == [0, 0, 0]
    assert len(open_file().meetings()) == 3
    assert not [p for p in tmp_path.iterdir() if p.name.startswith(".a.db")]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no kill -9 on this system")
@pytest.mark.parametrize("lines", [1, 7, 40, 41])
def test_a_killed_process_loses_no_line_it_had_acknowledged(
    tmp_path: Path, start: Start, open_file: Open, lines: int
) -> None:
    store = open_file()
    meeting = new_meeting(store)
    store.close()
    writer = start(WRITER, tmp_path / "a.db", meeting, "one", 10_000)
    assert writer.stdin
    assert writer.stdout
    writer.stdin.write("\n")
    writer.stdin.flush()
    acknowledged = [writer.stdout.readline() for _ in range(lines + 1)]
    writer.send_signal(signal.SIGKILL)
    writer.wait(30)
    rest = writer.stdout.read()
    store = open_file()
    rows = store.load(meeting).all(Opinion)
    assert len(rows) >= len(acknowledged) - 1 + rest.count("\n")
    assert [row.seq for row in rows] == list(range(1, len(rows) + 1))
    assert store.check() == []
    assert len([s for s in store.steps(meeting) if s.kind == "edit"]) == len(rows)


def test_an_empty_bar_keeps_no_draft(tmp_path: Path, start: Start, open_file: Open) -> None:
    store = open_file()
    meeting = new_meeting(store)
    assert store.draft(meeting, "w") is None
    store.keep_draft(meeting, "w", "市场部：", 4)
    draft = store.draft(meeting, "w")
    assert draft
    assert (draft.text, draft.cursor, draft.editing) == ("市场部：", 4, None)
    store.keep_draft(meeting, "w", "", 0)
    assert store.draft(meeting, "w") is None


def test_windows_that_live_do_not_take_each_others_drafts(
    tmp_path: Path, start: Start, open_file: Open
) -> None:
    one, two = open_file(), open_file()
    meeting, other = new_meeting(one), new_meeting(one)
    one.keep_draft(meeting, "one", "mine", 4)
    assert two.draft(meeting, "two") is None
    two.keep_draft(meeting, "two", "theirs", 6)
    assert one.draft(meeting, "one").text == "mine"  # type: ignore[union-attr]
    one.close()
    assert two.draft(meeting, "two").text == "theirs"  # type: ignore[union-attr]
    assert two.draft(other, "three") is None
    assert two.draft(meeting, "three").text == "mine"  # type: ignore[union-attr]
    two.keep_draft(meeting, "three", "", 0)
    assert two.draft(meeting, "three") is None
    two.close()
    assert [p.name for p in tmp_path.iterdir() if "window" in p.name] == []


DRAFTER = """
    import sys
    from models.store import Store
    store = Store.open(sys.argv[1])
    store.keep_draft(sys.argv[2], sys.argv[3], sys.argv[4], 1, "entry")
    print("kept", flush=True)
    sys.stdin.readline()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no kill -9 on this system")
def test_what_stood_in_a_form_is_not_taken_for_a_line(tmp_path: Path, start: Start, open_file: Open) -> None:
    store = open_file()
    meeting = new_meeting(store)
    left = start(
        """
        import sys
        from models.store import Store
        store = Store.open(sys.argv[1])
        store.keep_draft(sys.argv[2], "old", "一行", 2)
        store.keep_draft(sys.argv[2], "old-form", "一格", 2, "fact/name")
        """,
        tmp_path / "a.db",
        meeting,
    )
    assert left.wait() == 0
    assert store.draft(meeting, "new-polish") is None
    assert store.draft(meeting, "new-form").text == "一格"  # type: ignore[union-attr]
    assert store.draft(meeting, "new").text == "一行"  # type: ignore[union-attr]


def test_after_a_crash_the_newest_draft_of_a_dead_window_comes_back_once(
    tmp_path: Path, start: Start, open_file: Open
) -> None:
    store = open_file()
    meeting = new_meeting(store)
    crashed = []
    for window, text in (("first", "older"), ("second", "newer"), ("living", "still being typed")):
        process = start(DRAFTER, tmp_path / "a.db", meeting, window, text)
        assert process.stdout
        assert process.stdout.readline() == "kept\n"
        crashed.append(process)
    assert store.draft(meeting, "me") is None
    for process in crashed[:2]:
        os.kill(process.pid, signal.SIGKILL)
        process.wait(30)
    found = store.draft(meeting, "me")
    assert found
    assert (found.text, found.editing) == ("newer", "entry")
    assert store.draft(meeting, "me") == found
    assert store.draft(meeting, "another").text == "older"  # type: ignore[union-attr]
    assert store.draft(meeting, "a third") is None
    crashed[2].communicate("\n", 30)
    assert store.draft(meeting, "a third").text == "still being typed"  # type: ignore[union-attr]


def test_a_second_connection_of_a_process_takes_nothing_from_the_first(
    open_file: Open, start: Start, tmp_path: Path
) -> None:
    first = open_file()
    meeting = new_meeting(first)
    open_file().close()
    visitor = start(
        """
        import sys
        from models.store import Store
        Store.open(sys.argv[1]).close()
        """,
        tmp_path / "a.db",
    )
    assert visitor.wait() == 0
    with first.step(meeting, "", "w") as step:
        step.insert(opinion(meeting, "其后写入"))
    reader = start(
        """
        import sqlite3, sys
        print(sqlite3.connect(sys.argv[1]).execute("SELECT count(*) FROM opinion").fetchone()[0])
        """,
        tmp_path / "a.db",
    )
    assert reader.communicate()[0].strip() == "1"
