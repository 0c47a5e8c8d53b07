"""Keys of the stance board."""

from __future__ import annotations

from models.i18n import _
from tui.keys import Command, Scope, back, saved, undoing


def _commands() -> tuple[Command, ...]:
    return (
        back("stances", _("Back"), _("Back to recording"), rank=1),
        Command("stances.close", ("ctrl+r",), "back", _("Back"), _("Back to recording")),
        Command("stances.up", ("up",), "move(-1, 0)", _("Department"), _("The department above"), rank=2),
        Command("stances.down", ("down",), "move(1, 0)", _("Department"), _("The department below"), rank=2),
        Command("stances.left", ("left",), "move(0, -1)", _("Topic"), _("The topic before"), rank=3),
        Command("stances.right", ("right",), "move(0, 1)", _("Topic"), _("The next topic"), rank=3),
        Command(
            "stances.topic",
            ("enter",),
            "look",
            _("Go to topic"),
            _("Looks at the topic on the record screen"),
            rank=4,
        ),
        *undoing("stances"),
        saved("stances"),
    )


STANCES = Scope("stances", _commands)
