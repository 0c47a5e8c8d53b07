"""会前: the form before the meeting. One line of it stands in the bar at a time; moving on stores it.

Everything is optional: what the rules still ask for is listed beside the form and never stops anybody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.geometry import Offset, Region, Size
from textual.layout import Layout

from models.findings import Finding, Thresholds
from models.i18n import _, ngettext
from tui.screens.prepare.actions import FIRST, PrepareActions
from tui.screens.prepare.commands import PREPARE
from tui.screens.prepare.completing import understood
from tui.screens.prepare.layout import regions
from tui.screens.prepare.panes import (
    AgendaPane,
    FactsPane,
    Form,
    FormPane,
    MissingPane,
    PeoplePane,
    ThingsPane,
)
from tui.screens.prepare.session import SECTIONS, Preparation
from tui.screens.prepare.text import hint, label, section_label
from tui.screens.recap.panes import sign_of
from tui.screens.record import text as words
from tui.screens.record.session import Said
from tui.theme import style
from tui.widgets.capture_bar import CaptureBar
from tui.widgets.cells import Span
from tui.widgets.drawn import Row
from tui.widgets.hints import key_line
from tui.widgets.menu import Menu
from tui.widgets.notice import Notice
from tui.widgets.places import Places

if TYPE_CHECKING:
    from tui.app import JiyaoApp

_TICK = 0.5
"""Seconds between looks at other windows, at the clock and at the unfinished line."""


class PrepareScreen(PrepareActions):
    """Preparing the open meeting."""

    scope = PREPARE
    CSS_PATH = "prepare.tcss"

    def __init__(self, jiyao: JiyaoApp) -> None:
        super().__init__(jiyao)
        assert jiyao.meeting is not None
        settings = jiyao.config.findings if jiyao.config else {}
        self.preparation = Preparation(jiyao.meeting, Thresholds.from_config(settings))
        self.people = PeoplePane()
        self.panes: dict[str, FormPane] = {
            pane.section: pane for pane in (FactsPane(), self.people, AgendaPane(), ThingsPane())
        }
        self.missing = MissingPane()
        self.bar = CaptureBar(self._read)
        self.menu = Menu()
        self.header, self.strip, self.footer = Row("header"), Row("strip"), Row("footer")
        self.at = FIRST
        """The line that stands in the bar."""
        self.stood = ""
        """What it held when one came to it."""
        self.skeleton_key = self.key_of("prepare.skeleton")
        self._said: list[Span] = []
        self._arranged = ("", 0)
        """The section and the rows of people the parts have their places for."""
        self._kept = ""
        self._minute = ""
        self._layout = Places(self._places)
        for section, command in (("people", "people"), ("agenda", "agenda"), ("things", "things")):
            self.panes[section].hint = self.key_of(f"prepare.{command}")
        self.missing.hint = self.key_of("prepare.finding")
        # Now, because keys may arrive before the screen is mounted, and they go behind it.
        self._begin()

    def _begin(self) -> None:
        """The line that stood unfinished, else the first that is empty."""
        unfinished = self.preparation.restore()
        facts = self.preparation.keys("facts")
        empty = next((key for key in facts if not self.preparation.text(key)), FIRST)
        key, typed = unfinished or (empty, "")
        keys = self.preparation.keys(self.preparation.section(key), key)
        self.at = key if key in keys else keys[-1]
        self.stood = self.preparation.text(self.at)
        self.bar.editor.reset(typed or self.stood)

    def compose(self) -> ComposeResult:
        """The parts; where they stand is the layout's."""
        yield self.header
        yield from self.panes.values()
        yield self.missing
        yield self.strip
        yield self.bar
        yield self.footer
        yield Notice("too-small", self.too_small)
        yield self.menu

    @property
    def layout(self) -> Layout:
        """Arranges by name and size."""
        return self._layout

    def _places(self, size: Size) -> dict[str, Region]:
        bar = self.bar.wanted_height(size.width)
        people = self.people.rows
        self._arranged = (self.section, people)
        places = regions(size, bar, self.section, people)
        menu = self.menu.wanted_height(size.height - bar - 2)
        return places | {"menu": Region(0, size.height - 1 - bar - menu, size.width, menu)}

    # -- life -----------------------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """From here on the clock and the other windows are watched."""
        self.say(self.preparation.know_company())
        self.show()
        self.set_interval(_TICK, self._tick)

    def on_unmount(self) -> None:
        """Nothing typed is lost by leaving."""
        self.keep_draft()

    def keep_draft(self) -> None:
        """Keeps the line being typed; a stored one needs no keeping."""
        typed = self.bar.text if self.dirty else ""
        if (state := f"{self.at} {typed}" if typed else "") != self._kept:
            self._kept = state
            self.preparation.keep(self.at, typed, self.bar.editor.cursor)

    def _tick(self) -> None:
        self.keep_draft()
        minute = f"{self.jiyao.clock():%H:%M}"
        if self.preparation.meeting.poll():
            self._look_again()
        elif minute != self._minute:
            self.show()
        self._minute = minute

    @on(events.ScreenResume)
    def _shown_again(self) -> None:
        self._look_again()

    def _look_again(self) -> None:
        """The meeting may have changed elsewhere; what is being typed stays, on a new line if its own has gone."""
        typed = self.bar.text
        keys = self.preparation.keys(self.section, self.at)
        if typed == self.stood:
            self.settle()
        elif self.at not in keys:
            self.stand(keys[-1])
            self.bar.put(typed)
        self.show()

    def on_resize(self) -> None:
        """Another size may mean another arrangement."""
        self.show()

    # -- showing --------------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Brings every part in line with the meeting."""
        form = self._form()
        for pane in self.panes.values():
            pane.show(form)
        self.missing.show(form)
        self.set_focus(self.panes[self.section])
        if self._arranged != (self.section, self.people.rows):
            # Textual asks the layout again when a child of the screen wants it.
            self.header.refresh(layout=True)
        self._show_words()

    def _show_typing(self) -> None:
        """What a key of typing changes: the line one is on."""
        self.panes[self.section].show(self._form())
        self.bar.refresh()

    def _form(self) -> Form:
        missing: dict[str, list[Finding]] = {}
        for finding in self.preparation.findings:
            missing.setdefault(self.preparation.place(finding), []).append(finding)
        return Form(self.preparation, self.at, self.bar.text, missing)

    def _show_words(self) -> None:
        p = self.jiyao.palette
        self.header.show(*self._heading())
        self.strip.show(self._sections())
        commands = (*self.commands, *self.jiyao.commands)
        self.footer.show(self._said or key_line(commands, p, self.size.width))
        bar = self.bar
        bar.title = [(section_label(self.section), style(p.accent)), *self._gap_here()]
        bar.prompt = [(label(self.at) + " ", style(p.text, bold=True)), ("› ", style(p.accent, bold=True))]
        bar.empty_hint = [(hint(self.at), style(p.faint))]
        names = ("prepare.next", "prepare.complete", "prepare.back")
        bar.hints = [(" · ".join(f"{self.key_of(n)} {self.command(n).label}" for n in names), style(p.dim))]
        bar.refresh()

    def _gap_here(self) -> list[Span]:
        """What is missing on the line one is on, and the key that lets it pass."""
        found = [f for f in self.preparation.findings if self.preparation.place(f) == self.at]
        if not found:
            return []
        sign, look = sign_of(found[0], self.jiyao.palette)
        way_out = self.command("prepare.waive")
        hint = f"  {way_out.key_label} {way_out.label}"
        return [(f"  {sign}{found[0].message}", look), (hint, style(self.jiyao.palette.dim))]

    def _heading(self) -> tuple[list[Span], list[Span]]:
        p, meeting = self.jiyao.palette, self.preparation.minutes.meeting
        left: list[Span] = [(" ◆ " + _("Preparing") + "  ", style(p.accent, bold=True))]
        left.append(
            (meeting.name or meeting.theme or _("(meeting without a name)"), style(p.text, bold=True))
        )
        count = len(self.preparation.findings)
        gaps = ngettext("{n} gap", "{n} gaps", count).format(n=count) if count else _("complete")
        right: list[Span] = [(f"{gaps}  ", style(p.warn if count else p.good))]
        return left, [*right, (f"{self.jiyao.clock():%H:%M} ", style(p.dim))]

    def _sections(self) -> list[Span]:
        """The sections in a row, for a screen that shows one of them."""
        p, spans = self.jiyao.palette, [(" ", style(self.jiyao.palette.text))]
        for section in SECTIONS:
            here = section == self.section
            key = self.panes[section].hint
            spans.append((f"{key} " if key else "", style(p.dim)))
            look = style(p.accent, bold=True) if here else style(p.text)
            name = section_label(section) if section == "facts" else self.command(f"prepare.{section}").label
            spans.append((name + "   ", look))
        return spans

    def say(self, said: Said) -> None:
        """Words in place of the keys, until the next key."""
        p = self.jiyao.palette
        if said.words:
            sign: Span = (" ✓ ", style(p.good)) if said.ok else (" ✗ ", style(p.bad))
            self._said = [sign, (said.words, style(p.text))]

    def _read(self, line: str, _cells: int) -> list[list[Span]]:
        found = understood(self.preparation, self.at, line)
        p = self.jiyao.palette
        return [[(found or hint(self.at), style(p.text if found else p.faint))]]

    # -- keys -----------------------------------------------------------------------------------------------------

    def caret(self) -> Offset | None:
        """The caret's cell on the terminal."""
        return self.bar.region.offset + self.bar.caret_cell() if self.bar.region.area else None

    def take_key(self, event: events.Key) -> bool:
        """Menu first, then typing; what moves between the lines is the screen's."""
        if self._said:
            self._said = []
            self._show_words()
        if self.menu.is_open and self.menu.take_key(event.key, event.character):
            self.show()
            return True
        self.menu.close()
        if event.key in ("space", "ideographic_space") and self._tick_off():
            return True
        if event.key == "delete" and self._delete_line():
            return True
        if event.key in _OURS or not self.bar.take_key(event):
            return False
        self._show_typing()
        return True

    def take_paste(self, text: str) -> bool:
        """A paste goes to the cursor; of several lines each becomes a line of its own where there can be more."""
        self._said = []
        self.menu.close()
        lines = [line for line in words.pasted_lines(text) if line.strip()]
        if len(lines) > 1 and self.at.endswith("/+"):
            for line in lines:
                self.bar.put(line)
                if not self.store():
                    break
        else:
            self.bar.insert(" ".join(lines), alone=True)
        self.show()
        return True

    def _tick_off(self) -> bool:
        """Space on a preparation that is not being edited."""
        if not self.at.startswith("check/") or self.at.endswith("/+") or self.dirty:
            return False
        self.say(self.preparation.toggle(self.at))
        self.show()
        return True

    def _delete_line(self) -> bool:
        """Del behind the end of a line that nobody has changed takes all of it out."""
        whole = not self.dirty and self.bar.editor.cursor == len(self.bar.text)
        if not whole or not self.preparation.removable(self.at):
            return False
        following = self.beside(1) or self.beside(-1) or FIRST
        if following.split("/")[1] == self.at.split("/")[1]:
            following = "topic/+"
        self.say(self.preparation.remove(self.at))
        self.stand(following)
        return True


_OURS = frozenset(
    (
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
    )
)
"""Keys that are never the editor's here."""
