"""The meeting as `.json`, the form other programs read and `jiyao import` takes back."""

from __future__ import annotations

from exporters.options import Options
from models.interchange import dumps
from models.minutes import Minutes


def export(minutes: Minutes, options: Options) -> bytes:
    """The meeting in the format jiyao-meeting/1, whatever the options."""
    return dumps(minutes)
