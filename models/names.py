"""What names of departments and people look like in a Chinese office, and how they are spelt in pinyin.

Names nobody has entered yet must still be recognised (市场部李经理), ordinary words that look like names must not
(总部, 技术部署, 王总结). Both are questions of form and are answered here, without any meeting.
"""

from __future__ import annotations

import re
from itertools import islice, product

ENDINGS = (
    "事业部",
    "分公司",
    "子公司",
    "办公室",
    "委员会",
    "中心",
    "公司",
    "部",
    "处",
    "科",
    "室",
    "组",
    "局",
    "院",
    "办",
    "委",
)
_ENDING = "|".join(ENDINGS)

# The titles people are called by, each behind a surname; longer ones first.
TITLES = tuple(
    sorted(
        [
            "总监",
            "经理",
            "主管",
            "工程师",
            "专员",
            "主任",
            "总",
            "工",
            "部长",
            "处长",
            "科长",
            "组长",
            "局长",
            "院长",
            "司长",
            "股长",
            "班长",
            "队长",
            "店长",
            "厂长",
            "校长",
            "所长",
            "总经理",
            "副总经理",
            "副总",
            "副经理",
            "副总监",
            "副主任",
            "副部长",
            "副处长",
            "副科长",
            "副院长",
            "副厂长",
            "助理",
            "律师",
            "老师",
            "教授",
            "博士",
            "会计",
            "出纳",
            "秘书",
            "顾问",
            "董事长",
            "董事",
            "总裁",
            "副总裁",
            "书记",
            "代表",
            "专家",
            "设计师",
            "分析师",
            "架构师",
            "规划师",
            "会计师",
            "审计师",
            "总工",
            "高工",
            "总工程师",
            "高级工程师",
            "高级经理",
            "医生",
            "医师",
            "师傅",
            "护士长",
            "护士",
            "药师",
            "技师",
            "主编",
            "总编",
            "园长",
            "教练",
            "干事",
            "委员",
            "主席",
            "首席",
            "总助",
            "董秘",
            "行长",
            "站长",
            "区长",
            "课长",
            "系长",
            "总代",
            "同志",
            "先生",
            "女士",
            "小姐",
        ],
        key=len,
        reverse=True,
    )
)
_TITLE = "|".join(TITLES)
_COMPOUND = (
    "欧阳|司马|上官|诸葛|尉迟|万俟|长孙|皇甫|令狐|公孙|慕容|司徒|夏侯|东方|独孤|南宫|端木|轩辕|西门|宇文|闻人|澹台|"
    "申屠|呼延|钟离|司空|濮阳"
)
_SINGLE = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄"
    "穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲"
    "家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀"
    "郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东殴殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾沙养鞠须丰巢关蒯相查荆红游竺权逯盖益桓公肖涂区覃种召郇折朴员洗黑仝苟佟付代岳付闫冼邸楚"
)
_SURNAME = f"(?:{_COMPOUND}|[{_SINGLE}])"

# What turns the end of a name into the beginning of another word: 技术部|署, 采购处|理, 王总|结, 陈工|作.
_NOT_BEHIND_DEPARTMENT = (
    r"(?<=部)(?:门|署|件|分(?!别|两|三|批|头|工|享|析)|位(?!于)|队|长(?!期|远|年)|落(?!实|地)|首(?!先|批|次|月)|委(?!托)|族|类)"
    r"|(?<=处)(?:理|置|罚|方|境|长(?!期)|分(?!别))|(?<=科)(?:技|学|研|目|长(?!期))|(?<=室)(?:内|外)"
    r"|(?<=组)(?:织|合|成|件|长(?!期)|建|装|团|员)|(?<=局)(?:面|限|部|势|长(?!期))|(?<=院)(?:长(?!期)|校|士|线)"
    r"|(?<=办)(?:公|理|法|事|证|案|好|完|结|妥|学)|(?<=委)(?:托|派|员|外|屈|婉)|(?<=司)(?:机|法|令|仪|长)|(?<=心)(?:思)"
)
_NOT_BEHIND_PERSON = (
    r"(?<=工)(?:作|程|序|厂|艺|资|期|具|人|单|时|会|业|位|商|装|件|况)|(?<=总)(?:监|经|部|结|体|是(?!说)|数|额|计|量|共|裁|价|之|金|成本|工|线|表|账|分|控|包|览|则|和|装)"
    r"|(?<=主任)务|(?<=经理)[部层]|(?<=主管)(?:部门|机关)|(?<=会计)(?:师|准|科|制|期|报)|(?<=代表)(?:团|大会|处|性)|(?<=专家)组|(?<=顾问)团|(?<=委员)会|(?<=董事)[会长]"
    r"|(?<=书记)(?:录|员)|(?<=长)(?:期|远|度)|(?<=师)傅|(?<=护士)[站节台]|(?<=助理)工程师"
)
_BREAK = re.compile(f"{_NOT_BEHIND_DEPARTMENT}|{_NOT_BEHIND_PERSON}")


