"""The screens that open over the one that stands, and the commands that open them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tui.screens import make_screen
from tui.terminal import OrderedApp

if TYPE_CHECKING:
    from tui.app import JiyaoApp


class Ways(OrderedApp):
    """An app with one command for each of them."""

    def over(self, name: str) -> None:
        """Opens a screen over the one that stands, which is there again when it closes."""
        self.push_screen(make_screen(name, cast("JiyaoApp", self)))

    def alone(self, name: str) -> None:
        """Goes to a screen with no other below it."""
        while len(self.screen_stack) > 1:
            self.pop_screen()
        cast("JiyaoApp", self).show(name)

    def action_home(self) -> None:
        """All meetings."""
        self.alone("home")

    def action_prepare(self) -> None:
        """What is settled before the meeting."""
        self.alone("prepare")

    def action_recap(self) -> None:
        """Walks through the meeting."""
        self.over("recap")

    def action_polish(self) -> None:
        """What was typed beside what the document says."""
        self.over("polish")

    def action_digest(self) -> None:
        """Decided so far."""
        self.over("digest")

    def action_stances(self) -> None:
        """The stance board."""
        self.over("stances")

    def action_help(self) -> None:
        """Keys and grammar."""
        self.over("help")

    def action_palette(self) -> None:
        """Every command by name."""
        self.over("palette")

    def action_go(self) -> None:
        """The menu of places."""
        self.over("go")
