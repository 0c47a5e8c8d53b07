"""The commands of the screens around recording: home, recap, decided so far, stances, help."""

from __future__ import annotations

from collections.abc import Callable

from models.i18n import _
from tui.keys import Command


def _moves(scope: str) -> tuple[Command, ...]:
    """What moves in every list."""
    return (
        Command(f"{scope}.up", ("up",), "choose(-1)", _("Up"), _("The line before")),
        Command(f"{scope}.down", ("down",), "choose(1)", _("Down"), _("The next line")),
    )


def _back(scope: str, label: str, words: str, rank: int = 80) -> Command:
    return Command(f"{scope}.back", ("escape",), "back", label, words, rank=rank)


def recap_commands() -> tuple[Command, ...]:
    """The walk at the end of the meeting."""
    return (
        Command(
            "recap.confirm",
            ("enter",),
            "confirm",
            _("Confirm page"),
            _("The whole page is confirmed, on to the next; on the last page: closes the meeting"),
            rank=1,
        ),
        Command("recap.up", ("up",), "choose(-1)", _("Choose"), _("Singles out the item before"), rank=2),
        Command("recap.down", ("down",), "choose(1)", _("Choose"), _("Singles out the next item"), rank=2),
        Command(
            "recap.menu",
            ("space",),
            "menu",
            _("Menu"),
            _("What to do with the item: take what is offered, correct, objection, leave open"),
            rank=3,
        ),
        Command("recap.previous", ("pageup",), "turn(-1)", _("Pages"), _("The page before"), rank=4),
        Command("recap.next", ("pagedown",), "turn(1)", _("Pages"), _("The next page"), rank=4),
        Command(
            "recap.finding",
            ("ctrl+n",),
            "next_finding",
            _("Next gap"),
            _("The next thing that is missing, on whatever page"),
            rank=5,
        ),
        Command(
            "recap.projector",
            ("ctrl+l",),
            "projector",
            _("Projector"),
            _("Large, for the projector: what is missing or doubtful is hidden"),
            rank=6,
        ),
        Command(
            "recap.undo", ("ctrl+z",), "undo", _("Undo"), _("Undoes the last step, saying which"), rank=8
        ),
        Command("recap.redo", ("ctrl+y",), "redo", _("Redo"), _("Redoes what was undone")),
        Command("recap.export", ("ctrl+o",), "export", _("Export"), _("Exports the document"), rank=9),
        _back("recap", _("Back to recording"), _("Back to recording; everything confirmed stays so"), rank=7),
    )


def polish_commands() -> tuple[Command, ...]:
    """The written side after the close."""
    return (
        Command(
            "polish.edit",
            ("enter",),
            "edit",
            _("Write"),
            _("Other words for the sentence; with several marked, one sentence for all of them"),
            rank=1,
        ),
        Command(
            "polish.mark",
            ("tab",),
            "mark",
            _("Mark"),
            _("Marks the sentence, to make one of several; again: takes the mark off"),
            rank=2,
        ),
        Command(
            "polish.leave_out",
            ("delete",),
            "leave_out",
            _("Leave out"),
            _("Leaves the sentence out of the minutes, or takes it in again"),
            rank=3,
        ),
        Command(
            "polish.next",
            ("ctrl+n",),
            "next",
            _("Next to look at"),
            _(
                "The next sentence with a spoken word or older than what was typed; digits take what is offered"
            ),
            rank=4,
        ),
        Command(
            "polish.menu",
            ("space",),
            "menu",
            _("Menu"),
            _("What to do with the sentence: split, back to what was typed, let a word pass, add one"),
            rank=5,
        ),
        *_moves("polish"),
        Command("polish.previous", ("pageup",), "turn(-1)", _("Topics"), _("The topic before"), rank=6),
        Command("polish.following", ("pagedown",), "turn(1)", _("Topics"), _("The next topic"), rank=6),
        Command("polish.export", ("ctrl+o",), "export", _("Export"), _("Exports the document"), rank=7),
        Command(
            "polish.undo", ("ctrl+z",), "undo", _("Undo"), _("Undoes the last step, saying which"), rank=8
        ),
        Command("polish.redo", ("ctrl+y",), "redo", _("Redo"), _("Redoes what was undone")),
        _back(
            "polish", _("Back"), _("Takes the marks off, then goes back; everything written stays"), rank=9
        ),
    )


def digest_commands() -> tuple[Command, ...]:
    """Decided so far."""
    return (
        _back("digest", _("Back"), _("Back to recording"), rank=1),
        Command("digest.close", ("ctrl+l", "enter"), "back", _("Back"), _("Back to recording")),
        Command("digest.up", ("up",), "scroll(-1)", _("Scroll"), _("One line up"), rank=2),
        Command("digest.down", ("down",), "scroll(1)", _("Scroll"), _("One line down"), rank=2),
        Command("digest.page_up", ("pageup",), "scroll_page(-1)", _("Pages"), _("A page up"), rank=3),
        Command(
            "digest.page_down", ("pagedown",), "scroll_page(1)", _("Page down"), _("A page down"), rank=3
        ),
    )


