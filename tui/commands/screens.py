"""`jiyao`, `jiyao open` and `jiyao demo`: the commands that open a screen, the only ones that bring in Textual."""

from __future__ import annotations

import gc
import os
import re
import shutil
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from models import config, date_order, i18n
from models.i18n import _
from models.lazy import lazily
from tui.commands import early
from tui.commands.session import Refusal, Session, clock, command, meeting_argument, say
from tui.exporting import thresholds

with lazily:
    from models import demo as sample
    from tui import app, failure, parting
    from tui.screens import commands as screen_commands

if TYPE_CHECKING:
    from models.config import Config
    from tui.app import JiyaoApp

_KEY = re.compile(r"(?:(?:ctrl|shift|alt|super|hyper|meta)\+)*[^\s+,]+")
"""A key as Textual names it."""
_DEMO = "jiyao-demo-"
_A_DAY = 24 * 3600
SMALLEST = (80, 24)
"""Columns and rows with which the screens can be used."""


def commands() -> list[click.Command]:
    """The subcommands of this module."""
    return [
        command(
            "open",
            open_meeting,
            _("The record screen of a meeting, the capture bar focused."),
            meeting_argument(),
        ),
        command("demo", demo, _("A finished sample meeting in a throw-away database.")),
    ]


def home(session: Session) -> None:
    """The home screen."""
    need_terminal()
    with early.kept():
        run(session, None)


def open_meeting(session: Session, meeting: str) -> None:
    """The record screen of a meeting."""
    need_terminal()
    with early.kept():
        run(session, session.store.find(meeting))


def demo(session: Session) -> None:
    """The sample meeting in the language in use; its database goes when the screen closes."""
    need_terminal()
    _clear_demos()
    folder = tempfile.TemporaryDirectory(prefix=_DEMO, ignore_cleanup_errors=True)
    with early.kept(), folder as place:
        throw_away = Session(db=Path(place) / "demo.db")
        try:
            run(throw_away, sample.add_sample(throw_away.store, i18n.current()))
        finally:
            throw_away.close()


def _clear_demos() -> None:
    """Deletes what demos left that were killed, by the closing of their terminal or otherwise, a day ago or more."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_DEMO}*"):
        with suppress(OSError):
            if time.time() - folder.stat().st_mtime > _A_DAY:
                shutil.rmtree(folder)


def run(session: Session, meeting_id: str | None) -> None:
    """Opens the program and waits until it ends."""
    # Loading makes many objects and no garbage: looking for some would be a tenth of the way to the first frame.
    # `tui.start.preload` ends it.
    gc.disable()
    try:
        _run(session, meeting_id)
    finally:
        gc.enable()


def _run(session: Session, meeting_id: str | None) -> None:
    settings = config.read()
    date_order.use(settings.dates)
    if settings.keys:
        _check_keys(settings)
    if settings.findings:
        thresholds(settings)
    for name in ("COLUMNS", "LINES"):
        # Some shells export the size they had once; the terminal itself knows the one it has.
        os.environ.pop(name, None)

    apps: list[JiyaoApp] = []

    def make(meeting: str | None, broken: JiyaoApp | None) -> JiyaoApp:
        store, language = session.store, i18n.current()
        apps.append(app.make_app(store, clock, language, meeting_id=meeting, config=settings, broken=broken))
        return apps[-1]

    try:
        status = failure.run_mended(make, meeting_id)
    except failure.ProgramError as error:
        raise Refusal(str(error)) from error
    finally:
        _part(apps[-1:])
    if session.store.path != session.database:
        words = _(
            "What was recorded last is in {path}: open it with --db, or put it in place with jiyao restore."
        )
        say(words.format(path=session.store.path))
    if status:
        sys.exit(status)


def _part(apps: list[JiyaoApp]) -> None:
    """Says what is not stored, now that the terminal is the shell's again."""
    held = [meeting.held for app in apps for meeting in app.meetings]
    kept = [app for app in apps if not app.store.path.parent.name.startswith(_DEMO)]
    if typed := [text for app in kept for text in app.unfinished]:
        for words in parting.unfinished(typed):
            say(words)
    if any(one.lines or one.unkept for one in held):
        unkept = [text for one in held for text in one.unkept]
        path = apps[-1].rescue or (parting.rescued(unkept, clock()) if unkept else None)
        for words in parting.words(held, path):
            say(words)


def _check_keys(settings: Config) -> None:
    """ConfigError for a key that is given to a command there is none of: it would do nothing, in silence."""
    known = {command.id for scope in screen_commands.SCOPES.values() for command in scope.commands()}
    for name, given in settings.keys.items():
        if name not in known:
            raise settings.wrong(_("[keys] there is no command {name}").format(name=name))
        for key in (given,) if isinstance(given, str) else given:
            if not all(_KEY.fullmatch(one.strip()) for one in key.split(",")):
                words = _("[keys] {name}: “{key}” is no key; write it like {example}")
                raise settings.wrong(words.format(name=name, key=key, example="ctrl+t, f4, pageup"))


def need_terminal() -> None:
    """Refuses, before anything is drawn, where a person could neither see nor type."""
    # Textual reads stdin and draws on stderr; a redirected stdout is a script that wanted an answer.
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise Refusal(_("The screens need a terminal, and input or output is redirected. See jiyao --help."))
    if os.environ.get("TERM") == "dumb":
        raise Refusal(_("The terminal cannot place text (TERM=dumb): open jiyao in another one."))
    size = os.get_terminal_size(sys.stderr.fileno())
    if 0 < size.columns < SMALLEST[0] or 0 < size.lines < SMALLEST[1]:
        words = _(
            "The terminal is {size}, jiyao needs at least {smallest}: enlarge it or make its letters smaller."
        )
        raise Refusal(words.format(size=f"{size.columns}x{size.lines}", smallest="80x24"))
