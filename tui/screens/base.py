"""Bases of the screens: keys and frame (`CommandScreen`), and the life of one over the open meeting (`WorkScreen`).

A subclass gives its parts, their places, and what its keys do; bar, menu, footer and session are parts it holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, TypeVar, runtime_checkable

from textual import events, on
from textual.app import ComposeResult
from textual.geometry import Offset, Region, Size
from textual.layout import Layout
from textual.screen import Screen
from textual.widget import Widget

from models import wording
from models.i18n import _
from models.lazy import lazily
from tui import keys
from tui.compositor import PartialCompositor
from tui.program import Program
from tui.result import Result
from tui.session import Session
from tui.theme import style
from tui.widgets.capture_bar import CaptureBar
from tui.widgets.footer import Footer
from tui.widgets.line_widget import StatusRow
from tui.widgets.notice import Notice
from tui.widgets.region_layout import SMALLEST, RegionLayout, framed
from tui.widgets.typesetting import Span

with lazily:
    from tui import saved

if TYPE_CHECKING:
    from tui.open_meeting import OpenMeeting
    from tui.screens.held_list import HeldList
    from tui.widgets.list_pane import ListPane
    from tui.widgets.menu import Menu

S = TypeVar("S", bound=Session)

_SOON = 0.02
"""Seconds between lines that go in after they had to wait."""
_OFTEN = 0.2
"""Seconds between two pictures of lines that go in: to draw the meeting takes longer than to store some lines."""


@runtime_checkable
class KeepsDraft(Protocol):
    """A screen in which something may stand unfinished."""

    def keep_draft(self) -> None:
        """Makes it durable."""


@runtime_checkable
class ListsMeetings(Protocol):
    """A screen that shows all meetings."""

    def reload(self) -> None:
        """Reads them anew."""


@runtime_checkable
class Speaks(Protocol):
    """A screen with a place for a line to the user."""

    def say(self, said: Result) -> None:
        """Shows it."""


@runtime_checkable
class ShowsTopics(Protocol):
    """A screen that shows one topic at a time."""

    def look_at(self, topic_id: str) -> None:
        """Shows a topic."""


@runtime_checkable
class ShowsRows(Protocol):
    """A screen on which a row of the open meeting can be selected."""

    def go_to(self, row: Any) -> None:
        """Selects a row of the kind it shows."""


class CommandScreen(Screen[Any], inherit_bindings=False):
    """A screen between header and footer, whose keys are those its scope declares."""

    scope: ClassVar[keys.Scope]
    bar: CaptureBar | None = None
    """Where one types, on a screen on which one does."""
    menu: Menu | None = None
    """The list of choices that opens over the other parts, on a screen that has one."""

    held: HeldList | None = None
    """The lines that are not stored, on a screen on which lines are typed."""

    def __init__(self, jiyao: Program) -> None:
        super().__init__()
        self._compositor = PartialCompositor()
        self.jiyao = jiyao
        self.commands = self.scope.commands(jiyao.keymap)
        self._bindings = keys.bindings(self.commands)
        self.header = StatusRow("header")
        self.footer = Footer((*self.commands, *jiyao.commands))
        self._layout = RegionLayout(self.places)

    # -- frame ----------------------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """The frame and the parts in it; where they stand is the layout's."""
        yield self.header
        yield from self.parts()
        if self.held is not None:
            yield self.held
        if self.bar is not None:
            yield self.bar
        yield self.footer
        yield Notice("too-small", self.too_small)
        if self.menu is not None:
            yield self.menu

    def parts(self) -> Iterable[Widget]:
        """What stands between the header and the bar or footer; a subclass gives it."""
        return ()

    def places(self, size: Size) -> Mapping[str, Region]:
        """The place of every part that is shown at a size, by its id."""
        foot = self.footer.wanted_height(size.width)
        return framed(size, self._with_menu, self.bar_rows(size.width), foot, self.held_rows(size))

    def _with_menu(self, room: Region) -> Mapping[str, Region]:
        places = self.body(room)
        if self.menu is None:
            return places
        over = self.menu_over(room, places)
        height = self.menu.wanted_height(over.height)
        return {"menu": Region(over.x, over.bottom - height, over.width, height), **places}

    def body(self, room: Region) -> Mapping[str, Region]:
        """The places of the parts between the header and the bar or footer, by id; a subclass gives it."""
        return {}

    def menu_over(self, room: Region, places: Mapping[str, Region]) -> Region:
        """The place over whose lower rows the menu opens; by default all that stands above the bar."""
        return room

    def bar_rows(self, width: int) -> int:
        """The rows the bar needs; 0 where there is none."""
        return self.bar.wanted_height(width) if self.bar is not None else 0

    def held_rows(self, size: Size) -> int:
        """The rows that lines which are not stored need on a screen of this size."""
        return self.held.wanted_height(size) if self.held is not None else 0

    @property
    def layout(self) -> Layout:
        """Arranges by id and size."""
        return self._layout

    def rearrange(self) -> None:
        """Gives the parts their places anew; a screen that asks for itself gets its old arrangement back."""
        self.header.refresh(layout=True)

    def on_mount(self) -> None:
        """Words carry their colours, so another theme puts them up anew."""
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self.show())

    def on_resize(self) -> None:
        """Another size may mean another arrangement, and other words that fit."""
        self.show()

    @on(CaptureBar.Resized)
    def _bar_resized(self) -> None:
        self.rearrange()

    def show(self) -> None:
        """Brings every part in line with what it shows."""

    def too_small(self) -> list[Span]:
        """What to say on a terminal without room to work in."""
        size = self.size
        text = _("This screen needs {width}×{height} cells and has {w}×{h}. Nothing typed is lost.")
        said = text.format(width=SMALLEST.width, height=SMALLEST.height, w=size.width, h=size.height)
        return [(said, style(self.jiyao.palette.warn))]

    # -- messages -------------------------------------------------------------------------------------------------

    def action_saved(self) -> None:
        """Ctrl+S: says what is stored of the meeting one works on, here or below; there is nothing to save."""
        for screen in reversed(self.app.screen_stack):
            if isinstance(screen, WorkScreen):
                self.say(screen.what_is_saved())
                return

    def say(self, said: Result) -> None:
        """Words in place of the keys, until the next key."""
        self.footer.say(said)
        self._fit_footer()

    def _hush(self) -> None:
        """Takes the words away again."""
        self.footer.hush()
        self._fit_footer()

    def _fit_footer(self) -> None:
        if self.footer.size.height not in (0, self.footer.wanted_height(self.size.width)):
            self.rearrange()

    @property
    def said(self) -> Result | None:
        """The words that stand there."""
        return self.footer.said

    def done(self, said: Result) -> None:
        """After a change: says what it was, and shows it."""
        self.say(said)
        self.show()

    # -- what is seen ---------------------------------------------------------------------------------------------

    def was_unseen(self, pane: ListPane) -> bool:
        """Whether the marked row of a pane was out of view: it is shown then, and no key acts on it yet."""
        if not pane.bring_back():
            return False
        self.say(Result(_("The marked row was out of view. Here it is: press the key again"), ok=False))
        return True

    # -- keys -----------------------------------------------------------------------------------------------------

    def command(self, command_id: str) -> keys.Command:
        """A command of this screen or of the app by its id."""
        return next(c for c in (*self.commands, *self.jiyao.commands) if c.id == command_id)

    def key_of(self, command_id: str) -> str:
        """The key shown for a command: F5."""
        return self.command(command_id).key_label

    def caret(self) -> Offset | None:
        """The caret's cell on the terminal, while a bar stands on the screen."""
        return self.bar.caret() if self.bar is not None else None

    def take_key(self, event: events.Key) -> bool:
        """Gives a key to the menu while one is open, else to what one types in; whether it was taken."""
        self._hush()
        if self.menu is not None and self.menu.is_open:
            if self.menu.take_key(event.key, event.character):
                return True
            self.menu.close()
        return self.take_typed(event)

    def take_typed(self, event: events.Key) -> bool:
        """Types or acts on a key before the bindings do; False leaves it to them."""
        return False

    def take_paste(self, text: str) -> bool:
        """Takes a paste; False leaves it to what has the focus."""
        return False

    def action_back(self) -> None:
        """Esc: back to where one came from."""
        self.app.pop_screen()


