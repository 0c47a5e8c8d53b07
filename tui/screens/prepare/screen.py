"""会前: the form before the meeting. One line of it stands in the bar at a time; moving on stores it.

Everything is optional: what the rules still ask for is listed beside the form and never stops anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from textual import events, on
from textual.geometry import Region, Size
from textual.widget import Widget

from models.findings import Finding
from models.form import NEW_TOPIC, SCENARIO, SECTIONS, Field, Kind, new_in
from models.i18n import _
from models.text import pasted_lines
from tui.exporting import thresholds
from tui.keys import key_label
from tui.program import Program
from tui.result import Result
from tui.screens.base import WorkScreen
from tui.screens.held_list import HeldList
from tui.screens.prepare.commands import PREPARE
from tui.screens.prepare.completing import choices, names_people, understood
from tui.screens.prepare.layout import is_wide, narrow, wide
from tui.screens.prepare.line import FormLine
from tui.screens.prepare.panes import (
    AgendaPane,
    FactsPane,
    Form,
    FormPane,
    MissingPane,
    PeoplePane,
    ThingsPane,
)
from tui.screens.prepare.session import PrepareSession
from tui.screens.prepare.text import heading, hint, label, section_label, section_strip
from tui.theme import style
from tui.widgets.capture_bar import CaptureBar
from tui.widgets.line_widget import StatusRow
from tui.widgets.list_pane import ListPane
from tui.widgets.menu import Menu
from tui.widgets.recap_lines import sign_of
from tui.widgets.typesetting import Span

_OURS = frozenset(
    [
        "up",
        "down",
        "enter",
        "escape",
        "tab",
        "shift+tab",
        "pageup",
        "pagedown",
        "ctrl+u",
        "ctrl+up",
        "ctrl+down",
    ]
)
"""Keys that are never the editor's here."""