def runs_on(low: str, end: int) -> bool:
    """Whether the name that ends here is only the beginning of a longer word (技术部|署)."""
    return end < len(low) and _BREAK.match(low, end) is not None


_PERSON = re.compile(f"{_SURNAME}(?:{_TITLE})")
_FULL_PERSON = re.compile(f"{_SURNAME}[\u4e00-\u9fff]{{1,2}}(?:{_TITLE})")
_NICKNAME = f"(?!小[时区计车包农麦满康费鱼都成支单路国班花羊牛]|老[师家花])[小老][{_SINGLE}]"
_BARE_NAME = re.compile(
    f"(?:(?:{_COMPOUND})[\u4e00-\u9fff]{{1,2}}|[{_SINGLE}][\u4e00-\u9fff]{{1,2}}|{_NICKNAME})(?![\u4e00-\u9fff])"
)
_JOB = re.compile(
    "(?:项目|产品|客户|高级|中级|初级|资深|助理|执行|常务|技术|成本|总账|应用|安全|计划|区域|全国|华[东南北中]|公司|部门|车间|平台|文案|广告|经营|通信|连锁)"
)
# Ordinary words of a surname's and a title's form.
_NO_PERSON = re.compile(
    "施工|员工|职工|双工|单工|电工|金工|管工|车工|水工|农工|全工|班主任|班[组队]?长|车队长|区经理|时代表|文书记|全[总专]|关总[闸]|高[工]艺"
)
_TITLE_ALONE = re.compile(f"(?:{'|'.join(title for title in TITLES if len(title) > 1)})")


def person_end(low: str, pos: int, loose: bool = False) -> int | None:
    """The end of a surname and title (李经理) at `pos`; `loose` takes a full name before the title too (李明经理)."""
    match = _PERSON.match(low, pos)
    if match is None and loose:
        match = _FULL_PERSON.match(low, pos)
        if match is not None and _JOB.match(low, pos):
            return None
    if match is None or runs_on(low, match.end()) or _NO_PERSON.match(low, pos):
        return None
    return match.end()


def bare_name_end(low: str, pos: int) -> int | None:
    """The end of a name without a title that stands alone (王小明, 小周), where a name must stand."""
    match = _BARE_NAME.match(low, pos)
    return None if match is None else match.end()


def title_end(low: str, pos: int) -> int | None:
    """The end of a title without a surname (总监) at `pos`."""
    match = _TITLE_ALONE.match(low, pos)
    return None if match is None or runs_on(low, match.end()) else match.end()


def surname_and_title(name: str) -> tuple[str, str] | None:
    """The two parts of 李经理 or 欧阳总监; None for a name of another form."""
    match = re.fullmatch(f"({_SURNAME})({_TITLE})", name)
    return None if match is None else (match[1], match[2])


