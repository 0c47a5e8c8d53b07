"""`parse`: how the capture grammar understands a line."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import click

from models.capture import Context, explained, to_json
from models.dates import Anchor
from models.i18n import _
from models.importing import decode
from models.recorder import Recorder
from models.text import lines_of
from tui.commands.session import Session, clock, command, emit_json
from tui.commands.table import table


def commands() -> list[click.Command]:
    """The subcommand of this module."""
    against = click.Option(["--meeting"], metavar="MEETING", help=_("Understood as in this meeting."))
    why = click.Option(["--why"], is_flag=True, help=_("With the family and the rule that read each value."))
    return [
        command(
            "parse",
            parse,
            _("How a capture line is understood; nothing is stored. `-` reads lines from stdin."),
            click.Argument(["line"], metavar="LINE"),
            against,
            why,
        )
    ]


def parse(session: Session, line: str, meeting: str | None, why: bool) -> None:
    """The best reading of one line, or of each line of stdin."""
    context = _context(session, meeting, None if line == "-" else lines_of(line))
    if line == "-":
        for typed in _stdin_lines():
            emit_json(_read(typed, context, why))
        return
    found = [value for one in lines_of(line) for value in _read(one, context, why)]
    session.answer(found, lambda: "\n".join(map(_described, found)) or _("Nothing."))


def _context(session: Session, meeting: str | None, lines: list[str] | None) -> Context:
    """The meeting as stored, with nobody speaking, for these lines or any; without one only the day is known."""
    if meeting is None:
        return Context(anchor=Anchor(clock().date()), now=clock().strftime("%H:%M"))
    recorder = Recorder(session.archive, session.archive.find(meeting), clock=clock)
    recorder.learn_codes(lines)
    return replace(recorder.context, speaker=None)


def _read(line: str, context: Context, why: bool) -> list[dict[str, Any]]:
    return [
        {**to_json(value), **({"why": reason._asdict()} if why else {})}
        for value, reason in explained(line, context)
    ]


def _stdin_lines() -> Iterator[str]:
    """The lines of stdin as they come, each in whatever encoding it is."""
    for data in sys.stdin.buffer:
        line = data.rstrip(b"\r\n")
        try:
            yield from lines_of(decode(line))
        except ValueError:
            yield from lines_of(line.decode("utf-8", "replace"))


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
