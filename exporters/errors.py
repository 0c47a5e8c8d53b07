"""What can go wrong with an export, each as one line a person can act on."""

from __future__ import annotations


class ExportError(Exception):
    """The file could not be made or written; the message says which and why, in the language in use."""


class UnknownFormat(ExportError):  # noqa: N818 - the name says what is unknown
    """No exporter writes files that end like this."""
