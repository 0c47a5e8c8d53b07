"""Words of jobs told in passing: who only gets something, who only helps, what makes a verb a job, what forbids it."""

from __future__ import annotations

import re

RECEIVES = re.compile(
    r"(?:给|找|跟|(?<!饱)和|与|(?<![核校针])对|(?<![方意导])向|(?<![访顾疑])问|按照?|等着?|被|(?<!对)比|[好就]像|(?<!合)同|通知|告诉|转告|请教|通过|根据"
    r"|因为?|抄送|(?<![海周日月年简汇快申填])报|(?<![社外成提])交|(?<![研开首转])发|(?<!要)是|(?<!行)为|替|(?<![现时年迭])代|陪|(?<!不)帮|带上?"
    r"|(?<![合预])约|(?<!查)看|听|靠|(?<!意)见|夸|怪|提醒|感谢|谢谢|除了)\s*+$"
)
"""What stands before somebody to whom something is given or done, and who does not do it."""

CALLS = re.compile(r"(?:让|请|叫|由|归|安排|派|责成|委托|麻烦)\s*+$")
"""What calls on somebody to do something."""

ERRAND = re.compile(r"[^,，;；。了过]{0,12}?一[下遍份趟版轮圈](?![^,，;；。]{0,12}(?:就|才|了|比较|吗|呢))")
"""What behind 去, 来, 会 or 得 and a verb makes a job of what somebody else is said to do."""

STRONG = re.compile(
    r"(?:来|去|主要)?(?:负责(?!人|制|任)|牵头(?!人)|主责|主办(?!方)|承办(?!方)|跟进|盯着?(?!的)|盯一下|兜底(?!方案)|落实(?!情况)|主导)"
)
"""Verbs that say themselves that the job is his who does it."""

TOLD_TO = re.compile(
    r"(?:记得|别忘了?|回头(?!率|客|看)|抽空|赶紧|抓紧|尽快|会后|散会后|回去(?:后|以后)?|下来(?:后|以后)?|下去|麻烦|辛苦|这[两几]天|今明两天)(?:再|先|也)?"
)
"""What says to somebody that something is to be done: it makes a job of it without a day."""

ON_THE_WAY = re.compile(
    r"记得|别忘了?|回头(?!率|客|看)|提前(?!量)|早点|抽空|赶紧|这[两几]天|今明两天|下去|麻烦|辛苦|这边|那边|这块|那块|你们?(?!的)|您|自己|亲自|抓紧|尽快|马上|继续|顺便|顺手|统一|单独|会后|回去|下来|答应了?|答应|需要|一起|共同|一块儿?"
    r"|先(?!生|前|进|例)|再(?!说|议)|去(?!年|世|掉)|来(?!不|的|源|自|电|说|看|讲)|要(?!求|不|是|么|点)|会(?!议|员|场|计|上)"
    r"|得(?!到|出)|也|都|就|尽量|务必|必须"
)
"""What may stand between a name and the verb of its job."""

DOES = re.compile(
    r"(?:把(?!关(?![卡键口系联])|握)"
    r"|写(?!字楼|法)|做(?!法|不|人|客|主)|出(?!差|口|现|入|货量|席|面|名|来|去|了问题)|改(?!变|革|成|为|到|由)|办(?!公|法)|弄|搞"
    r"|排(?!名|斥|队)|拉(?!倒)|跑(?!了|题)|查(?!无)|测(?!试部)|拟|催|约(?!定|束|等|有)|问(?!题|号)|审(?!美)|收(?!到|入|益|获)"
    r"|换(?!句)|修(?!养)|订(?!单)|买(?!单)|画|算(?!了|是|法)|列(?!表)|填|录|搬|装(?!修|备)|拆(?!迁|分)|送(?!命)|取(?!决|消|得)|领(?!导|域)"
    r"|看(?!法|来|到|好|重|上去|不|起来|着|待)|定(?!位|价|金|期)|报(?!怨|价|表|告|纸)|交(?!期|易|流|通|给了)|发(?!现|生|言|烧|火|布会|票|货单|展|薪|愁)"
    r"|给(?!力|的|了)|找(?!到|不)|跟(?!着|不|风)|盖|贴(?!息|现)|印(?!象)|备(?!受|注)|补(?!贴|助)|接(?!受|口|近|到)|管(?!理层|道|用)|转(?!变|折|账)|回(?!来|复了|头|家|避)"
    r"|过(?=一遍|一下|一眼|一过|遍)|理(?=一|出|个)|清(?=一|空|掉|点|干)|核(?!心|酸)|对(?=一|齐|账|数|接)|选(?!择)|挑|试(?!图)|演|讲(?=一)|组织|统计|确认|整理|沟通|联系|安排|通知|设计|准备|协调|汇总|牵线|签(?!名墙|到处|证)|盖章|记(?=一|个|下|着)|讲|培训|汇报|演示|派(?!出所|对)|调(?!休|整期)|租|约谈|出面|抽|分(?!公司|部|歧)|建(?!议)|加(?!班)|放(?!假|弃)|走(?!人|了)|跟进"
    r"|补齐|划|搭|缩|扩|谈(?!到)|跟踪|更新|重新|重[写做发交拟排]|全部|hold|check|follow|review|update|prepare|share|confirm|send|draft)"
)
"""Verbs of everyday jobs that the list of office verbs does not hold."""

