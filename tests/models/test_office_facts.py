"""What an office file says of itself: number, copies, signature, issuer; typed, filed, told and printed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from exporters import Options, export
from exporters.content import document
from models import i18n, interchange
from models.meeting import Opinion
from models.minutes import Minutes
from models.store import Store
from tests.meetings.contexts import MEETING, PREPARED, assert_reads, read
from tests.meetings.people import TIMES
from tests.meetings.stored import typed

FACTS = ("编号：星办〔2026〕12号", "抄送：财务部、行政部", "签发：王总监", "发文：星河公司办公室")
SAID = ("星办〔2026〕12号", "财务部、行政部", "王总监", "星河公司办公室")
FIELDS = ("document_number", "copies", "signed_by", "issuer")


def _facts(minutes: Minutes) -> tuple[str, ...]:
    return tuple(getattr(minutes.meeting, field) for field in FIELDS)


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        *zip(FACTS, FIELDS, SAID, strict=True),
        ("纪要编号：2026-12", "document_number", "2026-12"),
        ("文号：星办发〔2026〕3号", "document_number", "星办发〔2026〕3号"),
        ("签发人：王总监", "signed_by", "王总监"),
        ("印发单位：办公室", "issuer", "办公室"),
        ("document number: 2026/12", "document_number", "2026/12"),
        ("cc: Finance, Legal", "copies", "Finance, Legal"),
        ("signed by: Ms Wang", "signed_by", "Ms Wang"),
        ("issued by: Head Office", "issuer", "Head Office"),
    ],
)
def test_a_fact_of_an_office_file_is_read(line: str, field: str, value: str) -> None:
    assert_reads(line, [{"kind": "fact", "field": field, "value": value}], PREPARED)


@pytest.mark.parametrize(
    "line", ["编号 3 的设备坏了", "发文 给各部门要快", "抄送 财务部就行", "签发要王总监同意"]
)
def test_without_a_colon_it_is_speech(line: str) -> None:
    assert "fact" not in [item["kind"] for item in read(line, PREPARED)]


def test_behind_entries_the_end_of_minutes_is_no_opinion_of_the_last_speaker() -> None:
    speaking = replace(MEETING, speaker=("市场部", None))
    for line, field in (("抄送：财务部", "copies"), ("签发：王总监", "signed_by")):
        assert_reads(line, [{"kind": "fact", "field": field}], speaking)
    assert_reads("编号：3号方案好", [{"kind": "opinion", "text": "编号：3号方案好"}], speaking)


def test_the_facts_come_back_out_of_every_form(store: Store) -> None:
    minutes = typed(store, *FACTS, "议题：预算", "要点：先试", **TIMES).minutes
    assert _facts(minutes) == SAID
    again = Minutes(interchange.rows(interchange.to_dict(minutes), set()))
    assert _facts(again) == SAID
    options = Options(now=dt.datetime(2026, 9, 16, 18))
    text = export(minutes, ".txt", options).decode()
    assert all(line in text for line in FACTS)


@pytest.mark.parametrize(
    ("language", "end"),
    [
        ("zh_CN", ("抄送：财务部、行政部。", "签发：王总监。", "发文：星河公司办公室。")),
        ("en", ("Copies to:", "Signed by:", "Issued by:")),
    ],
)
def test_the_document_has_the_number_in_its_header_and_the_others_at_its_end(
    store: Store, language: str, end: tuple[str, ...]
) -> None:
    minutes = typed(store, *FACTS, "议题：预算", "要点：先试", **TIMES).minutes
    with i18n.language(language):
        options = Options(now=dt.datetime(2026, 9, 16, 18), number="配置-1")
        text = export(minutes, ".md", options).decode()
        header = document(minutes, options).header
    places = [text.replace("**", "").index(words) for words in end]
    assert places == sorted(places)
    assert "星办〔2026〕12号" in header
    assert "配置-1" not in header


def test_a_document_without_these_facts_says_nothing_of_them(store: Store) -> None:
    minutes = typed(store, "议题：预算", "市场部：先试", **TIMES).minutes
    assert minutes.all(Opinion)
    with i18n.language("zh_CN"):
        text = export(minutes, ".md", Options(now=dt.datetime(2026, 9, 16, 18))).decode()
    assert not [words for words in ("抄送", "签发", "发文") if words in text]
