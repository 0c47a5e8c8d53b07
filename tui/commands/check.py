"""`check`: what the recap would ask of a meeting."""

from __future__ import annotations

import click

from models import config
from models.findings import check as findings_of
from models.i18n import _
from tui.commands.session import Session, clock, command, meeting_argument
from tui.commands.table import table
from tui.exporting import thresholds


def commands() -> list[click.Command]:
    """The subcommand of this module."""
    return [command("check", check, _("What the recap would ask."), meeting_argument())]


def check(session: Session, meeting: str) -> None:
    """The findings at the close."""

    found = findings_of(session.minutes(meeting), "close", thresholds(config.read()), clock().date())
    session.answer(
        [
            {
                "rule": f.rule,
                "severity": f.severity.value,
                "where": f.where,
                "message": f.message,
                "item": f.item,
            }
            for f in found
        ],
        lambda: (
            table((f.title, _severity(f.severity), f.where, f.message) for f in found)
            or _("Nothing is missing.")
        ),
    )


def _severity(severity: str) -> str:
    return {"hard": _("required"), "soft": _("hint")}[severity]
