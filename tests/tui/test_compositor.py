"""The compositor draws what a change is part of, and nothing else."""

from __future__ import annotations

from typing import Any

import pyte
import pytest
from textual._compositor import CompositorUpdate
from textual.geometry import Region
from textual.pilot import Pilot
from textual.screen import Screen
from textual.strip import Strip

from models.store import Store
from tests.tui.screens import press, say, shown
from tui.app import JiyaoApp
from tui.widgets.line_widget import LineWidget


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the widgets that are asked for their lines, from now on."""
    ids: list[str] = []
    real = LineWidget.render_lines

    def noted(widget: LineWidget, crop: Region) -> list[Strip]:
        ids.append(widget.id or "")
        return real(widget, crop)

    monkeypatch.setattr(LineWidget, "render_lines", noted)
    return ids


async def drawn(pilot: Pilot[None]) -> None:
    """Waits until nothing is left to be drawn."""
    app: Any = pilot.app
    await pilot.pause()
    while app.screen._dirty_widgets or app.screen._compositor._dirty_regions:
        await pilot.pause()


async def test_a_typed_key_draws_the_bar_alone(store: Store, rendered: list[str]) -> None:
    async with shown(store, "record") as pilot:
        await say(pilot, "要点：")
        await drawn(pilot)
        rendered.clear()
        await say(pilot, "时")
        await drawn(pilot)
        assert set(rendered) == {"bar"}


async def test_a_move_in_a_pane_leaves_the_other_panes_alone(store: Store, rendered: list[str]) -> None:
    async with shown(store, "record") as pilot:
        await press(pilot, "f8", "down")
        await drawn(pilot)
        rendered.clear()
        await press(pilot, "up")
        await drawn(pilot)
        assert "agenda" not in rendered
        assert rendered


SIZE = (120, 36)
FLOWS = {
    "record": (
        *("市场部：推广费用不低于三成", "enter", "争议：占比取三成还是两成五", "enter"),
        *("行动：核算 @孙主管 、周五", "enter"),
        *("f8", "down", "space", "down", "escape", "pageup", "escape", "f4", "escape", "长" * 90, "ctrl+u"),
    ),
    "recap": ("f9", "down", "down", "enter", "pagedown", "down", "space", "escape", "pageup", "escape"),
    "others": (
        *("ctrl+p", "导", "down", "up", "escape", "f3", "escape", "f7", "down", "escape", "f12", "down", "escape"),
        *("f2", "down", "space", "escape", "escape", "ctrl+l", "down", "escape", "ctrl+t", "旧", "escape"),
    ),
}  # fmt: skip


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> pyte.Screen:
    """A terminal that gets what the program would write to its own."""
    screen = pyte.Screen(*SIZE)
    stream = pyte.Stream(screen)
    real = JiyaoApp._display

    def display(app: JiyaoApp, shown: Screen[Any], update: Any) -> None:
        if isinstance(update, CompositorUpdate):
            stream.feed(update.render_segments(app.console))
        real(app, shown, update)

    monkeypatch.setattr(JiyaoApp, "_display", display)
    return screen


def cells(screen: pyte.Screen) -> list[list[tuple[object, ...]]]:
    """Every cell with its colours."""
    rows = (screen.buffer[y] for y in range(screen.lines))
    return [[(row[x].data, row[x].fg, row[x].bg, row[x].bold) for x in range(screen.columns)] for row in rows]


def drawn_whole(pilot: Pilot[None]) -> list[list[tuple[object, ...]]]:
    """The cells of the same screen when nothing is left of what was drawn before."""
    app: Any = pilot.app
    screen = pyte.Screen(*SIZE)
    update = app.screen._compositor.render_full_update()
    pyte.Stream(screen).feed(update.render_segments(app.console))
    return cells(screen)


@pytest.mark.parametrize("flow", FLOWS)
async def test_many_small_updates_show_what_one_whole_update_shows(
    store: Store, terminal: pyte.Screen, flow: str
) -> None:
    async with shown(store, "record", size=SIZE) as pilot:
        for number, step in enumerate(FLOWS[flow]):
            if step.isascii():
                await press(pilot, step)
            else:
                await say(pilot, step)
            await drawn(pilot)
            assert cells(terminal) == drawn_whole(pilot), (number, step, terminal.display)
