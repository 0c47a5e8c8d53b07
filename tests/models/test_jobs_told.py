"""Jobs, changes and corrections in everyday words: whose they are, until when, and what stays the speaker's."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from models.capture import Context, readings, to_json
from models.capture.line import Written
from tests.meetings.contexts import ANCHOR, roster

PEOPLE = roster(
    {
        "供应链": ["韩雪", "钱文斌", "老贾"],
        "技术部": ["苏明远", "裴干事", "小余"],
        "财务部": ["孔令杰"],
        "保卫科": ["董队"],
        "Sales": ["Kevin", "Linda Zhou"],
    }
)
LATE = (
    Written("e4", "action", "报价单重做", "1.1", "A2"),
    Written("e3", "resolution", "价格按98折", "1.1", "D1"),
    Written("e2", "action", "机房配置比对", "1.1", "A3"),
    Written("e1", "opinion", "上月到货126箱，退了3箱", "1.1"),
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


_JOBS = [
    ("停产方案韩雪写 周五给苏明远审", "韩雪", "2026-09-18", ["停产方案", "苏明远"]),
    ("退款钱文斌负责 23号前退完", "钱文斌", "2026-09-23", ["退款", "退完"]),
    ("滤芯老贾负责换，本周日前", "老贾", "2026-09-20", ["滤芯", "换"]),
    ("清理方案裴干事写，下周三交", "裴干事", "2026-09-23", ["清理方案"]),
    ("抽检名单韩雪18号给苏明远", "韩雪", "2026-09-18", ["抽检名单", "苏明远"]),
    ("序列号清单 小余 今天下班前 发给财务部", "小余", "2026-09-16", ["序列号清单", "财务部"]),
    ("备件的量老贾拉个单子，这周五", "老贾", "2026-09-18", ["备件", "单子"]),
    ("入口放首页，小余出方案，22号评审", "小余", "2026-09-22", ["入口放首页", "方案"]),
    ("必填项加校验——小余 这周内", "小余", "2026-09-20", ["必填项加校验"]),
    ("没发的offer今天全部hold，Kevin", "Kevin", "2026-09-16", ["offer", "hold"]),
    ("周四前催一遍单子（韩雪）", "韩雪", "2026-09-17", ["催一遍单子"]),
    ("Kevin明天把11月排期表发群里", "Kevin", "2026-09-17", ["11月排期表"]),
    ("Sales的合同Kevin找Linda看，下周二前回复", "Kevin", "2026-09-22", ["Linda", "回复"]),
    ("让小余周五前把数补齐", "小余", "2026-09-18", ["把数补齐"]),
    ("小余答应回去查，今天下班前给回话", "小余", "2026-09-16", ["查", "回话"]),
    ("临时工需求小余去各店收一下 30号前报苏明远", "小余", "2026-09-30", ["需求", "苏明远"]),
    ("滞销款补货先停两周，韩雪盯着", "韩雪", None, ["补货先停两周"]),
    ("小余你来写一版，周五前", "小余", "2026-09-18", ["写一版"]),
    ("安排小余周四去现场看一下", "小余", "2026-09-17", ["现场看一下"]),
    ("邵丽牵头写个换标签的流程，月底给", "邵丽", "2026-09-30", ["换标签的流程"]),
    ("海报小余做", "小余", None, ["海报"]),
    ("采购合同韩雪去签，两批都签进去", "韩雪", None, ["采购合同", "两批"]),
    ("志愿者小余去联系学校，要20个人", "小余", None, ["志愿者", "20个人"]),
    ("培训两次，技术部牵头，30号前搞完", None, "2026-09-30", ["培训两次", "搞完"]),
    ("物料单这块老贾自己排，跟生产同一天", "老贾", None, ["物料单"]),
]


@pytest.mark.parametrize(("line", "owner", "due", "holds"), _JOBS)
@pytest.mark.parametrize("context", [SPOKEN, NOBODY], ids=["spoken", "nobody"])
def test_a_job_told_in_passing_is_of_whom_it_names(
    line: str, owner: str, due: str | None, holds: list[str], context: Context
) -> None:
    (made,) = _read(line, context)
    assert (made["kind"], made["owner"], made["due"]) == ("action", owner, due)
    assert all(word in made["task"] for word in holds)


@pytest.mark.parametrize(
    ("line", "owner", "helpers"),
    [
        ("预算表韩雪出，孔令杰审，25号前", "韩雪", ["孔令杰"]),
        ("重试机制小余做 苏明远跟测", "小余", ["苏明远"]),
        ("公告韩雪写 孔令杰过一遍，周五发", "韩雪", ["孔令杰"]),
        ("试点方案小余跟老贾一起弄 11月6号交", "小余", ["老贾"]),
        ("报警器走应急采购，老贾办，孔令杰配合，下周五到货", "老贾", ["孔令杰"]),
        ("韩雪、小余周四前对一遍账", "韩雪", ["小余"]),
        ("韩雪周五去看样品写报告，小余跟着", "韩雪", ["小余"]),
    ],
)
def test_who_only_helps_with_a_job_does_not_own_it(line: str, owner: str, helpers: list[str]) -> None:
    (made,) = _read(line)
    assert (made["kind"], made["owner"]) == ("action", owner)
    assert made["helpers"] == helpers


@pytest.mark.parametrize(
    ("line", "jobs"),
    [
        ("老贾找三家 Kevin出需求，11/6前都要齐", [("老贾", "2026-11-06"), ("Kevin", "2026-11-06")]),
        ("老贾把台账报给苏明远，韩雪把评估费列进明年预算", [("老贾", None), ("韩雪", None)]),
        ("清仓方案韩雪这周五出，退货老贾去谈", [("韩雪", "2026-09-18"), ("老贾", None)]),
    ],
)
def test_two_jobs_of_one_line_are_two_actions(line: str, jobs: list[tuple[str, str | None]]) -> None:
    assert [(one["kind"], one["owner"], one["due"]) for one in _read(line)] == [
        ("action", *job) for job in jobs
    ]


@pytest.mark.parametrize(
    "line",
    [
        "周报一直是韩雪写",
        "报告小余看过了",
        "这个要问韩雪",
        "上次的方案韩雪写得不错",
        "谁写？韩雪写",
        "如果韩雪写周五前能好",
        "要是韩雪周五前给就行",
        "我觉得韩雪写比较好",
        "给韩雪发一份，周五前",
        "和韩雪对一下数，周五前",
        "找小余改一下脚本 今天",
        "韩雪那边周五前能不能给",
        "韩雪昨天改的接口",
        "韩雪提的方案周五前定不下来",
        "等韩雪周五回来再定",
        "邮件抄送韩雪",
        "这块老贾最熟",
        "财务部负责付款",
        "建议老贾牵头",
        "希望小余周五前给",
        "周五前先把数补齐",
        "A4纸要多买两箱",
        "合同那条改成月结我们才签",
        "刚才说的不对，我们没答应",
        "单价应该是38",
        "合同韩雪去签过了",
        "合同韩雪去签的",
    ],
)
def test_words_that_give_nobody_a_job_stay_the_speakers(line: str) -> None:
    (said,) = _read(line)
    assert (said["kind"], said["person"]) == ("opinion", "孔令杰")


@pytest.mark.parametrize(
    "line",
    [
        "韩雪下周一出差",
        "韩雪周五前给不了",
        "韩雪管财务，老贾管物流",
        "小余今天改了脚本",
        "韩雪明天去上海",
        "这个她去跟供应链谈，周一回话",
    ],
)
def test_what_is_told_of_somebody_else_is_no_job(line: str) -> None:
    (said,) = _read(line)
    assert (said["kind"], said["asks"]) == ("opinion", "who")


_CHANGES: list[tuple[str, dict[str, Any]]] = [
    ("A1的28号改27号吧，28是周六", {"target": "A1", "due": "2026-09-27"}),
    ("行动1的28号改27号吧", {"target": "A1", "due": "2026-09-27"}),
    ("A3提前到10/26，Kevin要先看", {"target": "A3", "due": "2026-10-26"}),
    ("A3改25号吧，老贾说20来不及", {"target": "A3", "due": "2026-09-25"}),
    ("A2改成下周一", {"target": "A2", "due": "2026-09-21", "text": None}),
    ("A2往后推到下周三", {"target": "A2", "due": "2026-09-23"}),
    ("A2给韩雪", {"target": "A2", "owner": "韩雪"}),
    ("A1还是钱文斌来", {"target": "A1", "owner": "钱文斌"}),
    ("A3改由技术部办公室小余发，董队把关", {"target": "A3", "owner": "小余", "owner_department": "技术部"}),
    ("A2改为：报价单重做两版 @小余", {"target": "A2", "text": "报价单重做两版", "owner": "小余"}),
    ("A2加上技术部的小余帮忙", {"target": "A2", "helpers": ["小余"]}),
    ("A2加上Sales的小吴帮忙", {"target": "A2", "helpers": ["小吴"], "cooperating": ["Sales"]}),
    ("A1小余也跟着一起做", {"target": "A1", "helpers": ["小余"]}),
    ("A1催的时候带上董队 他跟那边熟", {"target": "A1", "cooperating": ["保卫科"]}),
    ("刚才配置比对那条改成下周一，周五来不及", {"target": "A3", "due": "2026-09-21"}),
    ("所以价格那条改成97折", {"target": "D1", "text": "97折"}),
    ("上面那条作废", {"target": "A2", "status": "cancelled"}),
]


@pytest.mark.parametrize(("line", "expected"), _CHANGES)
@pytest.mark.parametrize("context", [SPOKEN, NOBODY], ids=["spoken", "nobody"])
def test_a_change_in_everyday_words_is_nobodys_opinion(
    line: str, expected: dict[str, Any], context: Context
) -> None:
    (made,) = _read(line, context)
    assert (made["kind"], {name: made[name] for name in expected}) == ("change", expected)


@pytest.mark.parametrize(
    ("line", "code"), [("A9改到下周五", "A9"), ("A9改由韩雪负责", "A9"), ("刚才仓库那条改成月底", None)]
)
def test_a_change_of_what_cannot_be_found_asks_which_is_meant(line: str, code: str | None) -> None:
    (made,) = _read(line)
    assert (made["kind"], made["target"] or None, made["missing"]) == ("change", code, ["target"])


@pytest.mark.parametrize(
    ("line", "preview"),
    [
        ("打错了 128箱", "上月到货128箱，退了3箱"),
        ("不对 128箱", "上月到货128箱，退了3箱"),
        ("打错了，老贾说的是128箱不是126", "上月到货128箱，退了3箱"),
        ("刚才那条写错了，是供货单不是报价单", "供货单重做"),
        ("上面126箱更正为162箱", "上月到货162箱，退了3箱"),
        ("更正 刚才报价单应该是报价表", "报价表重做"),
        ("写错了，不是98折，是97折", "价格按97折"),
    ],
)
def test_a_correction_in_everyday_words_replaces_what_it_means(line: str, preview: str) -> None:
    (made,) = _read(line)
    assert (made["kind"], made["preview"]) == ("replacement", preview)


@pytest.mark.parametrize("line", ["打错了 500公斤", "上条不对 是小肖", "上面88台更正为89台"])
def test_a_correction_whose_old_words_are_nowhere_asks_which_entry_is_meant(line: str) -> None:
    (made,) = _read(line)
    assert (made["kind"], made["target"], made["missing"]) == ("change", None, ["target"])


def test_every_department_hands_in_until_a_day_said_in_english_or_again_and_again() -> None:
    first, second = (
        _read(line)[0] for line in ("各部门周五EOD前重交template给韩雪", "每周五各处室报进度到校办，我来汇总")
    )
    assert (first["kind"], first["owner_department"], first["due"]) == ("action", "各部门", "2026-09-18")
    assert (second["kind"], second["owner_department"]) == ("action", "各部门")
