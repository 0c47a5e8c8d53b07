"""The verbs of work: whether what follows a name or a due is done, or only makes them part of a longer word.

市场部|提交方案 · 数据中心|迁移 · 48小时内|提交报告 · 48小时内|响应流程
"""

from __future__ import annotations

import re

_DELIVERS = (
    "完成 提交 提供 出具 给出 制定 编制 输出 报送 上报 组织 召开 开展 拟定 起草 形成 "
    "签订 签署 修订 梳理 整理 汇总 统计 收集 落实 确定 敲定 选定 锁定 发布 公布 公示 "
    "张贴 建立 搭建 准备 补齐 补充 发送 发出 归档 移交 更新 审核 审批 审定 审查 支付 "
    "赔付 走访 拜访 约谈 通报 宣贯 招聘 制作 拍摄 印刷 布置 打样 送审 发函 回函 催收 "
    "下单 报销 登记 申请 申报 安装 清点 定稿 牵头 负责 主导 承担 实施"
)
DELIVERS = frozenset(_DELIVERS.split())
"""Verbs that take what is delivered for an object, whatever noun follows (完成数据迁移, 提交方案)."""
_WORKS = (
    "反馈 交付 上线 确认 汇报 启动 核对 核算 测算 评估 调研 安排 联系 通知 回复 答复 "
    "处理 解决 优化 调整 部署 测试 验收 培训 采购 到位 明确 对接 协调 跟进 推进 落地 "
    "冻结 送样 送检 排查 修复 整改 导入 备货 发货 付款 结算 盘点 清理 退款 回访 学习 "
    "考试 面试 入职 签收 交接 迁移 切换 升级 扩容 压测 演练 复盘 复核 复查 自查 检查 "
    "巡检 到货 回款 对账 开票 批复 备案 立项 结项 招标 开标 定标 比价 询价 谈判 投放 "
    "调试 试产 量产 投产 封样 响应 改造 改进 配合 协助 修改 分析 研究 讨论 设计 开发 "
    "监督 督促 跟踪 执行 介入 提报 回收 更换"
)
WORKS = frozenset(_WORKS.split())
"""Verbs that are as often part of a noun (反馈机制, 响应流程, 交付标准)."""
_NOUN = (
    "率 度 情况 流程 机制 标准 方案 清单 报表 制度 规则 规范 表 书 会 单 量 时效 "
    "服务 政策 要求 费用 数据 通知 体系 系统 计划 中心 平台 报告 文档 记录 能力 人员 "
    "工作 材料 经费 预算 环境 接口 工具 岗位"
)
_NOUNS = (*_NOUN.split(), "的")
_SMALL = (
    "把|将|向|对|给|与|由|请|再|先|要|须|需|必须|应|拿|出(?!差|口|现|入|货量)|报(?!表|告|价)|交(?!期|易|流|通)|发(?!布会|票|货单|展|薪)|"
    "做|写|定(?!价|额|金|期)|补|改|查|开(?!会|发)|跟|找|去|催|联|"
    "拆(?!迁|分)|贴(?!息|现|纸)|核(?!心|酸|桃)|约(?!\\d|定|束|为)"
)
_SHORT = re.compile(rf"(?:{_SMALL})(?!的)")
_LENGTH = 2
"""Characters of every verb of both lists."""


def _verb_at(low: str, pos: int, not_delivered: tuple[str, ...], not_work: tuple[str, ...]) -> bool:
    """Whether a verb begins behind the spaces at `pos`, before none of what would make a noun of it."""
    start = pos + len(low[pos:]) - len(low[pos:].lstrip())
    verb, behind = low[start : start + _LENGTH], start + _LENGTH
    if verb in DELIVERS and not low.startswith(not_delivered, behind):
        return True
    if verb in WORKS and not low.startswith(not_work, behind):
        return True
    return _SHORT.match(low, start) is not None


_BARRIER = re.compile(r"$|[^\w]|\x00")
_CLOSING = (
    "完成|再议|再定|复议|到位|搞定|提交|定稿|交付|上线|给出|给到|提供|反馈|发布|"
    "报送|落实|办结|实施|发出|给|交|发|出"
)
CLOSES = re.compile(rf"\s*+(?:务必|必须|全部|一并|须|应|需|要)?(?P<verb>{_CLOSING})?\s*+[。.!！]?\s*+$")
"""The rest of a clause behind its due: nothing, or a verb that only says that it is due."""
SAYS_NO_MORE = frozenset(
    ("完成", "再议", "再定", "复议", "到位", "搞定", "办结", "给", "给到", "交", "发", "出")
)
"""Closing verbs that leave with the due; the others (定稿, 提交) stay with the task."""


def work_verb_at(low: str, pos: int) -> bool:
    """Whether a verb of work begins here."""
    return _verb_at(low, pos, ("率", "度", "量", "书", "部", "的"), ("率", "度", "量", "部", "的"))


def certain_work_verb_at(low: str, pos: int) -> bool:
    """Whether a verb begins here that is not the first half of a noun (反馈|机制)."""
    return _verb_at(low, pos, ("率", "度", "量", "时", "书", "的"), _NOUNS)


def names_work(low: str, pos: int) -> bool:
    """Whether a noun of work may begin here (响应|流程, 反馈|机制), or words that belong to what stands before."""
    start = pos + len(low[pos:]) - len(low[pos:].lstrip())
    return low[start : start + _LENGTH] in WORKS or low.startswith(_NOUNS, start)


def stands_apart(low: str, end: int) -> bool:
    """Whether a word that ends here is followed by a gap, a sign, or by a verb that is certain."""
    return _BARRIER.match(low, end) is not None or certain_work_verb_at(low, end)
