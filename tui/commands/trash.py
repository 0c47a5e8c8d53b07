"""`trash`: meetings put aside, taken out again, or deleted for good."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import click

from models.i18n import _, ngettext
from models.store.trash import Trashed
from tui.commands.session import Session, command, emit_json, say, tell
from tui.commands.table import day, table


def commands() -> list[click.Command]:
    """The subcommands of this module."""
    return [
        command(
            "trash",
            trash,
            _("What is in the trash; puts a meeting in, takes one out, or empties it."),
            click.Argument(["meeting"], metavar="[MEETING]", required=False),
            click.Option(["--take-out"], metavar="MEETING", help=_("Takes this meeting out again.")),
            click.Option(["--empty"], is_flag=True, help=_("Deletes everything in it for good.")),
        )
    ]


def trash(session: Session, meeting: str | None, take_out: str | None, empty: bool) -> None:
    """One of three things; without any, what is in it."""
    if sum((meeting is not None, take_out is not None, empty)) > 1:
        raise click.UsageError(_("one thing at a time: MEETING, --take-out or --empty"))
    if meeting is not None:
        _put(session, session.store.find(meeting.strip()))
    elif take_out is not None:
        _take_out(session, take_out.strip())
    elif empty:
        _empty(session)
    else:
        session.store.trash.clear()
        found = session.store.trash.meetings
        session.answer([_as_data(one) for one in found], lambda: _listed(found))


def _put(session: Session, meeting_id: str) -> None:
    session.store.trash.put(meeting_id)
    _answer(session, meeting_id)


def _take_out(session: Session, reference: str) -> None:
    meeting_id = session.store.trash.find(reference)
    session.store.trash.take_out(meeting_id)
    _answer(session, meeting_id)


def _answer(session: Session, meeting_id: str) -> None:
    if session.json:
        emit_json({"id": meeting_id})
    else:
        tell(meeting_id)


def _empty(session: Session) -> None:
    count = session.store.trash.empty()
    session.answer({"deleted": count}, str)
    if not session.json:
        words = ngettext("{n} meeting deleted for good", "{n} meetings deleted for good", count)
        say(words.format(n=count))


def _as_data(one: Trashed) -> dict[str, Any]:
    return asdict(one) | {"until": one.until.isoformat()}


def _listed(found: list[Trashed]) -> str:
    if not found:
        return _("The trash is empty")
    heads = (_("id"), _("time"), _("in the trash since"), _("until"), _("meeting"))
    return table(
        (
            (
                one.id,
                day(one.starts_at),
                one.trashed_at[:10],
                one.until.isoformat(),
                one.name or _("(meeting without a name)"),
            )
            for one in found
        ),
        heads,
    )
