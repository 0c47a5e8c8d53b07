"""The footer of a screen: its keys as far as there is room, or what was just said in their place."""

from __future__ import annotations

from textual.app import App, ComposeResult

from tui.keys import Command
from tui.result import Result
from tui.theme import DARK, Palette
from tui.widgets.footer import Footer

COMMANDS = (
    Command("a.go", ("f2",), "go", "Panes", "Goes to a pane", rank=1),
    Command("a.gap", ("ctrl+n",), "gap", "Next gap", "Goes to the next gap", rank=2),
    Command("a.hidden", ("f3",), "hidden", "Hidden", "Is not shown here"),
    Command("a.back", ("escape",), "back", "Back", "Goes back", rank=9),
)


class Probe(App[None]):
    palette: Palette = DARK

    def compose(self) -> ComposeResult:
        yield Footer(COMMANDS)


def words(app: App[None]) -> str:
    return "".join(segment.text for segment in app.query_one(Footer).render_line(0)).rstrip()


async def test_the_keys_are_shown_by_rank_and_the_way_back_always() -> None:
    app = Probe()
    async with app.run_test(size=(60, 3)) as pilot:
        assert words(app) == " F2 Panes  Ctrl+N Next gap  Esc Back"
        await pilot.resize_terminal(24, 3)
        assert words(app) == " F2 Panes  Esc Back"


async def test_what_was_said_stands_in_their_place_until_it_is_hushed_and_nothing_said_changes_nothing() -> (
    None
):
    app = Probe()
    async with app.run_test(size=(60, 3)):
        footer = app.query_one(Footer)
        footer.say(Result("Disk full", ok=False))
        footer.say(Result())
        assert words(app) == " ✗ Disk full"
        footer.hush()
        assert words(app).startswith(" F2 Panes")
