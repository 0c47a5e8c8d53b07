"""Where the parts of the record screen stand, at every size: nothing overlaps, nothing leaves the screen."""

from __future__ import annotations

from itertools import combinations

import pytest
from textual.geometry import Size

from tui.screens.record.layout import Shape, regions
from tui.widgets.region_layout import SMALLEST

SIDES = ("attendance", "opinions", "disagreements", "resolutions", "actions")

SIZES = [Size(w, h) for w in (80, 81, 95, 109, 110, 120, 160, 250) for h in (24, 25, 29, 30, 36, 50, 80)]


@pytest.mark.parametrize("bar", [4, 5, 6, 8])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_parts_lie_side_by_side_inside_the_screen(size: Size, bar: int) -> None:
    for side in SIDES:
        places = regions(Shape(size, bar, 9, side))
        assert all(r.height > 0 and r.width > 0 and size.region.contains_region(r) for r in places.values())
        assert not [(a, b) for a, b in combinations(places.values(), 2) if a.overlaps(b)]
        assert sum(r.area for r in places.values()) == size.area


def test_a_wide_screen_shows_every_pane_and_a_narrow_one_the_topic_and_one_side() -> None:
    assert set(SIDES) | {"agenda", "topic"} <= set(regions(Shape(Size(120, 36), 4, 9)))
    assert set(regions(Shape(Size(80, 24), 4, 9, "actions"))) == {
        "header",
        "all",
        "actions",
        "strip",
        "bar",
        "footer",
    }


@pytest.mark.parametrize("size", [Size(SMALLEST.width - 1, 40), Size(200, SMALLEST.height - 1), Size(1, 1)])
def test_a_screen_too_small_for_work_shows_one_notice(size: Size) -> None:
    assert set(regions(Shape(size, 4, 9))) == {"too-small"}
