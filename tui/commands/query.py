"""`search`, `actions`, `check` and `parse`: questions to the meetings, and to the capture grammar."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

import click

from models import config
from models.i18n import _
from models.importing import decode
from models.vocabulary import action_status_label
from tui.commands.session import Session, clock, command, emit_json, meeting_argument
from tui.commands.table import day, table
from tui.exporting import thresholds

if TYPE_CHECKING:
    from models.capture import Context
    from models.store.queries import LedgerAction


def commands() -> list[click.Command]:
    """The subcommands of this module."""
    among = click.Option(["--meeting"], metavar="MEETING", help=_("Of this meeting alone."))
    against = click.Option(["--meeting"], metavar="MEETING", help=_("Understood as in this meeting."))
    return [
        command(
            "search",
            search,
            _("Finds any run of characters in all meetings."),
            _text_argument("text", "TEXT"),
        ),
        command("actions", actions, _("The actions of all meetings by due date."), *_filters(), among),
        command("check", check, _("What the recap would ask."), meeting_argument()),
        command(
            "parse",
            parse,
            _("How a capture line is understood; nothing is stored. `-` reads lines from stdin."),
            _text_argument("line", "LINE"),
            against,
            click.Option(
                ["--why"], is_flag=True, help=_("With the family and the rule that read each value.")
            ),
        ),
    ]


def _text_argument(name: str, metavar: str) -> click.Argument:
    return click.Argument([name], metavar=metavar)


def _filters() -> list[click.Parameter]:
    return [
        click.Option(["--overdue"], is_flag=True, help=_("Only those not done in time.")),
        click.Option(["--department"], metavar="NAME", help=_("Only those of this department.")),
        click.Option(["--owner"], metavar="NAME", help=_("Only those of this person.")),
    ]


def search(session: Session, text: str) -> None:
    """Every row that holds the words, newest first."""
    hits = session.store.search(text)
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
    store = session.store
    found = [
        action
        for action in store.actions(
            meeting=store.find(meeting) if meeting else None,
            due_before=clock().date().isoformat() if overdue else None,
        )
        if (department or "") in (action.owner_department or "") and (owner or "") in (action.owner or "")
    ]
    session.answer([asdict(action) for action in found], lambda: _ledger(found))


def _ledger(found: list[LedgerAction]) -> str:
    if not found:
        return _("There are no such actions.")
    heads = (_("meeting"), _("no."), _("due"), _("status"), _("owner"), _("task"))
    rows = (
        (
            action.meeting_id,
            action.number,
            action.due or action.due_text,
            action_status_label(action.status),
            (action.owner_department or "") + (action.owner or ""),
            action.task,
        )
        for action in found
    )
    return table(rows, heads)


def check(session: Session, meeting: str) -> None:
    """The findings at the close."""
    from models.findings import check as findings_of

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


def parse(session: Session, line: str, meeting: str | None, why: bool) -> None:
    """The best reading of one line, or of each line of stdin."""
    context = _context(session, meeting)
    if line == "-":
        for typed in _stdin_lines():
            emit_json(_read(typed, context, why))
        return
    found = _read(line, context, why)
    session.answer(found, lambda: "\n".join(map(_described, found)) or _("Nothing."))


def _context(session: Session, meeting: str | None) -> Context:
    """The meeting as stored, with nobody speaking; without one only the day is known."""
    from models.capture import Context
    from models.dates import Anchor

    if meeting is None:
        return Context(anchor=Anchor(clock().date()), now=clock().strftime("%H:%M"))
    from models.recorder import Recorder

    recorder = Recorder(session.store, session.store.find(meeting), clock=clock)
    return replace(recorder.context, speaker=None)


def _read(line: str, context: Context, why: bool) -> list[dict[str, Any]]:
    from models.capture import explained, to_json

    return [
        {**to_json(value), **({"why": reason._asdict()} if why else {})}
        for value, reason in explained(line, context)
    ]


def _stdin_lines() -> Iterator[str]:
    """The lines of stdin as they come, each in whatever encoding it is."""
    for line in sys.stdin.buffer:
        try:
            yield decode(line.rstrip(b"\r\n"))
        except ValueError:
            yield line.decode("utf-8", "replace").rstrip("\r\n")


def _described(item: dict[str, Any], indent: str = "") -> str:
    """One value for people: its kind, what read it if that was asked, and below it the fields that say something."""
    why = item.get("why")
    reason = f"  ({why['family']}: {why['rule']})" if why else ""
    told = [(name, _said(value)) for name, value in item.items() if _tells(name, value)]
    conditions = [_described(one, f"{indent}  ") for one in item.get("conditions", [])]
    head = f"{indent}{item['kind']}{reason}"
    return "\n".join(filter(None, [head, table(told, indent=f"{indent}  "), *conditions]))


def _tells(name: str, value: Any) -> bool:
    return name not in ("kind", "conditions", "why") and value not in (None, "", False, "none", [])


def _said(value: Any) -> str:
    if isinstance(value, list):
        return "、".join(map(str, value))
    return _("yes") if value is True else str(value)
