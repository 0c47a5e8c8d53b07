"""A meeting becomes a file, and a file a meeting.

One module a format: an exporter is a function of a meeting that gives bytes and knows neither the store nor a
screen; `files` writes them to their place. This package imports `models`, never `tui`, and loads a heavy library only
inside the function that needs it. A new format is one module and one line in `EXPORTERS`.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from exporters.options import ExportError, Options, UnknownFormat
from models.i18n import _, language
from models.minutes import Minutes

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

EXPORTERS: dict[str, str] = {
    ".docx": "exporters.docx:export",
    ".md": "exporters.markdown:export",
    ".json": "exporters.interchange_file:export",
    ".ics": "exporters.icalendar:export",
    ".txt": "exporters.lines:export",
}
"""Who writes the minutes as a file of this suffix; loaded when asked for."""

AGENDAS: dict[str, str] = {
    ".docx": "exporters.docx:agenda",
    ".md": "exporters.markdown:agenda",
    ".ics": "exporters.icalendar:agenda",
}
"""Who writes the notice that goes out before the meeting."""

SIGN_INS: dict[str, str] = {".docx": "exporters.docx:sign_in"}
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


def _written(registry: dict[str, str], minutes: Minutes, suffix: str, options: Options) -> bytes:
    place = registry.get(suffix.lower())
    if place is None:
        known = " ".join(registry)
        shown = suffix or _("(no suffix)")
        raise UnknownFormat(
            _("cannot write {suffix} files; known are {known}").format(suffix=shown, known=known)
        )
    module, _colon, name = place.partition(":")
    exporter = cast(Exporter, getattr(import_module(module), name))
    with language(options.language_name):
        return exporter(minutes, options)
