"""`new`, `list`, `show`: making a meeting and looking at what is there."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from models.i18n import _
from models.lazy import lazily
from models.text import clean
from models.vocabulary import Scenario, status_label
from tui.commands.session import Refusal, Session, clock, command, emit_json, meeting_argument, tell
from tui.commands.table import day, table

with lazily:
    from models import dates, interchange, new_meeting
    from tui.commands import page

if TYPE_CHECKING:
    from models.store.queries import MeetingSummary


def commands() -> list[click.Command]:
    """The subcommands of this module."""
    return [
        command("new", new, _("A new meeting with its facts; prints its id."), *_facts()),
        command("list", list_meetings, _("All meetings, the most recently changed first.")),
        command("show", show, _("What a meeting holds: facts, decisions, actions."), meeting_argument()),
    ]


def _facts() -> list[click.Parameter]:
    scenarios = click.Choice([scenario.value for scenario in Scenario])
    return [
        click.Option(["--name"], default="", help=_("What the meeting is called.")),
        click.Option(["--scenario"], type=scenarios, help=_("Which kind of meeting it is.")),
        click.Option(["--theme"], default="", help=_("What it is about.")),
        click.Option(["--goal"], default="", help=_("What it shall reach.")),
        click.Option(["--sponsor"], default="", help=_("The department that calls it.")),
        click.Option(
            ["--at"], metavar="TIME", help=_('When: "2026-11-25 14:00" or "2026-11-25 14:00-16:00".')
        ),
        click.Option(["--place"], default="", help=_("The room.")),
        click.Option(["--online"], default="", help=_("The online room: platform and number.")),
        click.Option(["--host"], default="", help=_("Who chairs it, with the department.")),
        click.Option(["--recorder"], default="", help=_("Who records it, with the department.")),
        click.Option(
            ["--from", "previous"],
            metavar="MEETING",
            help=_("The previous meeting: its people, place and unfinished topics come along."),
        ),
        click.Option(["--material"], multiple=True, help=_("Something to be read before; may be repeated.")),
    ]


def new(
    session: Session, at: str | None, previous: str | None, material: tuple[str, ...], **facts: str | None
) -> None:
    """Stores a meeting of these facts."""
    store = session.store
    meeting_id = new_meeting.begin(
        store,
        previous_id=None if previous is None else store.find(previous.strip()),
        materials=[clean(text) for text in material],
        **{name: clean(text) for name, text in facts.items() if text},
        **_period(at),
    )
    session.answer({"id": meeting_id}, lambda: meeting_id)


def _period(words: str | None) -> dict[str, Any]:
    """Beginning and end as fields of the meeting, none where no time was given."""
    if words is None:
        return {}
    starts_at, ends_at = dates.parse_period(words, clock().date())
    if starts_at is None:
        said = _(
            '--at {words}: this is no time; write it like "2026-11-25 14:00" or "2026-11-25 14:00-16:00"'
        )
        raise Refusal(said.format(words=words))
    return {"starts_at": starts_at, "ends_at": ends_at}


def list_meetings(session: Session) -> None:
    """All meetings."""
    found = session.archive.meetings(blank=False)
    session.answer([asdict(meeting) for meeting in found], lambda: _listed(found))


def _listed(found: list[MeetingSummary]) -> str:
    if not found:
        return _("There is no meeting yet. `jiyao new` makes one, `jiyao import` takes one in.")
    heads = (_("id"), _("time"), _("status"), _("resolutions"), _("actions"), _("open issues"), _("meeting"))
    return table(
        (
            (
                m.id,
                day(m.starts_at),
                status_label(m.status),
                m.resolutions,
                m.actions,
                m.open_issues,
                m.name or _("(meeting without a name)"),
            )
            for m in found
        ),
        heads,
    )


def show(session: Session, meeting: str) -> None:
    """One meeting, as a page for people or as its interchange form."""
    minutes = session.minutes(meeting)
    if session.json:
        emit_json(interchange.to_dict(minutes))
        return
    tell(page.page(minutes))
