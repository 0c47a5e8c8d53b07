"""`new`, `list`, `show`: making a meeting and looking at what is there."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import click

from models.i18n import _
from models.vocabulary import Scenario
from tui.commands.session import Refusal, Session, clock, command, emit_json, meeting_argument
from tui.commands.table import day, table

if TYPE_CHECKING:
    from models.meeting import Meeting, Row
    from models.store import MeetingSummary


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
    from models.meeting import Material, new_id
    from models.text import clean

    meeting, rows = _begun(session, previous)
    meeting = replace(meeting, **{name: clean(text) for name, text in facts.items() if text})
    rows += [
        Material(id=new_id(), meeting_id=meeting.id, seq=seq, text=clean(text))
        for seq, text in enumerate(material, 1)
    ]
    session.store.create(_at(meeting, at), rows)
    session.answer({"id": meeting.id}, lambda: meeting.id)


def _begun(session: Session, previous: str | None) -> tuple[Meeting, list[Row]]:
    """An empty meeting, or what comes along from the previous one."""
    from models.meeting import Meeting, new_id
    from models.next_meeting import following

    if previous is not None:
        return following(session.minutes(previous))
    meeting_id = new_id()
    return Meeting(id=meeting_id, meeting_id=meeting_id), []


def _at(meeting: Meeting, words: str | None) -> Meeting:
    from models.dates import parse_period

    if words is None:
        return meeting
    starts_at, ends_at = parse_period(words, clock().date())
    if starts_at is None:
        said = _(
            '--at {words}: this is no time; write it like "2026-11-25 14:00" or "2026-11-25 14:00-16:00"'
        )
        raise Refusal(said.format(words=words))
    return replace(meeting, starts_at=starts_at, ends_at=ends_at)


def list_meetings(session: Session) -> None:
    """All meetings."""
    found = session.store.meetings()
    session.answer([asdict(meeting) for meeting in found], lambda: _listed(found))


def _listed(found: list[MeetingSummary]) -> str:
    from models.vocabulary import status_label

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
        from models.interchange import to_dict

        emit_json(to_dict(minutes))
        return
    from tui.commands.page import page

    click.echo(page(minutes))
