"""Composes what changed on a screen, from the parts that changed.

Textual's own compositor renders every part of the screen anew for each key, down to the rows a cache gives back: with
a dozen parts that is a third of what a key costs. Only those that meet a changed region can show in it.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip


class PartialCompositor(Compositor):
    """Compositor that renders, of a partial update, only the widgets and rows that are part of it."""

    _changed: tuple[Region, ...] = ()

    def render_partial_update(self) -> ChopsUpdate | None:
        """The update of the regions that are dirty; None if none is."""
        self._changed = tuple(self._dirty_regions)
        try:
            return super().render_partial_update()
        finally:
            self._changed = ()

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        if not self._changed:
            yield from super()._get_renders(crop)
            return
        for widget, (region, clip) in self.visible_widgets.items():
            seen = region.intersection(clip)
            wanted = [seen.intersection(one) for one in self._changed if seen.overlaps(one)]
            if wanted:
                rows = Region.from_union(wanted)
                part = Region(seen.x, rows.y, seen.width, rows.height)
                yield region, part, widget.render_lines(part.translate((-region.x, -region.y)))
