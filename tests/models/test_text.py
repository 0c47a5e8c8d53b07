"""Nothing hostile is kept of a text, and its folded twin keeps every place."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.text import clean, fold, fold_lower, normal, pasted_lines


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("红\x1b[31m字\x1b[0m", "红字"),
        ("\x1b]0;标题\x07正文", "正文"),
        ("a\x1bPq#0\x1b\\b", "ab"),
        ("响\x07铃\x00零", "响铃零"),
        ("一\t二\n三\r\n四", "一 二 三 四"),
        ("\ufeff开头", "开头"),
        ("左\u202e右\u2066中\u200f", "左右中"),
        ("半\ud83d个", "半个"),
        ("空\u00a0格\u2009窄", "空 格 窄"),
        ("全\u3000角", "全\u3000角"),
        ("e\u0301 ⚠\ufe0f 👨\u200d👩\u200d👧 🇨🇳", "e\u0301 ⚠\ufe0f 👨\u200d👩\u200d👧 🇨🇳"),
        ("𠮷野家", "𠮷野家"),
    ],
)
def test_only_text_is_kept(typed: str, kept: str) -> None:
    assert clean(typed) == kept


LINE_ENDS = ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"]


@pytest.mark.parametrize("end", LINE_ENDS)
def test_whatever_breaks_a_line_where_it_was_copied_ends_it_here(end: str) -> None:
    assert pasted_lines(f"市场部：甲{end}研发部：乙{end}{end}丙{end}") == ["市场部：甲", "研发部：乙", "丙"]
    assert pasted_lines(end) == [""]


@pytest.mark.parametrize("inside", ["\t", "\u3000", "\u200b", "\u00a0", "\u2003", "\x1c", "\x1e"])
def test_what_only_parts_words_ends_no_line(inside: str) -> None:
    assert len(pasted_lines(f"市场部：甲{inside}乙")) == 1


@given(st.text(st.characters()))
def test_cleaning_leaves_nothing_a_terminal_or_a_document_could_obey(text: str) -> None:
    kept = clean(text)
    assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in kept)
    assert not any(
        unicodedata.bidirectional(char) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
        for char in kept
    )
    assert "\ufffe" not in kept
    assert "\uffff" not in kept
    assert clean(kept) == kept


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert len(fold_lower(text)) == len(text)


def test_twins_fold_to_the_same() -> None:
    assert fold("：；，（）＃＠＋／－＝？﹕﹔　Ａ１％") == ":;,()#@+/-=?:; A1%"
    assert fold_lower("ＡＢａＢ") == "abab"
    assert fold("市场部、研发部。“引号”") == "市场部、研发部。“引号”"


def test_the_searched_twin_is_one_for_all_widths_and_cases() -> None:
    assert normal("Ａ４ 纸①") == "a4 纸1"
