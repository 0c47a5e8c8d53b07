"""The last boundary: an error nobody foresaw may cost a screen, never the meeting.

The program's state is in the store at every moment, so the cure for a broken screen is a new one. The report is for
whoever mends the program; the user gets one line.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from models.i18n import _
from models.lazy import lazily

with lazily:
    import platform
    import traceback
    from importlib import metadata


if TYPE_CHECKING:
    from tui.app import JiyaoApp

_SOON = 10.0
"""Seconds: a screen that breaks sooner than this after its start would break again."""


class ProgramError(Exception):
    """The program broke twice in a row; its words are one line for the user."""


def run_mended(make: Callable[[str | None, JiyaoApp | None], JiyaoApp], meeting_id: str | None) -> int:
    """Runs the app and, should it break, runs it again on the same meeting with a word about it.

    `make` is given the meeting and the app that broke. Returns the exit status; ProgramError when it keeps breaking.
    """
    app = make(meeting_id, None)
    while True:
        began = monotonic()
        app.run()
        if app.failure is None:
            return app.return_code or 0
        path = write_report(app.failure)
        if monotonic() - began < _SOON:
            raise ProgramError(_stopped(app, path))
        app = make(app.meeting.meeting_id if app.meeting else meeting_id, app)
        words = _("The screen failed and was opened anew; nothing typed is lost. Report: {path}")
        app.notice = words.format(path=path)


def _stopped(app: JiyaoApp, path: Path) -> str:
    if any(meeting.held.lines or meeting.held.unkept for meeting in app.meetings):
        words = _(
            "The program failed ({error}); what is not stored is named above. Please send the report {path}."
        )
    else:
        words = _(
            "The program failed ({error}); everything accepted is saved. Please send the report {path}."
        )
    return words.format(error=type(app.failure).__name__, path=path)


def write_report(error: BaseException) -> Path:
    """Writes what failed, without the values of variables, to a file only the user can read."""
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
    handle, name = tempfile.mkstemp(prefix=f"jiyao-{stamp}-", suffix=".txt")
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as report:
        report.write(
            f"jiyao {metadata.version('jiyao')}, Python {platform.python_version()}, {platform.platform()}\n\n"
        )
        report.write("".join(traceback.format_exception(error)))
    return Path(name)
