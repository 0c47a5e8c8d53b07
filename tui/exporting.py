"""A meeting written to files the way its office wants them, from the screen and from the command alike.

The exporters are loaded with the first document and the rules with the first check: the screens stand without.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from models.lazy import lazily

with lazily:
    import exporters
    from exporters import files
    from models import findings

if TYPE_CHECKING:
    from exporters import Options
    from models.config import Config
    from models.minutes import Minutes


def options(minutes: Minutes, config: Config | None, now: datetime, final: bool | None = None) -> Options:
    """The configured look, and what is still missing as remarks for a draft; ExportError for a wrong setting."""
    return replace(look(config), final=final, now=now, findings=_findings(minutes, config, now))


def look(config: Config | None) -> exporters.Options:
    """The configured look alone; ExportError for a wrong setting."""
    return exporters.Options.configured(config.document if config else {})


Maker = Callable[["Minutes", str, "Options"], bytes]
"""What makes a form of a meeting by its suffix: exporters.export or exporters.agenda."""


def write(minutes: Minutes, paths: Iterable[Path], wanted: Options, make: Maker | None = None) -> None:
    """Writes the minutes (or what else is made) to each file; nothing is written if one form cannot be made."""
    made = [(path, (make or exporters.export)(minutes, path.suffix, wanted)) for path in paths]
    for path, data in made:
        files.write(path, data)


def start_folder() -> Path:
    """The folder jiyao was started in, else the documents', else home."""
    here = Path.cwd()
    for folder in (here, Path.home() / "Documents", Path.home()):
        if folder.is_dir() and os.access(folder, os.W_OK):
            return folder
    return here


def thresholds(config: Config | None) -> findings.Thresholds:
    """The figures and rules of the [findings] section; ConfigError for a figure that is none."""
    if config is None:
        return findings.Thresholds()
    try:
        return findings.read_thresholds(config.findings)
    except ValueError as error:
        raise config.wrong(f"[findings] {error}") from error


def _findings(minutes: Minutes, config: Config | None, now: datetime) -> dict[str, tuple[str, ...]]:
    """The words of the findings at the close, by the row they are about; "" stands for the meeting."""
    found: dict[str, list[str]] = defaultdict(list)
    for finding in findings.check(minutes, "close", thresholds(config), now.date()):
        found["" if finding.item == minutes.meeting.id else finding.item].append(finding.message)
    return {item: tuple(messages) for item, messages in found.items()}
