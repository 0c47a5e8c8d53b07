"""Whatever is merged, split, left out, changed, moved, deleted and undone: every text is told exactly once."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from models import interchange
from models.meeting import Entry, Written
from models.minutes import Minutes
from models.polish import AsWritten, Sentence, can_merge, sentences, texts
from models.recorder import Recorder
from models.store import StoreError
from tests.meetings.stored import MEETING, empty_store, typed

NOW = dt.datetime(2026, 9, 16, 16, 5)
LINES = (
    "出席：市场部：李经理、张专员；研发部：陈工程师；财务部：孙主管",
    "议题：推广流程",
    "背景：需求都是临时提的",
    "要点：流程乱",
    "要点：需求单没有格式",
    "市场部李经理：素材周五能搞定",
    "市场部张专员反对：不能压到三天",
    "研发部：要提前7天",
    "争议：是否设紧急通道；共识：研发部设紧急接口",
    "决议：流程分为两种；执行：研发部",
    "行动：尽快出文档 @李经理 /9月30日",
    "备注：空调坏了",
    "议题：预算",
    "财务部：控制在25%",
    "市场部：不低于30%",
    "遗留：占比未定 @孙主管",
)


@pytest.fixture
def recorder(tmp_path: Path) -> Iterator[Recorder]:
    store = empty_store(tmp_path / "a.db", clock=lambda: NOW)
    yield typed(store, *LINES, clock=lambda: NOW, starts_at="2026-09-16T14:00")
    store.close()


class Hand:
    """Does one thing after another to a meeting, by chance."""

    def __init__(self, recorder: Recorder, seed: int) -> None:
        self.recorder = recorder
        self.chance = random.Random(seed)

    @property
    def all(self) -> list[Sentence]:
        minutes = self.recorder.minutes
        return [s for topic in minutes.topics for s in sentences(minutes, topic.id)]

    def act(self) -> None:
        polishing: list[Callable[[], object]] = [
            self.write,
            self.merge,
            self.merge,
            self.split,
            self.leave_out,
        ]
        recording: list[Callable[[], object]] = [self.change, self.move, self.delete, self.convert, self.turn]
        act = self.chance.choice([*polishing, *polishing, *recording])
        before = entries(self.recorder.minutes)
        try:
            act()
        except StoreError:
            return
        if act in polishing[:4]:
            assert entries(self.recorder.minutes) == before

    def some(self) -> Sentence:
        return self.chance.choice(self.all)

    def write(self) -> None:
        found = self.some()
        if found.sources:
            self.recorder.sentences.write(found.parts, f"改写{self.chance.randrange(99)}")

    def merge(self) -> None:
        found = self.chance.sample(self.all, min(len(self.all), self.chance.randint(2, 4)))
        if can_merge(found):
            self.recorder.sentences.write(
                [p for s in found for p in s.parts], f"合并{self.chance.randrange(99)}"
            )

    def split(self) -> None:
        if written := self.recorder.minutes.all(Written):
            self.recorder.sentences.split(self.chance.choice(written).id)

    def leave_out(self) -> None:
        found = self.some()
        self.recorder.sentences.leave_out(found.entries, not found.left_out)

    def entry(self) -> Entry:
        return self.chance.choice(self.recorder.minutes.all_entries)

    def change(self) -> None:
        entry = self.entry()
        field = "task" if entry.table == "action" else "dispute" if entry.table == "disagreement" else "text"
        self.recorder.edit(entry.id, **{field: f"新话{self.chance.randrange(99)}"})

    def move(self) -> None:
        self.recorder.move(self.entry().id, self.chance.choice(self.recorder.minutes.topics).id)

    def delete(self) -> None:
        if len(self.recorder.minutes.all_entries) > 6:
            self.recorder.delete(self.entry().id)

    def convert(self) -> None:
        self.recorder.convert(
            self.entry().id, self.chance.choice(("point", "opinion", "resolution", "action"))
        )

    def turn(self) -> None:
        for _time in range(self.chance.randint(1, 4)):
            self.chance.choice((self.recorder.undo, self.recorder.undo, self.recorder.redo))()


def entries(minutes: Minutes) -> list[Entry]:
    return list(minutes.all_entries)


def told_once(minutes: Minutes) -> None:
    """Every text of every entry is in exactly one sentence, and the document tells the words of each."""
    parts = [p for t in minutes.topics for s in sentences(minutes, t.id) for p in s.parts]
    assert sorted(parts) == sorted((e.id, part) for e in minutes.all_entries for part, _text in texts(e))
    written = AsWritten(minutes).minutes
    said = {text for e in written.all_entries if not e.left_out for _part, text in texts(e)}
    wanted = {s.text for t in minutes.topics for s in sentences(minutes, t.id) if not s.left_out}
    assert said == set(wanted)


@pytest.mark.parametrize("seed", range(24))
def test_every_text_is_told_exactly_once_whatever_is_done(recorder: Recorder, seed: int) -> None:
    hand = Hand(recorder, seed)
    for _step in range(40):
        hand.act()
        told_once(recorder.minutes)
    again = recorder.store.load(MEETING)
    assert [s.text for t in again.topics for s in sentences(again, t.id)] == [s.text for s in hand.all]


@pytest.mark.parametrize("seed", range(8))
def test_the_written_side_comes_back_from_json_whatever_was_done(recorder: Recorder, seed: int) -> None:
    hand = Hand(recorder, 100 + seed)
    for _step in range(40):
        hand.act()
    found = Minutes(interchange.loads(interchange.dumps(recorder.minutes)))
    told = [sorted((s.text, s.left_out) for s in sentences(found, t.id)) for t in found.topics]
    minutes = recorder.minutes
    assert told == [sorted((s.text, s.left_out) for s in sentences(minutes, t.id)) for t in minutes.topics]
    assert interchange.to_dict(found) == interchange.to_dict(minutes)
