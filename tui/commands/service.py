"""`backup`, `restore` and `doctor`: looking after the database, and saying what this machine has."""

from __future__ import annotations

import locale
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed
from pathlib import Path

import click

from models import config, i18n
from models.i18n import _, ngettext
from models.lazy import lazily
from models.store import StoreError, sqlite_version
from tui.commands import shared_folders
from tui.commands.session import Refusal, Session, clock, command, say
from tui.commands.table import table
from tui.encoding import named_encoding

with lazily:
    from models import store

PARTS = ("textual", "rich", "click", "sqlite-utils", "python-docx", "chinesecalendar", "pypinyin")


def commands() -> list[click.Command]:
    """The subcommands of this module."""
    file = click.Argument(["file"], metavar="FILE", type=click.Path(path_type=Path))
    return [
        command("backup", backup, _("Copies the whole database to a new file."), file),
        command(
            "restore",
            restore,
            _("Puts a backup in the place of the database; what stood there is kept beside it."),
            file,
        ),
        command("doctor", doctor, _("Versions, health of the database, terminal, fonts, configuration.")),
    ]


def version() -> str:
    """The version of jiyao that is installed."""
    return installed("jiyao")


def backup(session: Session, file: Path) -> None:
    """Copies the database; a file that is there already is not written over."""
    session.archive.backup(file)
    session.answer({"file": str(file)}, str)
    if not session.json:
        say(_("Copied to {path}").format(path=file))


def restore(session: Session, file: Path) -> None:
    """Replaces the database by a copy of a backup, and brings that up to date."""
    path = session.database
    kept = store.Store.restore(file.expanduser(), path, clock())
    count = len(session.store.meetings())
    session.answer(
        {"file": str(path), "kept": str(kept) if kept else None, "meetings": count}, lambda: str(path)
    )
    if not session.json:
        words = ngettext("{n} meeting", "{n} meetings", count).format(n=count)
        say(_("Restored from {path}: {meetings}").format(path=file, meetings=words))
        if kept:
            say(_("What stood there before is kept: {path}").format(path=kept))


@dataclass(frozen=True)
class Line:
    """One line of the doctor's."""

    what: str
    value: str
    well: bool = True


def doctor(session: Session) -> None:
    """Everything somebody who helps would ask for; exit status 1 if something is wrong."""
    found = [*_versions(), *_database(session), _configuration(), *_surroundings()]
    session.answer(
        [asdict(line) for line in found],
        lambda: table(("✓" if line.well else "✗", line.what, line.value) for line in found),
    )
    if wrong := [line.what for line in found if not line.well]:
        raise Refusal(_("not well: {names}").format(names=", ".join(wrong)))


def _versions() -> Iterator[Line]:
    yield Line("jiyao", version())
    yield Line(
        "Python",
        f"{platform.python_version()} ({platform.platform(terse=True)})",
        sys.version_info >= (3, 11),
    )
    for part in PARTS:
        try:
            yield Line(part, installed(part))
        except PackageNotFoundError:
            yield Line(part, _("not installed"), well=False)


def _database(session: Session) -> Iterator[Line]:
    """The file's place and health; one that is not there yet is looked at no further, nor made."""
    yield Line("SQLite", sqlite_version())
    path = session.database
    yield from _folder(path)
    if not path.exists():
        yield Line(_("database"), _("{path} (not there yet)").format(path=path))
        return
    try:
        faults = session.archive.check()
        count = len(session.archive.meetings())
    except StoreError as error:
        yield Line(_("database"), str(error), well=False)
        return
    health = "; ".join(faults) or ngettext("{n} meeting", "{n} meetings", count).format(n=count)
    yield Line(_("database"), f"{path}: {health}", well=not faults)


def _folder(path: Path) -> Iterator[Line]:
    """A warning about a folder in which open files are replaced or cannot be locked."""
    if program := shared_folders.synchroniser(path):
        words = _(
            "{program} synchronises it and may replace the database while it is open: keep it elsewhere (--db)"
        )
        yield Line(_("folder"), words.format(program=program), well=False)
    if kind := shared_folders.network(path):
        words = _(
            "it is on a network ({kind}), where a database cannot rely on locks: keep it on this machine (--db)"
        )
        yield Line(_("folder"), words.format(kind=kind), well=False)


def _configuration() -> Line:
    try:
        found = config.read()
    except config.ConfigError as error:
        return Line(_("configuration"), str(error), well=False)
    return Line(
        _("configuration"), str(found.path) if found.exists else _("{path} (none)").format(path=found.path)
    )


def _surroundings() -> Iterator[Line]:
    size = shutil.get_terminal_size()
    term = os.environ.get("TERM", "-")
    yield Line(_("terminal"), f"{term}, {size.columns}x{size.lines}, {named_encoding()}")
    yield Line(_("language"), f"{i18n.current()} (LANG={os.environ.get('LANG', '-')}, {_locale()})")
    yield Line(_("Chinese fonts"), _fonts())


def _locale() -> str:
    return ".".join(part for part in locale.getlocale() if part) or "-"


def _fonts() -> str:
    """How many fonts have Chinese, where the system can be asked; the Word document is drawn with them."""
    lister = shutil.which("fc-list")
    if lister is None:
        return _("cannot be asked for here")
    listing = subprocess.run(
        [lister, ":lang=zh-cn", "family"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    families = sorted({line.split(",")[0].strip() for line in listing.stdout.splitlines()} - {""})
    return ", ".join(families[:3]) or _("none: pages with Chinese show boxes instead of characters")
