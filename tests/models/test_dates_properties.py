"""What holds of any words and any meeting: no crash, no silent day before the meeting, no overlap."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from models.dates import (
    FLAG_ORDER,
    Anchor,
    Due,
    effective,
    find,
    is_due,
    match_at,
    parse_moment,
    parse_period,
    parse_time,
    resolve,
)
from tests.models.test_dates import ENGLISH, SPELLINGS
from tests.models.test_dates_worked import CATALOGUE, WORKED, rows

KNOWN = [words for table in (WORKED, CATALOGUE, SPELLINGS, ENGLISH) for words, _, _ in rows(table)]
PIECES = (
    *(
        "前",
        "之前",
        "内",
        "后",
        "底",
        "末",
        "初",
        "中",
        "起",
        "左右",
        "9月",
        "二月",
        "30日",
        "31号",
        "周五",
        "周",
        "下",
        "本",
        "上",
    ),
    *(
        "第",
        "三",
        "十",
        "半",
        "个",
        "Q4",
        "季度",
        "国庆",
        "春节",
        "节",
        "工作日",
        "最后一个",
        "3",
        "99",
        "0",
        "２",
        "小时",
        "天",
        "年",
        "月",
    ),
    *(
        "上午",
        "2点",
        "：",
        "14:00",
        "25:00",
        "（",
        "）",
        "至",
        "-",
        "/",
        ".",
        "或",
        "每",
        "上线",
        "收到",
        "自",
        "不早于",
        "尽快",
        " ",
        "，",
    ),
    *(
        "2026",
        "2030年",
        "by ",
        "next ",
        "Friday",
        "Feb ",
        "30",
        "end of ",
        "within ",
        "days",
        "year",
        "T+",
        "今天",
        "大后天",
        "旬",
    ),
)
days = st.dates(dt.date(2020, 1, 1), dt.date(2030, 12, 31))
composed = st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map("".join)
texts = st.one_of(st.sampled_from(KNOWN), composed, st.text(max_size=40))


@st.composite
def anchors(draw: st.DrawFn) -> Anchor:
    day = draw(days)
    start = dt.datetime.combine(day, dt.time(14))
    return Anchor(
        day, draw(st.sampled_from([None, start])), draw(st.sampled_from([None, start.replace(hour=16)]))
    )


def day_of(due: Due) -> dt.date | None:
    return None if due.date is None else dt.datetime.fromisoformat(due.date).date()


@given(texts, anchors())
@example("9月31日", Anchor(dt.date(2026, 9, 16)))
@example("9999年12月31日前", Anchor(dt.date(2026, 9, 16)))
@example("9999年内", Anchor(dt.date(2026, 9, 16)))
@example("0001年1月1日前", Anchor(dt.date(2026, 9, 16)))
def test_no_words_crash_and_no_day_before_the_meeting_goes_unsaid(text: str, anchor: Anchor) -> None:
    due = resolve(text, anchor)
    found = day_of(due)
    assert due.text == text.strip()
    assert set(due.flags) <= set(FLAG_ORDER)
    assert due.date is not None or due.flags
    if found is not None:
        assert found >= anchor.day or "早于会议日" in due.flags
    if due.suggestion is not None:
        assert "非工作日" in due.flags
        assert found is not None
        assert anchor.day <= dt.date.fromisoformat(due.suggestion) < found


@given(st.lists(texts, max_size=4).map("".join))
def test_spans_follow_one_another_inside_the_text(text: str) -> None:
    for loose in (False, True):
        spans = find(text, loose)
        edges = [edge for span in spans for edge in (span.start, span.end)]
        assert edges == sorted(edges)
        assert all(0 <= span.start < span.end <= len(text) for span in spans)


@given(st.lists(texts, max_size=3).map("".join), st.integers(0, 60))
def test_a_match_is_a_due_that_ends_inside_the_text(text: str, pos: int) -> None:
    end = match_at(text, pos)
    if end is not None:
        assert pos < end <= len(text)
        assert is_due(text[pos:end])


@given(texts, anchors())
def test_times_and_periods_come_out_in_iso_form_or_not_at_all(text: str, anchor: Anchor) -> None:
    moments = [parse_moment(text, anchor), *parse_period(text, anchor.day)]
    since = effective(text, anchor)
    for moment in [*moments, since[1] if since else None]:
        assert moment is None or dt.datetime.fromisoformat(moment).year
    time = parse_time(text)
    assert time is None or len(time) == len(dt.time.fromisoformat(time).strftime("%H:%M"))


@pytest.mark.parametrize(
    "piece",
    ["尽快，", "于", "周五,", "下午2点-", "9 月 ", "3天内 ", "上线", "一", "1-", "每周一、", " ", "by "],
)
def test_a_line_of_ten_thousand_characters_is_read_like_any_other(piece: str) -> None:
    line = (piece * 10_000)[:10_000] + "x"
    anchor = Anchor(dt.date(2026, 9, 16))
    assert resolve(line, anchor).date is None
    assert find(line) == find(line)
    parse_period(line, anchor.day)
    effective(line, anchor)
