"""Any text at all: the files stay valid and hold what can be held of it."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import fields, replace
from typing import Any

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from exporters import export
from exporters.punctuation import clean, tidy
from models import interchange
from models import meeting as m
from models.minutes import Minutes
from models.text import clean_lines
from tests.exporters.choices import options
from tests.meetings.launch import launch

HOSTILE = [
    "".join(map(chr, range(0x20))),
    "\ud800 alone \udfff",
    "]]>&amp;<w:t>&#x0;<!-- --><![CDATA[",
    "\x1b[2J\x1b]0;title\x07",
    "\ufffe\uffff\u2028\u2029\ufeff",
    "\u202ereversed\u202c",
    "👩‍👩‍👧‍👦🇨🇳 𠮷𬭳",
    "长" * 10_000,
    "| a | **b** `c` [d](e) <br>",
    "一\n二\r\n三\t四",
    " ",
    "%s {} {name} \\",
]
_FIXED = {"id", "meeting_id", "table"}
_CLOSED = {"status", "attendance", "role", "stance", "outcome", "superseded_by", "condition_of"}


def poisoned(minutes: Minutes, text: str) -> Minutes:
    """Every free text of every row replaced."""
    rows: list[m.Row] = []
    for kind in m.TABLES:
        for row in minutes.all(kind):
            free = {
                f.name: text
                for f in fields(row)
                if f.type == "str" and f.name not in _FIXED | _CLOSED and not f.name.endswith(("_id", "_at"))
            }
            if isinstance(row, m.Objection | m.Waiver | m.Confirmation):
                free.pop("item", None)
                free.pop("page", None)
            rows.append(replace(row, **free))
    return Minutes(rows)


def opened(data: bytes) -> Any:
    """The document, every part of which is well-formed XML."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.testzip() is None
        assert len(file.namelist()) == len(set(file.namelist()))
        for name in file.namelist():
            etree.fromstring(file.read(name))
    return docx.Document(io.BytesIO(data))


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:12]))
@pytest.mark.parametrize("final", [False, True])
def test_every_field_may_hold_anything(text: str, final: bool) -> None:
    minutes = poisoned(launch(), text)
    wanted = options(
        final=final, notes=True, findings={"": (text,), "act0000001": (text,)}, number=text, version=text
    )

    document = opened(export(minutes, ".docx", wanted))
    assert document.tables
    markdown = export(minutes, ".md", wanted).decode("utf-8")
    assert not any(ord(sign) < 32 and sign != "\n" for sign in markdown)
    json.loads(export(minutes, ".json", wanted))


def test_ten_thousand_characters_arrive() -> None:
    minutes = launch()
    text = "长文" * 5_000
    minutes.apply([replace(minutes.all(m.Opinion)[0], text=text)])

    document = opened(export(minutes, ".docx", options()))
    assert text in document.tables[1].rows[1].cells[3].text
    assert text in export(minutes, ".md", options()).decode("utf-8")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(), max_size=60))
def test_any_text_gives_a_document_that_holds_it(text: str) -> None:
    minutes = launch()
    minutes.apply([replace(minutes.all(m.Action)[0], task=f"任务{text}务")])

    document = opened(export(minutes, ".docx", options()))
    shown = document.tables[3].rows[1].cells[1].text
    assert shown == tidy(f"任务{text}务").rstrip(" \n，。；、,.;")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200) | st.text('务0a ,;:?!()."…。，；：、（x*/@%２', max_size=12))
def test_tidying_twice_is_tidying_once_and_leaves_no_control_characters(text: str) -> None:
    once = tidy(text)

    assert not any(ord(sign) < 32 and sign != "\n" for sign in once)
    assert clean(once) == once
    assert tidy(once) == once


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_any_text_survives_json_but_for_what_commands_a_terminal(text: str) -> None:
    minutes, kept = launch(), launch()
    for one, words in ((minutes, text), (kept, clean_lines(text))):
        one.apply([replace(one.all(m.Opinion)[0], text=words), replace(one.meeting, name=words, theme=words)])

    again = Minutes(interchange.loads(interchange.dumps(minutes)))

    assert interchange.to_dict(again) == interchange.to_dict(kept)
