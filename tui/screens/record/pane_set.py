"""The panes of the record screen together: which are in view, which of them show an entry, and what is drawn anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from textual.geometry import Size

from models.meeting import Entry
from tui.screens.record.panes import AgendaPane, AttendancePane, MeetingPane
from tui.screens.record.session import Look
from tui.screens.record.topic_panes import (
    ActionsPane,
    AllPane,
    DisagreementsPane,
    OpinionsPane,
    ResolutionsPane,
    TopicPane,
    pane_of,
)

_KEYS = {
    "attendance": "record.attendance",
    "opinions": "record.opinions",
    "disagreements": "record.disagreements",
    "resolutions": "record.decisions",
    "actions": "record.decisions",
}
"""The panes that have a key, which a narrow screen shows beside the topic, and the command of each."""


class PaneSet:
    """The panes by name."""

    def __init__(self, key_of: Callable[[str], str]) -> None:
        self._panes: dict[str, MeetingPane] = {
            "agenda": AgendaPane("agenda"),
            "attendance": AttendancePane("attendance"),
            "topic": TopicPane("topic"),
            "all": AllPane("all"),
            "opinions": OpinionsPane("opinions"),
            "disagreements": DisagreementsPane("disagreements"),
            "resolutions": ResolutionsPane("resolutions"),
            "actions": ActionsPane("actions"),
        }
        for name, command in _KEYS.items():
            self._panes[name].hint = key_of(command)
        self.side = "attendance"
        """The pane a narrow screen shows beside the topic."""
        self._shown: str | None = None
        """The topic that was shown last."""
        self._followed: tuple[str | None, Size] | None = None
        """The topic to which the agenda was scrolled last, at what size."""

    def __getitem__(self, name: str) -> MeetingPane:
        return self._panes[name]

    def __iter__(self) -> Iterator[MeetingPane]:
        return iter(self._panes.values())

    @property
    def in_view(self) -> list[MeetingPane]:
        """The panes that have a place on the screen; none before it is arranged."""
        return [pane for pane in self if pane.region.area]

    # -- choosing one ---------------------------------------------------------------------------------------------

    def turn_to(self, name: str) -> MeetingPane:
        """A pane, which a narrow screen shows from now on where it has a key."""
        self.side = name if name in _KEYS else self.side
        return self[name]

    def of(self, entry: Entry, *, wide: bool) -> MeetingPane:
        """The pane that shows an entry, turned to."""
        return self.turn_to(pane_of(entry, wide=wide))

    def beside(self, pane: MeetingPane, step: int) -> MeetingPane:
        """The pane in view after (1) or before (-1) another, round the screen."""
        # It has no place yet when the keys come faster than the screen is arranged.
        shown = [one for one in self if one.region.area or one is pane]
        return shown[(shown.index(pane) + step) % len(shown)]

    # -- showing --------------------------------------------------------------------------------------------------

    def show(self, look: Look, touched: tuple[str, ...] = ()) -> bool:
        """Shows a look in all panes in view, or after an Enter on the same topic in those alone that hold a touched
        row; whether the others are still to be shown."""
        shown = self.in_view or list(self)
        only_touched = bool(touched) and look.topic_id == self._shown
        self._shown = look.topic_id
        self._mark(look, touched)
        for pane in shown:
            if not only_touched or pane.holds(touched, look):
                pane.show(look)
                self._reveal(pane, touched)
        return only_touched

    def _mark(self, look: Look, touched: tuple[str, ...]) -> None:
        """Marks a touched entry in the panes that list it, in view or not: where one comes to next, it stands."""
        for key in touched:
            if entry := look.minutes.entry(key):
                for wide in (True, False):
                    self[pane_of(entry, wide=wide)].chosen = key

    def _reveal(self, pane: MeetingPane, keys: tuple[str, ...]) -> None:
        for key in keys:
            pane.reveal(key)

    def reveal(self, key: str) -> None:
        """Brings an item into view in every pane that holds it."""
        for pane in self.in_view:
            pane.reveal(key)

    def follow(self, topic_id: str | None) -> None:
        """Brings the topic looked at into view in the agenda, until somebody scrolls on."""
        agenda = self["agenda"]
        if self._followed != (topic_id, agenda.size):
            self._followed = (topic_id, agenda.size)
            agenda.reveal(topic_id)
