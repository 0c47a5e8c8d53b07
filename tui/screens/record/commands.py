"""Keys of the record screen, and of the list of pasted lines over it."""

from __future__ import annotations

from models.i18n import _
from tui.keys import Command, Scope, saved


def _record() -> tuple[Command, ...]:
    return (
        Command(
            "record.accept",
            ("enter",),
            "accept",
            _("Record"),
            _("Accepts the line; in an empty bar while another topic is looked at: makes that topic live"),
        ),
        Command(
            "record.complete",
            ("tab",),
            "complete",
            _("Complete"),
            _("Completes names, departments, markers and dates"),
        ),
        Command(
            "record.reading",
            ("shift+tab",),
            "next_reading",
            _("Next reading"),
            _("Takes the line in its next possible sense"),
        ),
        Command(
            "record.back",
            ("escape",),
            "back",
            _("Back"),
            _("Back to the bar and the live topic; what stands in the bar stays"),
        ),
        Command(
            "record.take_back",
            ("up",),
            "take_back",
            _("Take back"),
            _(
                "In an empty bar: takes back the last line that is not stored, else the latest entry for editing"
            ),
        ),
        Command("record.clear", ("ctrl+u",), "clear", _("Clear"), _("Clears the bar; Ctrl+Z brings it back")),
        Command(
            "record.attendance",
            ("f2",),
            "pane('attendance')",
            _("Attendance"),
            _("Goes to the attendance"),
            rank=1,
            together=_("Panes"),
        ),
        Command(
            "record.opinions", ("f3",), "pane('opinions')", _("Views"), _("Goes to the opinions"), rank=1
        ),
        Command(
            "record.disagreements",
            ("f5",),
            "pane('disagreements')",
            _("Disputed"),
            _("Goes to the disagreements"),
            rank=1,
        ),
        Command(
            "record.decisions",
            ("f8",),
            "pane('decisions')",
            _("Resolutions, actions"),
            _("Goes to the resolutions; again: to the actions"),
            rank=1,
        ),
        Command(
            "record.previous_topic",
            ("pageup",),
            "look(-1)",
            _("Topics"),
            _("Looks at the previous topic; the live one stays live (in a pane: scrolls it)"),
            rank=2,
        ),
        Command(
            "record.next_topic",
            ("pagedown",),
            "look(1)",
            _("Next topic"),
            _("Looks at the next topic; the live one stays live (in a pane: scrolls it)"),
            rank=2,
        ),
        Command(
            "record.new_topic",
            ("ctrl+t",),
            "new_topic",
            _("New topic"),
            _("Begins a line that opens a topic"),
            rank=5,
        ),
        Command(
            "record.incomplete",
            ("ctrl+n",),
            "next_incomplete",
            _("Next gap"),
            _("Goes to the next entry that is incomplete or doubtful"),
            rank=3,
        ),
        Command(
            "record.stances",
            ("ctrl+r",),
            "app.stances",
            _("Stances"),
            _("Stance board: departments by topics"),
            rank=8,
        ),
        Command(
            "record.digest",
            ("ctrl+l",),
            "app.digest",
            _("Decided so far"),
            _("All resolutions, then actions by owner, one page to read out"),
            rank=6,
        ),
        Command("record.export", ("ctrl+o",), "export", _("Export"), _("Exports the document"), rank=7),
        Command(
            "record.recap",
            ("f9",),
            "app.recap",
            _("Recap"),
            _("Walks through the meeting before it closes"),
            rank=4,
        ),
        Command(
            "record.polish",
            (),
            "app.polish",
            _("Polish"),
            _("After the close: what was typed beside what the document says"),
        ),
        Command(
            "record.prepare",
            (),
            "app.prepare",
            _("Preparing"),
            _("Before the meeting: facts, people, agenda, materials, logistics"),
        ),
        Command("record.home", (), "app.home", _("Home"), _("All meetings, what is due, search")),
        Command(
            "record.undo",
            ("ctrl+z",),
            "undo",
            _("Undo"),
            _("Undoes what is being typed first, then steps, saying which"),
            rank=13,
        ),
        Command("record.redo", ("ctrl+y",), "redo", _("Redo"), _("Redoes what was undone")),
        saved("record"),
        Command(
            "record.menu",
            ("space",),
            "menu",
            _("Menu"),
            _("In a pane: menu of the entry (stance, doubt, move, kind, delete …)"),
        ),
        Command(
            "record.delete",
            ("delete",),
            "delete",
            _("Delete"),
            _("In a pane: deletes the entry; in an empty bar: drops the last line that is not stored"),
        ),
        Command(
            "record.left", ("left",), "neighbour(-1)", _("Pane before"), _("In a pane: to the pane before it")
        ),
        Command(
            "record.right", ("right",), "neighbour(1)", _("Pane after"), _("In a pane: to the pane after it")
        ),
    )


RECORD = Scope("record", _record)


def _paste() -> tuple[Command, ...]:
    return (
        Command(
            "paste.accept", ("enter",), "accept", _("Record all"), _("Accepts every line in turn"), rank=1
        ),
        Command(
            "paste.back", ("escape",), "back", _("Back"), _("Back to the bar; the lines stay there"), rank=2
        ),
        saved("paste"),
        Command("paste.up", ("up",), "scroll(-1)", _("Up"), _("Scrolls up")),
        Command("paste.down", ("down",), "scroll(1)", _("Down"), _("Scrolls down")),
        Command("paste.page_up", ("pageup",), "scroll(-10)", _("Page up"), _("Scrolls up by a page")),
        Command("paste.page_down", ("pagedown",), "scroll(10)", _("Page down"), _("Scrolls down by a page")),
    )


PASTE = Scope("paste", _paste)
