"""`import`, `export` and `agenda`: meetings in from files and out to files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

import exporters
from exporters import AGENDAS, EXPORTERS, Options
from models import config, date_order
from models.i18n import _
from models.importing import TakenIn, take_in
from models.lazy import lazily
from models.whose import unanswered, unanswered_words
from tui import exporting
from tui.commands.session import Session, clock, command, emit_json, meeting_argument, say, tell

with lazily:
    from exporters import lines

if TYPE_CHECKING:
    from models.minutes import Minutes
    from tui.exporting import Maker

PATH = click.Path(path_type=Path)


def commands() -> list[click.Command]:
    """The subcommands of this module."""
    final = click.Option(["--final"], is_flag=True, help=_("The final document, without marks of a draft."))
    files = click.Argument(["files"], type=PATH, nargs=-1, required=True, metavar="FILE...")
    taken_in = _(
        "Takes in capture lines, chats and transcripts (.txt .srt .vtt) or .json files; prints the id."
    )
    written = _("Writes the minutes to files, by suffix.")
    notice = _("Writes the notice that goes out before the meeting.")
    return [
        command("import", import_files, taken_in, files),
        command("export", export, written, meeting_argument(), _output(EXPORTERS), final),
        command("agenda", agenda, notice, meeting_argument(), _output(AGENDAS)),
    ]


def _output(suffixes: Iterable[str]) -> click.Option:
    words = _("Where to; the suffix says what ({suffixes}). May be repeated.")
    return click.Option(
        ["-o", "--output"],
        type=PATH,
        multiple=True,
        required=True,
        metavar="FILE",
        help=words.format(suffixes=" ".join(suffixes)),
    )


def import_files(session: Session, files: tuple[Path, ...]) -> None:
    """Makes a meeting of each file, all of them or none."""
    date_order.use(config.read().dates)
    taken = take_in(session.store, clock, files)
    for one in taken:
        _name_unplaced(one)
    if session.json:
        values = [
            {
                "id": one.meeting_id,
                "file": str(one.path),
                "unplaced": one.unplaced,
                "again": one.again or None,
            }
            for one in taken
        ]
        emit_json(values[0] if len(values) == 1 else values)
    else:
        tell("\n".join(one.meeting_id for one in taken))


def _name_unplaced(taken: TakenIn) -> None:
    if taken.again:
        words = _("{path}: this meeting stands here already as {meeting}; it was taken in once more")
        say(words.format(path=taken.path, meeting=taken.again))
    if taken.unplaced:
        words = _("{path}: kept as notes, because no place was found: line {numbers}")
        say(words.format(path=taken.path, numbers=", ".join(map(str, taken.unplaced))))


def export(session: Session, meeting: str, output: tuple[Path, ...], final: bool) -> None:
    """Writes the minutes to each file."""
    _write(session, meeting, output, exporters.export, final or None)


def _name_unwritten(path: Path, minutes: Minutes, wanted: Options) -> None:
    if places := lines.unwritten(minutes, wanted):
        words = _(
            "{path}: named in notes, because no line says all of them: {places}; the .json form has them"
        )
        say(words.format(path=path, places=", ".join(places)))


def agenda(session: Session, meeting: str, output: tuple[Path, ...]) -> None:
    """Writes the notice to each file."""
    _write(session, meeting, output, exporters.agenda)


def _write(
    session: Session, meeting: str, output: tuple[Path, ...], make: Maker, final: bool | None = None
) -> None:
    minutes = session.minutes(meeting)
    wanted = exporting.options(minutes, config.read(), clock(), final)
    exporting.write(minutes, output, wanted, make)
    for path in output:
        if path.suffix.lower() == ".txt":
            _name_unwritten(path, minutes, wanted)
    if final and (count := unanswered(minutes)):
        say(unanswered_words(count))
    session.answer([str(path) for path in output], lambda: "\n".join(map(str, output)))
