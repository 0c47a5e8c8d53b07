"""The Word document of a thousand actions beside building its bare XML, and how its time grows.

python -m benchmarks.document [ROUNDS]

The bare cost is that of the same elements, attributes and texts made one by one with lxml, written out and packed:
what no program that builds the document could save. Seconds of the processor are counted, not of the clock.
"""

from __future__ import annotations

import datetime as dt
import io
import sys
import time
import zipfile
from collections.abc import Callable
from functools import partial
from typing import Any

from lxml import etree

from benchmarks.measuring import Result, middle, ms, tell
from exporters import Options, export
from models.meeting import Action, Department, Meeting, Person, Topic
from models.minutes import Minutes

MANY, MOST = 1_000, 10_000
LIMIT = 1.5
GROWTH = 1.25
NOW = dt.datetime(2026, 9, 17, 9, 30)
_PARTS = ("word/document.xml", "word/comments.xml")


def measure(rounds: int = 7) -> list[Result]:
    """A draft and a final document of a thousand actions, and ten thousand against a thousand."""
    many, most = meeting(MANY), meeting(MOST)
    found = []
    for name, final in (("draft", False), ("final", True)):
        options = Options(language="zh_CN", now=NOW, final=final)
        parts = _elements(export(many, ".docx", options))
        times: dict[str, list[float]] = {"bare": [], "many": [], "most": []}
        for turn in range(rounds):
            # In turn, so that what else the machine does falls on all of them.
            times["bare"].append(_seconds(partial(_build, parts)))
            times["many"].append(_seconds(partial(export, many, ".docx", options)))
            if turn < 3:
                times["most"].append(_seconds(partial(export, most, ".docx", options)))
        ours, bare = middle(times["many"]), middle(times["bare"])
        detail = f"{ms(ours)} against {ms(bare)}"
        found.append(Result(f"document of {MANY:,} actions, {name}", ours / bare, LIMIT, detail))
        # The fastest of each: what another program takes away is no growth.
        growth = min(times["most"]) / min(times["many"]) / (MOST / MANY)
        found.append(Result(f"growth to {MOST:,} actions, {name}", growth, GROWTH, ms(min(times["most"]))))
    return found


def meeting(actions: int) -> Minutes:
    """A meeting of one topic with so many actions."""
    one = "bench"
    rows: list[Any] = [
        Meeting(id=one, meeting_id=one, name="测量会", starts_at="2026-09-16T14:00", host="市场部王总监"),
        Department(id="d1", meeting_id=one, number=1, name="市场部"),
        Person(id="p1", meeting_id=one, department_id="d1", number=1, name="李经理", attendance="present"),
        Topic(id="t1", meeting_id=one, seq=1, number="1.1", title="长表"),
    ]
    rows += [
        Action(
            id=f"a{i:07}",
            meeting_id=one,
            topic_id="t1",
            seq=i,
            number=i,
            task=f"提交第{i}档占比的成本测算，并与去年同期对照",
            owner_department_id="d1",
            owner_id="p1",
            due_text="下周五前",
            due="2026-09-25",
        )
        for i in range(1, actions + 1)
    ]
    return Minutes(rows)


def _seconds(run: Callable[[], object]) -> float:
    began = time.process_time()
    run()
    return time.process_time() - began


Flat = list[tuple[int, str, dict[str, str], str | None]]
"""Each element after its parent: the parent's place, tag, attributes, text."""


def _elements(data: bytes) -> list[Flat]:
    found = []
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        for name in _PARTS:
            if name in file.namelist():
                elements = list(etree.fromstring(file.read(name)).iter())
                places = {element: place for place, element in enumerate(elements)}
                found.append(
                    [(places.get(e.getparent(), -1), e.tag, dict(e.attrib), e.text) for e in elements]
                )
    return found


def _build(parts: list[Flat]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for number, flat in enumerate(parts):
            made: list[Any] = []
            for parent, tag, attributes, text in flat:
                if parent < 0:
                    element = etree.Element(tag, attributes)
                else:
                    element = etree.SubElement(made[parent], tag, attributes)
                if text:
                    element.text = text
                made.append(element)
            file.writestr(str(number), etree.tostring(made[0], encoding="UTF-8"))
    return packed.getvalue()


if __name__ == "__main__":
    sys.exit(tell(measure(*map(int, sys.argv[1:]))))
