"""A window knows its file, and takes neither a checkpoint nor what is deleted from its log for another one."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.torture import places
from models.store import MissingStore, ReplacedStore, Store
from tests.meetings.stored import new_meeting, open_store, outside

PROGRAM = """
import sys
from models.store import Store
store = Store.open(sys.argv[1])
assert store.check() == []
print(len(store.meetings()))
store.close()
"""


def meetings_in(path: Path) -> int:
    """How many meetings another program finds in a sound file."""
    argv = [sys.executable, "-c", PROGRAM, path]
    return int(subprocess.run(argv, capture_output=True, text=True, check=True).stdout)


def test_checkpoints_of_whoever_writes_are_no_other_file(tmp_path: Path) -> None:
    one, two = open_store(tmp_path / "a.db"), open_store(tmp_path / "a.db")
    for _turn in range(6):
        for store in (one, two):
            new_meeting(store)
            outside(store).execute("PRAGMA wal_checkpoint(TRUNCATE)")
            one.watch()
            two.watch()
    two.close()
    assert meetings_in(tmp_path / "a.db") == 12
    one.watch()
    one.close()


def test_what_is_deleted_from_the_log_makes_no_other_file_of_it(tmp_path: Path) -> None:
    store = open_store(tmp_path / "a.db")
    new_meeting(store)
    outside(store).execute("PRAGMA wal_checkpoint(TRUNCATE)")
    store.watch()
    outside(store).execute("DELETE FROM change")
    store.watch()
    outside(store).execute("PRAGMA wal_checkpoint(TRUNCATE)")
    store.watch()
    new_meeting(store)
    store.close()


@pytest.mark.parametrize("copied", ["backup", "older state"])
def test_a_copy_written_over_the_file_stays_whole(tmp_path: Path, copied: str) -> None:
    path, copy = tmp_path / "a.db", tmp_path / "copy.db"
    store = open_store(path)
    new_meeting(store)
    outside(store).execute("PRAGMA wal_checkpoint(TRUNCATE)")
    if copied == "backup":
        store.backup(copy)
    else:
        shutil.copyfile(path, copy)
    new_meeting(store)
    outside(store).execute("PRAGMA wal_checkpoint(TRUNCATE)")
    store.watch()
    new_meeting(store)
    shutil.copyfile(copy, path)
    with pytest.raises(ReplacedStore):
        new_meeting(store)
    store.close()
    with pytest.raises(ReplacedStore):
        Store.open(path)
    assert meetings_in(path) == 1


def test_a_file_that_was_gone_for_a_moment_is_written_to_again(tmp_path: Path) -> None:
    store = open_store(tmp_path / "a.db")
    (tmp_path / "a.db").rename(tmp_path / "b.db")
    with pytest.raises(MissingStore):
        store.watch()
    (tmp_path / "b.db").rename(tmp_path / "a.db")
    new_meeting(store)
    store.close()
    assert meetings_in(tmp_path / "a.db") == 1


def test_everything_goes_on_in_a_new_file_with_its_history_where_the_old_one_can_be_read(
    tmp_path: Path,
) -> None:
    store = open_store(tmp_path / "a.db")
    meeting, another = new_meeting(store), new_meeting(store)
    minutes = store.load(meeting)
    for file in tmp_path.glob("a.db*"):
        file.unlink()
    store.go_on_in(tmp_path / "new.db", minutes)
    assert {found.id for found in store.meetings()} == {meeting, another}
    assert store.steps(another)
    store.close()
    assert meetings_in(tmp_path / "new.db") == 2


@pytest.mark.parametrize("attack", places.ATTACKS, ids=lambda attack: attack.__name__)
def test_whatever_happens_to_the_file_is_noticed_and_leaves_what_there_is_whole(
    attack: places.Attack,
) -> None:
    assert places.attacked(7, attack).faults == []


@pytest.mark.parametrize("seed", range(8))
def test_half_a_checkpoint_of_a_rebuilt_file_is_no_other_file(seed: int) -> None:
    assert places.half_a_checkpoint(seed).faults == []


def test_nobody_is_alarmed_by_what_three_windows_and_people_from_outside_write() -> None:
    assert places.together(1).faults == []


WRITER = """
import sys
from models.store import Store
from tests.meetings.stored import new_meeting
store = Store.open(sys.argv[1])
new_meeting(store)
print("written", flush=True)
sys.stdin.readline()
new_meeting(store)
store.close()
"""


def test_a_window_on_the_new_file_shares_no_log_with_one_that_has_not_noticed(tmp_path: Path) -> None:
    path, older = tmp_path / "a.db", tmp_path / "older.db"
    open_store(path).close()
    shutil.copyfile(path, older)
    late = open_store(path)
    new_meeting(late)
    path.rename(tmp_path / "moved.db")
    shutil.copyfile(older, path)
    early = subprocess.Popen(
        [sys.executable, "-c", WRITER, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert early.stdout
    assert early.stdout.readline() == "written\n"
    with pytest.raises(ReplacedStore):
        late.watch()
    late.close()
    early.communicate("\n")
    assert meetings_in(path) == 2
    assert meetings_in(tmp_path / "moved.db") == 1
