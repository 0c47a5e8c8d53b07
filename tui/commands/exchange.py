"""`import` and `export`: meetings in from files and out to files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from models.i18n import _
from models.importing import UnreadableError
from tui.commands.session import Refusal, Session, clock, command, emit_json, meeting_argument, say

if TYPE_CHECKING:
    from models.store import Store


def commands() -> list[click.Command]:
    """The subcommands of this module."""
    paths = click.Path(path_type=Path)
    output = click.Option(
        ["-o", "--output"],
        type=paths,
        multiple=True,
        required=True,
        metavar="FILE",
        help=_("Where to; the suffix says what (.docx .md .json). May be repeated."),
    )
    final = click.Option(["--final"], is_flag=True, help=_("The final document, without marks of a draft."))
    files = click.Argument(["files"], type=paths, nargs=-1, required=True, metavar="FILE...")
    return [
        command(
            "import", import_files, _("Takes in .txt (capture lines) or .json files; prints the id."), files
        ),
        command(
            "export", export, _("Writes the minutes to files, by suffix."), meeting_argument(), output, final
        ),
    ]


@dataclass(frozen=True)
class Taken:
    """A file that has become a meeting."""

    file: str
    id: str
    unplaced: list[int]
    """Numbers of the lines that were kept as notes, from 1."""


def import_files(session: Session, files: tuple[Path, ...]) -> None:
    """Makes a meeting of each file, all of them or none."""
    readers = [(path, reader(path)) for path in files]
    store = session.store
    with store.transaction():
        taken = [Taken(str(path), *read(store)) for path, read in readers]
    for one in taken:
        _name_unplaced(one)
    if session.json:
        values = [{"id": one.id, "file": one.file, "unplaced": one.unplaced} for one in taken]
        emit_json(values[0] if len(values) == 1 else values)
    else:
        click.echo("\n".join(one.id for one in taken))


Reader = Callable[["Store"], tuple[str, list[int]]]
"""Writes what a file held to the store: the meeting's id, and the numbers of the lines it could not place."""


def reader(path: Path) -> Reader:
    """Reads the whole file now, so that nothing is written if one of several cannot be read."""
    from models.importing import read_bytes, read_text

    match path.suffix.lower():
        case ".txt":
            lines = read_text(path).split("\n")
            return lambda store: _take_lines(store, lines)
        case ".json":
            data = read_bytes(path)
            return lambda store: _take_json(store, path, data)
    read_bytes(path)
    words = _("{path}: cannot take in {suffix} files; known are {known}")
    raise UnreadableError(words.format(path=path, suffix=path.suffix or _("(no suffix)"), known=".txt .json"))


def _take_lines(store: Store, lines: list[str]) -> tuple[str, list[int]]:
    from models.meeting import Meeting, new_id
    from models.recorder import Recorder

    meeting_id = new_id()
    store.create(Meeting(id=meeting_id, meeting_id=meeting_id))
    return meeting_id, list(Recorder(store, meeting_id, clock=clock).import_lines(lines))


def _take_json(store: Store, path: Path, data: bytes) -> tuple[str, list[int]]:
    from models.interchange import InterchangeError, loads
    from models.meeting import Meeting

    try:
        rows = loads(data, _Known(store))
    except InterchangeError as error:
        raise Refusal(f"{path}: {error}") from error
    meeting = next(row for row in rows if isinstance(row, Meeting))
    store.create(meeting, [row for row in rows if row is not meeting])
    return meeting.id, []


class _Known:
    """The ids a store holds or has ever held, so that its log stays unambiguous."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __contains__(self, row_id: object) -> bool:
        return bool(self._store.history(str(row_id)))


def _name_unplaced(taken: Taken) -> None:
    if taken.unplaced:
        numbers = ", ".join(map(str, taken.unplaced))
        say(
            _("{path}: kept as notes, because no place was found: line {numbers}").format(
                path=taken.file, numbers=numbers
            )
        )


def export(session: Session, meeting: str, output: tuple[Path, ...], final: bool) -> None:
    """Writes the minutes to each file."""
    from models import config
    from tui import exporting

    minutes = session.minutes(meeting)
    exporting.write(minutes, output, exporting.options(minutes, config.read(), clock(), final or None))
    session.answer([str(path) for path in output], lambda: "\n".join(map(str, output)))
