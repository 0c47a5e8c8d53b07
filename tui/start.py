"""What happens around the screens: libraries loaded after the first frame, and an orderly end when the system asks."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from importlib import import_module
from threading import Event, RLock
from typing import TypeVar

_FIRST_LINE = (
    "models.recorder",
    "models.recorder.letting_in",
    "models.capture.newcomers",
    "models.store.company",
    "models.store.drafts",
    "models.store.log",
)
"""What the first key and the first Enter need; the first frame does not."""
_LIBRARIES = ("pypinyin", "chinese_calendar", "docx")
"""What the first abbreviation, date and export need, in the order in which they are likely to be asked for."""
_FIRST_MINUTE = ("models.findings",)
"""What the first finding needs."""
_SAID = (
    "市场部李经理：同意，但周五前要看到方案",
    "行动：出方案 @市场部李经理 /下周五前",
    "Legal: agreed, if Tom joins by Friday",
)
"""Lines whose words are of many families."""

_READY = Event()

importing = RLock()
"""Held by whoever imports our own modules at the first use: of two threads that begin a package at different ends, each
would be given the other's half of it. Libraries are begun at one end only; no key waits until they are loaded."""


def preload() -> None:
    """Imports what the first frame did without. Runs in a thread, because it takes a second."""
    try:
        be_ready()
        load(_FIRST_MINUTE)
        for name in _LIBRARIES:
            import_module(name)
    finally:
        collect_again()


def load(names: Sequence[str]) -> None:
    """Imports modules at their first use, one after the other."""
    for name in names:
        with importing:
            import_module(name)


T = TypeVar("T")


def beside(job: Callable[[], T], done: Callable[[T], None]) -> None:
    """Does a job in a thread and is told what came of it, if anything did; Textual's workers would import for it first.

    What fails is left: it is tried again, and says so, where it is asked for.
    """
    # A program that is about to end takes no more jobs, and needs none.
    with suppress(RuntimeError):
        future = asyncio.get_running_loop().run_in_executor(None, job)
        future.add_done_callback(
            lambda found: None if found.cancelled() or found.exception() else done(found.result())
        )


def be_ready() -> None:
    """Loads what reads lines."""
    try:
        load(_FIRST_LINE)
        warm_up()
    finally:
        # What fails here fails again, and says so, where a line is read.
        _READY.set()


def reads_lines() -> bool:
    """Whether lines are read at once; before, nothing that is typed waits for their reading."""
    return _READY.is_set()


def collect_again() -> None:
    """Ends what `gc.disable` began: what has been loaded by now is never looked through again."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def warm_up() -> None:
    """Reads lines once, and compiles the rules by which days are read, so that no key has to wait for it."""
    from models.capture.description import describe
    from models.capture.line import Context
    from models.capture.newcomers import newcomers
    from models.capture.reading import readings
    from models.dates import Anchor, warm_up

    warm_up()
    context = Context(Anchor(date.today()))
    for line in _SAID:
        for reading in readings(line, context):
            for item in reading.items:
                describe(item, newcomers(reading.items, context))


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
