"""A meeting becomes a file, and a file a meeting.

One module a format: an exporter is a function of a meeting that gives bytes and knows neither the store nor a
screen; `files` writes them to their place. This package imports `models`, never `tui`, and each module of it is
loaded with its first document. A new format is one module and one line in `EXPORTERS`.
"""

from __future__ import annotations

from collections.abc import Callable

from exporters.options import ExportError, Options, UnknownFormat
from models.i18n import _, language
from models.lazy import lazily
from models.minutes import Minutes

with lazily:
    from exporters import docx, icalendar, interchange_file, lines, markdown

__all__ = [
    "AGENDAS",
    "EXPORTERS",
    "SIGN_INS",
    "ExportError",
    "Exporter",
    "Options",
    "UnknownFormat",
    "agenda",
    "export",
    "sign_in",
]

Exporter = Callable[[Minutes, Options], bytes]
"""A meeting as the bytes of a file; called with the wanted language in use."""

EXPORTERS: dict[str, Exporter] = {
    ".docx": lambda minutes, options: docx.export(minutes, options),
    ".md": lambda minutes, options: markdown.export(minutes, options),
    ".json": lambda minutes, options: interchange_file.export(minutes, options),
    ".ics": lambda minutes, options: icalendar.export(minutes, options),
    ".txt": lambda minutes, options: lines.export(minutes, options),
}
"""Who writes the minutes as a file of this suffix."""

AGENDAS: dict[str, Exporter] = {
    ".docx": lambda minutes, options: docx.agenda(minutes, options),
    ".md": lambda minutes, options: markdown.agenda(minutes, options),
    ".ics": lambda minutes, options: icalendar.agenda(minutes, options),
}
"""Who writes the notice that goes out before the meeting."""

SIGN_INS: dict[str, Exporter] = {".docx": lambda minutes, options: docx.sign_in(minutes, options)}
"""Who writes the sign-in sheet alone."""


def export(minutes: Minutes, suffix: str, options: Options | None = None) -> bytes:
    """The minutes as a file of this suffix (".docx"); UnknownFormat, or ExportError with one clear line."""
    return _written(EXPORTERS, minutes, suffix, options or Options())


def agenda(minutes: Minutes, suffix: str, options: Options | None = None) -> bytes:
    """The notice before the meeting as a file of this suffix; raises as `export` does."""
    return _written(AGENDAS, minutes, suffix, options or Options())


def sign_in(minutes: Minutes, suffix: str, options: Options | None = None) -> bytes:
    """The sign-in sheet as a file of this suffix; raises as `export` does."""
    return _written(SIGN_INS, minutes, suffix, options or Options())


def _written(registry: dict[str, Exporter], minutes: Minutes, suffix: str, options: Options) -> bytes:
    exporter = registry.get(suffix.lower())
    if exporter is None:
        known = " ".join(registry)
        shown = suffix or _("(no suffix)")
        raise UnknownFormat(
            _("cannot write {suffix} files; known are {known}").format(suffix=shown, known=known)
        )
    with language(options.language_name):
        return exporter(minutes, options)
