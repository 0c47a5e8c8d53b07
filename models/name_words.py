"""The words that names in a Chinese office are made of: titles, surnames, what departments are called after.

`models.names` makes forms of them; here stands only what the words are, and which longer words merely begin like one.
"""

from __future__ import annotations

import re

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

_TITLES = (
    "总监 经理 主管 工程师 专员 主任 总 工 部长 处长 科长 组长 局长 院长 司长 股长 "
    "班长 队长 店长 厂长 校长 所长 总经理 副总经理 副总 副经理 副总监 副主任 副部长 "
    "副处长 副科长 副院长 副厂长 助理 律师 老师 教授 博士 会计 出纳 秘书 顾问 董事长 "
    "董事 总裁 副总裁 书记 代表 专家 设计师 分析师 架构师 规划师 会计师 审计师 总工 "
    "高工 总工程师 高级工程师 高级经理 医生 医师 师傅 护士长 护士 药师 技师 主编 总编 "
    "园长 教练 干事 委员 主席 首席 总助 董秘 行长 站长 区长 课长 系长 总代 同志 "
    "先生 女士 小姐 "
)
TITLES = tuple(sorted(_TITLES.split(), key=len, reverse=True))
"""What people are called by, each behind a surname; longer ones first."""
COMPOUND = (
    "欧阳|司马|上官|诸葛|尉迟|万俟|长孙|皇甫|令狐|公孙|慕容|司徒|夏侯|东方|独孤|南宫|端木|轩辕|西门|宇文|闻人|澹台|"
    "申屠|呼延|钟离|司空|濮阳"
)
SINGLE = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄"
    "穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲"
    "家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀"
    "郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东殴殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾沙养鞠须丰巢关蒯相查荆红游竺权逯盖益桓公肖涂区覃种召郇折朴员洗黑仝苟佟付代岳付闫冼邸楚"
)
_READINGS = (
    "吴wu 王wang 冯feng 褚chu 沈shen 朱zhu 许xu 施shi 陶tao 戚qi 柏bai 潘pan 彭peng 方fang 俞yu "
    "任ren 倪ni 汤tang 殷yin 郝hao 乐yue/le 于yu 卞bian 齐qi 余yu 卜bu 平ping 尹yin 姚yao 湛zhan "
    "汪wang 祁qi 狄di 明ming 臧zang 舒shu 屈qu 祝zhu 董dong 杜du 阮ruan 蓝lan 强qiang 贾jia 路lu "
    "童tong 盛sheng 夏xia 蔡cai 霍huo 万wan 支zhi 莫mo 房fang 缪miao 干gan 解xie 丁ding 贲ben "
    "邓deng 单shan 杭hang 包bao 石shi 嵇ji 邢xing 滑hua 裴pei 陆lu 甄zhen 家jia 封feng 芮rui 糜mi "
    "焦jiao 隗wei/kui 谷gu 车che 宓mi 郗xi/chi 仰yang 宁ning 仇qiu 暴bao 甘gan 戎rong 祖zu 景jing "
    "詹zhan 叶ye 幸xing 司si 薄bo/bao 印yin 宿su 白bai 怀huai 蒲pu 咸xian 籍ji 池chi 能nai "
    "莘shen/xin 翟zhai 逄pang 姬ji 堵du 冉ran 尚shang 温wen 庄zhuang 柴chai 瞿qu 艾ai 容rong 古gu "
    "慎shen 暨ji 居ju 都du 匡kuang 广guang 蔚wei 越yue 晁chao 冷leng 阚kan 那na 曾zeng 沙sha 鞠ju "
    "查zha 红hong 游you 竺zhu 逯lu 盖ge/gai 涂tu 区ou 覃qin/tan 种chong 召shao 郇huan 折she "
    "朴piao 员yun 洗xian 冼xian"
)
SURNAME_READINGS = {word[0]: tuple(word[1:].split("/")) for word in _READINGS.split()}
"""How a surname whose character has several readings is read as a surname."""
COMMON = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏傅方邹熊白孟秦"
    "邱侯江尹薛闫雷龙黎史陶贺毛段郝顾龚邵万覃武钱戴严莫孔向汤温施樊葛邢乔伍庞颜倪庄聂章鲁岳翟申殷詹耿焦俞左柳甘祝宁舒阮梅童凌霍涂翁冉骆靳祁吉柯阎欧"
)
"""The surnames of most people: with another, two characters are more likely a word than a name without title."""
GIVEN = (
    "芳伟敏静丽强磊军洋勇艳杰娟涛超秀霞刚桂英玉兰红建国辉鹏飞鑫波斌宇浩凯健俊帆丹萍琳玲婷雪梅燕莉颖慧娜珊倩琴蕾薇洁云莲翠凤珍淑贞晶妍茜岚菊瑶怡婵雁蓓佳嘉晨阳旭东亮志林海龙峰雷坤"
    "胜学祥才毅俊翔松柏栋梁维启克伦彬富顺信子涵轩博昊然泽睿诚恒奇楠欣悦梓萌彤璐瑞琪宁蓉琦舒晓雯锋平明文武生华成康星光天良义兴福贵寿永宏家豪豹虎山仁义庆"
)
"""What given names mostly end in: 王芳 is somebody, 黄牌 and 余款 are not."""
_NO_NAMES = (
    "高明中山星兴考层管度压峰端价级新铁温于低 金星山光华额融属牌工 黄山海金色页牌灯线 石家林山油材 "
    "马林山上达力 江山东西北苏 温和馨度控湿 白天云班名酒 万一家元人台件条份次能科象 龙华头 雷同达 单 "
    "方案便面向法式针位才 任务何期意职免 余额量款下 严重格禁 田间 程序度式 史料无 施工行 向上下前来 "
    "武汉器 毛利坯重病 段落 夏季天 顾客问 章程 于是此 叶片 何时处种 钱款数 汤料 左右 宁愿 梅雨 "
    "申请报诉购领 曾经 许可多诺 周末期转报边例会一二三四五六日内 钟点 陆续地 范围本例 汪洋 唐突 宋体 "
    "罗列 姜 熊市 童装 吉林 林业木 贺信词 欧洲元盟 孔径位隙 凌晨 柳州 莫名非"
)
NO_NAMES = {word[0]: word[1:] for word in _NO_NAMES.split()}
"""Surnames with the characters that make an ordinary word of them (高|明, 方|案); one without any is in no name."""
# What turns the end of a name into the beginning of another word: 技术部|署, 采购处|理, 王总|结, 陈工|作.
NOT_BEHIND_DEPARTMENT = (
    r"(?<=部)(?:门|署|件|分(?!别|两|三|批|头|工|享|析)|位(?!于)|队|长(?!期|远|年)|落(?!实|地)|首(?!先|批|次|月)|委(?!托)|族|类)"
    r"|(?<=处)(?:于(?!\s*+[\d本下周明今月年])|理|置|罚|方|境|长(?!期)|分(?!别))|(?<=科)(?:技|学|研|目|长(?!期))|(?<=室)(?:内|外)"
    r"|(?<=组)(?:织|合|成|件|长(?!期)|建(?!议)|装|团|员)|(?<=局)(?:面|限|部|势|长(?!期))|(?<=院)(?:长(?!期)|校|士|线)"
    r"|(?<=办)(?:公|理|法|事|证|案|好|完|结|妥|学)|(?<=委)(?:托|派|员|外|屈|婉)|(?<=司)(?:机|法|令|仪|长)|(?<=心)(?:思)|(?<=总经)理"
)
NOT_BEHIND_PERSON = (
    r"(?<=工)(?:作|程|序|厂|艺|资|期|具|人|单|时|会|业|位|商|装|件|况)|(?<=总)(?:监|经|部|结|体|是(?!说)|数|额|计|量|共|裁|价|之|金|成本|工|线|表|账|分|控|包|览|则|和|装)"
    r"|(?<=主任)务|(?<=经理)[部层]|(?<=主管)(?:部门|机关)|(?<=会计)(?:师|准|科|制|期|报)|(?<=代表)(?:团|大会|处|性)|(?<=专家)组|(?<=顾问)团|(?<=委员)会|(?<=董事)[会长]"
    r"|(?<=书记)(?:录|员)|(?<=长)(?:期|远|度)|(?<=师)傅|(?<=护士)[站节台]|(?<=助理)工程师"
)
# Words a department's name is made of: with one of these before its ending, a name is taken for one anywhere.
STEMS = (
    "市场|营销|销售|研发|技术|财务|采购|质量|品质|质检|品控|品保|生产|制造|售后|客服|客户服务|客户成功|客户|行政|人事|人力资源|人力|法务|法律|合规|运营|产品|设计|物流|仓储|仓库|供应链|信息技术|信息|"
    "网络|测试|运维|品牌|公关|战略|投资|审计|风控|风险|培训|工程|设备|安全|安环|环保|计划|商务|外贸|国际|海外|电商|渠道|大客户|政企|数据|算法|平台|架构|前端|后端|工艺|模具|装配|包装|动力|能源|基建|后勤|"
    "保卫|安保|总务|企划|策划|宣传|企业管理|企管|综合管理|综合|总经理|总经|总|董事会|党委|党群|党政|党|纪检|工会|团委|监察|督察|督导|稽核|内控|资金|资产|成本|预算|结算|税务|证券|投融资|融资|项目管理|项目|交付|实施|服务|支持|"
    "技术支持|解决方案|售前|业务|贸易|进出口|报关|关务|单证|招聘|薪酬|绩效|员工关系|组织发展|教务|教学|科研|科技|创新|研究|检测|检验|化验|计量|标准|注册|药政|临床|医务|护理|药剂|内容|编辑|新媒体|媒体|直播|"
    "用户|增长|商品|门店|招商|拓展|开发|连锁|加盟|配送|调度|车队|运输|维修|维护|机修|电气|机械|硬件|软件|固件|嵌入式|结构|光学|电子|材料|化工|知识产权|专利|档案|保密|外联|接待|场地|物业|金融|信贷|保险|理赔|精算|"
    "物资|门诊|急诊|住院|医保|感控|院感|病案|教研|学工|学生|就业|招生|安监|监理|土建|机电|景观|造价|合约|合同|营运|发展|规划|督查|信访|宣教|采编|发行|印务|广告|客运|货运|乘务|票务|车辆|机务|"
    "种植|养殖|畜牧|食品|餐饮|客房|前厅|安装|调试|技改|检修|运行|租赁|授信|柜面|资管|承保|核保|选品|美工|摄影|视觉|交互|社群|会员|会务|礼宾|接口|质控|体检|影像|药房|食堂|宿管|团务"
)
_SHORT = (
    "售后 客服 财务 采购 法务 行政 人事 人力 人力资源 研发 市场 销售 运营 品控 质检 "
    "品质 仓储 物流 运维 公关 供应链 综管 审计 风控 "
)
SHORT = frozenset(_SHORT.split())
"""Departments that are called by these words alone, without an ending."""
ORDINARY = re.compile(
    r".*(?:[布格结僵大全开终困破骗饭邮]局|[之好坏用益害难]处|[么咋]办|[主承协]办|为中心|[总内外局干]部|(?<!安)全部|会议室|[会教]室|[词数机改重分编]组|[法剧影]院|俱乐部)"
    r"|[长短到此何出别各四远高深痛随相惩论判查]处|[代经督催待举开筹创已未缓照停补申交好难易咋]办|[细根端大上下中底顶头尾腹背面胸前后分]部|[卧浴暗温]室|[小大群]组|[本专百学文理内外前]科"
    r"|中心|公司|办公|[东西南北]部|[分子母总我贵]公司|(?:共|分|分为|有|约|达)?[一二三四五六七八九十两几多半数]+[处组室局院科]"
)
NOT_FIRST = re.compile(
    r"各|本|第|请|找|让|由|归|把|被|该|贵|某|每|我|你|他|她|它|咱|这|那|哪|谁|其[他它余]|几个|两个|多个|所有|全体|相关|有关|其中|包括|对方|联系|建议|通知|提交|转给|发给|报给|"
    r"抄送|主送|关于|对于|至于|根据|按照|按|需要|以及|如果|下一|上一"
)
# How a sentence begins, and not a department whose name nobody knows.
NO_UNKNOWN_FIRST = re.compile(
    r"昨|今[天年日后]|明[天年日]|目前|现[在阶]|当[前时天]|近[期来]|最|去年|会[上后前]|刚|曾|[上下][次周月个半年述]|[前后][期面者]|[但而且或则却只仅另还也又再都才已将要须需]|就(?!业|诊|医)|应[由当该]|可[以由能]|能|希望|"
    r"要求|因|由|如|若|为|以|从|在|是|有|无(?!线|人)|没|不(?!动产)|对(?!外)|向|跟|同(?!城)|与|和|及|给|用(?!户)|使|采访|走访|拜访|检查|约|问|陪|邀|带|派|叫|督促|催|协调|组织|安排|布置|整理|清理|装修|打扫|改造|新建|扩建|搬|"
    r"参观|成立|设立|撤销|合并|更换|购买|租|借|落实|完成|准备|预[订定]|订|占用|开放|重新|统一|共同|联合|分别|全|双方|多方|[这那哪]|客户|供应商|甲方|乙方|厂家|竞品|先|现|之|即|凡|除|连|一[个些家起]|几|两|该|很|太|更|真|谁|什么|怎|为何|"
    r"会议|大家|讨论|发现|认为|觉得|关|据|经|按|照|拿|去|来|回|进|出(?![版口纳])|做|办(?!公)|开(?!发)|写|报(?!关|社|业)|交(?!付|通|易)|发(?!展|改|行|运)|送|收(?!费|购|银)|找|请|让|看|听|说|想|等|随|当|帮|替|配合|协助|支持(?!中)"
)
INSIDE = re.compile(r"[我你他她它这那哪谁的了吗呢吧啊]|[^\w&·()（）-]")

_ENGLISH = (
    "accounting admin administration compliance construction design development distribution engineering finance"
    " logistics legal maintenance manufacturing marketing operations planning procurement product production"
    " purchasing quality r&d research sales security service support technology training warehouse"
)
_ENGLISH_LAST = "department dept division team office group unit committee resources relations"

ENGLISH_DEPARTMENTS = frozenset(_ENGLISH.split())
"""Words that name a department where a name must stand, and end the name of one: Customer Service."""
ENGLISH_ENDINGS = frozenset(_ENGLISH_LAST.split())
PARTICLES = frozenset(
    (
        "von",
        "van",
        "der",
        "den",
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "la",
        "le",
        "ten",
        "ter",
        "zu",
        "bin",
        "al",
        "el",
    )
)
"""Words inside a Latin name that are no name by themselves."""
HONORIFICS = frozenset(("mr", "mrs", "ms", "miss", "dr", "prof", "professor", "vp", "sir", "madam"))
"""What may stand before a Latin name without being part of it."""
