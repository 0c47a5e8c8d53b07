"""The text of the capture bar: moves, deletions, undo and lines, without a screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.widgets import typesetting
from tui.widgets.editor import Editor


def typed(*texts: str) -> Editor:
    editor = Editor()
    for text in texts:
        for character in text:
            editor.insert(character)
    return editor


def test_backspace_and_delete_take_whole_graphemes() -> None:
    editor = Editor("甲👨\u200d👩\u200d👧e\u0301乙")
    editor.left()
    assert editor.backspace()
    assert editor.text == "甲👨\u200d👩\u200d👧乙"
    editor.start()
    editor.right()
    assert editor.delete()
    assert editor.text == "甲乙"
    editor.end()
    assert not editor.delete()


def test_words_are_runs_of_chinese_or_of_letters() -> None:
    editor = Editor("推广费用，Q4预算 done")
    places = []
    while editor.cursor:
        editor.word_left()
        places.append(editor.text[editor.cursor :])
    assert places == ["done", "预算 done", "Q4预算 done", "，Q4预算 done", "推广费用，Q4预算 done"]
    editor.word_right()
    assert editor.cursor == 4


def test_undo_takes_typing_back_by_runs_and_redo_brings_it_again() -> None:
    editor = typed("推广，", "预算")
    editor.backspace()
    assert editor.text == "推广，预"
    steps = []
    while editor.undo():
        steps.append(editor.text)
    assert steps == ["推广，预算", "推广，", ""]
    while editor.redo():
        pass
    assert editor.text == "推广，预"


def test_a_cleared_line_comes_back_and_new_typing_ends_redo() -> None:
    editor = typed("一行话")
    editor.clear()
    assert editor.undo()
    assert editor.text == "一行话"
    editor.insert("。")
    assert not editor.redo()


def test_up_and_down_keep_the_cell_and_stop_at_the_edges() -> None:
    editor = Editor("一二三四五六七八九十", 2)
    assert editor.vertical(8, 1)
    assert editor.cursor == 6
    assert editor.vertical(8, 1)
    assert editor.cursor == 10
    assert not editor.vertical(8, 1)
    editor.row_start(8)
    assert editor.cursor == 8


def test_the_caret_past_a_full_row_stands_on_a_row_of_its_own() -> None:
    editor = Editor("一二三四")
    assert editor.place(8) == (1, 0)
    assert len(editor.rows(8)) == 2
    editor.left()
    assert editor.place(8) == (0, 6)
    assert len(editor.rows(8)) == 1


KEYS = st.lists(
    st.one_of(
        st.sampled_from(["left", "right", "home", "back", "del", "undo", "redo"]),
        st.text("，。（）“”中文字abc \u200d\ufe0f👩é\u0301", min_size=1, max_size=6),
    ),
    max_size=40,
)
ACTS = {
    "left": Editor.left,
    "right": Editor.right,
    "home": Editor.start,
    "back": Editor.backspace,
    "del": Editor.delete,
    "undo": Editor.undo,
    "redo": Editor.redo,
}


@given(KEYS, st.integers(4, 30))
def test_lines_kept_from_before_are_those_a_new_layout_would_make(keys: list[str], width: int) -> None:
    editor = Editor()
    for key in keys:
        ACTS[key](editor) if key in ACTS else editor.insert(key)
        fresh = typesetting.breaks(editor.text, width)
        assert [start for start, _end in editor.rows(width)][: len(fresh)] == fresh
        row, cell = editor.place(width)
        assert row < len(editor.rows(width))
        assert 0 <= editor.cursor <= len(editor.text)
        assert cell >= 0


@pytest.mark.parametrize("place", ["start", "end"])
def test_ten_thousand_characters_are_laid_out_once_not_once_a_key(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = Editor("预算占比" * 2500)
    editor.rows(100)
    getattr(editor, place)()
    seen = []
    whole = typesetting.breaks

    def counted(text: str, width: int, start: int = 0) -> list[int]:
        seen.append(len(text) - start)
        return whole(text, width, start)

    monkeypatch.setattr(typesetting, "breaks", counted)
    editor.insert("字")
    editor.rows(100)
    editor.place(100)
    editor.rows(100)
    assert len(seen) == 1
    assert place == "start" or seen[0] < 500
