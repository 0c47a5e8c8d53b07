"""What every subcommand shares: the database it asks for, where its answer goes, and how it says no."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from models import i18n
from models.i18n import _, ngettext
from models.lazy import lazily
from models.os_words import reason, with_path
from models.text import shown, shown_json, shown_lines

with lazily:
    import json

    import exporters
    from models import config, importing, store

if TYPE_CHECKING:
    from models.minutes import Minutes
    from models.store import Store


class Refusal(click.ClickException):
    """The request cannot be met: one line on stderr, exit status 1."""

    exit_code = 1

    def show(self, file: Any = None) -> None:
        """Writes the line."""
        click.echo(shown(f"jiyao: {' '.join(self.message.split())}"), file=file or sys.stderr)


@dataclass
class Session:
    """One call of the command: what its shared options said, and the store once somebody asks for it."""

    db: Path | None = None
    json: bool = False
    _store: Store | None = field(default=None, repr=False)

    @property
    def database(self) -> Path:
        """The file: --db, else JIYAO_DB, else the platform's user-data folder."""
        return store.database_path(self.db)

    @property
    def store(self) -> Store:
        """The store, opened on first use; StoreError says why it cannot be."""
        if self._store is None:
            self._store = store.Store.open(self.database)
        return self._store

    @property
    def archive(self) -> Store:
        """The store to read from alone: on a medium that cannot be written, too."""
        if self._store is None:
            try:
                return self.store
            except store.ReadOnlyStore:
                self._store = store.Store.open_archive(self.database)
        return self._store

    def minutes(self, reference: str) -> Minutes:
        """The meeting of an id, a unique part of one, or `last`; says what of it is not stored yet."""
        meeting_id = self.archive.find(reference.strip())
        if held := self.archive.held_count(meeting_id):
            words = ngettext(
                "{n} line typed for this meeting is not stored yet: it stands above the bar when it is opened",
                "{n} lines typed for this meeting are not stored yet: they stand above the bar when it is opened",
                held,
            )
            say(words.format(n=held))
        return self.archive.load(meeting_id)

    def answer(self, value: object, text: Callable[[], str]) -> None:
        """One JSON value with --json, else the text for people."""
        if self.json:
            emit_json(value)
        elif words := text():
            tell(words)

    def close(self) -> None:
        """Lets go of the database."""
        if self._store is not None:
            self._store.close()
            self._store = None


def emit_json(value: object) -> None:
    """One JSON value on one line of stdout, in UTF-8 whatever the terminal's encoding."""
    line = shown_json(json.dumps(value, ensure_ascii=False))
    with _written():
        sys.stdout.flush()
        sys.stdout.buffer.write(line.encode("utf-8", "backslashreplace") + b"\n")


@contextmanager
def _written() -> Iterator[None]:
    """Within it an answer is written; one that cannot be is refused, and nothing is left for Python to stumble over."""
    if sys.stdout is None:
        raise Refusal(_("The answer cannot be written: standard output is closed."))
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        words = _("The answer cannot be written: {reason}")
        raise Refusal(words.format(reason=reason(error))) from error


def tell(words: str) -> None:
    """The answer, on stdout; what stands in a meeting or in a file's name commands no terminal."""
    with _written():
        click.echo(shown_lines(words))


def say(message: str) -> None:
    """A message beside the answer, on stderr."""
    click.echo(shown_lines(message), err=True)


def clock() -> datetime:
    """The local time."""
    return datetime.now()


def run_safely(run: Callable[..., None]) -> Callable[..., None]:
    """The same, but what models and exporters refuse and what the system denies becomes one line for the user."""

    @functools.wraps(run)
    def safely(*args: Any, **kwargs: Any) -> None:
        try:
            run(*args, **kwargs)
        except BrokenPipeError:
            raise  # whoever read the answer has gone: click ends in silence
        except _refusals() as error:
            raise Refusal(str(error)) from error
        except OSError as error:
            raise Refusal(with_path(error)) from error

    return safely


def _refusals() -> tuple[type[Exception], ...]:
    """The exceptions whose words are meant for the user; looked up only when something has failed."""
    return (store.StoreError, config.ConfigError, importing.UnreadableError, exporters.ExportError)


def command(name: str, run: Callable[..., None], summary: str, *params: click.Parameter) -> click.Command:
    """A subcommand; its function is given the session, and the parameters by name."""
    return click.Command(
        name,
        callback=click.pass_obj(run_safely(run)),
        help=summary,
        params=[*params, *shared_options()],
        options_metavar=_("[OPTIONS]"),
    )


def meeting_argument() -> click.Argument:
    """MEETING: an id, a unique part of one, or `last`."""
    return click.Argument(["meeting"], metavar="MEETING")


def shared_options() -> list[click.Parameter]:
    """The options every command takes, before and after its name."""
    return [
        click.Option(
            ["--db"],
            metavar="FILE",
            callback=_set_database,
            expose_value=False,
            help=_("The database to use."),
        ),
        click.Option(
            ["--lang"], metavar="LANG", callback=_check_language, expose_value=False, help=_("zh or en.")
        ),
        click.Option(
            ["--json"],
            is_flag=True,
            callback=_set_json,
            expose_value=False,
            help=_("Answer as one JSON value."),
        ),
    ]


def _set_database(ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    if value:
        ctx.ensure_object(Session).db = Path(value).expanduser()


def _set_json(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        ctx.ensure_object(Session).json = True


def _check_language(_ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    """The language was chosen before the commands were made; a word that names none is refused here."""
    if value and not i18n.match(value):
        raise click.BadParameter(_("the languages are {names}").format(names=", ".join(i18n.LANGUAGES)))
