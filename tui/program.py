"""What a screen may ask of the program it stands in, so that no screen knows the application that shows it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from textual.screen import Screen

    from models.config import Config
    from models.store import Store
    from tui.keys import Command, Keymap
    from tui.open_meeting import OpenMeeting
    from tui.theme import Palette

Clock = Callable[[], datetime]


class Program(Protocol):
    """The program as its screens see it: what is open in it, how it looks, and the ways to other screens."""

    store: Store

    @property
    def clock(self) -> Clock:
        """The time, local and without a zone."""

    @property
    def config(self) -> Config | None:
        """The user's settings."""

    @property
    def keymap(self) -> Keymap:
        """The user's own keys."""

    @property
    def commands(self) -> tuple[Command, ...]:
        """What works on every screen."""

    @property
    def palette(self) -> Palette:
        """The colours in use."""

    @property
    def meeting(self) -> OpenMeeting | None:
        """The meeting that is open, if any."""

    @property
    def screen(self) -> Screen[Any]:
        """The screen on top."""

    def open_meeting(self, meeting_id: str) -> None:
        """Makes a meeting the open one; StoreError if it cannot be read."""

    def show(self, name: str, meeting_id: str | None = None) -> None:
        """Goes to a screen in place of the one on top, over another meeting if one is named."""

    def over(self, name: str) -> None:
        """Opens a screen over the one on top."""

    def alone(self, name: str) -> None:
        """Goes to a screen with no other below it."""
