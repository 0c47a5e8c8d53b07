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
from tui.preparing import SECTIONS, Preparation
from tui.recording import Said
from tui.screens import record_words as words
from tui.screens.base import CommandScreen
from tui.screens.prepare_completing import choices, understood
from tui.screens.prepare_layout import regions
from tui.screens.prepare_panes import (
    AgendaPane,
    FactsPane,
    Form,
    FormPane,
    MissingPane,
    PeoplePane,
    ThingsPane,
)
from tui.screens.prepare_words import hint, label, section_label
from tui.theme import style
from tui.widgets.capture_bar import CaptureBar
from tui.widgets.cells import Span
from tui.widgets.drawn import Row
from tui.widgets.hints import key_line
from tui.widgets.menu import Menu
from tui.widgets.notice import Notice
from tui.widgets.pane import Pane
from tui.widgets.places import Places

if TYPE_CHECKING:
    from tui.app import JiyaoApp

_TICK = 0.5
"""Seconds between looks at other windows, at the clock and at the unfinished line."""
_FIRST = "fact/name"


class PrepareScreen(CommandScreen):
    """Preparing the open meeting."""

    scope = "prepare"
    CSS_PATH = "prepare.tcss"

    def __init__(self, jiyao: JiyaoApp) -> None:
        super().__init__(jiyao)
        assert jiyao.recorder is not None
        settings = jiyao.config.findings if jiyao.config else {}
        self.preparation = Preparation(jiyao.recorder, jiyao.clock, Thresholds.from_config(settings))
        self.people = PeoplePane()
        self.panes: dict[str, FormPane] = {
            pane.section: pane for pane in (FactsPane(), self.people, AgendaPane(), ThingsPane())
        }
        self.missing = MissingPane()
        self.bar = CaptureBar(self._read)
        self.menu = Menu()
        self.header, self.strip, self.footer = Row("header"), Row("strip"), Row("footer")
        self.at = _FIRST
        """The line that stands in the bar."""
        self._stood = ""
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
        empty = next((key for key in facts if not self.preparation.text(key)), _FIRST)
        key, typed = unfinished or (empty, "")
        self.at = key if key in self.preparation.keys(self.preparation.section(key), key) else _FIRST
        self._stood = self.preparation.text(self.at)
        self.bar.editor.reset(typed or self._stood)

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

    @property
    def section(self) -> str:
        """The section one is in."""
        return self.preparation.section(self.at)

    @property
    def stored(self) -> str:
        """What the line one is on holds."""
        return self.preparation.text(self.at)

    @property
    def dirty(self) -> bool:
        """Whether something else is typed than what is stored."""
        return self.bar.text != self.stored

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
        if self.preparation.recorder.poll():
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
        if typed == self._stood:
            self._settle()
        elif self.at not in keys:
            self._stand(keys[-1])
            self.bar.put(typed)
        self.show()

    def on_resize(self) -> None:
        """Another size may mean another arrangement."""
        self.show()

    # -- showing --------------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Brings every part in line with the meeting."""
        missing: dict[str, list[Finding]] = {}
        for finding in self.preparation.findings:
            missing.setdefault(self.preparation.place(finding), []).append(finding)
        form = Form(self.preparation, self.at, self.bar.text, missing)
        for pane in self.panes.values():
            pane.show(form)
        self.missing.show(form)
        self.set_focus(self.panes[self.section])
        if self._arranged != (self.section, self.people.rows):
            # Textual asks the layout again when a child of the screen wants it.
            self.header.refresh(layout=True)
        self._show_words()

    def _show_words(self) -> None:
        p = self.jiyao.palette
        self.header.show(*self._heading())
        self.strip.show(self._sections())
        commands = (*self.commands, *self.jiyao.commands)
        self.footer.show(self._said or key_line(commands, p, self.size.width))
        bar = self.bar
        bar.title = [(section_label(self.section), style(p.accent))]
        bar.prompt = [(label(self.at) + " ", style(p.text, bold=True)), ("› ", style(p.accent, bold=True))]
        bar.empty_hint = [(hint(self.at), style(p.faint))]
        names = ("prepare.next", "prepare.complete", "prepare.back")
        bar.hints = [(" · ".join(f"{self.key_of(n)} {self.command(n).label}" for n in names), style(p.dim))]
        bar.refresh()

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
        self._said = []
        if self.menu.is_open and self.menu.take_key(event.key, event.character):
            self.show()
            return True
        self.menu.close()
        if event.key in ("space", "ideographic_space") and self._tick_off():
            return True
        if event.key == "delete" and self._delete_line():
            return True
        if event.key in _OURS:
            self._show_words()
            return False
        taken = self.bar.take_key(event)
        self.show()
        return taken

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
        following = self._beside(1) or self._beside(-1) or _FIRST
        if following.split("/")[1] == self.at.split("/")[1]:
            following = "topic/+"
        self.say(self.preparation.remove(self.at))
        self._stand(following)
        return True

    # -- moving ---------------------------------------------------------------------------------------------------

    def store(self) -> bool:
        """Stores the line one is on, if it was changed; says what was wrong with it."""
        if not self.dirty:
            return True
        at = self.at
        said = self.preparation.store(at, self.bar.text)
        self.say(said)
        if said.ok:
            made = said.touched[0] if said.touched else None
            self.at = self._gap_of(made) if made and at == "topic/+" else at
            self._settle()
        self.show()
        return said.ok

    def _gap_of(self, topic_id: str) -> str:
        """The first field of a new topic that is empty."""
        keys = [f"topic/{topic_id}/{name}" for name in ("minutes", "expected")]
        return next((key for key in keys if not self.preparation.text(key)), keys[-1])

    def _settle(self) -> None:
        """The line one is on as it stands now; another one where it has gone."""
        keys = self.preparation.keys(self.section, self.at)
        if self.at not in keys:
            self.at = keys[-1]
        self._stand(self.at)

    def _stand(self, key: str) -> None:
        """Goes to a line."""
        self.at, self._stood = key, self.preparation.text(key)
        self.bar.put(self._stood)
        self.bar.read_again()
        self.show()

    def go(self, key: str) -> None:
        """Stores where one is and goes to another line."""
        if self.store():
            self._stand(key)

    def _beside(self, step: int) -> str | None:
        """The next (1) or previous (-1) line, across the sections."""
        keys = [key for section in SECTIONS for key in self.preparation.keys(section, self.at)]
        place = keys.index(self.at) + step if self.at in keys else 0
        return keys[place] if 0 <= place < len(keys) else None

    def action_next(self) -> None:
        """Enter: on to the next line; a new one that was typed is followed by another."""
        at, typed = self.at, bool(self.bar.text.strip())
        if not self.store() or (at.endswith("/+") and typed):
            return
        if at.startswith("check/") and not at.endswith("/+"):
            self.say(self.preparation.toggle(at))
        if following := self._following():
            self._stand(following)
        else:
            self.say(Said(_("{key} goes on to recording").format(key=self.key_of("prepare.record"))))
            self.show()

    def _following(self) -> str | None:
        """The next line; the first of another section is the one on which something new is typed."""
        following = self._beside(1)
        if following is None or self.preparation.section(following) == self.section:
            return following
        keys = self.preparation.keys(self.preparation.section(following))
        return next(key for key in keys if key.endswith("/+"))

    def action_choose(self, step: int) -> None:
        """Up Down."""
        if self.store() and (key := self._beside(step)):
            self._stand(key)

    def action_section(self, name: str) -> None:
        """F2 F3 F5: the line of a section on which something new is typed."""
        self.go(next(key for key in self.preparation.keys(name) if key.endswith("/+")))

    def action_turn(self, step: int) -> None:
        """PgUp PgDn: sections."""
        place = SECTIONS.index(self.section) + step
        if 0 <= place < len(SECTIONS) and self.store():
            self._stand(self.preparation.keys(SECTIONS[place])[0])

    def action_finding(self) -> None:
        """Ctrl+N: the next line on which something is missing."""
        if not self.store():
            return
        places = list(dict.fromkeys(self.preparation.place(f) for f in self.preparation.findings))
        if not places:
            self.say(Said(_("Nothing is missing")))
            self.show()
            return
        here = places.index(self.at) + 1 if self.at in places else 0
        self._stand(places[here % len(places)])

    def action_back(self) -> None:
        """Esc: what was stored stands in the line again; Ctrl+Z brings the typing back."""
        if self.dirty:
            self.bar.editor.replace(0, len(self.bar.text), self.stored)
        self.show()

    @on(Pane.Chosen)
    def _clicked(self, message: Pane.Chosen) -> None:
        pane, chosen = message.pane, message.pane.chosen
        if pane is self.missing and chosen and chosen.isdigit():
            self.go(self.preparation.place(self.missing.findings[int(chosen)]))
        elif chosen and pane is not self.missing:
            self.go(chosen)

    @on(CaptureBar.Resized)
    def _bar_resized(self) -> None:
        self.header.refresh(layout=True)

    # -- doing ----------------------------------------------------------------------------------------------------

    def action_complete(self) -> None:
        """Tab: what can stand on the line; where nothing is offered, the next line."""
        found = choices(self.preparation, self.at, self.bar, self.jiyao.palette, self._take)
        if not found:
            self.action_next()
        elif len(found) == 1:
            found[0].act()
            self.show()
        else:
            self.menu.open([(label(self.at), style(self.jiyao.palette.accent, bold=True))], found)

    def _take(self, value: str) -> None:
        """A whole line that was chosen."""
        self.bar.put(value)
        self.action_next()

    def action_clear(self) -> None:
        """Ctrl+U."""
        self.bar.clear()
        self.show()

    def action_skeleton(self) -> None:
        """F8: the scenario's skeleton; without a scenario it is chosen first."""
        if not self.store():
            return
        preparation = self.preparation
        if plan := preparation.plan:
            self.say(preparation.lay_out(plan))
            self._settle()
        elif preparation.plans:
            self._stand("fact/scenario")
            self.action_complete()
        else:
            self.say(Said(preparation.problem, ok=False))
            self.show()

    def action_new_topic(self) -> None:
        """Ctrl+T."""
        self.go("topic/+")

    def action_move(self, step: int) -> None:
        """Ctrl+Up Ctrl+Down: the topic's place on the agenda."""
        if self.at.startswith("topic/") and not self.at.endswith("/+") and self.store():
            self.say(self.preparation.move(self.at, step))
            self.show()

    def action_undo(self) -> None:
        """Ctrl+Z: typing first, then steps."""
        if not (self.dirty and self.bar.undo()):
            self.say(self.preparation.undo())
            self._settle()
        self.show()

    def action_redo(self) -> None:
        """Ctrl+Y."""
        if not self.bar.redo():
            self.say(self.preparation.redo())
            self._settle()
        self.show()

    def action_record(self) -> None:
        """F9: on to recording."""
        if self.store():
            self.jiyao.show("record")


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
