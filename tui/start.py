"""What happens around the screens: libraries loaded after the first frame, and an orderly end when the system asks."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from threading import RLock

_FIRST_LINE = ("models.recorder", "models.store.log")
"""What the first key and the first Enter need; the first frame does not."""
_FIRST_MINUTE = ("pypinyin", "models.findings", "chinese_calendar", "docx")
"""What the first abbreviation, finding and export need, in the order in which they are likely to be asked for."""


importing = RLock()
"""Held by whoever imports at the first use: of two threads that begin a package at different ends, each would be given
the other's half of it."""


def preload() -> None:
    """Imports what the first frame did without. Runs in a thread, because it takes a second."""
    try:
        load(_FIRST_LINE)
        warm_up()
        load(_FIRST_MINUTE)
    finally:
        collect_again()


def load(names: Sequence[str]) -> None:
    """Imports modules at their first use, one after the other."""
    for name in names:
        with importing:
            import_module(name)


def collect_again() -> None:
    """Ends what `gc.disable` began: what has been loaded by now is never looked through again."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def warm_up() -> None:
    """Compiles the rules by which days are read, so that no key has to wait for it."""
    from models.dates import warm_up

    warm_up()


def codes_of(names: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The pinyin codes of names; for a thread, like the import of the library that gives them."""
    from models.names import codes_of

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
