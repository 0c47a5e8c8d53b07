"""The `jiyao` command: it opens the screens, and answers scripts and shells without them.

The commands are made when the language is known, because their help speaks it. Nothing here imports Textual, the
Word writer or the database: each command brings in what it needs when it runs, so that a script starts at once.
"""

from __future__ import annotations

import gettext
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import ModuleType
from typing import Any

import click

from models import i18n
from models.i18n import _, ngettext
from models.lazy import lazily
from models.text import shown_lines
from tui.commands.session import Session, run_safely, shared_options
from tui.encoding import speak

with lazily:
    from tui.commands import check, exchange, meetings, organisation, parse, query, screens, service, trash


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs one command line and leaves with its exit status: 0 done, 1 it could not be met, 2 wrong usage."""
    argv = list(sys.argv[1:] if arguments is None else arguments)
    i18n.use(i18n.choose(_language_in(argv)))
    _let_click_speak()
    speak(sys.stdout, sys.stderr)
    session = Session()
    try:
        make_cli().main(argv, prog_name="jiyao", obj=session)
    finally:
        session.close()


COMMANDS: dict[str, ModuleType] = {
    "open": screens,
    "demo": screens,
    "new": meetings,
    "import": exchange,
    "export": exchange,
    "agenda": exchange,
    "list": meetings,
    "show": meetings,
    "search": query,
    "actions": query,
    "check": check,
    "parse": parse,
    "org": organisation,
    "trash": trash,
    "backup": service,
    "restore": service,
    "doctor": service,
}
"""Every subcommand with its module, in the order of a meeting's life, which is that of the help."""


@contextmanager
def _plain_complaints() -> Iterator[None]:
    try:
        yield
    except click.ClickException as error:
        vars(error)["message"] = shown_lines(error.message)
        raise


class Commands(click.Group):
    """The subcommands, each made when it is asked for and in the language that is then in use."""

    def invoke(self, ctx: click.Context) -> Any:
        """Runs what was asked for; a complaint quotes what was typed as it may go to a terminal."""
        with _plain_complaints():
            return super().invoke(ctx)

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """The same for what is wrong in the words of the command line."""
        with _plain_complaints():
            return super().make_context(info_name, args, parent, **extra)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, or None."""
        if cmd_name in COMMANDS:
            return _subcommand(cmd_name)
        # Click looks here for what may have been meant.
        self.commands = {name: _subcommand(name) for name in COMMANDS}
        return None


def _subcommand(name: str) -> click.Command:
    found: dict[str, click.Command] = {command.name: command for command in COMMANDS[name].commands()}
    return found[name]


def make_cli() -> click.Group:
    """The command with all its subcommands, their help in the language in use."""
    return Commands(
        name="jiyao",
        callback=_home_unless_asked,
        invoke_without_command=True,
        params=[*shared_options(), _version_option()],
        options_metavar=_("[OPTIONS]"),
        subcommand_metavar=_("[COMMAND] [ARGUMENTS]"),
        help=_("Record a cross-department meeting live by keyboard, and hand over its minutes.")
        + "\n\n"
        + _("Without a command: the home screen. MEETING is an id, a unique part of one, or `last`."),
    )


@click.pass_context
def _home_unless_asked(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        run_safely(screens.home)(ctx.obj)


def _version_option() -> click.Option:
    def show(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
        if value and not ctx.resilient_parsing:
            click.echo(f"jiyao {service.version()}")
            ctx.exit()

    return click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=show,
        help=_("Say the version."),
    )


def _language_in(argv: Sequence[str]) -> str | None:
    """What --lang says, wherever it stands: it must be known before there is a command to parse it."""
    said = None
    for number, word in enumerate(argv):
        if word == "--":
            break
        if word == "--lang" and number + 1 < len(argv):
            said = argv[number + 1]
        elif word.startswith("--lang="):
            said = word.removeprefix("--lang=")
    return said


def _let_click_speak() -> None:
    """Click asks the standard gettext for the words of its own messages; the language in use answers."""
    gettext.dgettext = lambda domain, message: _(message)
    gettext.dngettext = lambda domain, msgid1, msgid2, n: ngettext(msgid1, msgid2, n)


if __name__ == "__main__":
    main()
