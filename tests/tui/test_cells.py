"""Chinese set in cells: lines that keep punctuation where it belongs, and nothing drawn that a terminal obeys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from tui.widgets import typesetting
from tui.widgets.typesetting import Paragraph

TEXT = "市场部推广费用与销售部提成的预算占比如何确定？是否参考“同类产品”的历史数据，以及 2026-09-25 的报告（草案）；"
ANY = st.text(
    st.one_of(
        st.sampled_from("，。；：（）“”《》中文的abc 12-\u3000\u200d\ufe0f\u0301👨👩🇨🇳𠮷é"), st.characters()
    ),
    max_size=80,
)


@pytest.mark.parametrize("width", range(6, 40))
def test_no_line_begins_with_a_closing_sign_or_ends_with_an_opening_one(width: int) -> None:
    pieces = [TEXT[start:end].strip(" ") for start, end in typesetting.lines(TEXT, width)]
    assert not [p for p in pieces[1:] if p and p[0] in typesetting.NO_START]
    assert not [p for p in pieces[:-1] if p and p[-1] in typesetting.NO_END]


def test_a_word_or_a_date_stays_on_one_line() -> None:
    lines = Paragraph([("定于 2026-09-25 上线", Style())]).lines(12)
    assert ["".join(t for t, _ in line) for line in lines] == ["定于", "2026-09-25", "上线"]


@given(ANY, st.integers(2, 60))
def test_lines_hold_the_whole_text_and_fit(text: str, width: int) -> None:
    found = typesetting.lines(text, width)
    assert "".join(text[a:b] for a, b in found) == text
    for start, end in found:
        assert typesetting.width(text[start:end].rstrip(" \n")) <= max(width, 2) + 1 or end - start == 1


@given(ANY)
def test_what_is_drawn_has_the_measured_width_and_no_control_characters(text: str) -> None:
    from rich.cells import cell_len

    drawn = typesetting.shown(text)
    assert typesetting.width(text) == cell_len(drawn)
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 for c in drawn)


@given(ANY)
def test_steps_over_graphemes_reach_both_ends_through_the_same_places(text: str) -> None:
    forward, place = [0], 0
    while place < len(text):
        place = typesetting.after(text, place)
        forward.append(place)
    backward = [len(text)]
    while backward[-1]:
        backward.append(typesetting.before(text, backward[-1]))
    assert forward == backward[::-1]


@pytest.mark.parametrize("grapheme", ["é", "e\u0301", "👨\u200d👩\u200d👧", "⚠\ufe0f", "👍🏽", "🇨🇳", "中"])
def test_a_grapheme_is_one_step(grapheme: str) -> None:
    text = f"甲{grapheme}乙"
    assert typesetting.after(text, 1) == 1 + len(grapheme)
    assert typesetting.before(text, 1 + len(grapheme)) == 1


def test_a_tied_text_moves_to_the_next_line_as_one() -> None:
    spans = [("要点，", Style()), (typesetting.tied("14:22 孙主管"), Style())]
    lines = Paragraph(spans).lines(14)
    assert ["".join(s.text for s in typesetting.segments(line)) for line in lines] == [
        "要点，",
        "14:22 孙主管",
    ]


def test_following_lines_stand_under_the_first_behind_the_lead() -> None:
    lines = Paragraph([("甲乙丙丁戊己", Style())], [("D1", Style())], 3).lines(9)
    assert ["".join(t for t, _ in line) for line in lines] == ["D1 甲乙丙", "   丁戊己"]


def test_a_text_too_wide_is_cut_with_an_ellipsis() -> None:
    assert typesetting.fit("产品推广与技术支持", 9) == "产品推广…"
    assert typesetting.width(typesetting.fit("产品推广与技术支持", 10)) <= 10
    assert typesetting.fit("产品", 4) == "产品"


def test_a_message_too_long_for_its_rows_ends_with_the_sign_that_there_is_more() -> None:
    style = Style()
    words = Paragraph([("，".join(f"第{n}行没有存入" for n in range(40)), style)])
    rows = ["".join(text for text, _style in row) for row in words.first_lines(40, 3)]
    assert len(rows) == 3
    assert rows[-1].endswith("…")
    assert max(map(typesetting.width, rows)) <= 40
    assert words.first_lines(40, 99) == words.lines(40)
