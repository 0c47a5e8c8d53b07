"""Paths as people type them: read, and completed by Tab."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from models.i18n import _
from models.text import shown
from tui.result import Result
from tui.theme import style
from tui.widgets.capture_bar import CaptureBar
from tui.widgets.menu import Choice, Menu
from tui.widgets.typesetting import fit

_MOST = 200
"""So many names are offered."""


def path_of(words: str) -> Path:
    """The path that words say: quotes around it are none of it, ~ is one's own folder."""
    path = Path(words.strip().strip("'\"") or ".")
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def completions(words: str, suffixes: Sequence[str] = ()) -> list[str]:
    """The folders, and files of these suffixes, that begin as the words do, each as it would be typed."""
    words = words.strip().strip("'\"")
    if words == "~":
        return [f"~{os.sep}"]
    typed, sep, begun = words.rpartition("/")
    try:
        with os.scandir(path_of(typed + sep)) as entries:
            found = [_name(one, suffixes) for one in entries if _begins(one.name, begun)]
    except (OSError, ValueError):
        return []
    return [f"{typed}{sep}{name}" for name in sorted(filter(None, found))][:_MOST]


def _begins(name: str, begun: str) -> bool:
    hidden = name.startswith(".") and not begun.startswith(".")
    return name.lower().startswith(begun.lower()) and not hidden


def _name(entry: os.DirEntry[str], suffixes: Sequence[str]) -> str:
    """The name to be typed, a folder's with / behind it; nothing for a file that is not wanted."""
    if entry.is_dir():
        return f"{entry.name}/"
    return entry.name if entry.name.lower().endswith(tuple(suffixes)) and suffixes else ""


def complete(bar: CaptureBar, menu: Menu, suffixes: Sequence[str], say: Callable[[Result], None]) -> None:
    """Completes the path in a bar as far as it is clear; a menu offers the rest."""
    found = completions(bar.text, suffixes)
    common = _common(found)
    if not found:
        say(Result(_("Nothing begins like this: {path}").format(path=bar.text.strip() or "."), ok=False))
    elif len(found) == 1 or len(common) > len(bar.text.strip()):
        bar.put(common)
    else:
        look = style(bar.palette.text)
        choices = [Choice([(fit(shown(_last(one)), 60), look)], partial(bar.put, one)) for one in found]
        menu.open([(_("Complete"), style(bar.palette.dim))], choices)


def _common(found: Sequence[str]) -> str:
    """What all of them begin with."""
    first, last = min(found, default=""), max(found, default="")
    same = (n for n, (one, other) in enumerate(zip(first, last, strict=False)) if one != other)
    return first[: next(same, min(len(first), len(last)))]


def _last(path: str) -> str:
    """The last part of a path, with the / of a folder."""
    return path.rstrip("/").rpartition("/")[2] + ("/" if path.endswith("/") else "")
