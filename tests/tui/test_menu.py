"""The numbered list above the bar: digits take what stands beside them, 0 the last row, and nothing else."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from tui.theme import DARK, Palette, style
from tui.widgets.menu import Choice, Menu


class Probe(App[None]):
    palette: Palette = DARK
    CSS = "Menu { width: 30; height: auto; }"

    def compose(self) -> ComposeResult:
        yield Menu()


@asynccontextmanager
async def opened(count: int, taken: list[str]) -> AsyncIterator[tuple[Pilot[None], Menu]]:
    """A menu of so many choices and one more by 0; `taken` gets what is chosen."""
    app = Probe()
    async with app.run_test(size=(40, 20)) as pilot:
        menu = app.query_one(Menu)
        words = style(DARK.text)
        choices = [Choice([(f"c{n}", words)], lambda n=n: taken.append(f"c{n}")) for n in range(1, count + 1)]
        menu.styles.height = menu.wanted_height(15) if count else 3
        menu.open((), choices, zero=Choice([("nobody", words)], lambda: taken.append("nobody")))
        menu.styles.height = menu.wanted_height(15)
        await pilot.pause()
        yield pilot, menu


def rows(menu: Menu) -> list[str]:
    return ["".join(part.text for part in menu.row(y)).strip("│ ▌") for y in range(1, menu.size.height - 1)]


@pytest.mark.parametrize(
    ("count", "digit", "what"),
    [
        (3, "3", ["c3"]),
        (3, "4", []),
        (3, "0", ["nobody"]),
        (9, "9", ["c9"]),
        (14, "9", ["c9"]),
        (14, "0", ["nobody"]),
    ],
)
async def test_a_digit_takes_the_choice_beside_it(count: int, digit: str, what: list[str]) -> None:
    taken: list[str] = []
    async with opened(count, taken) as (_pilot, menu):
        menu.take_key("", digit)
    assert taken == what


@pytest.mark.parametrize("count", [3, 9, 14])
async def test_the_last_row_is_that_of_0_and_a_click_takes_it(count: int) -> None:
    taken: list[str] = []
    async with opened(count, taken) as (pilot, menu):
        shown = rows(menu)
        assert shown[-1].startswith("0 nobody")
        assert [row.split()[0] for row in shown[:-1]] == [str(n) for n in range(1, min(count, 9) + 1)]
        await pilot.click(Menu, offset=(4, menu.size.height - 2))
    assert taken == ["nobody"]


async def test_arrows_reach_every_choice_and_the_last() -> None:
    taken: list[str] = []
    async with opened(14, taken) as (_pilot, menu):
        for _step in range(14):
            menu.take_key("down", None)
        assert rows(menu)[-1].startswith("0 nobody")
        menu.take_key("up", None)
        assert any("c14" in row for row in rows(menu))
        menu.take_key("enter", None)
    assert taken == ["c14"]
