"""What Textual and its driver get wrong for people who type Chinese, mended in one place.

Three faults were measured in Textual 8.2.8. It asks terminals for every key as an escape sequence, which its own
parser then shreds when an input method commits five or more characters at once. It lets typed text overtake bound
keys that came before it. It leaves the hardware cursor, where input methods open their candidates, wherever it stood
when the text last changed.
"""

from __future__ import annotations

from typing import Protocol, cast, runtime_checkable

from textual import events
from textual._callback import invoke
from textual.app import App
from textual.dom import DOMNode
from textual.geometry import Offset
from textual.message_pump import MessagePump


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


def ask_for_plain_text() -> None:
    """Leaves of the kitty keyboard protocol only what tells keys apart; text stays plain UTF-8."""
    try:
        from textual.drivers import linux_driver
    except ImportError:  # no such driver on Windows, and no such fault
        return
    for flag in ("KITTY_REPORT_ALL_KEYS", "KITTY_REPORT_ASSOCIATED_TEXT"):
        setattr(linux_driver, flag, 0)


class OrderedApp(App[None]):
    """An app in which keys act one after the other and the hardware cursor stands at the caret of every paint."""

    _plain_position = Offset(0, 0)

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
            await self._on_ordered_key(event)
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
