"""Texts that must and texts that must not be flagged as spoken language."""

from __future__ import annotations

import pytest

from models.colloquial import find, table


def words(text: str, **options: object) -> list[str]:
    return [spoken.word for spoken in find(text, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("嗯，这个可以", ["嗯"]),
        ("咱们下周再看", ["咱们"]),
        ("我觉得占比偏高", ["我觉得"]),
        ("也就是说要改流程", ["也就是说"]),
        ("说白了就是缺人", ["说白了"]),
        ("是吧，先这样", ["是吧"]),
        ("需要确认是不是双休", ["是不是"]),
        ("啥时候能给", ["啥"]),
        ("咋办", ["咋"]),
        ("素材周五能搞定", ["搞定"]),
        ("这事由王总监拍板", ["拍板"]),
        ("不要互相踢皮球", ["踢皮球"]),
        ("研发部掉链子", ["掉链子"]),
        ("这件事一拖再拖", ["一拖再拖"]),
        ("李经理跟一下供应商那边", ["跟一下", "那边"]),
        ("合同再过一遍", ["过一遍"]),
        ("两个部门碰一下", ["碰一下"]),
        ("拉个群", ["拉个群"]),
        ("客服部帮个忙", ["帮个忙"]),
        ("暂时没法支持", ["没法"]),
        ("前面踩坑太多", ["踩坑"]),
        ("还有好多问题", ["好多"]),
        ("供应商老是延期", ["老是"]),
        ("赶紧给接口", ["赶紧"]),
        ("到时候再说", ["到时候"]),
        ("海报、单页之类的", ["之类的"]),
        ("这个活推给客服部", ["推给"]),
        ("搞定一个再搞定一个", ["搞定"]),
    ],
)
def test_a_spoken_word_is_found_once(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "流程卡点已对齐，方案落地后闭环管理",
        "客户原话是“啥时候能搞定”",
        "《咱们的项目》宣传片已定稿",
        "是不是需要增设紧急响应通道？",
        "双方将就价格与交期进行协商",
        "会议将就预算分配展开讨论",
        "王总监汇总是否齐全的清单",
        "清单已核对一下载记录",
        "重点儿童用品专区",
        "方法已经验证",
        "审核通过一下属单位的申请",
        "没法律依据",
        "回头客比例上升",
        "堆放于一堆场",
        "这边界需要明确",
        "拖延与拖欠分别统计",
        "翻车机检修",
        "咋舌",
        "懵懂",
        "呃逆",
        "方案做完，做什么的资料齐全",
        "高等等级考试",
    ],
)
def test_a_written_sentence_is_left_alone(text: str) -> None:
    assert words(text) == []


def test_a_vague_promise_counts_in_a_decision_only() -> None:
    for word in ("尽快", "及时", "争取", "适时"):
        assert words(f"{word}完成") == []
        assert words(f"{word}完成", decision=True) == [word]
    assert words("提高及时性", decision=True) == []


def test_a_name_is_not_taken_apart() -> None:
    assert words("王总是负责人") == ["总是"]
    assert words("王总是负责人", names=["王总"]) == []


def test_the_templates_own_example_sentences_are_clean() -> None:
    for sentence in (
        "需研发部提供“产品功能亮点说明”(X月X日前),用于推广素材制作",
        "要求市场部提前7天提交推广需求,预留技术调试时间",
        "市场部认为技术部需在24小时内提供故障排查支持,技术部提出需增加前置接口对接流程",
        "争议:是否需增设紧急响应通道;共识:技术部设置7×24小时紧急接口,市场部需提交书面紧急申请",
        "请各部门于X月X日前反馈确认意见,逾期视为默认",
        "对齐各部门核心目标,保证协同方向一致;业务流程卡点;明确落地责任;闭环管理",
    ):
        assert words(sentence, decision=True) == []


def test_the_written_form_stands_in_for_the_word_and_a_lone_sign_goes() -> None:
    text = "嗯，我觉得下周能搞定"
    found = find(text, department="市场部")
    assert [spoken.written for spoken in found] == [("",), ("市场部认为",), ("完成",)]
    assert found[0].replaced(text, "") == "我觉得下周能搞定"
    assert found[2].replaced(text, "完成") == "嗯，我觉得下周能完成"


def test_of_a_word_that_stands_twice_the_first_is_mended_first() -> None:
    text = "搞定素材再搞定渠道"
    (spoken,) = find(text)
    assert spoken.replaced(text, "完成") == "完成素材再搞定渠道"


def test_a_form_that_needs_the_department_is_not_offered_where_none_speaks() -> None:
    assert find("我觉得偏高")[0].written == ()


def test_each_word_stands_in_one_row_of_the_table() -> None:
    every = [word for row in table() for word in row.words]
    assert len(every) == len(set(every))
    assert len(every) > 75