# Words a department's name is made of: with one of these before its ending, a name is taken for one anywhere.
_STEMS = (
    "市场|营销|销售|研发|技术|财务|采购|质量|品质|质检|品控|品保|生产|制造|售后|客服|客户服务|客户成功|客户|行政|人事|人力资源|人力|法务|法律|合规|运营|产品|设计|物流|仓储|仓库|供应链|信息技术|信息|"
    "网络|测试|运维|品牌|公关|战略|投资|审计|风控|风险|培训|工程|设备|安全|安环|环保|计划|商务|外贸|国际|海外|电商|渠道|大客户|政企|数据|算法|平台|架构|前端|后端|工艺|模具|装配|包装|动力|能源|基建|后勤|"
    "保卫|安保|总务|企划|策划|宣传|企业管理|企管|综合管理|综合|总经理|总经|总|董事会|党委|党群|党政|党|纪检|工会|团委|监察|督察|督导|稽核|内控|资金|资产|成本|预算|结算|税务|证券|投融资|融资|项目管理|项目|交付|实施|服务|支持|"
    "技术支持|解决方案|售前|业务|贸易|进出口|报关|关务|单证|招聘|薪酬|绩效|员工关系|组织发展|教务|教学|科研|科技|创新|研究|检测|检验|化验|计量|标准|注册|药政|临床|医务|护理|药剂|内容|编辑|新媒体|媒体|直播|"
    "用户|增长|商品|门店|招商|拓展|开发|连锁|加盟|配送|调度|车队|运输|维修|维护|机修|电气|机械|硬件|软件|固件|嵌入式|结构|光学|电子|材料|化工|知识产权|专利|档案|保密|外联|接待|场地|物业|金融|信贷|保险|理赔|精算"
)
_QUALIFIER = (
    "(?:华东|华南|华北|华中|西南|西北|东北|东南|上海|北京|深圳|广州|杭州|成都|"
    "第?[一二三四五六七八九十1-9]|大|集团|国内|海外|分)?"
)
_STRICT = re.compile(
    f"{_QUALIFIER}(?:(?:{_STEMS}){{1,3}}{_QUALIFIER}(?:与|及|和)?(?:{_STEMS})?|it|hr|qa|pmo){_QUALIFIER}(?:事业部|办公室|委员会|中心|部|处|科|室|组|办)"
)
_ACRONYM = re.compile(
    r"(?:hr|hrbp|it|qa|qc|qe|pmo|pm|rd|r&d|scm|bd|fp&a|pr|gr|ir|ehs|hse|ops|mis|npi|pmc|sqe|ie|cs|ui|ux)"
)

_ORDINARY = re.compile(
    r".*(?:[布格结僵大全开终困破骗饭邮]局|[之好坏用益害难]处|[么咋]办|[主承协]办|为中心|[总内外全局干]部|会议室|[会教]室|[词数机改重分编]组|[法剧影]院|俱乐部)"
    r"|[长短到此何出别各四远高深痛随相惩论判查]处|[代经督催待举开筹创已未缓照停补申交]办|[细根端大上下中底顶头尾腹背面胸前后分]部|[卧浴暗温]室|[小大群]组|[本专百学文理内外前]科"
    r"|中心|公司|办公|[东西南北]部|[分子母总我贵]公司|(?:共|分|分为|有|约|达)?[一二三四五六七八九十两几多半数]+[处组室局院科]"
)
_NOT_FIRST = re.compile(
    r"各|本|第|请|找|让|由|归|把|被|该|贵|某|每|我|你|他|她|它|咱|这|那|哪|谁|其[他它余]|几个|两个|多个|所有|全体|相关|有关|其中|包括|对方|联系|建议|通知|提交|转给|发给|报给|"
    r"抄送|主送|关于|对于|至于|根据|按照|按|需要|以及|如果|下一|上一"
)
_INSIDE = re.compile(r"[我你他她它这那哪谁的了吗呢吧啊]|[^\w&·()（）-]")
_HANZI_OR_WORD = re.compile(r"[\u3400-\u9fff\w&·()（）-]{2,8}")


