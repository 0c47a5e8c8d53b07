"""The application: which screen stands, in which theme, over which store.

Everything it needs is an argument of `make_app`; nothing is read from the surroundings, so that the command, the
tests and the benchmarks start the same program.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from textual import events
from textual.screen import Screen

from models import i18n
from models.i18n import _, ngettext
from models.ids import new_id
from models.lazy import lazily
from models.store import StoreError
from tui import keys
from tui.encoding import UNREADABLE, terminal_encoding
from tui.result import Result
from tui.screens import make_screen
from tui.screens.base import CommandScreen, KeepsDraft, ListsMeetings, Speaks, WorkScreen
from tui.session import Session, told
from tui.start import beside, codes_of, on_signals, preload
from tui.terminal import OrderedApp, mend_driver
from tui.theme import PALETTES, Palette, themes

with lazily:
    from tui import new_file, open_meeting, parting

if TYPE_CHECKING:
    from pathlib import Path

    from models.config import Config
    from models.recorder import Recorder
    from models.store import Store
    from tui.open_meeting import OpenMeeting

Clock = Callable[[], datetime]
_PATIENCE = 0.03
"""Seconds a key waits for another program that holds the file: enough for a window that stores a line."""


_LOOK = 1.0
"""Seconds between looks at what no screen looks after: lines of meetings that are not shown, a file that is free."""


class JiyaoApp(OrderedApp):
    """The application: screens over one store."""

    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    TITLE = "jiyao"

    def __init__(
        self,
        store: Store,
        clock: Clock,
        config: Config | None,
        first: str,
        meeting_id: str | None,
        broken: JiyaoApp | None = None,
    ) -> None:
        super().__init__()
        self.store, self.clock, self.config = store, clock, config
        # A key must not wait for another program: what it would have stored is held and goes in later.
        store.wait_at_most(_PATIENCE)
        self.meeting: OpenMeeting | None = None
        """The meeting that is open, if any."""
        self.failure: Exception | None = None
        """What no handler foresaw and ended the program."""
        self.notice = ""
        """What the first screen says when it stands."""
        self.rescue: Path | None = None
        """Where what nothing else could keep was written on leaving."""
        self._left: list[OpenMeeting] = broken.meetings if broken else []
        """Meetings that were open before in this window and in which something is not stored, or not entered."""
        self._warned_of: list[str] = []
        """What would be lost by leaving, as it was said."""
        self.window: str = broken.window if broken else new_id()
        """What this program's steps and unfinished lines go under, whichever meeting is open in it."""
        self._first = first
        self.keymap: keys.Keymap = keys.keymap(config.keys if config is not None else {})
        self.commands = keys.APP.commands(self.keymap)
        self._bindings = keys.bindings(self.commands)
        for theme in themes():
            self.register_theme(theme)
        self.theme = config.theme if config is not None else "dark"
        if meeting_id:
            self.open_meeting(meeting_id)

    @property
    def palette(self) -> Palette:
        """The colours in use."""
        return PALETTES[self.theme]

    def open_meeting(self, meeting_id: str) -> None:
        """Makes a meeting the open one; StoreError if it cannot be read."""
        opened = open_meeting.OpenMeeting(self.store, meeting_id, self.clock, self.window)
        for before in self.meetings:
            if before.meeting_id == meeting_id:
                opened.held = before.held
        if self.meeting is not None:
            # What was typed a moment ago counts, too.
            self._keep_drafts()
        left = (one for one in self.meetings if one.meeting_id != meeting_id)
        self._left = [one for one in left if one.held.lines or any(one.unfinished.values())]
        self.meeting = opened

    @property
    def meetings(self) -> list[OpenMeeting]:
        """The meetings in which something may be held or unfinished in this window, the open one last."""
        return [*self._left, *([self.meeting] if self.meeting else [])]

    @property
    def unfinished(self) -> list[str]:
        """What stands unfinished in the bars of this window, is kept, and will be offered again."""
        return [text for meeting in self.meetings for text in meeting.unfinished.values() if text]

    @property
    def recorder(self) -> Recorder | None:
        """What changes the open meeting, made at its first use; see `tui.open_meeting`."""
        return self.meeting.recorder if self.meeting else None

    def get_default_screen(self) -> Screen[object]:
        """The first screen stands from the first frame on, with no empty one before it."""
        first = make_screen(self._first, self)
        # Textual gives this to every screen but the first, and misses it when another takes the first one's place.
        first._push_result_callback(self, None)
        return first

    def on_mount(self) -> None:
        """Leaves in order when told to, and loads what is heavy while nobody waits."""
        on_signals(self.leave)
        if self.notice and isinstance(self.screen, Speaks):
            self.call_after_refresh(self.screen.say, Result(self.notice, ok=False))
        self.call_after_refresh(self._preload)

        self.set_interval(_LOOK, self._look)

    def _preload(self) -> None:
        beside(preload, self._preloaded)

    def _preloaded(self, _nothing: None) -> None:
        # The codes are a convenience; a later start makes them anew.
        with suppress(StoreError):
            if self.meeting is not None and (names := self.meeting.recorder.names_without_codes()):
                beside(partial(codes_of, names), self._know_codes)

    def _know_codes(self, codes: dict[str, tuple[str, ...]]) -> None:
        with suppress(StoreError):
            if self.meeting is not None:
                with self.store.at_once():
                    self.meeting.recorder.keep_codes(codes)

    async def on_event(self, event: events.Event) -> None:
        """Acts on a key; what the store refuses meanwhile is said, and so is why a key's bytes are no character."""
        try:
            await super().on_event(event)
        except StoreError as error:
            self._say(told(error))
        if isinstance(event, events.Key) and event.character == UNREADABLE:
            words = _(
                "The terminal sends bytes that are not {encoding}: set its character set to UTF-8,"
                " or LANG to the one it has (zh_CN.GBK)"
            )
            self._say(words.format(encoding=terminal_encoding().upper()))

    def _say(self, words: str) -> None:
        if isinstance(self.screen, Speaks):
            self.screen.say(Result(words, ok=False))

    def leave(self) -> None:
        """Quits unasked; what nothing else can keep is written to a file of its own."""
        try:
            if unkept := self._keep_all():
                self.rescue = parting.rescued(unkept, self.clock())
        finally:
            # Whatever breaks on the way: who was told to end ends.
            self.exit()

    def _keep_all(self) -> list[str]:
        """Stores and keeps whatever is not, in a new file if the one that was opened is gone; gives what cannot be."""
        if self.meeting is not None and new_file.is_gone(self.store):
            self.action_anew()
        self._let_in(self.meetings)
        self._keep_drafts()
        for meeting in self.meetings:
            meeting.held.save_again()
        return [text for meeting in self.meetings for text in meeting.held.unkept]

    def _let_in(self, meetings: Iterable[OpenMeeting]) -> None:
        for meeting in meetings:
            if meeting.held.waiting:
                Session(meeting).let_in(all_of_them=True)

    def _look(self) -> None:
        """Stores what waits of meetings that are not seen, and takes back words about a file that is free again."""
        self._let_in_unseen()
        screen = self.screen_stack[-1] if self.screen_stack else None
        if isinstance(screen, CommandScreen):
            said = screen.said
            # Where lines wait, that they are stored says it: a write that is tried and taken back proves less.
            waits = isinstance(screen, WorkScreen) and bool(screen.session.held.waiting)
            if not waits and said is not None and said.later == "waits" and self.store.takes_writes():
                screen.say(Result(_("The database can be used again")))

    def _let_in_unseen(self) -> None:
        """Stores what waits of meetings on none of whose screens one is."""
        # A screen of the open meeting looks for itself, also below another, and says what follows. The clock may
        # strike once more while the program ends, when no screen is left.
        looks = any(isinstance(screen, WorkScreen) for screen in self.screen_stack)
        for meeting in self.meetings[: -1 if looks else None]:
            session = Session(meeting)
            if session.let_in_due and session.let_in().changed and isinstance(self.screen, ListsMeetings):
                self.screen.reload()

    def _keep_drafts(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, KeepsDraft):
                screen.keep_draft()

    def _handle_exception(self, error: Exception) -> None:
        """Textual's last resort prints a traceback; ours keeps what stands unfinished and lets the command speak."""
        if self.is_headless or self.failure is not None:
            super()._handle_exception(error)
            return
        self.failure = error
        with suppress(Exception):  # the screen is broken already: what can be kept of it is kept
            self._keep_drafts()
        self._return_code = 1
        self._close_messages_no_wait()

    async def action_quit(self) -> None:
        """Quits; it asks once where something would be lost."""
        unkept = self._keep_all()
        if unkept and unkept != self._warned_of:
            self._warned_of = unkept
            words = ngettext(
                "{n} line is kept nowhere: {key} again leaves and prints it",
                "{n} lines are kept nowhere: {key} again leaves and prints them",
                len(unkept),
            )
            key = next(command.key_label for command in self.commands if command.id == "app.quit")
            self._say(words.format(n=len(unkept), key=key))
            return
        self.leave()

    # -- screens -----------------------------------------------------------------------------------------------

    def show(self, name: str, meeting_id: str | None = None) -> None:
        """Goes to a screen in place of the one that stands, over another meeting if one is named."""
        if meeting_id:
            self.open_meeting(meeting_id)
            self.call_after_refresh(self._preload)
        self.switch_screen(make_screen(name, self))

    def over(self, name: str) -> None:
        """Opens a screen over the one that stands, which is there again when it closes."""
        self.push_screen(make_screen(name, self))

    def alone(self, name: str) -> None:
        """Goes to a screen with no other below it."""
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.show(name)

    def action_home(self) -> None:
        """Goes to the home screen: all meetings."""
        self.alone("home")

    def action_prepare(self) -> None:
        """Goes to the prepare screen: what is settled before the meeting."""
        self.alone("prepare")

    def action_recap(self) -> None:
        """Opens the recap, page by page."""
        self.over("recap")

    def action_polish(self) -> None:
        """Opens the polish screen: what was typed beside what the document says."""
        self.over("polish")

    def action_digest(self) -> None:
        """Opens the digest: what was decided so far."""
        self.over("digest")

    def action_stances(self) -> None:
        """Opens the stance board."""
        self.over("stances")

    def action_help(self) -> None:
        """Opens the help: keys and grammar."""
        self.over("help")

    def action_palette(self) -> None:
        """Opens the palette: every command by name."""
        self.over("palette")

    def action_go(self) -> None:
        """Opens the menu of places."""
        self.over("go")

    def action_anew(self) -> None:
        """Everything to a new file, in which the meeting goes on."""
        said = new_file.go_on_in_new_file(self)
        for screen in self.screen_stack:
            if isinstance(screen, WorkScreen):
                screen.go_on(said)
            elif isinstance(screen, Speaks):
                screen.say(said)

    def action_theme(self) -> None:
        """Changes the theme, dark to light and back."""
        self.theme = "light" if self.theme == "dark" else "dark"


def make_app(
    store: Store,
    clock: Clock,
    language: str,
    *,
    meeting_id: str | None = None,
    screen: str | None = None,
    config: Config | None = None,
    broken: JiyaoApp | None = None,
) -> JiyaoApp:
    """The program over a store; opens a meeting's record screen, or the home screen where none is named.

    `broken` is the app whose place it takes, with its window's unfinished line and its steps to undo.
    """
    i18n.use(language)
    mend_driver()
    first = screen or ("record" if meeting_id else "home")
    return JiyaoApp(store, clock, config, first, meeting_id, broken)
