"""Whatever a recorder does, in any order: undone it is as it was, redone as it became, also after a restart."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from models.meeting import Action, Disagreement, Meeting, Resolution, new_id
from models.minutes import Minutes
from models.recorder import Recorder
from models.store import ChangedSince, StillUsed, Store
from tests.meetings.stored import empty_store, everything

LINES = [
    "议题：预算",
    "议题：排期（20分钟）",
    "回1.1",
    "背景：上市预算500万元已获批",
    "要点：怎么分",
    "市场部：要加预算",
    "研发部李工支持：先做接口",
    "2-：来不及",
    "销售部、市场部：等不了",
    "……最迟十月",
    "其他部门无意见",
    "争议：取30%还是25%；争议：早还是晚",
    "共识：先按28%",
    "搁置：下次再议",
    "决议：自下月起执行；条件：李工下周五前核算；执行：市场部",
    "行动：出方案 @李工 +市场部 /24小时内",
    "行动：1、市场部出方案；2、研发部核算",
    "负责人：市场部王总监 完成时限：下周五前",
    "行动：",
    "决议：",
    "A1 @王总监",
    "D1改为：占25%",
    "撤销A1",
    "撤销D1",
    "遗留：占比 @王总监 /下周五",
    "出席：市场部：王总监；研发部：李工、陈工",
    "缺席：研发部陈工（出差，李工代参会）",
    "来宾：赵老师",
    "1.1补：研发部：周四给接口",
    "表决：赞成4反对1",
    "结论：达成一致",
    "下次会议：12月9日14:00",
    "休息10分钟",
    "继续",
    "备注：会后说",
    "会议：启动会",
    "时间：2026年9月22日9:30-11:00",
    "s/占/站/",
    "??",
]
KINDS = ["background", "point", "opinion", "disagreement", "resolution", "action", "open_issue", "note"]


def views(minutes: Minutes) -> list[Any]:
    """The meeting in the orders in which it is read, which are kept while rows come and go."""
    return [
        minutes.all_entries,
        [[p.id for p in minutes.people(d.id)] for d in minutes.departments],
        [minutes.topic_entries(t.id) for t in minutes.topics],
        [minutes.opinions_by_department(t.id) for t in minutes.topics],
        [minutes.topic_times(t.id) for t in minutes.topics],
        [minutes.cooperating(a.id) for a in minutes.all(Action)],
        [minutes.parties(d.id) for d in minutes.all(Disagreement)],
        [(minutes.conditions(r.id), minutes.numbered(r.code)) for r in minutes.all(Resolution)],
        [minutes.has_spoken(t.id, d.id) for t in minutes.topics for d in minutes.departments],
    ]


class Recording(RuleBasedStateMachine):
    """A recorder at work on a real file, in a window that is now and then closed and opened again."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "a.db"
        self.now = dt.datetime(2026, 9, 16, 14, 0)
        self.store = empty_store(self.path, clock=self.clock)
        self.meeting = new_id()
        self.store.create(Meeting(id=self.meeting, meeting_id=self.meeting, starts_at="2026-09-16T14:00"))
        self.recorder = Recorder(self.store, self.meeting, clock=self.clock)
        self.start = everything(self.recorder.minutes)

    def clock(self) -> dt.datetime:
        return self.now

    def pick(self, data: Any, rows: list[Any]) -> str:
        return data.draw(st.sampled_from([row.id for row in rows])) if rows else "gone"

    @rule(line=st.sampled_from(LINES), minutes=st.integers(0, 3))
    def accept(self, line: str, minutes: int) -> None:
        self.now += dt.timedelta(minutes=minutes)
        self.recorder.accept(line)

    @rule(data=st.data(), line=st.sampled_from(LINES))
    def retype(self, data: Any, line: str) -> None:
        self.recorder.retype(self.pick(data, self.recorder.minutes.all_entries[-3:]), line)

    @rule(data=st.data(), kind=st.sampled_from(KINDS))
    def convert(self, data: Any, kind: str) -> None:
        self.recorder.convert(self.pick(data, self.recorder.minutes.all_entries), kind)

    @rule(data=st.data())
    def delete(self, data: Any) -> None:
        minutes = self.recorder.minutes
        rows = [*minutes.all_entries, *minutes.topics, *minutes.departments, *minutes.guests]
        self.recorder.delete(self.pick(data, rows))

    @rule(data=st.data())
    def move(self, data: Any) -> None:
        minutes = self.recorder.minutes
        self.recorder.move(self.pick(data, minutes.all_entries), self.pick(data, minutes.topics))

    @rule(data=st.data(), doubt=st.booleans())
    def edit(self, data: Any, doubt: bool) -> None:
        self.recorder.edit(self.pick(data, self.recorder.minutes.all_entries), doubt=doubt, left_out=True)

    @rule(data=st.data())
    def pair(self, data: Any) -> None:
        found = self.recorder.minutes.all(Disagreement)
        self.recorder.pair(self.pick(data, found), self.pick(data, found))

    @rule(data=st.data())
    def attendance(self, data: Any) -> None:
        minutes = self.recorder.minutes
        people = [p for d in minutes.departments for p in minutes.people(d.id)]
        self.recorder.cycle_attendance(self.pick(data, people))

    @rule(data=st.data())
    def recap(self, data: Any) -> None:
        topics = self.recorder.minutes.topics
        self.recorder.closing.confirm(self.pick(data, topics) if topics else "attendance", "王总监")

    @rule()
    def close(self) -> None:
        self.recorder.closing.close("王总监")

    @rule()
    def undo(self) -> None:
        self.recorder.undo()

    @rule()
    def redo(self) -> None:
        self.recorder.redo()

    @rule()
    def restart(self) -> None:
        self.store.close()
        self.store = Store.open(self.path, clock=self.clock)
        self.recorder = Recorder(self.store, self.meeting, clock=self.clock)

    @invariant()
    def the_minutes_are_what_the_file_holds(self) -> None:
        loaded = self.store.load(self.meeting)
        assert everything(self.recorder.minutes) == everything(loaded)
        assert views(self.recorder.minutes) == views(loaded)

    def teardown(self) -> None:
        try:
            self.all_undone_is_the_start_and_all_redone_the_end()
        finally:
            self.store.close()
            self.folder.cleanup()

    def all_undone_is_the_start_and_all_redone_the_end(self) -> None:
        while self.recorder.redo() is not None:
            pass
        end = everything(self.recorder.minutes)
        while self.recorder.undo() is not None:
            pass
        assert everything(self.recorder.minutes) == self.start
        self.restart()
        while self.recorder.redo() is not None:
            pass
        assert everything(self.recorder.minutes) == end
        assert self.store.check() == []


