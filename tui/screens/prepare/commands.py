"""Keys of the form before the meeting."""

from __future__ import annotations

from models.i18n import _
from tui.keys import Command, Scope, moves, saved


def _commands() -> tuple[Command, ...]:
    return (
        Command(
            "prepare.next",
            ("enter",),
            "next",
            _("Next line"),
            _("Stores the line and goes on to the next; on a preparation: ticks it off"),
        ),
        Command(
            "prepare.complete",
            ("tab",),
            "complete",
            _("Complete"),
            _("Offers scenarios, departments and people; where there is nothing to offer: the next line"),
        ),
        Command("prepare.previous", ("shift+tab",), "choose(-1)", _("Line before"), _("The line before")),
        *moves("prepare"),
        Command(
            "prepare.back", ("escape",), "back", _("As it was"), _("What was stored stands in the line again")
        ),
        Command("prepare.clear", ("ctrl+u",), "clear", _("Clear"), _("Empties the line")),
        Command(
            "prepare.previous_section", ("pageup",), "turn(-1)", _("Section before"), _("The section before")
        ),
        Command(
            "prepare.next_section", ("pagedown",), "turn(1)", _("Sections"), _("The next section"), rank=6
        ),
        Command(
            "prepare.people",
            ("f2",),
            "section('people')",
            _("People"),
            _("Departments with one or two contacts each"),
            rank=2,
        ),
        Command(
            "prepare.agenda",
            ("f3",),
            "section('agenda')",
            _("Agenda"),
            _("Topics with minutes, expected outcome, presenter and departments concerned"),
            rank=3,
        ),
        Command(
            "prepare.things",
            ("f5",),
            "section('things')",
            _("Materials"),
            _("Materials to read before, and the checklist of logistics"),
            rank=4,
        ),
        Command(
            "prepare.skeleton",
            ("f8",),
            "skeleton",
            _("Skeleton"),
            _("Puts the scenario's agenda and checklist into the form"),
            rank=5,
        ),
        Command(
            "prepare.finding",
            ("ctrl+n",),
            "finding",
            _("Next gap"),
            _("The next line on which something is missing"),
            rank=7,
        ),
        Command(
            "prepare.waive",
            ("ctrl+r",),
            "waive",
            _("Let pass"),
            _("Lets what is missing on the line pass knowingly; it is not said again"),
        ),
        Command(
            "prepare.new_topic",
            ("ctrl+t",),
            "new_topic",
            _("New topic"),
            _("A topic at the end of the agenda"),
        ),
        Command(
            "prepare.earlier",
            ("ctrl+up",),
            "move(-1)",
            _("Topic up"),
            _("Puts the topic one place earlier on the agenda"),
        ),
        Command(
            "prepare.later",
            ("ctrl+down",),
            "move(1)",
            _("Topic down"),
            _("Puts the topic one place later on the agenda"),
        ),
        Command(
            "prepare.undo",
            ("ctrl+z",),
            "undo",
            _("Undo"),
            _("Undoes what is typed first, then steps"),
            rank=8,
        ),
        Command("prepare.redo", ("ctrl+y",), "redo", _("Redo"), _("Redoes what was undone")),
        saved("prepare"),
        Command(
            "prepare.export",
            ("ctrl+o",),
            "export",
            _("Export"),
            _("Exports the notice, the sign-in sheet or another document"),
            rank=9,
        ),
        Command("prepare.record", ("f9",), "record", _("Begin recording"), _("Goes on to recording"), rank=1),
    )


PREPARE = Scope("prepare", _commands)
