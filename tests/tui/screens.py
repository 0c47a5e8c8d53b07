"""A screen over a real store, with the clock standing still; keys and text arrive as from a terminal."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from models.store import Store
from tests.meetings.stored import MEETING, NOW
from tui.app import JiyaoApp, make_app
from tui.start import be_ready


@asynccontextmanager
async def shown(
    store: Store,
    screen: str,
    *,
    meeting: str | None = MEETING,
    language: str = "zh_CN",
    size: tuple[int, int] = (120, 36),
) -> AsyncIterator[Pilot[None]]:
    """The program with a screen as its first, a moment after its start."""
    be_ready()
    app = make_app(store, lambda: NOW, language, meeting_id=meeting, screen=screen)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Keys one after the other."""
    await pilot.press(*keys)
    await pilot.pause()


async def say(pilot: Pilot[None], text: str) -> None:
    """Characters as an input method hands them over."""
    for character in text:
        await pilot.app.on_event(events.Key(_character_to_key(character), character))
    await pilot.pause()


def seen(pilot: Pilot[None]) -> str:
    """The screen as text, a line for each row."""
    app: Any = pilot.app
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


def app_of(pilot: Pilot[None]) -> JiyaoApp:
    """The program."""
    assert isinstance(pilot.app, JiyaoApp)
    return pilot.app