class TwoWindows(RuleBasedStateMachine):
    """Two recorders on one file: nothing is lost, nothing half done, and both end up showing the same."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "a.db"
        self.stores = [Store.open(path) for _ in range(2)]
        self.meeting = new_id()
        self.stores[0].create(Meeting(id=self.meeting, meeting_id=self.meeting))
        self.recorders = [Recorder(store, self.meeting) for store in self.stores]

    @rule(window=st.integers(0, 1), line=st.sampled_from(LINES))
    def accept(self, window: int, line: str) -> None:
        recorder = self.recorders[window]
        before = len(self.stores[window].lines(self.meeting))
        accepted = recorder.accept(line)
        # A line without effect stays in the bar, and is kept as typed all the same.
        kept = not accepted.miss or not accepted.changed
        assert len(self.stores[window].lines(self.meeting)) == before + kept

    @rule(window=st.integers(0, 1), back=st.booleans())
    def turn(self, window: int, back: bool) -> None:
        recorder = self.recorders[window]
        before = everything(self.stores[window].load(self.meeting))
        try:
            recorder.undo() if back else recorder.redo()
        except (ChangedSince, StillUsed):
            assert everything(self.stores[window].load(self.meeting)) == before

    @rule(window=st.integers(0, 1), data=st.data())
    def delete(self, window: int, data: Any) -> None:
        minutes = self.recorders[window].minutes
        if rows := [*minutes.all_entries, *minutes.topics, *minutes.departments]:
            self.recorders[window].delete(data.draw(st.sampled_from([row.id for row in rows])))

    @rule(window=st.integers(0, 1))
    def look(self, window: int) -> None:
        self.recorders[window].view.poll()
        assert everything(self.recorders[window].minutes) == everything(
            self.stores[window].load(self.meeting)
        )

    def teardown(self) -> None:
        for window in (0, 1):
            self.look(window)
        assert self.stores[0].check() == []
        for store in self.stores:
            store.close()
        self.folder.cleanup()


TestTwoWindows = TwoWindows.TestCase
TestTwoWindows.settings = settings(
    max_examples=10, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
TestRecording = Recording.TestCase
TestRecording.settings = settings(
    max_examples=12, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
