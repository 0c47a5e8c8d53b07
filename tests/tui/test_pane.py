"""A framed list: it shows what was asked for, keeps its place, and lays out only what is in view."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from rich.style import Style
from textual.app import App, ComposeResult

from tui.theme import DARK, Palette
from tui.widgets.list_pane import ListPane
from tui.widgets.typesetting import Paragraph


class Numbers(ListPane):
    """Items of one, two or three lines."""

    def draw(self, key: str) -> list[Paragraph]:
        return [Paragraph([(f"{key}-{n}", Style())]) for n in range(int(key) % 3 + 1)]


class Probe(App[None]):
    palette: Palette = DARK
    CSS = "Numbers { width: 20; height: 12; }"

    def compose(self) -> ComposeResult:
        yield Numbers("numbers")


@asynccontextmanager
async def shown(count: int) -> AsyncIterator[Numbers]:
    app = Probe()
    async with app.run_test() as pilot:
        pane = app.query_one(Numbers)
        await pilot.pause()
        pane.fill([str(n) for n in range(count)])
        await pilot.pause()
        yield pane


def view(pane: Numbers) -> list[str]:
    pane.prepare()
    return ["".join(text for text, _style in line) for _key, line in pane._view]


async def test_it_begins_at_the_first_item_and_fills_the_frame() -> None:
    async with shown(50) as pane:
        assert view(pane) == ["0-0", "1-0", "1-1", "2-0", "2-1", "2-2", "3-0", "4-0", "4-1", "5-0"]


async def test_an_item_below_is_revealed_whole_at_the_bottom_and_one_above_at_the_top() -> None:
    async with shown(50) as pane:
        pane.reveal("44")
        assert view(pane)[-3:] == ["44-0", "44-1", "44-2"]
        before = view(pane)
        pane.reveal("43")
        assert view(pane) == before
        pane.reveal("20")
        assert view(pane)[0] == "20-0"


async def test_the_view_stays_where_it_is_when_items_come_and_go() -> None:
    async with shown(50) as pane:
        pane.reveal("44")
        before = view(pane)
        pane.fill([str(n) for n in range(2, 60)])
        assert view(pane) == before


async def test_no_empty_space_is_left_below_when_the_end_is_taken_away() -> None:
    async with shown(50) as pane:
        pane.reveal("49")
        pane.fill([str(n) for n in range(10)])
        assert view(pane)[-1] == "9-0"
        assert len(view(pane)) == 10


async def test_choosing_goes_through_all_items_and_stops_at_the_ends() -> None:
    async with shown(30) as pane:
        pane.choose("0")
        for n in range(1, 30):
            pane.choose_next(1)
            assert pane.chosen == str(n)
            assert f"{n}-0" in view(pane)
        pane.choose_next(1)
        assert pane.chosen == "29"
        pane.choose_next(-100)
        assert pane.chosen == "0"


async def test_scrolling_reaches_both_ends_line_by_line() -> None:
    async with shown(30) as pane:
        for _n in range(100):
            pane.scroll_lines(1)
            view(pane)
        assert view(pane)[-1] == "29-2"
        for _n in range(100):
            pane.scroll_lines(-1)
        assert view(pane)[0] == "0-0"


def frame(pane: Numbers) -> str:
    """The right edge of the rows between the corners."""
    return "".join(pane.row(y).text[-1] for y in range(1, pane.size.height - 1))


class Heading(Numbers):
    """Its first item draws nothing."""

    def draw(self, key: str) -> list[Paragraph]:
        return [] if key == "0" else super().draw(key)


async def test_the_frame_shows_what_part_is_in_view_only_where_there_is_more() -> None:
    async with shown(50) as pane:
        assert "┃" in frame(pane)
    async with shown(3) as pane:
        assert "┃" not in frame(pane)
        pane.draw = Heading("heading").draw  # type: ignore[method-assign]
        pane.fill(["0", "1"])
        pane.prepare()
        assert "┃" not in frame(pane)
