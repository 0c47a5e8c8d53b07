"""What can be done with an entry, by digit: the same digit means the same for every kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from models.i18n import _
from models.kinds import KINDS, latest_text
from models.meeting import Action, Disagreement, Entry, Opinion, Resolution
from models.vocabulary import (
    ActionStatus,
    DisputeStatus,
    Stance,
    action_status_label,
    dispute_label,
    stance_label,
)
from tui.result import Result
from tui.screens.record.text import named
from tui.theme import style
from tui.widgets.cells import Span, fit
from tui.widgets.menu import Choice

if TYPE_CHECKING:
    from tui.screens.record.actions import RecordActions

_QUOTED = 30
"""Cells of the entry's words in the title: the menu may cover the entry itself."""


class EntryMenu:
    """The menu of one entry on the record screen."""

    def __init__(self, screen: RecordActions, entry: Entry) -> None:
        self.screen = screen
        self.entry = entry
        self.recorder = screen.session.recorder

    def open(self) -> None:
        """Shows what can be done."""
        entry = self.entry
        self._show(
            f"{named(entry)} {fit(latest_text(entry), _QUOTED)}".strip(),
            [
                self._sub(_("Edit"), lambda: self.screen.edit(entry.id)),
                self._state(),
                self._set(
                    _("No longer doubtful") if entry.doubt else _("To be checked"), doubt=not entry.doubt
                ),
                self._sub(_("Move to a topic …"), self._move),
                self._sub(_("Change the kind …"), self._kind),
                self._set(
                    _("Into the minutes again") if entry.left_out else _("Not for the minutes"),
                    left_out=not entry.left_out,
                ),
                self._sub(_("Delete"), lambda: self.screen.delete(entry)),
            ],
        )

    def _show(self, title: str, choices: list[Choice]) -> None:
        self.screen.menu.open([(title, style(self.screen.jiyao.palette.accent, bold=True))], choices)

    def _choose(self, title: str, choices: list[Choice], nothing: str) -> None:
        """A second menu, or why there is none."""
        if choices:
            self._show(title, choices)
        else:
            self.screen.say(Result(nothing, ok=False))

    def _label(self, words: str, *, marked: bool = False) -> list[Span]:
        p = self.screen.jiyao.palette
        spans: list[Span] = [(words, style(p.text))]
        return [*spans, (" ✓", style(p.good))] if marked else spans

    def _sub(self, words: str, act: Callable[[], None]) -> Choice:
        return Choice(self._label(words), act)

    def _set(self, words: str, *, marked: bool = False, **fields: object) -> Choice:
        def act() -> None:
            self.screen.change(lambda: self.recorder.edit(self.entry.id, **fields), words)

        return Choice(self._label(words, marked=marked), act)

    def _state(self) -> Choice:
        """The second digit is what the kind can stand in: stance, settled or not, progress, in force or not."""
        if isinstance(self.entry, Opinion):
            return self._sub(_("Stance …"), self._stances)
        if isinstance(self.entry, Disagreement):
            return self._sub(_("Settled or not …"), self._disputes)
        if isinstance(self.entry, Action):
            return self._sub(_("Progress …"), self._progress)
        if isinstance(self.entry, Resolution):
            return self._sub(_("Superseded by …"), self._successors)
        return self._sub(_("Go to its topic"), lambda: self.screen.look_at(self.entry.topic_id))

    def _stances(self) -> None:
        now = self.entry.stance if isinstance(self.entry, Opinion) else ""
        words = [(s.value, stance_label(s) or _("no stance")) for s in Stance]
        self._show(_("Stance"), [self._set(w, marked=v == now, stance=v) for v, w in words])

    def _disputes(self) -> None:
        now = self.entry.status if isinstance(self.entry, Disagreement) else ""
        choices = [self._set(dispute_label(s), marked=s == now, status=s.value) for s in DisputeStatus]
        self._show(_("Disagreement"), choices)

    def _progress(self) -> None:
        now = self.entry.status if isinstance(self.entry, Action) else ""
        choices = [self._set(action_status_label(s), marked=s == now, status=s.value) for s in ActionStatus]
        self._show(_("Progress"), choices)

    def _successors(self) -> None:
        """The later resolutions, by number; a superseded one can come into force again."""
        if not isinstance(now := self.entry, Resolution):
            return
        later = [r for r in self.screen.session.minutes.all(Resolution) if r.seq > now.seq]
        later = sorted((r for r in later if not r.superseded_by), key=lambda r: r.number)
        choices = [self._superseded(now, r) for r in later]
        if now.superseded_by:
            choices.insert(0, self._set(_("In force again"), superseded_by=None))
        self._choose(_("Superseded by"), choices, _("There is no later resolution"))

    def _superseded(self, now: Resolution, by: Resolution) -> Choice:
        said = _("{number} is superseded by {successor}").format(number=now.code, successor=by.code)
        return Choice(
            self._label(f"{by.code} {fit(by.text, 40)}", marked=by.id == now.superseded_by),
            lambda: self.screen.change(lambda: self.recorder.edit(now.id, superseded_by=by.id), said),
        )

    def _move(self) -> None:
        topics = [t for t in self.screen.session.minutes.topics if t.id != self.entry.topic_id]
        choices = [self._moved(t.id, f"{t.number} {fit(t.title, 40)}") for t in topics]
        self._choose(_("Move to"), choices, _("There is no other topic"))

    def _moved(self, topic_id: str, words: str) -> Choice:
        said = _("Moved to {topic}").format(topic=words)
        return self._sub(
            words, lambda: self.screen.change(lambda: self.recorder.move(self.entry.id, topic_id), said)
        )

    def _kind(self) -> None:
        others = [kind for kind in KINDS.values() if kind.row is not type(self.entry)]
        choices = [self._converted(kind.row.table, kind.title()) for kind in others]
        self._show(_("Change into"), choices)

    def _converted(self, kind: str, words: str) -> Choice:
        said = _("Now: {kind}").format(kind=words)
        return self._sub(
            words, lambda: self.screen.change(lambda: self.recorder.convert(self.entry.id, kind), said)
        )
