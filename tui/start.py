"""What happens around the screens: libraries loaded after the first frame, and an orderly end when the system asks."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from threading import Event
from typing import TypeVar

from models.lazy import lazily, load

with lazily:
    import chinese_calendar
    import docx
    import pypinyin

    from models import dates, findings, names, recorder
    from models.capture import description, line, reading
    from models.capture.named import newcomers
    from models.recorder import letting_in
    from models.store import company, drafts, log

_FIRST_LINE = (recorder, letting_in, newcomers, company, drafts, log)
"""What the first key and the first Enter need; the first frame does not."""
_FIRST_MINUTE = (findings, pypinyin, chinese_calendar, docx)
"""What the first finding, abbreviation, date and export need, in the order in which they are likely to be asked for."""
_SAID = (
    "市场部李经理：同意，但周五前要看到方案",
    "行动：出方案 @市场部李经理 /下周五前",
    "Legal: agreed, if Tom joins by Friday",
)
"""Lines whose words are of many families."""

_READY = Event()


def preload() -> None:
    """Imports what the first frame did without. Runs in a thread, because it takes a second."""
    try:
        be_ready()
        for module in _FIRST_MINUTE:
            load(module)
    finally:
        collect_again()


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
        for module in _FIRST_LINE:
            load(module)
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
    dates.warm_up()
    context = line.Context(dates.Anchor(date.today()))
    for said in _SAID:
        for found in reading.readings(said, context):
            for item in found.items:
                description.describe(item, newcomers.newcomers(found.items, context))


def codes_of(called: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The pinyin codes of names; for a thread, like the import of the library that gives them."""
    return {name: tuple(names.codes_of(name)) for name in called}


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
