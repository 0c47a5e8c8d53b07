"""Undo and redo: the images of a step written back, as a new step of its own, so that nothing ever leaves the log.

A window undoes its own steps, newest first, then those that stood there before it opened, and on each screen only those
that were made there: what is not shown is not taken back. Images are compared column
by column with what stands there now: a row that somebody else has changed meanwhile is refused, but where the meeting
is (the live topic, who speaks) simply stays as the others left it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from models.store.connection import Connection
from models.store.errors import ChangedSince, MadeElsewhere
from models.store.step import StepInfo, begin, end, step_info

_PASSING = frozenset(
    {"live_topic_id", "speaker_department_id", "speaker_person_id", "speaker_asks", "changed_at"}
)


@dataclass(frozen=True, slots=True)
class Scope:
    """Which steps a window may undo: its own, and those up to the last before it opened."""

    meeting_id: str
    window: str
    since: int
    screen: str = ""
    """The screen it is done on; steps of another are refused. Nothing: those of all."""

    def holds(self, step: StepInfo) -> bool:
        """Whether a step was made on this screen; what came without one, from a file, is shown while recording."""
        return self.screen in ("", step.screen or "record")


@dataclass(frozen=True, slots=True)
class _Replay:
    """A row as it should stand now and as it shall stand; an empty image is no row."""

    table: str
    row_id: str
    now: Mapping[str, Any]
    then: Mapping[str, Any]


def undo(connection: Connection, scope: Scope, at: str) -> StepInfo | None:
    """Undoes the scope's latest step; None if there is none."""
    found = connection.value(
        "SELECT id FROM step WHERE meeting_id = ? AND kind = 'edit' AND state = 'done'"
        ' AND ("window" = ? OR id <= ?) ORDER BY id DESC LIMIT 1',
        (scope.meeting_id, scope.window, scope.since),
    )
    return _turn(connection, scope, at, found, "undo") if found else None


def redo(connection: Connection, scope: Scope, at: str) -> StepInfo | None:
    """Redoes what the scope undid last; None if there is nothing, or something new was done since."""
    found = connection.value(
        f"SELECT target FROM ({_undone(scope)}) ORDER BY id DESC LIMIT 1",
        (scope.meeting_id, scope.window, scope.since),
    )
    return _turn(connection, scope, at, found, "redo") if found else None


def forget_undone(connection: Connection, scope: Scope) -> None:
    """A new edit ends what could have been done again."""
    connection.execute(
        f"UPDATE step SET state = 'dead' WHERE id IN (SELECT target FROM ({_undone(scope)}))",
        (scope.meeting_id, scope.window, scope.since),
    )


def _undone(scope: Scope) -> str:
    """The undo steps of a scope whose target is still undone."""
    return (
        "SELECT turned.id, turned.target FROM step AS undone JOIN step AS turned ON turned.target = undone.id"
        " WHERE undone.meeting_id = ? AND undone.state = 'undone' AND turned.kind = 'undo'"
        ' AND (turned."window" = ? OR turned.id <= ?)'
    )


def _turn(connection: Connection, scope: Scope, at: str, target: int, kind: str) -> StepInfo:
    info = step_info(connection, target)
    if not scope.holds(info):
        raise MadeElsewhere(label=info.label, screen=info.screen or "record")
    step_id = begin(
        connection, scope.meeting_id, at, scope.window, label=info.label, kind=kind, target=target
    )
    for replay in _replays(connection, target, backwards=kind == "undo"):
        _write(connection, replay, info.label)
    state = "undone" if kind == "undo" else "done"
    connection.execute("UPDATE step SET state = ? WHERE id = ?", (state, target))
    end(connection, step_id, scope.meeting_id, at)
    return info


def _replays(connection: Connection, step_id: int, *, backwards: bool) -> list[_Replay]:
    found = connection.rows(
        'SELECT "table", row_id, before, after FROM change WHERE step_id = ? ORDER BY id'
        + (" DESC" if backwards else ""),
        (step_id,),
    )
    images = [(table, row_id, _image(before), _image(after)) for table, row_id, before, after in found]
    if backwards:
        return [_Replay(table, row_id, after, before) for table, row_id, before, after in images]
    return [_Replay(*image) for image in images]


def _image(image: str | None) -> Mapping[str, Any]:
    return json.loads(image) if image else {}


def _write(connection: Connection, replay: _Replay, label: str) -> None:
    """Puts one row back, if it stands as the step left it."""
    found = connection.dicts(f"SELECT * FROM {replay.table} WHERE id = ?", (replay.row_id,))
    present: Mapping[str, Any] = found[0] if found else {}
    if bool(present) != bool(replay.now):
        raise ChangedSince(label=label)
    if not replay.now:
        _insert(connection, replay)
    elif not replay.then:
        _compare(present, replay.now, replay.now, label)
        connection.execute(f"DELETE FROM {replay.table} WHERE id = ?", (replay.row_id,))
    else:
        _update(connection, replay, present, label)


def _insert(connection: Connection, replay: _Replay) -> None:
    live = {name for (name,) in connection.rows("SELECT name FROM pragma_table_info(?)", (replay.table,))}
    kept = {name: value for name, value in replay.then.items() if name in live}
    places = ", ".join("?" * len(kept))
    connection.execute(
        f"INSERT INTO {replay.table} ({', '.join(kept)}) VALUES ({places})", list(kept.values())
    )


def _update(connection: Connection, replay: _Replay, present: Mapping[str, Any], label: str) -> None:
    changed = [name for name in replay.then if replay.now.get(name) != replay.then[name] and name in present]
    _compare(present, replay.now, changed, label)
    wanted = {n: replay.then[n] for n in changed if n not in _PASSING or present[n] == replay.now.get(n)}
    if wanted:
        places = ", ".join(f"{name} = ?" for name in wanted)
        connection.execute(
            f"UPDATE {replay.table} SET {places} WHERE id = ?", [*wanted.values(), replay.row_id]
        )


def _compare(present: Mapping[str, Any], image: Mapping[str, Any], columns: Any, label: str) -> None:
    for name in columns:
        if name in present and name not in _PASSING and present[name] != image.get(name):
            raise ChangedSince(label=label)
