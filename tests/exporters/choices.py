"""How the documents of the tests are made."""

from __future__ import annotations

from dataclasses import replace

from exporters.options import Options
from tests.meetings.people import NEXT_DAY


def options(**choices: object) -> Options:
    """Options with the clock stopped on the day after the launch meeting."""
    return replace(Options(language="zh_CN", now=NEXT_DAY), **choices)  # type: ignore[arg-type]
