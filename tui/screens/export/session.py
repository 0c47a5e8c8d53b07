"""Session of the export sheet: where a document will go, what stands there already, and writing it.

It knows no widget. Nothing it does changes the meeting.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from models.config import Config, ConfigError
from models.i18n import _, ngettext
from models.lazy import lazily
from models.os_words import reason
from models.store import StoreError
from tui.exporting import look, options, start_folder, write
from tui.paths import path_of
from tui.result import Result
from tui.screens.export.forms import Form
from tui.session import Session

with lazily:
    import exporters
    from exporters import files

_FOLDER = "export folder"
"""Under what the last folder is remembered."""


class ExportSession(Session):
    """Documents of the open meeting written to files."""

    config: Config | None = None

    def folder(self) -> str:
        """The folder of the last export, else where jiyao was started, as it is typed."""
        with suppress(StoreError):
            if (last := self.meeting.store.remembered(_FOLDER)) and Path(last).is_dir():
                return _typed(Path(last))
        return _typed(start_folder())

    def target(self, form: Form, words: str) -> Path | Result:
        """The file that words lead to, or why they lead to none."""
        path = path_of(words)
        try:
            if not words.strip() or words.rstrip().endswith((os.sep, "/")) or path.is_dir():
                name = form.name(self.minutes.meeting, look(self.config))
                path = (path if words.strip() else start_folder()) / name
            # Whatever the system says of a name it says here.
            path.exists()
        except exporters.ExportError as error:
            return Result(str(error), ok=False)
        except (OSError, ValueError) as error:
            return Result(reason(error), ok=False)
        if not _is_folder(path.parent):
            return Result(_("There is no folder {folder}").format(folder=path.parent), ok=False)
        if path.suffix.lower() != form.suffix:
            words = _("{name}: no such folder, and a file of this form ends in {suffix}")
            return Result(words.format(name=path.name, suffix=form.suffix), ok=False)
        return path

    def write(self, form: Form, path: Path) -> Result:
        """Writes a document over what stands there; says what a final still lacks."""
        try:
            wanted = options(self.minutes, self.config, self.clock(), form.final)
            write(
                self.minutes,
                [path],
                wanted,
                lambda minutes, _path, look: form.made(minutes, form.suffix, look),
            )
        except (exporters.ExportError, ConfigError) as error:
            return Result(str(error), ok=False)
        with suppress(StoreError):
            self.meeting.store.remember(_FOLDER, str(path.parent.absolute()))
        return Result(_told(path, sum(map(len, wanted.findings.values())) if form.final else 0))

    def beside(self, path: Path) -> Path:
        """A name that is still free, for a second file beside the one that is there."""
        return files.free(path)


def _told(path: Path, lacking: int) -> str:
    """What was written, the name first: there may be no room for the whole of a long path."""
    if not lacking:
        return _("Exported: {name}, in {folder}").format(name=path.name, folder=path.parent)
    words = ngettext(
        "Exported with {n} thing still missing: {name}, in {folder}",
        "Exported with {n} things still missing: {name}, in {folder}",
        lacking,
    )
    return words.format(n=lacking, name=path.name, folder=path.parent)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _typed(folder: Path) -> str:
    return f"{folder}{os.sep}" if folder.name else str(folder)
