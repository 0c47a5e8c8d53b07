"""`search` and `actions`: questions to all meetings."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from models.i18n import _
from models.lazy import lazily
from models.vocabulary import action_status_label
from models.wording import listed, named
from tui.commands.session import Session, clock, command
from tui.commands.table import day, table

with lazily:
    from models import roster
    from tui.widgets import typesetting

if TYPE_CHECKING:
    from models.store.queries import LedgerAction


_NAME = 20
"""Cells of a meeting's name beside its actions."""


def commands() -> list[click.Command]:
    """The subcommands of this module."""
    among = click.Option(["--meeting"], metavar="MEETING", help=_("Of this meeting alone."))
    return [
        command(
            "search",
            search,
            _("Finds any run of characters in all meetings."),
            click.Argument(["text"], metavar="TEXT"),
        ),
        command("actions", actions, _("The actions of all meetings by due date."), *_filters(), among),
    ]


def _filters() -> list[click.Parameter]:
    return [
        click.Option(["--overdue"], is_flag=True, help=_("Only those not done in time.")),
        click.Option(["--department"], metavar="NAME", help=_("Only those of this department.")),
        click.Option(["--owner"], metavar="NAME", help=_("Only those of this person.")),
    ]


def search(session: Session, text: str) -> None:
    """Every row that holds the words, newest first."""
    hits = session.archive.search(text)
    session.answer(
        [asdict(hit) for hit in hits],
        lambda: (
            table((hit.meeting_id, day(hit.starts_at)[:10], hit.meeting, hit.text) for hit in hits)
            or _("Nothing holds {text}.").format(text=text)
        ),
    )


def actions(
    session: Session, overdue: bool, department: str | None, owner: str | None, meeting: str | None
) -> None:
    """The ledger of actions."""
    store = session.archive
    found = list(
        store.actions(
            meeting=store.find(meeting) if meeting else None,
            due_before=clock().date().isoformat() if overdue else None,
        )
    )
    found = _whose(found, department, owner)
    session.answer([asdict(action) for action in found], lambda: _ledger(found))


def _whose(found: list[LedgerAction], department: str | None, owner: str | None) -> list[LedgerAction]:
    """The actions of whom the words name: as in a meeting by what they are called, else by part of the name."""
    if not department and not owner:
        return found
    homes = list(dict.fromkeys(one.owner_department for one in found if one.owner_department))
    people = dict.fromkeys((one.owner_department, one.owner) for one in found if one.owner)
    known = roster.Roster.build(
        [(n, name, (), ()) for n, name in enumerate(homes, 1)],
        [(home, n, name, "", "", (), "unknown") for n, (home, name) in enumerate(people, 1)],
    )
    named = {who.department for who in known.resolve(department or "").who if not who.person}
    meant = {(who.department, who.person) for who in known.resolve(owner or "").who if who.person}
    return [
        one
        for one in found
        if (one.owner_department in named if named else (department or "") in (one.owner_department or ""))
        and ((one.owner_department, one.owner) in meant if meant else (owner or "") in (one.owner or ""))
    ]


def _ledger(found: list[LedgerAction]) -> str:
    if not found:
        return _("There are no such actions.")
    where = (_("id"), _("meeting"), _("topic"))
    heads = (*where, _("no."), _("due"), _("status"), _("owner"), _("with"), _("task"))
    rows = (
        (
            action.meeting_id,
            typesetting.fit(action.meeting or _("(meeting without a name)"), _NAME),
            action.topic_number,
            action.number,
            action.due or action.due_text,
            action_status_label(action.status),
            named(action.owner_department or "", action.owner or ""),
            listed(action.with_them),
            action.task,
        )
        for action in found
    )
    return table(rows, heads)
