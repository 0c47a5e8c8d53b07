"""Keys of the export sheet."""

from __future__ import annotations

from models.i18n import _
from tui.keys import Command, Scope, back, moves, saved


def _commands() -> tuple[Command, ...]:
    return (
        Command(
            "export.write",
            ("enter",),
            "write",
            _("Export"),
            _("Writes the document that is singled out to the path in the bar"),
            rank=1,
        ),
        *(_in_footer(command) for command in moves("export")),
        Command(
            "export.complete",
            ("tab",),
            "complete",
            _("Complete"),
            _("Completes the folder that is being typed, or offers those that fit"),
            rank=3,
        ),
        Command("export.clear", ("ctrl+u",), "clear", _("Clear"), _("Empties the path"), rank=5),
        saved("export"),
        back("export", _("Back"), _("Back without writing anything"), rank=4),
    )


def _in_footer(command: Command) -> Command:
    return Command(command.id, command.keys, command.action, _("Choose"), command.help, rank=2)


EXPORT = Scope("export", _commands)