class WorkScreen(CommandScreen, Generic[S]):
    """A screen over the open meeting: it follows other windows and the clock, keeps what is unfinished, and undoes."""

    tick: ClassVar[float] = 0.5
    """Seconds between looks at other windows, at the clock and at the unfinished line."""

    def __init__(self, jiyao: Program, session: Callable[[OpenMeeting], S]) -> None:
        super().__init__(jiyao)
        assert jiyao.meeting is not None
        self.session: S = session(jiyao.meeting)
        self.session.screen = self.scope.name
        self._minute = self._now()
        self._draw_next = 0.0
        """When lines that go in are drawn next while more are to come, on the monotonic clock."""
        self._undrawn: list[str] = []
        """The rows of lines that went in since they were drawn last."""

    # -- time -----------------------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """From here on the clock and the other windows are watched."""
        self.set_interval(self.tick, self._tick)

    def on_unmount(self) -> None:
        """Nothing typed is lost by leaving."""
        self.keep_draft()

    def keep_draft(self, *, patient: bool = False) -> None:
        """Keeps what stands unfinished; `patient` may wait a while after nothing could keep it."""

    # -- lines that could not be stored ---------------------------------------------------------------------------

    def show_held(self) -> None:
        """Brings the list of lines that are not stored in line with them."""
        if self.held is not None and self.held.show(self.session.held):
            self.rearrange()

    def let_in(self) -> None:
        """Stores lines that wait, a few at a time, as long as the store takes them; keys come between."""
        if self.session.held.save_again():
            self.show()
        if self.held is not None and self.held.is_behind(self.session.held):
            # The screen below has stored them, or they were taken back.
            stored = self.held.has_missed(self.session.held)
            self.look_again()
            if stored:
                self.came_in(Result())
        if not self.session.let_in_due:
            return
        said = self.session.let_in()
        more = said.ok and bool(self.session.held.waiting)
        self._undrawn += said.touched
        if said.changed:
            if not more or monotonic() >= self._draw_next:
                self._draw_next = monotonic() + _OFTEN
                self.show_stored(tuple(self._undrawn))
                self._undrawn.clear()
            self.came_in(said)
        if more:
            self.let_in_soon()

    def held_or_done(self, said: Result) -> None:
        """Says what came of words that were stored or held; what is held is tried again in a moment."""
        self.say(said)
        if said.later == "waits":
            self.let_in_soon()

    def let_in_soon(self) -> None:
        """Stores lines that wait a moment later."""
        self.set_timer(_SOON, self.let_in)

    def came_in(self, said: Result) -> None:
        """After lines that waited were stored, or turned out to ask for somebody."""
        if said.ok and not self.session.held.waiting:
            asking = len(self.session.held.asking)
            asks = _("asking, not stored: {n}").format(n=asking) if asking else ""
            self.say(Result(wording.clauses([_("Stored: all lines that waited"), asks])))

    def _tick(self) -> None:
        self.keep_draft(patient=True)
        self.let_in()
        minute, before = self._now(), self.session.trouble
        if self.session.poll():
            self.look_again()
        elif self.session.trouble != before:
            self.show()
            self.say(Result(self.session.trouble or _("The database can be used again"), ok=bool(before)))
        elif minute != self._minute:
            self.show()
        self._minute = minute

    def _now(self) -> str:
        """The minute that stands on the screen."""
        return f"{self.jiyao.clock():%H:%M}"

    def look_again(self) -> None:
        """Shows what another window has changed."""
        self.show()

    def show_stored(self, touched: tuple[str, ...]) -> None:
        """Shows the rows of lines that had to wait; a screen with a place for them brings them into view."""
        self.look_again()

    def go_on(self, said: Result) -> None:
        """After everything has gone to a new file: what is unfinished is kept there, too."""
        self.session.keep_anew()
        # Before the file is named: what comes in later would speak over it.
        came = self.session.all_in()
        self.show_stored(came.touched)
        if came.touched or came.adjourned:
            self.came_in(came)
        self.say(said)

    # -- keys that mean the same everywhere -------------------------------------------------------------------------

    def action_undo(self) -> None:
        """Ctrl+Z."""
        self.done(self.session.undo())

    def action_redo(self) -> None:
        """Ctrl+Y."""
        self.done(self.session.redo())

    @property
    def unfinished(self) -> str:
        """What becomes of what is being typed; nothing while nothing is."""
        return ""

    def what_is_saved(self) -> Result:
        """What is stored and what is not."""
        self.keep_draft()
        return saved.saved(self.session, self.unfinished)

    def action_export(self) -> None:
        """Ctrl+O: asks which document goes where."""
        self.keep_draft()
        self.jiyao.over("export")
