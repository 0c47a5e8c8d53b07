"""The finished sample meeting, in a database that lives as long as the program that shows it."""

from __future__ import annotations

import atexit
import datetime as dt
import tempfile
from collections.abc import Callable
from pathlib import Path

from models import i18n
from models.demo import add_sample
from models.store import Store


def sample_meeting(clock: Callable[[], dt.datetime]) -> tuple[Store, str]:
    """A store with the sample and the id of the finished one; its file goes when the program ends."""
    folder = tempfile.TemporaryDirectory(prefix="jiyao-demo-", ignore_cleanup_errors=True)
    store = Store.open(Path(folder.name) / "demo.db", clock=clock)
    # Not when the window is forgotten: that happens in any thread, and a connection is closed in its own.
    atexit.register(_gone, store, folder)
    return store, add_sample(store, i18n.current())


def _gone(store: Store, folder: tempfile.TemporaryDirectory[str]) -> None:
    store.close()
    folder.cleanup()
