"""What the keys of the prepare screen do: going from line to line, which stores, and what is done with the form."""

from __future__ import annotations

from textual import on

from models.i18n import _
from tui.screens.base import CommandScreen
from tui.screens.prepare.completing import choices, names_people
from tui.screens.prepare.panes import MissingPane
from tui.screens.prepare.session import SECTIONS, Preparation
from tui.screens.prepare.text import label
from tui.screens.record.session import Said
from tui.theme import style
from tui.widgets.capture_bar import CaptureBar
from tui.widgets.drawn import Row
from tui.widgets.menu import Menu
from tui.widgets.pane import Pane

FIRST = "fact/name"


class PrepareActions(CommandScreen):
    """The commands of `prepare_commands`, over parts that the screen gives."""

    preparation: Preparation
    bar: CaptureBar
    menu: Menu
    missing: MissingPane
    header: Row
    at: str
    """The line that stands in the bar."""
    stood: str
    """What it held when one came to it."""

    def show(self) -> None:
        """Brings every part in line with the meeting."""
        raise NotImplementedError

    def say(self, said: Said) -> None:
        """Words in place of the keys, until the next key."""
        raise NotImplementedError

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
            self.settle()
        self.show()
        return said.ok

    def _gap_of(self, topic_id: str) -> str:
        """The first field of a new topic that is empty."""
        keys = [f"topic/{topic_id}/{name}" for name in ("minutes", "expected")]
        return next((key for key in keys if not self.preparation.text(key)), keys[-1])

    def settle(self) -> None:
        """The line one is on as it stands now; another one where it has gone."""
        keys = self.preparation.keys(self.section, self.at)
        if self.at not in keys:
            self.at = keys[-1]
        self.stand(self.at)

    def stand(self, key: str) -> None:
        """Goes to a line."""
        self.at, self.stood = key, self.preparation.text(key)
        self.bar.put(self.stood)
        self.bar.read_again()
        self.show()

    def go(self, key: str) -> None:
        """Stores where one is and goes to another line."""
        if self.store():
            self.stand(key)

    def beside(self, step: int) -> str | None:
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
            self.stand(following)
        else:
            self.say(Said(_("{key} goes on to recording").format(key=self.key_of("prepare.record"))))
            self.show()

    def _following(self) -> str | None:
        """The next line; the first of another section is the one on which something new is typed."""
        following = self.beside(1)
        if following is None or self.preparation.section(following) == self.section:
            return following
        keys = self.preparation.keys(self.preparation.section(following))
        return next(key for key in keys if key.endswith("/+"))

    def action_choose(self, step: int) -> None:
        """Up Down."""
        if self.store() and (key := self.beside(step)):
            self.stand(key)

    def action_section(self, name: str) -> None:
        """F2 F3 F5: the line of a section on which something new is typed."""
        self.go(next(key for key in self.preparation.keys(name) if key.endswith("/+")))

    def action_turn(self, step: int) -> None:
        """PgUp PgDn: sections."""
        place = SECTIONS.index(self.section) + step
        if 0 <= place < len(SECTIONS) and self.store():
            self.stand(self.preparation.keys(SECTIONS[place])[0])

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
        self.stand(places[here % len(places)])

    def action_waive(self) -> None:
        """Ctrl+R: what is missing on the line may be missing."""
        if self.store():
            self.say(self.preparation.waive(self.at))
            self.show()

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
        if not found and self.dirty and names_people(self.at):
            self.say(Said(_("Nobody known begins like this"), ok=False))
            self.show()
        elif not found:
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
            self.settle()
        elif preparation.plans:
            self.stand("fact/scenario")
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
            self.settle()
        self.show()

    def action_redo(self) -> None:
        """Ctrl+Y."""
        if not self.bar.redo():
            self.say(self.preparation.redo())
            self.settle()
        self.show()

    def action_record(self) -> None:
        """F9: on to recording."""
        if self.store():
            self.jiyao.show("record")
