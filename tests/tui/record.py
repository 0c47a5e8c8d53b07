"""What the tests of the record screen look at."""

from __future__ import annotations

from textual.pilot import Pilot

from models.meeting import Action
from models.minutes import Minutes
from tests.tui.screens import app_of, press, say
from tui.screens.record.screen import RecordScreen


def screen_of(pilot: Pilot[None]) -> RecordScreen:
    """The record screen, which must be the one that stands."""
    screen = pilot.app.screen
    assert isinstance(screen, RecordScreen)
    return screen


def minutes_of(pilot: Pilot[None]) -> Minutes:
    """The open meeting as it stands in memory."""
    recorder = app_of(pilot).recorder
    assert recorder is not None
    return recorder.minutes


def bar_of(pilot: Pilot[None]) -> str:
    """The text in the bar."""
    return screen_of(pilot).bar.text


def action_of(pilot: Pilot[None], code: str) -> Action:
    """The action with this number."""
    found = minutes_of(pilot).numbered(code)
    assert isinstance(found, Action)
    return found


async def enter(pilot: Pilot[None], line: str) -> None:
    """Types a line and accepts it."""
    await say(pilot, line)
    await press(pilot, "enter")