def is_department(word: str) -> bool:
    """Whether a whole word has the form of a department's name: 2 to 8 characters, an ending, not an ordinary word."""
    if _ACRONYM.fullmatch(word.lower()) or word in _SHORT:
        return True
    if not word.endswith(ENDINGS) or _HANZI_OR_WORD.fullmatch(word) is None:
        return False
    return not (_ORDINARY.fullmatch(word) or _NOT_FIRST.match(word) or _INSIDE.search(word))


_SHORT = frozenset(
    [
        "售后",
        "客服",
        "财务",
        "采购",
        "法务",
        "行政",
        "人事",
        "人力",
        "人力资源",
        "研发",
        "市场",
        "销售",
        "运营",
        "品控",
        "质检",
        "品质",
        "仓储",
        "物流",
        "运维",
        "公关",
        "供应链",
        "综管",
        "审计",
        "风控",
    ]
)


def department_end(low: str, pos: int) -> int | None:
    """The end of a department's name made of well-known words (市场部, 大客户中心) at `pos` of a running text."""
    match = _STRICT.match(low, pos)
    if match is None or _ORDINARY.fullmatch(match[0]) or runs_on(low, match.end()):
        return None
    return match.end()


def stem(department: str) -> str | None:
    """The name without its ending (市场 of 市场部), where two characters or more remain that are no title."""
    for ending in ENDINGS:
        if department.endswith(ending):
            rest = department[: -len(ending)]
            return rest if len(rest) >= 2 and rest not in TITLES else None
    return None


_TITLE_FAMILIES = (
    ({"总监", "总经理", "总裁", "副总裁", "副总经理", "副总监", "总工", "总工程师", "副总"}, ("总",)),
    ({"工程师", "高级工程师", "高工", "总工程师", "总工", "设计师", "架构师", "助理工程师"}, ("工",)),
    ({"副总经理", "副总监", "副总裁"}, ("副总",)),
    ({"副经理"}, ("经理",)),
    ({"副主任"}, ("主任",)),
    ({"副部长"}, ("部长",)),
    ({"工"}, ("工程师",)),
    ({"高级经理"}, ("经理",)),
)


def called(name: str, full_name: str = "", title: str = "") -> tuple[str, ...]:
    """What else a person is called: 王总 for 王总监, 陈工 for 陈工程师, 李经理 for 李强 with the title 经理."""
    found: list[str] = []
    parts = surname_and_title(name)
    surname, own = parts if parts else (_surname(full_name or name), "")
    for one in filter(None, dict.fromkeys((own, title))):
        others = [short for titles, shorts in _TITLE_FAMILIES if one in titles for short in shorts]
        found += [surname + other for other in (one, *others) if surname]
        if full_name:
            found.append(full_name + one)
    if full_name:
        found.append(full_name)
    return tuple(dict.fromkeys(word for word in found if word and word != name))


def _surname(name: str) -> str:
    match = re.match(_SURNAME, name)
    return match[0] if match and 2 <= len(name) <= 4 else ""


_MOST_READINGS = 64


def codes_of(name: str) -> tuple[str, ...]:
    """The pinyin initials and full pinyin a name can be typed by, in every reading of its characters.

    市场部 gives scb, sc, shichangbu, shichang. Imports the pinyin library: never called while a line is parsed.
    """
    words = [name, *called(name)]
    short = stem(name)
    if short is not None:
        words.append(short)
    codes: dict[str, None] = {}
    for word in words:
        codes.update(dict.fromkeys(_spellings(word)))
    return tuple(codes)


def _spellings(word: str) -> list[str]:
    import os

    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import Style, pinyin

    firsts: list[list[str]] = []
    wholes: list[list[str]] = []
    for run in re.findall(r"[a-z0-9]+|[^a-z0-9\W]", word.lower()):
        sounds = [run] if run.isascii() else pinyin(run, style=Style.NORMAL, heteronym=True)[0]
        wholes.append(sounds)
        firsts.append([run] if run.isascii() else sorted({sound[0] for sound in sounds}))
    spelt = [islice(product(*parts), _MOST_READINGS) for parts in (firsts, wholes)]
    return ["".join(one) for ways in spelt for one in ways]
