"""What happens around the screens: libraries loaded after the first frame, and an orderly end when the system asks."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module

from models.names import codes_of

_HEAVY = ("sqlite_utils", "pypinyin", "chinese_calendar", "docx")


def preload(names: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Imports what the first abbreviation and the first export need, and gives the pinyin codes of names.

    Runs in a thread, because it takes a second.
    """
    for name in _HEAVY:
        import_module(name)
    return {name: tuple(codes_of(name)) for name in names}


def on_signals(leave: Callable[[], None]) -> None:
    """Lets SIGTERM end the program in order, and SIGHUP after what is unfinished has been kept."""
    loop = asyncio.get_running_loop()
    with suppress(
        NotImplementedError, RuntimeError, AttributeError
    ):  # not on Windows, not outside the main thread
        loop.add_signal_handler(signal.SIGTERM, leave)
        loop.add_signal_handler(signal.SIGHUP, _hung_up, leave)


def _hung_up(leave: Callable[[], None]) -> None:
    """The terminal is gone: nothing can be drawn any more, so the process goes the way it would have gone."""
    leave()
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    os.kill(os.getpid(), signal.SIGHUP)
