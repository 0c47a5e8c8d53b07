"""Who sits in the launch meeting and when it is held."""

from __future__ import annotations

import datetime as dt

BEGINS = dt.datetime(2026, 9, 16, 14)
ENDS = dt.datetime(2026, 9, 16, 16)
NEXT_DAY = dt.datetime(2026, 9, 17, 9, 30)
"""When its minutes are made."""
TIMES = {"starts_at": f"{BEGINS:%Y-%m-%dT%H:%M}", "ends_at": f"{ENDS:%Y-%m-%dT%H:%M}"}

LAUNCH = {
    "市场部": ["王总监", "李经理", "张专员"],
    "研发部": ["陈工程师", "刘总监"],
    "销售部": ["赵经理", "钱主管"],
    "财务部": ["孙主管"],
    "行政部": ["何专员"],
}
HOST, RECORDER = "市场部王总监", "行政部何专员"
PLACE, ONLINE = "总部3楼第一会议室", "腾讯会议，会议号 682 114 903"
ENGLISH = {"Marketing": ["Mr Li", "Bob White"], "Legal": ["Ms Wang"], "Sales": ["Mr Chen"]}
OFFICE = {
    "客服部": ["吴经理", "孙主管"],
    "技术部": ["周经理", "郑工"],
    "市场部": ["冯经理", "李经理"],
    "法务部": ["蒋律师"],
    "采购部": ["郑经理"],
    "生产部": ["赵经理"],
    "质量部": ["曾工"],
    "财务部": ["吴主管"],
    "人力资源部": ["单经理"],
    "信息中心": ["何工"],
    "销售部": ["沈总监", "李经理"],
    "产品部": ["陈工程师"],
}
OFFICE_ALIASES = {"人力资源部": ("HR",), "信息中心": ("IT",)}
"""An everyday meeting in which two people have one name, and some have the name of a department's work."""

LINES = (
    "主持：市场部王总监",
    "记录：行政部何专员",
    "出席：市场部：王总监、李经理；研发部：陈工程师；财务部：孙主管；行政部：何专员",
    "缺席：研发部刘总监（客户拜访，陈工程师代参会）",
    "议题：推广与技术支持协作流程",
    "市场部李经理：需研发部提供产品功能亮点说明",
    "研发部：要求提前7天提交推广需求",
    "财务部：无意见",
    "争议：是否需增设紧急响应通道；共识：研发部设置7×24小时紧急接口",
    "决议：自10月起推广支持需求分为两种；执行：研发部",
    "行动：提供产品功能亮点说明 @陈工程师 +市场部 /9月23日",
    "结论：达成一致",
    "议题：销售提成预算分配方案",
    "财务部反对：应控制在25%",
    "市场部：推广费用不低于30%",
    "争议：推广费用占比取30%还是25%",
    "决议：上市总预算500万元不变；执行：财务部；生效：本月",
    "行动：提交三档占比的成本测算 @孙主管 +市场部 /9月25日",
    "行动：确认测试完成时间 @陈工程师 /待定",
)
"""Its lines as somebody types them: 研发部 is silent on the second topic, its dispute is open, A2 is due on a holiday
and A3 never."""
