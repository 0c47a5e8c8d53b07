"""A meeting to be shown, and a pilot of Textual's whose keys take as long as the program needs, and no longer."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
import textual.app
import textual.pilot
import textual.screen
from textual._context import active_app

from models.store import Store
from tests.meetings.people import LINES
from tests.meetings.stored import prepare

SOON = 0.06
"""What a screen puts off to a moment later begins within this time; what comes at intervals is rarely due so soon."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """The launch meeting, half an hour after its lines were typed."""
    opened = prepare(tmp_path / "a.db", *LINES)
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def no_longer_than_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pilot waits for the program, not for the clock, and the program draws at once.

    Textual's own pilot looks in steps of 20 ms whether the process computes, three times a key: that would be more than
    half of what these tests take, and less sure.
    """
    monkeypatch.setattr(textual.app, "wait_for_idle", at_rest)
    monkeypatch.setattr(textual.pilot, "wait_for_idle", at_rest)
    monkeypatch.setattr(textual.screen, "UPDATE_PERIOD", 0.002)


async def at_rest(_at_least: float = 0.0, at_most: float = 1.0) -> None:
    """Until nothing is left to do, no thread is at work, and nothing begins soon."""
    loop = asyncio.get_running_loop()
    end = loop.time() + at_most
    while loop.time() < end:
        await asyncio.sleep(0)
        if loop._ready:
            continue
        if any(worker.is_running for worker in active_app.get().workers):
            await asyncio.sleep(0.002)
        elif begins := _begins_soon(loop):
            await asyncio.sleep(max(0.0, begins - loop.time()))
        else:
            return


def _begins_soon(loop: asyncio.AbstractEventLoop) -> float | None:
    soon = loop.time() + SOON
    return min(
        (due for timer in loop._scheduled if not timer.cancelled() and (due := timer.when()) < soon),
        default=None,
    )