NOT_DONE_YET = re.compile(
    r"(?:完|好|掉|出来|到|成|给|齐)?(?:不(?!超|少|晚|动声)|得|了(?!解|结|一)|过(?!一|遍|滤|目|来|去)|的(?!话))"
)
"""What behind a verb tells of something done, or of what cannot be: 写了, 看过, 改不完, 发的邮件."""

HELPS = re.compile(
    r"\s*+(?:这边|那边)?(?:来|也|一起|全力|帮忙|帮着|帮|都|给予|提供)*\s*+"
    r"(?:配合|协助|协同|协办|支持(?!的)|参与|跟测|复核|把关(?![键卡口系联])|把把关|审(?:核|一下|一遍)?(?=$|[\s,;。)\d今明后下本周月])|过一(?:遍|下|眼|过)|过遍|看一(?:遍|下|眼)"
    r"|帮(?:忙|着|一下)?(?:弄|看|做|改|盯|查|出|找|写|跑|测|过)?|一起(?:弄|做|看|改|跟|搞)?|打下手|搭把手|陪同|旁听|协调资源)"
)
"""What somebody does who only helps with the job of another."""

HELPS_ONLY = re.compile(
    r"\s*+(?:这边|那边)?(?:来|也|一起|全力)*(?:配合|协助|协同|协办|支持|参与|帮忙|帮一下忙|帮着弄|帮着做|打下手|搭把手|一起弄|一起做)(?:一下|吧|着)?"
)
"""Of those, the clauses that say nothing of the task."""

LIGHT = re.compile(
    r"(?:来|去|负责|主要|先)*(?:负责|牵头|办|做|弄|搞|跟进|跟|来|盯|主办|承办|落实)(?:一下|吧|着|好)?"
)
"""A clause that behind its name says nothing but whose job it is."""

CLOSES_JOB = re.compile(
    r"(?:来|去|负责)?(?:写|做|办|弄|搞|出|改|排|拉|跑|查|盯|测|拟|催|约|画|算|填|录|换|修|买|订|问|跟|跟进|整理|汇总|统计|设计|起草|联系|安排|准备)"
    r"(?:一下|一版|一份|一遍|一个|个|吧|着)?[。.!]?"
)
"""Verbs that make a job of the thing before the name, where they end the clause (排班表柳青做)."""

SUPPOSED = re.compile(
    r"建议|希望|觉得|认为|应该|最好|要不|如果|假如|要是|是不是|能不能|可不可以|可能|也许|估计|大概|不如|本来|以前|原来|一直|平时|上次|上回"
    r"|每次|当时|昨天|去年|上周|上个?月|因为|由于|听说|据说|为什么|怎么|同意|反对|担心|问题是|尤其|包括|比如|例如|除非|只有|不是|谁|看看|打错|写错|说错|不对|更正"
)
"""What before a name makes it a wish, a supposition or an account."""

AS_A_RULE = re.compile(
    r"一直|以前|原来|平时|上次|上回|每次|当时|昨天|去年|上周|上个?月|历来|向来|通常|本来|目前|现在都?是|已经|都已"
)
"""What makes of a job an account of how things are or were."""

IF = re.compile(
    r"的话|如果|要是|只要|除非|才[能可行会]|就[能可行不没会]|再说|来不及|不可能|没时间|有没有|是不是|能不能|可不可以|要不要|行不行|是否"
    r"|什么时候|怎么|为什么|多少|谁"
)
"""What makes a condition or a refusal of a line."""

AWAY = re.compile(r"先走|先离开|请假|有事|出差|不在|回来|缺席|来不了|到不了|过不来|迟到|晚到|休假|离会|没来")
"""What is said of somebody's being there, and no job."""
