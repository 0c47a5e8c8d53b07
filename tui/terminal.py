"""What Textual and its driver get wrong for people who type Chinese, mended in one place.

Nine faults were measured in Textual 8.2.8. It asks terminals for every key as an escape sequence, which its own
parser then shreds when an input method commits five or more characters at once. It takes an escape sequence inside a
paste for the end of the paste, so that the rest of it is typed, its line ends as Enter. It drops the character that
comes right after Esc. It lets typed text overtake
bound keys that came before it. It leaves the hardware cursor, where input methods open their candidates, wherever it
stood when the text last changed. A byte that is not UTF-8 ends the thread that reads the keys, and what ends that
thread goes around the last boundary of the program. At the end of input (a terminal that is gone without a signal) that
thread goes round and round, and the one that writes dies, after which the program waits for it for ever.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Generator, Iterable
from typing import Protocol, cast, runtime_checkable

from textual import events
from textual._callback import invoke
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.dom import DOMNode
from textual.drivers._writer_thread import WriterThread
from textual.geometry import Offset
from textual.keys import Keys
from textual.message import Message
from textual.message_pump import MessagePump

from models.lazy import lazily
from tui.encoding import UNREADABLE, lenient_decoder, speak

with lazily:
    from textual.drivers import linux_driver


@runtime_checkable
class Caret(Protocol):
    """A screen that knows where its text caret stands."""

    def caret(self) -> Offset | None:
        """The cell of the caret on the terminal, None while there is none."""


@runtime_checkable
class TakesInput(Protocol):
    """A screen that looks at keys and pastes before its bindings and widgets do."""

    def take_key(self, event: events.Key) -> bool:
        """Whether the key was taken; must act before it returns."""

    def take_paste(self, text: str) -> bool:
        """Whether the paste was taken; must act before it returns."""


_PASTE, _PASTED = "\x1b[200~", "\x1b[201~"
_ESCAPE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]?|[\]PX^_].*?(?:\x07|\x1b\\)|.)?", re.DOTALL)


_ESC_ALONE = re.compile(r"(?<=\x1b)(?=[^\x1b\x20-\x7e])")
"""Behind an Esc that no escape sequence begins with: no sequence goes on with Chinese or a control character."""


_ANSWER = re.compile(r"\x1b(?:\][0-9]{1,4};|P[>+!$0-9|]|[_^X][A-Za-z])[^\x07\x1b]*(?:\x07|\x1b\\)")
_ANSWER_BEGUN = re.compile(r"\x1b(?:\][0-9]{1,4};|P[>+!$0-9|]|[_^X][A-Za-z])[^\x07\x1b]*\x1b?$")
"""What a terminal answers to a question nobody here has asked (its colours, its name): no key, and nothing typed."""


class OrderlyParser(XTermParser):
    """Textual's parser of what a terminal sends, given pastes whole and an Esc apart from the text that follows it."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._tail = ""
        """The last characters given to the parser, in which a paste's beginning may stand."""
        self._pasted: str | None = None
        """What has come of the paste under way."""
        self._answer = ""
        """What has come of an answer of the terminal's; what does not end with the next piece is none."""

    def feed(self, data: str) -> Iterable[Message]:
        """The events in what was read; those of a paste come when its end has come."""
        if not data:  # the end of input
            yield from super().feed("")
        elif self._pasted is None:
            data = self._without_answers(data)
        while data:
            if self._pasted is None:
                data = yield from self._outside(data)
            else:
                data = yield from self._inside(data)

    def _without_answers(self, data: str) -> str:
        """What is read without the terminal's answers; one that has only begun waits for the next piece."""
        begun, self._answer = self._answer, ""
        start, paste, rest = (begun + data).partition(_PASTE)
        start = _ANSWER.sub("", start)
        if not paste and not begun and (last := _ANSWER_BEGUN.search(start)):
            start, self._answer = start[: last.start()], last[0]
        return start + paste + rest

    def _outside(self, data: str) -> Generator[Message, None, str]:
        """Gives on what stands up to a paste's beginning; returns what stands behind it."""
        seen = len(self._tail)
        found = (self._tail + data).find(_PASTE)
        cut = found + len(_PASTE) - seen if found >= 0 else len(data)
        for n, piece in enumerate(_ESC_ALONE.split(self._tail[-1:] + data[:cut])):
            if n:
                yield from self._end_sequence()
            elif not (piece := piece[len(self._tail[-1:]) :]):
                continue
            yield from super().feed(piece)
        self._tail = (self._tail + data[:cut])[-len(_PASTE) + 1 :] if found < 0 else ""
        self._pasted = None if found < 0 else ""
        return data[cut:]

    def _inside(self, data: str) -> Generator[Message, None, str]:
        """Gathers a paste and gives it on without escape sequences; returns what stands behind it."""
        pasted, end, rest = ((self._pasted or "") + data).partition(_PASTED)
        if not end:
            self._pasted = pasted
            return ""
        self._pasted = None
        yield from super().feed(_ESCAPE.sub("", pasted) + _PASTED)
        return rest

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        """The keys of a sequence; a number in it that is no character is no key."""
        try:
            return list(super()._sequence_to_key_events(sequence, alt))
        except (ValueError, OverflowError):
            return [events.Key(Keys.Ignore, None)]

    def _end_sequence(self) -> Iterable[Message]:
        """What the parser would do if nothing came for a while."""
        if self._timeout_time is not None:
            self._timeout_time = 0.0
        yield from self.tick()


