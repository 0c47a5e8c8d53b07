"""What is mended of Textual: pastes whole, an Esc apart from what follows it, keys in order also in its own widgets."""

from __future__ import annotations

import pytest
from textual import events
from textual.app import ComposeResult
from textual.widgets import Input

from tui.terminal import OrderedApp, OrderlyParser

PASTE = "\x1b[200~{}\x1b[201~"


def parsed(*reads: str) -> list[str]:
    """Keys by name, pastes by their text, in the order they come out."""
    parser = OrderlyParser()
    found = []
    for read in reads:
        for event in parser.feed(read):
            if isinstance(event, events.Paste):
                found.append(f"<{event.text}>")
            elif isinstance(event, events.Key):
                found.append(
                    event.character if event.character and event.character.isprintable() else event.key
                )
    return found


@pytest.mark.parametrize(
    ("reads", "found"),
    [
        (["\x1b丙"], ["escape", "丙"]),
        (["\x1b", "，a"], ["escape", "，", "a"]),
        (["\x1b\r"], ["escape", "enter"]),
        (["甲\x1b[A乙"], ["甲", "up", "乙"]),
        (["\x1b[20~\x1b[21~"], ["f9", "f10"]),
        ([PASTE.format("一二")], ["<一二>"]),
        ([PASTE.format("一\x1b[31m二\n\x1b]0;t\x07三\x1b")], ["<一二\n三>"]),
        ([PASTE.format("一")[:9], PASTE.format("一")[9:] + "后"], ["<一>", "后"]),
        (["前\x1b[20", "0~一\x1b[20", "1~\x1b[B"], ["前", "<一>", "down"]),
        ([PASTE.format("")], ["<>"]),
        ([PASTE.format("一") + PASTE.format("二")], ["<一>", "<二>"]),
        (["甲\x1b]11;rgb:1c1c/1c1c/1c1c\x07乙"], ["甲", "乙"]),
        (["甲\x1b]11;rgb:1c1c/1c1c/1c1c\x1b\\乙"], ["甲", "乙"]),
        (["\x1bP>|kitty(0.32)\x1b\\乙", "丙"], ["乙", "丙"]),
        (["\x1b_Gi=1;OK\x1b\\乙"], ["乙"]),
        (["甲\x1b]11;rgb:1c1c", "/1c1c/1c1c\x07乙"], ["甲", "乙"]),
        (["甲\x1b]11;rgb:1c1c/1c1c/1c1c\x1b", "\\乙"], ["甲", "乙"]),
    ],
)
def test_what_a_terminal_sends_becomes_keys_and_whole_pastes(reads: list[str], found: list[str]) -> None:
    assert parsed(*reads) == found


@pytest.mark.parametrize("cut", range(1, 24))
def test_where_a_read_ends_makes_no_difference(cut: int) -> None:
    sent = "甲" + PASTE.format("一\x1b[1m二") + "\x1b[A乙\x1b[15~"
    assert parsed(sent[:cut], sent[cut:]) == parsed(sent)


async def test_keys_act_in_order_in_textuals_own_input() -> None:
    class Probe(OrderedApp):
        BINDINGS = [("ctrl+g", "mark", "mark")]  # noqa: RUF012 - as Textual wants it

        def compose(self) -> ComposeResult:
            yield Input(select_on_focus=False)

        def action_mark(self) -> None:
            self.query_one(Input).insert_text_at_cursor("|")

    app = Probe()
    async with app.run_test() as pilot:
        for key, character in (("a", "a"), ("backspace", None), ("b", "b"), ("ctrl+g", None), ("c", "c")):
            app.post_message(events.Key(key, character))
        await pilot.pause()
        assert app.query_one(Input).value == "b|c"