class PrepareScreen(WorkScreen[PrepareSession]):
    """The form of the open meeting."""

    scope = PREPARE
    bar: CaptureBar
    menu: Menu

    def __init__(self, jiyao: Program) -> None:
        super().__init__(jiyao, partial(PrepareSession, thresholds=thresholds(jiyao.config)))
        self.people = PeoplePane()
        agenda = AgendaPane(self.key_of("prepare.skeleton"))
        self.panes: dict[str, FormPane] = {
            pane.section: pane for pane in (FactsPane(), self.people, agenda, ThingsPane())
        }
        self.missing = MissingPane()
        self.bar = CaptureBar(self._read)
        self.line = FormLine(self.session, self.bar, self.show, self.held_or_done)
        self.menu = Menu()
        self.strip = StatusRow("strip")
        hint = _("on its line {delete} drops one")
        self.held = HeldList(hint.format(delete=key_label("delete")))
        self._wide = False
        """Whether all sections stand beside each other."""
        self._arranged = ("", 0)
        """The section and the rows of people the parts have their places for."""
        for section, pane in self.panes.items():
            pane.hint, _name = self._way_to(section)
        self.missing.hint = self.key_of("prepare.finding")
        # Now, because keys may arrive before the screen is mounted, and they go behind it.
        self.line.begin()

    def parts(self) -> Iterable[Widget]:
        """The sections, what is missing, and the strip of the sections' names."""
        return (*self.panes.values(), self.missing, self.strip)

    def places(self, size: Size) -> Mapping[str, Region]:
        """The place of every part at a size."""
        self._wide = is_wide(size)
        self._arranged = (self.line.section, self.people.rows)
        return super().places(size)

    def body(self, room: Region) -> Mapping[str, Region]:
        """All sections, or the one that one is in."""
        return wide(room, self.people.rows) if self._wide else narrow(room, self.line.section)

    # -- life -----------------------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Takes over what the company's list knows."""
        self.done(self.session.know_company())

    def keep_draft(self, *, patient: bool = False) -> None:
        """Keeps the line being typed."""
        self.line.keep()

    @property
    def unfinished(self) -> str:
        """What becomes of the line in the bar."""
        return _("the line in the bar is kept but not stored yet: Enter stores it") if self.line.dirty else ""

    @on(events.ScreenResume)
    def look_again(self) -> None:
        """Shows what has changed elsewhere; what is being typed stays."""
        self.line.look_again()

    # -- showing --------------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Brings every part in line with the meeting."""
        form = self._form()
        for pane in self.panes.values():
            pane.show(form)
        self.missing.show(form)
        self.set_focus(self.panes[self.line.section])
        if self._arranged != (self.line.section, self.people.rows):
            self.rearrange()
        self._show_words(form)

    def _show_typing(self) -> None:
        """Shows what a key of typing changes: the line one is on."""
        self.panes[self.line.section].show(self._form())
        self.bar.refresh()

    def _form(self) -> Form:
        missing: dict[Field, list[Finding]] = {}
        for finding in self.session.findings:
            missing.setdefault(self.session.place(finding), []).append(finding)
        return Form(self.session, self.line.at, self.bar.text, missing)

    def _show_words(self, form: Form) -> None:
        p, bar = self.jiyao.palette, self.bar
        self.header.show(
            *heading(self.session.minutes.meeting, len(self.session.findings), self.jiyao.clock(), p)
        )
        self.strip.show(section_strip(form.at.section, {name: self._way_to(name) for name in SECTIONS}, p))
        bar.title = [(section_label(form.at.section), style(p.accent)), *self._gap_here(form)]
        bar.prompt = [(label(form.at) + " ", style(p.text, bold=True)), ("› ", style(p.accent, bold=True))]
        bar.empty_hint = [(hint(form.at), style(p.faint))]
        names = ("prepare.next", "prepare.complete", "prepare.back")
        bar.hints = [(" · ".join(f"{self.key_of(n)} {self.command(n).label}" for n in names), style(p.dim))]
        bar.refresh()
        self.show_held()

    def _way_to(self, section: str) -> tuple[str, str]:
        """The key that leads to a section, and the section's name beside it; no key leads to the facts."""
        if section == "facts":
            return "", section_label(section)
        command = self.command(f"prepare.{section}")
        return command.key_label, command.label

    def _gap_here(self, form: Form) -> list[Span]:
        """What is missing on the field one is on, and the key that waives it."""
        found = form.missing.get(form.at)
        if not found or self.session.held_in(form.at):
            return []
        sign, look = sign_of(found[0], self.jiyao.palette)
        waive = self.command("prepare.waive")
        way_out = (f"  {waive.key_label} {waive.label}", style(self.jiyao.palette.dim))
        return [(f"  {sign}{found[0].message}", look), way_out]

    def _read(self, line: str, _cells: int) -> list[list[Span]]:
        found = understood(self.session, self.line.at, line)
        p = self.jiyao.palette
        return [[(found or hint(self.line.at), style(p.text if found else p.faint))]]

    # -- keys -----------------------------------------------------------------------------------------------------

    def take_key(self, event: events.Key) -> bool:
        """Shows the form anew after a choice from the menu."""
        choosing = self.menu.is_open
        taken = super().take_key(event)
        if choosing and taken:
            self.show()
        return taken

    def take_typed(self, event: events.Key) -> bool:
        """Types; what moves between the lines is the screen's."""
        if event.key in ("space", "ideographic_space") and self._tick_off():
            return True
        if event.key == "delete" and self._delete_line():
            return True
        if event.key in _OURS or not self.bar.take_key(event):
            return False
        self._show_typing()
        return True

    def take_paste(self, text: str) -> bool:
        """Types a paste at the cursor; of several lines each becomes a line of its own where there can be more."""
        self._hush()
        self.menu.close()
        lines = [line for line in pasted_lines(text) if line.strip()]
        if len(lines) > 1 and self.line.at.is_new:
            before, behind = self.bar.split()
            self.line.put_all([before + lines[0], *lines[1:-1], lines[-1] + behind])
            self.let_in()
        else:
            self.bar.insert(" ".join(lines), alone=True)
        self.show()
        return True

    def _tick_off(self) -> bool:
        """Ticks off a preparation that is not being edited: Space."""
        if self.line.at.kind is not Kind.CHECK or self.line.at.is_new or self.line.dirty:
            return False
        self.done(self.session.toggle(self.line.at))
        return True

    def _delete_line(self) -> bool:
        """Deletes a whole line that nobody has changed, or drops what is held for it, from behind its end: Del."""
        if self.line.dirty or self.bar.editor.cursor < len(self.bar.text):
            return False
        if dropped := self.line.drop():
            words = _("Dropped: {line}. {key} brings it back into the bar")
            self.done(Result(words.format(line=dropped, key=self.key_of("prepare.undo"))))
            return True
        if not self.session.removable(self.line.at):
            return False
        self.line.remove()
        return True

    # -- moving ---------------------------------------------------------------------------------------------------

    def action_next(self) -> None:
        """Goes on to the next field; a new row that was typed is followed by another: Enter."""
        at, typed = self.line.at, bool(self.bar.text.strip())
        if not self.line.store() or (at.is_new and typed):
            return
        if at.kind is Kind.CHECK and not at.is_new:
            self.say(self.session.toggle(at))
        if following := self.line.following():
            self.line.stand(following)
        else:
            self.done(Result(_("{key} goes on to recording").format(key=self.key_of("prepare.record"))))

    def action_choose(self, step: int) -> None:
        """Goes to the line before or behind: Up Down."""
        self.line.go_beside(step)

    def action_section(self, name: str) -> None:
        """Goes to the line of a section on which something new is typed: F2 F3 F5."""
        self.line.go(new_in(name))

    def action_turn(self, step: int) -> None:
        """Turns to another section: PgUp PgDn."""
        self.line.turn(step)

    def action_finding(self) -> None:
        """Goes to the next field on which something is missing: Ctrl+N."""
        if not self.line.store():
            return
        if field := self.session.next_gap(self.line.at):
            self.line.stand(field)
        else:
            self.done(Result(_("Nothing is missing")))

    def action_waive(self) -> None:
        """Waives what is missing on the field: Ctrl+R."""
        if self.line.store():
            self.done(self.session.waive(self.line.at))

    def action_back(self) -> None:
        """Puts back what was stored in the line; Ctrl+Z brings the typing back: Esc."""
        self.line.take_back()
        self.show()

    @on(ListPane.Chosen)
    def _clicked(self, message: ListPane.Chosen) -> None:
        pane = message.pane
        if isinstance(pane, FormPane | MissingPane) and (field := pane.field_of(pane.chosen)):
            self.line.go(field)

    # -- doing ----------------------------------------------------------------------------------------------------

    def action_complete(self) -> None:
        """Offers what can stand on the line; where nothing is offered, goes to the next line: Tab."""
        at = self.line.at
        found = choices(self.session, at, self.bar, self.jiyao.palette, self._take)
        if not found and self.line.dirty and names_people(at):
            self.done(Result(_("Nobody known begins like this"), ok=False))
        elif not found:
            self.action_next()
        elif len(found) == 1:
            found[0].act()
            self.show()
        else:
            self.menu.open([(label(at), style(self.jiyao.palette.accent, bold=True))], found)

    def _take(self, value: str) -> None:
        """Takes a whole line that was chosen."""
        self.bar.put(value)
        self.action_next()

    def action_clear(self) -> None:
        """Empties the line: Ctrl+U."""
        self.bar.clear()
        self.show()

    def action_skeleton(self) -> None:
        """Lays out the scenario's skeleton; without a scenario it is chosen first: F8."""
        if not self.line.store():
            return
        if plan := self.session.plan:
            self.say(self.session.lay_out(plan))
            self.line.settle()
        elif self.session.plans:
            self.line.stand(SCENARIO)
            self.action_complete()
        else:
            self.done(Result(self.session.problem, ok=False))

    def action_new_topic(self) -> None:
        """Goes to the line for a new topic: Ctrl+T."""
        self.line.go(NEW_TOPIC)

    def action_move(self, step: int) -> None:
        """Moves the topic on the agenda: Ctrl+Up Ctrl+Down."""
        at = self.line.at
        if at.kind is Kind.TOPIC and not at.is_new and self.line.store():
            self.done(self.session.move(self.line.at, step))

    def action_undo(self) -> None:
        """Undoes typing first, then steps: Ctrl+Z."""
        if self.bar.undo():
            self.show()
        else:
            self.say(self.session.undo())
            self.line.settle()

    def action_redo(self) -> None:
        """Redoes typing first, then steps: Ctrl+Y."""
        if self.bar.redo():
            self.show()
        else:
            self.say(self.session.redo())
            self.line.settle()

    def action_record(self) -> None:
        """Goes on to recording: F9."""
        if self.line.store():
            self.jiyao.show("record")