def mend_driver() -> None:
    """Leaves of the kitty keyboard protocol only what tells keys apart, and gives the driver what reads every byte."""
    if sys.platform == "win32":  # it has another driver
        return
    for flag in ("KITTY_REPORT_ALL_KEYS", "KITTY_REPORT_ASSOCIATED_TEXT"):
        setattr(linux_driver, flag, 0)
    # Not exported, so not assigned: the parser, the decoder, and what becomes of an error in the thread of the keys.
    setattr(linux_driver, "XTermParser", OrderlyParser)  # noqa: B010
    setattr(linux_driver, "WriterThread", LastingWriter)  # noqa: B010
    setattr(linux_driver, "getincrementaldecoder", lenient_decoder)  # noqa: B010
    setattr(linux_driver.LinuxDriver, "_run_input_thread", _read_keys)  # noqa: B010
    speak(sys.__stderr__)


def _read_keys(driver: linux_driver.LinuxDriver) -> None:
    """Reads keys until the end; an error goes to the program's last boundary, a terminal that is gone ends it."""
    try:
        driver.run_input_thread()
    except (OSError, EOFError):
        app = driver._app
        app.call_later(app.leave if isinstance(app, OrderedApp) else app.exit)
    except Exception as error:  # noqa: BLE001 - nobody else would hear of it
        driver._app.call_later(driver._app._handle_exception, error)


def _key(event: events.Key) -> events.Key:
    """A line feed is what Enter becomes in a terminal that is not yet in raw mode, or in a paste without brackets.

    Half a character, which no file can hold, is shown for what it is.
    """
    if event.key == "ctrl+j":
        return events.Key("enter", "\r")
    if event.character and "\ud800" <= event.character <= "\udfff":
        return events.Key("replacement_character", UNREADABLE)
    return event


class LastingWriter(WriterThread):
    """Textual's writer; one whose terminal is gone goes on taking what is written, so that nobody waits for it."""

    def run(self) -> None:
        """Writes until it is told to stop."""
        try:
            super().run()
        except OSError:
            while self._queue.get() is not None:
                pass


class OrderedApp(App[None]):
    """An app in which keys act one after the other and the hardware cursor stands at the caret of every paint."""

    _plain_position = Offset(0, 0)

    def leave(self) -> None:
        """Ends in order, when the terminal is gone or the system asks for it."""
        self.exit()

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's cursor belongs, asked for by every paint."""
        if self._screen_stack and isinstance(screen := self.screen, Caret):
            return screen.caret() or self._plain_position
        return self._plain_position

    @cursor_position.setter
    def cursor_position(self, position: Offset) -> None:
        self._plain_position = position

    async def on_event(self, event: events.Event) -> None:
        """Lets a key or a paste do all it does before the next is looked at."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            await self._on_ordered_key(_key(event))
        elif isinstance(event, events.Paste) and self._screen_takes_paste(event):
            return
        else:
            await super().on_event(event)

    def _screen_takes_paste(self, event: events.Paste) -> bool:
        screen = self.screen
        return not event.is_forwarded and isinstance(screen, TakesInput) and screen.take_paste(event.text)

    async def _on_ordered_key(self, event: events.Key) -> None:
        self.app_focus = True
        screen = self.screen
        if await self._check_bindings(event.key, priority=True):
            return
        if isinstance(screen, TakesInput) and screen.take_key(event):
            return
        event._set_forwarded()
        target = cast(DOMNode, self.focused or screen)
        for node in target.ancestors_with_self:
            if node is self:
                break
            await _handle_here(cast(MessagePump, node), event)
            if event._stop_propagation:
                return
        await self._check_bindings(event.key)


async def _handle_here(node: MessagePump, event: events.Key) -> None:
    """Runs a node's own key handlers now instead of through its queue."""
    event._no_default_action = False
    with node._context():
        for _cls, handler in node._get_dispatch_methods(event.handler_name, event):
            await invoke(handler, event)
