"""The document from a screen: made, written to a folder that takes it, and said where it is."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from models.i18n import _
from models.minutes import Minutes
from tui.screens.record.session import Said

if TYPE_CHECKING:
    from models.config import Config


def export_document(minutes: Minutes, now: datetime, config: Config | None = None) -> Said:
    """Writes the .docx beside what was exported before, never over it."""
    from exporters import ExportError, files
    from models.config import ConfigError
    from tui import exporting

    try:
        options = exporting.options(minutes, config, now)
        path = _free(_folder() / files.safe_name(minutes.meeting, options))
        exporting.write(minutes, [path], options)
    except (ExportError, ConfigError) as error:
        return Said(str(error), ok=False)
    return Said(_("Exported: {path}").format(path=path))


def _folder() -> Path:
    """The folder jiyao was started in, else the documents', else home."""
    here = Path.cwd()
    for folder in (here, Path.home() / "Documents", Path.home()):
        if folder.is_dir() and os.access(folder, os.W_OK):
            return folder
    return here


def _free(path: Path) -> Path:
    """The path, or one with a number behind the name where a file stands already."""
    number, free = 2, path
    while free.exists():
        free = path.with_stem(f"{path.stem}-{number}")
        number += 1
    return free
