"""Signs as they are printed."""

from __future__ import annotations

import pytest

from exporters.punctuation import joined, sentence, tidy


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("预热素材周五前能出初稿,定稿要等研发的参数", "预热素材周五前能出初稿，定稿要等研发的参数"),
        ("比例:30%,首月投放!", "比例：30%，首月投放！"),
        ("9:30开始,10:45结束", "9:30开始，10:45结束"),
        ("预算1,000元", "预算1,000元"),
        ("占比１２％", "占比12%"),
        ("ＳＯＰ文档", "SOP文档"),
        ("两种(常规、紧急)", "两种（常规、紧急）"),
        ("见接口文档(v2.1)", "见接口文档（v2.1）"),
        ("7x24小时", "7×24小时"),
        ('"产品功能亮点说明"', "“产品功能亮点说明”"),
        ("再议...", "再议……"),
        ("同意.下周再议.", "同意。下周再议。"),
        ("见 https://example.com/a,b:c 说明", "见 https://example.com/a,b:c 说明"),
        ("发到 a.b@example.com,谢谢", "发到 a.b@example.com，谢谢"),
        ("Ship it, then (maybe) rest: fine.", "Ship it, then (maybe) rest: fine."),
        ("1.占28%;2.首月投放", "1.占28%；2.首月投放"),
        ("会议号 682 114 903", "会议号 682 114 903"),
        ("同意，，可以", "同意，可以"),
        ("比例0::务", "比例0：务"),
        ("高峰期在10:00-12:00", "高峰期在10:00—12:00"),
        ("10月9日-10月12日", "10月9日-10月12日"),
    ],
)
def test_chinese_text_has_full_width_signs_and_half_width_figures(typed: str, printed: str) -> None:
    assert tidy(typed) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("同意", "同意。"),
        ("同意。", "同意。"),
        ("同意；", "同意。"),
        ("是否可行？", "是否可行？"),
        ("Agreed", "Agreed."),
        ("称为“紧急流程”", "称为“紧急流程”。"),
        ("", ""),
    ],
)
def test_a_sentence_ends_once(typed: str, printed: str) -> None:
    assert sentence(typed) == printed


def test_joined_statements_have_one_sign_between_them() -> None:
    assert joined(["占比30%。", "", "提成50%；", "可行吗？", "是"]) == "占比30%；提成50%；可行吗？是。"
    assert joined(["We agree.", "Ship it"]) == "We agree; Ship it."
