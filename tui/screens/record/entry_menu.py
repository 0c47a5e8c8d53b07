"""What can be done with an entry, by digit: the same digit means the same for every kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

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
from tui.screens.record.owner_menu import OwnerMenu
from tui.screens.record.session import RecordSession
from tui.screens.record.text import named
from tui.theme import Palette, style
from tui.widgets.menu import Choice, Menu
from tui.widgets.typesetting import Span, fit

_QUOTED = 30
"""Cells of the entry's words in the title: the menu may cover the entry itself."""


class EntryCommands(Protocol):
    """What a choice asks of the screen."""

    def edit(self, row_id: str) -> None:
        """Takes an entry back into the bar."""

    def delete(self, entry: Entry) -> None:
        """Takes an entry out."""

    def look_at(self, topic_id: str) -> None:
        """Looks at a topic."""

    def done(self, said: Result) -> None:
        """Shows what came of a change."""


class EntryMenu:
    """The menu of one entry on the record screen."""

    def __init__(
        self, entry: Entry, session: RecordSession, menu: Menu, palette: Palette, commands: EntryCommands
    ) -> None:
        self._entry = entry
        self._session = session
        self._menu = menu
        self._palette = palette
        self._commands = commands

    def open(self) -> None:
        """Shows what can be done."""
        entry = self._entry
        self._show(
            f"{named(entry)} {fit(latest_text(entry), _QUOTED)}".strip(),
            [
                self._sub(_("Edit"), lambda: self._commands.edit(entry.id)),
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
                self._sub(_("Delete"), lambda: self._commands.delete(entry)),
                *self._belongs(),
            ],
        )

    def _show(self, title: str, choices: list[Choice]) -> None:
        self._menu.open([(title, style(self._palette.accent, bold=True))], choices)

    def _choose(self, title: str, choices: list[Choice], nothing: str) -> None:
        """A second menu, or why there is none."""
        if choices:
            self._show(title, choices)
        else:
            self._commands.done(Result(nothing, ok=False))

    def _label(self, words: str, *, marked: bool = False) -> list[Span]:
        spans: list[Span] = [(words, style(self._palette.text))]
        return [*spans, (" ✓", style(self._palette.good))] if marked else spans

    def _sub(self, words: str, act: Callable[[], None]) -> Choice:
        return Choice(self._label(words), act)

    def _change(self, label: str, change: Callable[[], object], said: str, *, marked: bool = False) -> Choice:
        return Choice(
            self._label(label, marked=marked), lambda: self._commands.done(self._session.alter(change, said))
        )

    def _set(self, words: str, *, marked: bool = False, **fields: object) -> Choice:
        edit = self._session.recorder.edit
        return self._change(words, lambda: edit(self._entry.id, **fields), words, marked=marked)

    # -- the state ------------------------------------------------------------------------------------------------

    def _state(self) -> Choice:
        """The second digit is what the kind can stand in: stance, settled or not, progress, in force or not."""
        if isinstance(self._entry, Opinion):
            return self._sub(_("Stance …"), self._stances)
        if isinstance(self._entry, Disagreement):
            return self._sub(_("Settled or not …"), self._disputes)
        if isinstance(self._entry, Action):
            return self._sub(_("Progress …"), self._progress)
        if isinstance(self._entry, Resolution):
            return self._sub(_("Superseded by …"), self._successors)
        return self._sub(_("Go to its topic"), lambda: self._commands.look_at(self._entry.topic_id))

    def _stances(self) -> None:
        now = self._entry.stance if isinstance(self._entry, Opinion) else ""
        words = [(s.value, stance_label(s) or _("no stance")) for s in Stance]
        self._show(_("Stance"), [self._set(w, marked=v == now, stance=v) for v, w in words])

    def _disputes(self) -> None:
        now = self._entry.status if isinstance(self._entry, Disagreement) else ""
        choices = [self._set(dispute_label(s), marked=s == now, status=s.value) for s in DisputeStatus]
        self._show(_("Disagreement"), choices)

    def _progress(self) -> None:
        now = self._entry.status if isinstance(self._entry, Action) else ""
        choices = [self._set(action_status_label(s), marked=s == now, status=s.value) for s in ActionStatus]
        self._show(_("Progress"), choices)

    def _successors(self) -> None:
        """The later resolutions, by number; a superseded one can come into force again."""
        if not isinstance(now := self._entry, Resolution):
            return
        later = [r for r in self._session.minutes.all(Resolution) if r.seq > now.seq]
        later = sorted((r for r in later if not r.superseded_by), key=lambda r: r.number)
        choices = [self._superseded(now, r) for r in later]
        if now.superseded_by:
            choices.insert(0, self._set(_("In force again"), superseded_by=None))
        self._choose(_("Superseded by"), choices, _("There is no later resolution"))

    def _superseded(self, now: Resolution, by: Resolution) -> Choice:
        edit = self._session.recorder.edit
        said = _("{number} is superseded by {successor}").format(number=now.code, successor=by.code)
        label = f"{by.code} {fit(by.text, 40)}"
        is_it = by.id == now.superseded_by
        return self._change(label, lambda: edit(now.id, superseded_by=by.id), said, marked=is_it)

    # -- whose it is, what it settles -----------------------------------------------------------------------------

    def _belongs(self) -> list[Choice]:
        """The eighth digit: whose it is, or of a consensus and of what was set aside, which dispute it is about."""
        entry = self._entry
        if isinstance(entry, Disagreement):
            return [self._sub(_("Which dispute …"), self._pair)] if entry.consensus or entry.reason else []
        menu = OwnerMenu(entry, self._session, self._menu, self._palette, self._commands.done)
        return [self._sub(_("Department and person …"), menu.open)] if KINDS[type(entry)].owner else []

    def _pair(self) -> None:
        """Every other dispute of the meeting, those of its own topic first; 0 lets it stand alone."""
        entry, minutes = self._entry, self._session.minutes
        disputes = [d for d in minutes.all(Disagreement) if d.dispute and d.id != entry.id]
        disputes.sort(key=lambda d: d.topic_id != entry.topic_id)
        alone = self._paired(None) if getattr(entry, "dispute", "") else None
        if not disputes and alone is None:
            self._commands.done(Result(_("There is no other dispute"), ok=False))
            return
        title = [(_("Settles which dispute?"), style(self._palette.accent, bold=True))]
        self._menu.open(title, [self._paired(d) for d in disputes], zero=alone)

    def _paired(self, dispute: Disagreement | None) -> Choice:
        pair, minutes = self._session.recorder.pair, self._session.minutes
        if dispute is None:
            said = _("It stands alone now")
            return self._change(_("none: it stands alone"), lambda: pair(self._entry.id, None), said)
        topic = minutes.topic(dispute.topic_id)
        quoted = fit(dispute.dispute, 40)
        words = f"{topic.number if topic else ''} {quoted}  {dispute_label(dispute.status)}"
        said = _("Now about the dispute “{dispute}”").format(dispute=quoted)
        return self._change(words, lambda: pair(self._entry.id, dispute.id), said)

    # -- the place and the kind -----------------------------------------------------------------------------------

    def _move(self) -> None:
        topics = [t for t in self._session.minutes.topics if t.id != self._entry.topic_id]
        choices = [self._moved(t.id, f"{t.number} {fit(t.title, 40)}") for t in topics]
        self._choose(_("Move to"), choices, _("There is no other topic"))

    def _moved(self, topic_id: str, words: str) -> Choice:
        move = self._session.recorder.move
        said = _("Moved to {topic}").format(topic=words)
        return self._change(words, lambda: move(self._entry.id, topic_id), said)

    def _kind(self) -> None:
        others = [kind for kind in KINDS.values() if kind.row is not type(self._entry)]
        choices = [self._converted(kind.row.table, kind.title()) for kind in others]
        self._show(_("Change into"), choices)

    def _converted(self, kind: str, words: str) -> Choice:
        convert = self._session.recorder.convert
        said = _("Now: {kind}").format(kind=words)
        return self._change(words, lambda: convert(self._entry.id, kind), said)
