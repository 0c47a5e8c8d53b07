"""The finished sample meeting, in a database that lives as long as the program that shows it."""

from __future__ import annotations

import datetime as dt
import tempfile
import weakref
from collections.abc import Callable
from pathlib import Path

from models import i18n
from models.demo import add_sample
from models.store import Store


def sample_meeting(owner: object, clock: Callable[[], dt.datetime]) -> tuple[Store, str]:
    """A store with the sample and the id of the finished one; its file goes with the owner, at the latest at exit."""
    folder = tempfile.TemporaryDirectory(prefix="jiyao-demo-", ignore_cleanup_errors=True)
    store = Store.open(Path(folder.name) / "demo.db", clock=clock)
    weakref.finalize(owner, _gone, store, folder)
    return store, add_sample(store, i18n.current())


def _gone(store: Store, folder: tempfile.TemporaryDirectory[str]) -> None:
    store.close()
    folder.cleanup()