def stances_commands() -> tuple[Command, ...]:
    """The stance board."""
    return (
        _back("stances", _("Back"), _("Back to recording"), rank=1),
        Command("stances.close", ("ctrl+r",), "back", _("Back"), _("Back to recording")),
        Command("stances.up", ("up",), "move(-1, 0)", _("Department"), _("The department above"), rank=2),
        Command("stances.down", ("down",), "move(1, 0)", _("Department"), _("The department below"), rank=2),
        Command("stances.left", ("left",), "move(0, -1)", _("Topic"), _("The topic before"), rank=3),
        Command("stances.right", ("right",), "move(0, 1)", _("Topic"), _("The next topic"), rank=3),
        Command(
            "stances.topic",
            ("enter",),
            "look",
            _("Go to topic"),
            _("Looks at the topic on the record screen"),
            rank=4,
        ),
    )


def help_commands() -> tuple[Command, ...]:
    """Keys and grammar."""
    return (
        _back("help", _("Back"), _("Back to where you were"), rank=1),
        Command("help.close", ("f12", "enter"), "back", _("Back"), _("Back to where you were")),
        Command("help.up", ("up",), "scroll(-1)", _("Scroll"), _("One line up"), rank=2),
        Command("help.down", ("down",), "scroll(1)", _("Scroll"), _("One line down"), rank=2),
        Command("help.page_up", ("pageup",), "scroll_page(-1)", _("Pages"), _("A page up"), rank=3),
        Command("help.page_down", ("pagedown",), "scroll_page(1)", _("Pages"), _("A page down"), rank=3),
    )


def home_commands() -> tuple[Command, ...]:
    """The first screen."""
    return (
        Command(
            "home.open",
            ("enter",),
            "open",
            _("Open"),
            _("Opens the meeting, action or hit that is singled out"),
            rank=1,
        ),
        Command(
            "home.new",
            ("ctrl+n",),
            "new",
            _("New meeting"),
            _("A new meeting: its name, then its scenario, then you record"),
            rank=2,
        ),
        Command(
            "home.prepare",
            ("ctrl+t",),
            "prepare",
            _("Prepare a meeting"),
            _("A new meeting, or the next after the one singled out, prepared before it begins"),
            rank=6,
        ),
        Command(
            "home.import",
            ("ctrl+o",),
            "import_file",
            _("From a file"),
            _("Takes in a file of capture lines (.txt) or a meeting (.json)"),
            rank=3,
        ),
        Command(
            "home.demo",
            ("f5",),
            "demo",
            _("Sample meeting"),
            _("While there is no meeting: a finished sample, in a file that goes when the program ends"),
            rank=4,
        ),
        *_moves("home"),
        Command("home.pane", ("tab",), "other_pane", _("Other list"), _("Meetings or actions"), rank=5),
        Command(
            "home.recap",
            ("f9",),
            "recap",
            _("Recap"),
            _("Walks through the meeting that is singled out"),
            rank=7,
        ),
        Command("home.page_up", ("pageup",), "choose(-8)", _("Page up"), _("Some lines up")),
        Command("home.page_down", ("pagedown",), "choose(8)", _("Page down"), _("Some lines down")),
        Command("home.clear", ("escape", "ctrl+u"), "clear", _("Back"), _("Ends the search or the question")),
    )


def prepare_commands() -> tuple[Command, ...]:
    """The form before the meeting."""
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
        *_moves("prepare"),
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
        Command("prepare.record", ("f9",), "record", _("Begin recording"), _("Goes on to recording"), rank=1),
    )


def palette_commands() -> tuple[Command, ...]:
    """The list of commands."""
    return (
        Command(
            "palette.run", ("enter",), "run", _("Run"), _("Runs the command on the screen below"), rank=1
        ),
        *_moves("palette"),
        Command("palette.page_up", ("pageup",), "choose(-8)", _("Page up"), _("Some lines up")),
        Command("palette.page_down", ("pagedown",), "choose(8)", _("Page down"), _("Some lines down")),
        _back("palette", _("Back"), _("Back to where you were"), rank=2),
        Command("palette.close", ("ctrl+p",), "back", _("Back"), _("Back to where you were")),
    )


def go_commands() -> tuple[Command, ...]:
    """The list of places."""
    return (
        Command("go.there", ("enter",), "go_there", _("Go"), _("Goes to what is singled out"), rank=1),
        *_moves("go"),
        _back("go", _("Back"), _("Back to where you were"), rank=2),
        Command("go.close", ("ctrl+g",), "back", _("Back"), _("Back to where you were")),
    )


SCOPES: dict[str, Callable[[], tuple[Command, ...]]] = {
    "home": home_commands,
    "prepare": prepare_commands,
    "recap": recap_commands,
    "polish": polish_commands,
    "digest": digest_commands,
    "stances": stances_commands,
    "help": help_commands,
    "palette": palette_commands,
    "go": go_commands,
}
"""The declarations of each screen, by its name."""
