"""What a hurried recorder notes without marker: topics, decisions, quarrels, open questions, stances."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from models.capture import Written, parse, to_json
from tests.meetings.contexts import MEETING

SPOKEN = replace(MEETING, speaker=("市场部", "李经理"))
EARLY = replace(MEETING, topics=(("1.1", ""),), live="1.1")


def _read(line: str, context: Any = SPOKEN) -> list[dict[str, Any]]:
    return [to_json(one) for one in parse(line, context)]


def _kinds(line: str, context: Any = SPOKEN) -> list[str]:
    return [one["kind"] for one in _read(line, context)]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("先说报销流程", "报销流程"),
        ("先讲华东渠道", "华东渠道"),
        ("再看备件库存", "备件库存"),
        ("好，说说排班", "排班"),
        ("接下来讨论供应商准入", "供应商准入"),
        ("接着研发部，样机进度", "样机进度"),
        ("下面轮到研发部：样机进度", "样机进度"),
        ("停车跟标识一块讲", "停车跟标识"),
        ("赔付的事说一下", "赔付"),
        ("最后 文创和经费", "文创和经费"),
        ("下一个 客诉", "客诉"),
        ("第二个，壳体交付", "壳体交付"),
        ("最后一个，培训计划", "培训计划"),
        ("最后商量的是值班安排", "值班安排"),
        ("last one，IT capex", "IT capex"),
        ("next，媒体那80万", "媒体那80万"),
        ("再一个，自助柜上不上", "自助柜上不上"),
        ("下面库存", "库存"),
        ("排班怎么弄 接着说", "排班"),
        ("HC freeze这块，赵经理你来", "HC freeze"),
        ("咱们先聊招聘", "招聘"),
        ("再来看售后", "售后"),
        ("说说年终奖的事", "年终奖"),
        ("好，下一个，物流费用", "物流费用"),
        ("进入第二项，招投标", "招投标"),
        ("先说调价吧 标签跟系统对不上这个事", "调价 标签跟系统对不上"),
    ],
)
def test_a_topic_is_announced_in_everyday_words_whoever_speaks(line: str, title: str) -> None:
    (item,) = _read(line)
    assert (item["kind"], item["title"]) == ("topic", title)


@pytest.mark.parametrize(
    ("line", "title"), [("一、食堂燃气", "食堂燃气"), ("ok开始 2027 budget", "2027 budget")]
)
def test_the_first_topic_is_counted_from_one(line: str, title: str) -> None:
    (item,) = _read(line, EARLY)
    assert (item["kind"], item["title"]) == ("topic", title)


def test_what_a_speaker_counts_is_no_topic() -> None:
    counting = replace(SPOKEN, latest_texts=(Written("e1", "opinion", "第一个，人手不足", "1.1"),))
    assert _kinds("第二个，设备老化", counting) == ["opinion"]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("那就定了 国庆前不发版", "国庆前不发版"),
        ("那就这样，下月起按新流程走", "下月起按新流程走"),
        ("那就agree了，全年9%", "全年9%"),
        ("定：四个岗位放行", "四个岗位放行"),
        ("国庆前不发版，这条定了", "国庆前不发版"),
        ("先付一半，就这么定", "先付一半"),
        ("好，按方案二走，就这么办", "按方案二走"),
        ("王总监拍板 先付一半，尾款验收后付", "王总监拍板 先付一半，尾款验收后付"),
        ("最后赵经理拍板先做华东，两家没再争", "最后赵经理拍板先做华东，两家没再争"),
        ("行 先付一半，尾款月底，通过", "先付一半，尾款月底"),
        ("会上定了：春节前不动", "春节前不动"),
        ("决定了，先停一周", "先停一周"),
        ("那就先这么办：客服先顶两周", "客服先顶两周"),
        ("OK那就按A方案走，月底前切换", "OK那就按A方案走，月底前切换"),
        ("最后同意礼盒双十一前清完", "最后同意礼盒双十一前清完"),
    ],
)
def test_what_was_decided_is_noted_without_a_marker_whoever_speaks(line: str, text: str) -> None:
    (item,) = _read(line)
    assert (item["kind"], item["text"]) == ("resolution", text)


@pytest.mark.parametrize(
    ("line", "condition"),
    [
        ("上线定19号，18号晚上回归要全过才行", "回归要全过"),
        ("决议：样机先做三台，验证过了再量产", "验证过了"),
        ("决议：两台机床今天停用，经设备科验收后恢复", "经设备科验收"),
        ("先付一半，前提是双方签字，就这么定", "双方签字"),
    ],
)
def test_what_is_decided_keeps_the_condition_it_was_decided_on(line: str, condition: str) -> None:
    (item,) = _read(line)
    assert item["kind"] == "resolution"
    assert [one["task"] for one in item["conditions"]] == [condition]


def test_a_condition_alone_belongs_to_the_decision_just_typed() -> None:
    decided = replace(
        SPOKEN, latest_kind="resolution", latest_texts=(Written("d1", "resolution", "先付一半", "1.1", "D1"),)
    )
    (item,) = _read("前提是双方签字", decided)
    assert (item["kind"], item["target"]) == ("change", "D1")
    assert [one["task"] for one in item["conditions"]] == ["双方签字"]
    assert _kinds("前提是双方签字") == ["opinion"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("两边都ok了", "consensus"),
        ("双方谈妥了", "consensus"),
        ("最后说好先试三个月", "consensus"),
        ("吵了一阵，最后说好测完再定，合格放行", "consensus"),
        ("后来王总监说先试三个月，两个人都同意了", "consensus"),
        ("travel挪80万给digital，赵经理和钱主管都ok", "consensus"),
        ("这事两个人说不拢", "dispute"),
        ("僵在价格上了", "dispute"),
        ("没吵出结果", "dispute"),
        ("最后各退一步，首付四成", "consensus"),
        ("这个议题留到下次", "deferred"),
        ("改版的事年后再议", "deferred"),
        ("要不要报备，谁也说不准", "open_issue"),
        ("两边争了十几分钟", "dispute"),
        ("两边argue了半小时", "dispute"),
        ("赵经理和钱主管吵了几句，谁也不让", "dispute"),
        ("各说各的", "dispute"),
        ("外包扩容先放放 等预算下来", "deferred"),
        ("第二供方今天不展开，等图纸定版再议", "deferred"),
        ("这两个先park，等合同", "deferred"),
        ("新楼标识先不谈 放到10月", "deferred"),
        ("门店铺开这个先放着，等试点完了再说", "deferred"),
        ("海外仓的事等调研报告出来再议", "deferred"),
        ("单子到底卡在哪没弄清楚", "open_issue"),
        ("差异到底算门店还是算物流，今天没说清", "open_issue"),
        ("cloud版还是on-prem，没人答得上来", "open_issue"),
        ("没人答得上来：换供应商算不算变更", "open_issue"),
        ("停车收不收费没定", "open_issue"),
        ("质保金谁出没人知道", "open_issue"),
        ("投影断了 哈哈", "note"),
        ("等一下 水杯打翻了擦下桌子", "note"),
        ("谁的手机一直在震 lol", "note"),
        ("空调太冷了，老谭起来关掉", "note"),
    ],
)
def test_what_the_room_comes_to_is_nobodys_opinion(line: str, kind: str) -> None:
    assert _kinds(line) == [kind]


@pytest.mark.parametrize(
    ("line", "at", "place"),
    [
        ("下次28号下午2点还是这个会议室", "2026-09-28T14:00", "这个会议室"),
        ("下次11月5号上午9点 还是这间", "2026-11-05T09:00", "这间"),
        ("下次23号早上8点半碰，看电梯", "2026-09-23T08:30", None),
        ("下周二同一时间再碰", "2026-09-22T14:00", None),
        ("下周三下午3点继续", "2026-09-23T15:00", None),
        ("next 11/10 3pm same room", "2026-11-10T15:00", "same room"),
    ],
)
def test_the_next_meeting_is_said_in_passing(line: str, at: str, place: str | None) -> None:
    (item,) = _read(line)
    assert (item["kind"], item["next_at"], item["next_place"]) == ("next", at, place)


@pytest.mark.parametrize(
    ("line", "person", "stance"),
    [
        ("赵经理问研发能不能提前", "赵经理", "none"),
        ("钱主管也这么看 大客户都在压价", "钱主管", "support"),
        ("何专员反对，没人手", "何专员", "oppose"),
        ("孙主管有意见，账上没钱", "孙主管", "oppose"),
        ("赵经理不认，说那批是研发退的", "赵经理", "oppose"),
        ("刘总监还是不同意", "刘总监", "oppose"),
        ("刘总监不太赞成，怕耽误发版", "刘总监", "oppose"),
        ("孙主管没问题", "孙主管", "support"),
        ("孙主管没意见 账期跟着评级走就行", "孙主管", "support"),
        ("钱主管勉强接受，条件是一季度不考核", "钱主管", "conditional"),
        ("钱主管没反对", "钱主管", "support"),
        ("钱主管对此有保留", "钱主管", "reserve"),
        ("钱主管插话，说价格没包运费", "钱主管", "none"),
        ("钱主管站研发这边", "钱主管", "none"),
        ("赵经理这个back研发", "赵经理", "support"),
        ("赵经理：挪可以，但要客户那边先点头", "赵经理", "conditional"),
        ("赵经理：能 但排期得提前三天给我们", "赵经理", "conditional"),
        ("赵经理：技术上没问题 我支持，名单得财务出", "赵经理", "support"),
        ("赵经理：ok 没问题", "赵经理", "support"),
        ("赵经理：产能没问题，11月能交", "赵经理", "none"),
        ("赵经理：40太高了，30能谈", "赵经理", "none"),
    ],
)
def test_what_somebody_holds_is_his_in_everyday_words(line: str, person: str, stance: str) -> None:
    (item,) = _read(line)
    assert (item["kind"], item["person"], item["stance"]) == ("opinion", person, stance)
    assert item["asks"] is None


def test_behind_a_question_to_somebody_a_plain_line_asks_whose_it_is() -> None:
    asked = replace(SPOKEN, latest_texts=(Written("e1", "opinion", "问研发能不能往前挪", "1.1"),))
    (item,) = _read("能，挪到晚上10点，但采购八点前要锁单", asked)
    assert (item["asks"], item["candidates"]) == ("who", ["研发部"])
    assert _read("赵经理：要两天", asked)[0]["person"] == "赵经理"


def test_who_objects_to_a_thing_that_stands_before_him_is_asked_for() -> None:
    (item,) = _read("停机2小时赵经理嫌长")
    assert (item["asks"], item["candidates"]) == ("who", ["销售部赵经理"])


STAYS = (
    "先说结论，这个方案不行  先说好的一面  先说一下我们部门的情况  先看效果再决定  再看看市场反应  "
    "第二个，我们人手不够  第二个是价格太高  下一个版本要改接口  下一个季度预算要砍  "
    "下面的人根本不知道  最后一个月冲量  接着讲了半小时也没讲清楚  最后说一句，时间很紧  方案还没定  "
    "上次会上就定了，没人执行  价格定了没有  这个要等王总监拍板  王总监拍板之前谁都不能动  "
    "谁拍板谁负责  等王总监拍板再发  测试三轮，通过  他说好周五给的，现在又没有  说好的三天没给  "
    "上周吵了半天  别吵了  客户跟我们吵了一架  两边都有库存  两个人都到不了现场  货先放着，别发  "
    "这批料先放着吧，仓库有地方  我建议先放放  能不能先放放  先把尾款付了再说  等客户回话再说  "
    "用户到底要什么我们没弄清楚  当时谁改的配置没人知道  测试单里写了要核对配置，没人签  "
    "什么时候到货还没定，供应商在催  投影仪采购要三家比价  宿舍空调功率太大  手机端改版要两周  "
    "外卖平台抽成太高  网络断了两次，影响收银  下次28号发版  下次要提前通知  下周二再碰一下客户  "
    "下周二下午3点客户来验厂  明天再碰  赵经理那批货有问题  财务问题要先解决  研发支持要跟上  "
    "这个方案可以，成本也不高  不行就换供应商  系统问研发要接口  听说赵经理反对  "
    "上次赵经理不同意，后来改了  定金要先付  定价下周出  发布会定在12号  这条产线定了三台设备  "
    "同意的人不多  那就按时交吧  按时做完就行  "
    "然后是质保金  结论是什么没写  各退一步也行  价格下次要谈  会议室有人敲门框  保留三个名额  真不行就放到节后"
)


@pytest.mark.parametrize("line", STAYS.split("  "))
def test_words_that_only_begin_so_stay_the_speakers(line: str) -> None:
    (item,) = _read(line)
    assert (item["kind"], item["person"], item["asks"]) == ("opinion", "李经理", None)


@pytest.mark.parametrize(
    "line", ["市场部：国庆前不发版，这条定了", "研发部：这个先park，等合同", "市场部：投影断了"]
)
def test_behind_a_colon_it_is_whoevers_it_is(line: str) -> None:
    assert _kinds(line) == ["opinion"]
