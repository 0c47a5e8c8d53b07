"""Registry of the commands of all screens, for the help page, the check of a user's keys and the tests."""

from __future__ import annotations

from tui.keys import APP, Command, Keymap
from tui.screens.digest.commands import DIGEST
from tui.screens.export.commands import EXPORT
from tui.screens.go.commands import GO
from tui.screens.help.commands import HELP
from tui.screens.home.commands import HOME
from tui.screens.palette.commands import PALETTE
from tui.screens.polish.commands import POLISH
from tui.screens.prepare.commands import PREPARE
from tui.screens.recap.commands import RECAP
from tui.screens.record.commands import PASTE, RECORD
from tui.screens.stances.commands import STANCES

SCOPES = {
    scope.name: scope
    for scope in (
        APP,
        RECORD,
        PASTE,
        HOME,
        PREPARE,
        RECAP,
        POLISH,
        DIGEST,
        STANCES,
        EXPORT,
        HELP,
        PALETTE,
        GO,
    )
}
"""The scopes by name."""


def commands(scope: str, keymap: Keymap | None = None) -> tuple[Command, ...]:
    """The commands of a scope, with the user's own keys."""
    return SCOPES[scope].commands(keymap)
