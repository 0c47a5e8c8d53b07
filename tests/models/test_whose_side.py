"""Lines that begin with whose they are without a verb of speech, jobs taken on, and what is said of what was said."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from models.capture import Context, readings, to_json
from models.capture.line import Written
from models.meeting import Opinion, Person
from models.recorder import Recorder
from models.store import Store
from tests.meetings.contexts import ANCHOR, roster
from tests.meetings.stored import typed

PEOPLE = roster(
    {
        "设备部": ["骆平", "童雨"],
        "质量部": ["喻岚"],
        "市场部": ["詹宁"],
        "采购中心": ["晁刚"],
        "财务部": ["孔令杰"],
    }
)
LATE = (
    Written("e5", "opinion", "备件两周才到", "1.1"),
    Written("e4", "action", "报价单重做", "1.1", "A2"),
    Written("e3", "resolution", "价格按98折", "1.1", "D1"),
    Written("e2", "action", "机房配置比对", "1.1", "A3"),
)
SPOKEN = Context(
    anchor=ANCHOR,
    roster=PEOPLE,
    now="14:20",
    live="1.1",
    topics=(("1.1", "备货"),),
    codes=frozenset({"D1", "A1", "A2", "A3"}),
    speaker=("财务部", "孔令杰"),
    facts_open=False,
    latest_texts=LATE,
)
NOBODY = replace(SPOKEN, speaker=None)


def _read(line: str, context: Context = SPOKEN) -> list[dict[str, Any]]:
    return [to_json(item) for item in readings(line, context)[0].items]


def _one(line: str, context: Context = SPOKEN) -> dict[str, Any]:
    (item,) = _read(line, context)
    return item


@pytest.mark.parametrize(
    ("line", "department", "person", "text"),
    [
        ("设备这边只有两台能用", "设备部", None, "只有两台能用"),
        ("质量部这边统计了三个月的退货", "质量部", None, "统计了三个月的退货"),
        ("采购这边要三天", "采购中心", None, "要三天"),
        ("市场这边月底预算就用完了", "市场部", None, "月底预算就用完了"),
        ("采购中心那边说最快下周到", "采购中心", None, "最快下周到"),
        ("设备那边觉得没必要换", "设备部", None, "觉得没必要换"),
        ("詹宁这边缺一版素材", "市场部", "詹宁", "缺一版素材"),
        ("骆平马上说停不了", "设备部", "骆平", "停不了"),
        ("喻岚通报，上周退了两批", "质量部", "喻岚", "通报，上周退了两批"),
        ("晁刚不承认，说是按合同订的", "采购中心", "晁刚", "不承认，说是按合同订的"),
        ("设备这边的情况，三台都坏了", "设备部", None, "情况，三台都坏了"),
        ("喻岚那边没什么意见，抽检跟上就行", "质量部", "喻岚", "没什么意见，抽检跟上就行"),
        ("骆平讲三点，先保产", "设备部", "骆平", "讲三点，先保产"),
        ("詹宁表态可以让一步", "市场部", "詹宁", "表态可以让一步"),
        ("喻岚补一句 样件还没封", "质量部", "喻岚", "补一句 样件还没封"),
        ("喻岚觉得没人复核才是原因", "质量部", "喻岚", "觉得没人复核才是原因"),
        ("质量的意见是先封存", "质量部", None, "先封存"),
        ("采购那边的意思是再压一压价", "采购中心", None, "再压一压价"),
        ("喻岚的意思这批不能放行", "质量部", "喻岚", "这批不能放行"),
        ("市场部的看法很明确，先做老客户", "市场部", None, "先做老客户"),
    ],
)
@pytest.mark.parametrize("context", [SPOKEN, NOBODY])
def test_a_line_that_begins_with_whose_side_it_is_is_theirs(
    line: str, department: str, person: str | None, text: str, context: Context
) -> None:
    said = _one(line, context)
    assert (said["kind"], said["department"], said["person"], said["text"]) == (
        "opinion",
        department,
        person,
        text,
    )
    assert said["evidence"]["department"] == "led"


@pytest.mark.parametrize(
    ("line", "department", "due", "task"),
    [
        ("设备部下周三前出检修方案", "设备部", "2026-09-23", "出检修方案"),
        ("设备部明天发停机通知", "设备部", "2026-09-17", "发停机通知"),
        ("采购中心本周内再配两套模具", "采购中心", "2026-09-20", "再配两套模具"),
        ("质量部月底前把来料标准改完", "质量部", "2026-09-30", "把来料标准改完"),
        ("设备这周把备件数一遍", "设备部", "2026-09-20", "把备件数一遍"),
        ("安全预案设备部周三前交财务部", "设备部", "2026-09-23", "安全预案设备部交财务部"),
        ("市场那边下周三前定下来两个城市", "市场部", "2026-09-23", "定下来两个城市"),
        ("采购这块周五前催一下样件", "采购中心", "2026-09-18", "催一下样件"),
        ("质量那边检验报告9月25号前出来", "质量部", "2026-09-25", "检验报告出来"),
    ],
)
@pytest.mark.parametrize("context", [SPOKEN, NOBODY])
def test_a_department_with_a_day_and_something_to_do_has_a_job_whoever_speaks(
    line: str, department: str, due: str, task: str, context: Context
) -> None:
    made = _one(line, context)
    assert (made["kind"], made["owner_department"], made["due"], made["task"]) == (
        "action",
        department,
        due,
        task,
    )


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("设备部下周三前给不了", "设备部"),
        ("采购下周一前报三家价", "采购中心"),
        ("市场那边还要两个人", "市场部"),
        ("质量周五前出报告", "质量部"),
        ("听喻岚的意思，客户不肯收", "质量部喻岚"),
        ("按采购中心的说法至少要一个月", "采购中心"),
        ("市场支持质量提的那条", "市场部"),
    ],
)
def test_what_may_be_anothers_or_told_of_him_asks_whose_it_is(line: str, first: str) -> None:
    said = _one(line)
    assert (said["asks"], said["department"], said["candidates"]) == ("who", None, [first])


@pytest.mark.parametrize(
    "line",
    [
        "设备那边一直没给清单",
        "采购那边到现在还没回",
        "质量那边能不能快一点",
        "设备那边换了两家厂",
        "市场那边投放过一轮",
        "市场这边我去沟通",
        "设备那边批了我们就付",
        "质量这块我们要抓紧",
        "市场这块还差三个点",
        "采购那块钢材周三才到",
        "采购中心的流程太慢",
        "设备部11月的维修费超了",
        "市场部下周去成都参展",
        "质量部周五的报告我看了",
        "财务这边单子太多",
        "财务部的意见是发票先到",
        "按采购的流程走",
        "听说设备下周停产",
        "技术支持市场团队不够",
        "客户那边的意思是再降五个点",
        "设备部的意见我们不认",
        "质量部的意见是什么",
        "设备部明天发工资",
        "采购中心下周三发的货到了",
        "设备部下周发通知我们来不及看",
        "我来说一下背景",
        "我来补充两句",
        "我来之前已经发了",
        "我来不了",
        "大家都觉得价格高",
        "大家都觉得贵，我们也没办法",
        "第三条产线负责人换了",
        "第二个原因是人手不够",
        "好的供应商不多",
        "那就只能停产了",
        "那就看他们怎么报",
        "这条线是设备部管的",
        "这批是采购中心订的",
        "刚才说的是单价",
        "设备部回头客不多",
        "空姐反对加班的新闻都看了",
        "大哥大的时代过去了",
        "喻岚的报告我去看一下就行",
        "请设备部尽快出个方案",
    ],
)
def test_what_only_speaks_of_a_department_stays_the_speakers(line: str) -> None:
    said = _one(line)
    assert (said["kind"], said["department"], said["person"], said["asks"]) == (
        "opinion",
        "财务部",
        "孔令杰",
        None,
    )


@pytest.mark.parametrize(
    ("line", "task", "due"),
    [
        ("我来联系三家厂家", "联系三家厂家", None),
        ("我来约他们周四面谈", "约他们面谈", "2026-09-17"),
        ("这个我来写，下周一前", "写", "2026-09-21"),
        ("台账整理一遍，我来", "台账整理一遍", None),
        ("记得给保险公司打个报告，我来", "给保险公司打个报告", None),
        ("我负责跟客户对账", "跟客户对账", None),
        ("外包的事我来谈", "外包的事我来谈", None),
    ],
)
def test_what_somebody_takes_on_himself_is_the_speakers_job(line: str, task: str, due: str | None) -> None:
    made = _one(line)
    assert (made["kind"], made["owner_department"], made["owner"]) == ("action", "财务部", "孔令杰")
    assert (made["task"], made["due"], made["evidence"]["owner"]) == (task, due, "carried")


@pytest.mark.parametrize(
    "line",
    [
        "我来吧",
        "这个我来",
        "好的，周四前谈好价",
        "没问题，下周二前给到",
        "都没意见就这样",
        "以后双人签字 大家没意见吧",
        "先停一条线，都没问题吧",
        "骆平看了下，是轴承坏了",
        "费总解释是按图做的",
        "梅姐反对全补，会有人来冒领",
        "晁刚估计得到月底",
    ],
)
def test_an_answer_without_a_name_asks_who_gave_it(line: str) -> None:
    assert _one(line)["asks"] == "who"


@pytest.mark.parametrize(
    ("line", "owner", "task"),
    [
        ("童雨记得把钥匙带上", "童雨", "记得把钥匙带上"),
        ("骆平回头把图纸发群里", "骆平", "回头把图纸发群里"),
        ("晁刚会后跟厂家约个时间", "晁刚", "会后跟厂家约个时间"),
        ("詹宁抽空把海报改了", "詹宁", "抽空把海报改了"),
        ("骆平记得把关键备件单列", "骆平", "记得把关键备件单列"),
        ("童雨去问一下厂家的价", "童雨", "去问一下厂家的价"),
        ("晁刚得改一版合同", "晁刚", "得改一版合同"),
        ("童雨得把预警做进表里", "童雨", "得把预警做进表里"),
        ("詹宁把样张再理一下给财务部", "詹宁", "把样张再理一下给财务部"),
        ("童雨记得登记过期的备件", "童雨", "记得登记过期的备件"),
        ("叉车归骆平", "骆平", "叉车"),
        ("詹宁这两天把素材收上来", "詹宁", "这两天把素材收上来"),
    ],
)
def test_who_is_told_to_remember_something_has_a_job_without_a_day(line: str, owner: str, task: str) -> None:
    made = _one(line)
    assert (made["kind"], made["owner"], made["task"]) == ("action", owner, task)


@pytest.mark.parametrize("line", ["大家都觉得行", "大家都说可以", "都觉得没问题", "各部门都觉得合适"])
def test_that_all_hold_it_to_be_good_is_consent_of_those_who_have_not_spoken(line: str) -> None:
    said = _read(line, replace(SPOKEN, unspoken=("设备部", "质量部")))
    assert [(one["department"], one["stance"]) for one in said] == [
        ("设备部", "support"),
        ("质量部", "support"),
    ]


@pytest.mark.parametrize("line", ["大家都觉得可以先试两周", "两边都觉得先按老办法来"])
def test_what_all_hold_that_is_to_be_done_asks(line: str) -> None:
    assert _one(line)["asks"] == "who"


@pytest.mark.parametrize(
    ("line", "text", "condition"),
    [
        ("那就10月8日停机，前提是备件到齐", "10月8日停机", "备件到齐"),
        ("行 那先付一半，条件是发票先开", "先付一半", "发票先开"),
        ("那这样，周五试产，前提是模具修好", "周五试产", "模具修好"),
    ],
)
def test_what_is_settled_on_a_condition_is_a_resolution_whoever_speaks(
    line: str, text: str, condition: str
) -> None:
    made = _one(line)
    assert (made["kind"], made["text"], [one["task"] for one in made["conditions"]]) == (
        "resolution",
        text,
        [condition],
    )


@pytest.mark.parametrize(
    "line",
    [
        "两边都说好先停一条线",
        "备件买几套，吵了半天",
        "验收标准 两家僵住了",
        "先付一半，都点头了",
        "先修还是先换，两边各说各的",
    ],
)
def test_what_both_came_to_or_fought_over_is_nobodys_statement(line: str) -> None:
    assert _one(line)["kind"] in ("consensus", "dispute")


@pytest.mark.parametrize(
    ("line", "target", "due"),
    [
        ("上面第2条行动改成下周一", "A2", "2026-09-21"),
        ("第三条行动推到9月30号", "A3", "2026-09-30"),
    ],
)
def test_an_item_is_changed_by_its_place_among_its_kind(line: str, target: str, due: str) -> None:
    made = _one(line)
    assert (made["kind"], made["target"], made["due"]) == ("change", target, due)


def test_an_item_of_a_place_that_is_not_there_asks_which() -> None:
    assert _one("第9条行动改成周五")["missing"] == ["target"]


@pytest.mark.parametrize(
    ("line", "department", "person"),
    [
        ("刚才那句是喻岚说的", "质量部", "喻岚"),
        ("刚才那条是采购提的", "采购中心", None),
        ("刚才备件那句是童雨说的", "设备部", "童雨"),
        ("上一条是骆平讲的，不是孔令杰", "设备部", "骆平"),
        ("这句话是市场部的意见", "市场部", None),
    ],
)
def test_what_stands_last_is_given_to_who_is_said_to_have_said_it(
    line: str, department: str, person: str | None
) -> None:
    made = _one(line)
    assert (made["kind"], made["owner_department"], made["owner"]) == ("change", department, person)
    assert "target" not in made["missing"]


def test_it_asks_which_is_meant_where_nothing_was_said_yet() -> None:
    assert _one("刚才那句是喻岚说的", replace(SPOKEN, latest_texts=()))["missing"] == ["target"]
    assert _one("刚才运费那句是喻岚说的")["missing"] == ["target"]


@pytest.mark.parametrize("line", ["（骆平出去接电话）", "（外面施工太吵）", "(晁刚在翻合同)"])
def test_an_aside_in_brackets_is_a_note_of_nobody(line: str) -> None:
    assert _one(line)["kind"] == "note"


def test_who_left_by_an_aside_in_brackets_has_left() -> None:
    made = _one("（詹宁先走了）")
    assert (made["kind"], made["name"], made["attendance"]) == ("attendance", "詹宁", "left")


def test_the_statement_moves_with_the_speaker_and_one_undo_moves_both_back(store: Store) -> None:
    recorder = typed(
        store,
        "出席：财务部：孔令杰；质量部：喻岚",
        "孔令杰：先付一半",
        "余款验收后付",
        "刚才那句是喻岚说的",
        "不合格就扣",
        starts_at="2026-09-16T14:00",
    )
    assert _said(recorder) == [("先付一半", "孔令杰"), ("余款验收后付", "喻岚"), ("不合格就扣", "喻岚")]
    recorder.undo()
    recorder.undo()
    assert _said(recorder) == [("先付一半", "孔令杰"), ("余款验收后付", "孔令杰")]
    recorder.accept("不合格就扣")
    assert _said(recorder)[-1] == ("不合格就扣", "孔令杰")


def test_a_point_of_nobody_becomes_the_statement_of_who_said_it(store: Store) -> None:
    recorder = typed(
        store,
        "出席：财务部：孔令杰；质量部：喻岚",
        "余款验收后付",
        "刚才那句是喻岚说的",
        starts_at="2026-09-16T14:00",
    )
    assert _said(recorder) == [("余款验收后付", "喻岚")]


def _said(recorder: Recorder) -> list[tuple[str, str]]:
    people = {one.id: one.name for one in recorder.minutes.all(Person)}
    opinions = sorted(recorder.minutes.all(Opinion), key=lambda one: one.seq)
    return [(one.text, people[one.person_id or ""]) for one in opinions]


@pytest.mark.parametrize(
    "line",
    [
        "A3童雨帮着填一下数字",
        "A2推迟吧还是",
        "下次26号上午9点半，就是定稿会",
        "第二件说数据迁移",
        "上面那条写错了，只清3个，另外两个照旧",
        "演练这周六通宵，童雨和詹宁到现场",
        "样品周三到，喻岚负责验",
    ],
)
def test_what_only_who_writes_the_minutes_says_is_not_the_last_speakers(line: str) -> None:
    said = [one for one in _read(line) if one.get("person") == "孔令杰"]
    assert not any((one.get("evidence") or {}).get("person") == "carried" for one in said)


@pytest.mark.parametrize(
    "line",
    [
        "A3标签纸只剩两卷",
        "A4纸大小的折页就够了",
        "下次再谈价格也行",
        "第二件货还没到",
        "上面那条产线停了两天",
        "价格不能再低，詹宁那边也知道",
        "如果延期，喻岚负责的批次就要报废",
    ],
)
def test_a_thing_with_a_number_or_somebody_mentioned_stays_the_last_speakers(line: str) -> None:
    shown = _one(line)
    assert (shown["kind"], shown["person"], shown.get("asks")) == ("opinion", "孔令杰", None)
