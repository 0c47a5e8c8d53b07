"""`parse`: how the capture grammar understands a line."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import click

from models import config, date_order
from models.capture import Context, explained, to_json
from models.capture import parse as best_reading
from models.capture import readings as every_reading
from models.capture.values import OpinionLine
from models.dates import Anchor
from models.i18n import _
from models.importing import decode
from models.recorder import Recorder
from models.text import lines_of
from models.vocabulary import flag_words
from tui.commands.session import Session, clock, command, emit_json
from tui.commands.table import table


def commands() -> list[click.Command]:
    """The subcommand of this module."""
    against = click.Option(["--meeting"], metavar="MEETING", help=_("Understood as in this meeting."))
    why = click.Option(["--why"], is_flag=True, help=_("With the family and the rule that read each value."))
    speaker = click.Option(["--speaker"], metavar="NAME", help=_("As if this department or person spoke."))
    every = click.Option(["--readings"], is_flag=True, help=_("Every reading, the best first."))
    return [
        command(
            "parse",
            parse,
            _("How a capture line is understood; nothing is stored. `-` reads lines from stdin."),
            click.Argument(["line"], metavar="LINE"),
            against,
            why,
            speaker,
            every,
        )
    ]


def parse(
    session: Session, line: str, meeting: str | None, why: bool, speaker: str | None, readings: bool
) -> None:
    """The best reading of one line, or of each line of stdin; all of them where they are asked for."""
    date_order.use(config.read().dates)
    context = _context(session, meeting, None if line == "-" else lines_of(line), speaker)
    if line == "-":
        for typed in _stdin_lines():
            emit_json(_read_all(typed, context) if readings else _read(typed, context, why))
    elif readings:
        every = [found for one in lines_of(line) for found in _read_all(one, context)]
        session.answer(every, lambda: "\n\n".join(map(_shown, every)))
    else:
        found = [value for one in lines_of(line) for value in _read(one, context, why)]
        session.answer(found, lambda: _shown(found))


def _shown(items: list[dict[str, Any]]) -> str:
    return "\n".join(map(_described, items)) or _("Nothing.")


def _read_all(line: str, context: Context) -> list[list[dict[str, Any]]]:
    return [[to_json(value) for value in reading.items] for reading in every_reading(line, context)]


def _context(session: Session, meeting: str | None, lines: list[str] | None, speaker: str | None) -> Context:
    """The meeting as stored, for these lines or any, with nobody speaking but who is named; else only the day."""
    if meeting is None:
        context = Context(
            anchor=Anchor(clock().date(), day_first=date_order.day_first()), now=clock().strftime("%H:%M")
        )
    else:
        recorder = Recorder(session.archive, session.archive.find(meeting), clock=clock)
        recorder.learn_codes(lines)
        context = recorder.context
    spoken = _speaker(context, speaker) if speaker else None
    return replace(context, speaker=spoken, asking=False, aside=None)


def _speaker(context: Context, name: str) -> tuple[str | None, str | None]:
    """Department and person of a name as it stands before a colon."""
    said = next((i for i in best_reading(f"{name}：…", context) if isinstance(i, OpinionLine)), None)
    if said is None or not (said.department or said.person):
        raise click.BadParameter(_("nobody is called {name}").format(name=name), param_hint="--speaker")
    return said.department, said.person


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
    hidden = () if why else ("evidence",)
    told = [
        (name, _said(name, value))
        for name, value in item.items()
        if name not in hidden and _tells(name, value)
    ]
    conditions = [_described(one, f"{indent}  ") for one in item.get("conditions", [])]
    head = f"{indent}{item['kind']}{reason}"
    return "\n".join(filter(None, [head, table(told, indent=f"{indent}  "), *conditions]))


def _tells(name: str, value: Any) -> bool:
    return name not in ("kind", "conditions", "why") and value not in (None, "", False, "none", [], {})


def _said(name: str, value: Any) -> str:
    comma = _(", ")
    if isinstance(value, dict):
        return comma.join(f"{field} {how}" for field, how in value.items())
    if isinstance(value, list):
        return comma.join(flag_words(one) if name == "flags" else str(one) for one in value)
    return _("yes") if value is True else str(value)
