"""`import` and `export`: meetings in from files and out to files."""

from __future__ import annotations

from pathlib import Path

import click

from models.i18n import _
from tui.commands.session import Session, clock, command, emit_json, meeting_argument, say


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


def import_files(session: Session, files: tuple[Path, ...]) -> None:
    """Makes a meeting of each file, all of them or none."""
    from models.importing import reader

    readers = [(path, reader(path)) for path in files]
    store = session.store
    with store.transaction():
        taken = [(path, read(store, clock)) for path, read in readers]
    for path, (_meeting_id, unplaced) in taken:
        _name_unplaced(path, unplaced)
    if session.json:
        values = [
            {"id": meeting_id, "file": str(path), "unplaced": lines} for path, (meeting_id, lines) in taken
        ]
        emit_json(values[0] if len(values) == 1 else values)
    else:
        click.echo("\n".join(meeting_id for _path, (meeting_id, _lines) in taken))


def _name_unplaced(path: Path, lines: list[int]) -> None:
    if lines:
        words = _("{path}: kept as notes, because no place was found: line {numbers}")
        say(words.format(path=path, numbers=", ".join(map(str, lines))))


def export(session: Session, meeting: str, output: tuple[Path, ...], final: bool) -> None:
    """Writes the minutes to each file."""
    from models import config
    from tui import exporting

    minutes = session.minutes(meeting)
    exporting.write(minutes, output, exporting.options(minutes, config.read(), clock(), final or None))
    session.answer([str(path) for path in output], lambda: "\n".join(map(str, output)))
