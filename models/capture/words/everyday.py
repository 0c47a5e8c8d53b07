"""Words of lines nobody marks: assent, everybody, going on, setting aside, correcting, and what comes before them.

Like `lexicon`, each list once; the rules stand in `said/`, `speaker`, `topics` and `corrections`.
"""

from __future__ import annotations

import re

from models.capture.words.lexicon import either

# fmt: off
INTERJECTION = re.compile(
    r"(?:(?:哦?对了|ok|okay|好的?|好吧|嗯+|哦+|噢|行|那(?:么|好|行)?|so|well|right|oh|yes|yeah)\s*+[,，]\s*+)*"
)
"""What people say before they say something."""

WELL = r"(?:那么?|好的?|行|ok|okay|嗯)(?:吧|了)?[\s,，。]*+"
"""One such word before what a recorder notes (那，先说… · 行了，就这么定)."""

ASSENTS = (
    "没意见", "没有意见", "无意见", "没异议", "无异议", "没有异议", "没问题", "没有问题", "没毛病", "好的",
    "好", "好吧", "好好", "行", "行吧", "行的", "可以", "可以的", "嗯", "嗯嗯", "对", "对的", "对对", "是的", "收到",
    "明白", "明白了", "知道了", "了解", "清楚了", "赞成", "ok", "okay", "sure", "fine", "yes", "yep", "yeah", "alright",
    "all right", "got it", "understood", "noted", "sounds good", "all good", "no objection",
    "no objections", "no problem",
    "no issues", "no concerns", "agreed", "right", "works for me", "works for us", "fine by me", "fine with me",
    "ok by me", "good with me", "me too", "same here",
)
"""All that somebody says who only assents: whoever it was, it need not be who spoke last."""

EVERYBODY = (
    "大家", "各位", "各方", "双方", "三方", "全体", "全体人员", "与会人员", "与会各方", "参会人员", "会议", "所有人",
    "各部门", "everyone", "everybody", "all", "all departments", "both sides", "all parties",
)
"""Words for everybody in the room at the beginning of a line."""

ALL_DEPARTMENTS = (
    "各部门", "各相关部门", "各责任部门", "各有关部门", "各单位", "各科室", "各中心", "各业务部门", "所有部门",
    "全体部门", "各处室", "各院系", "各小组", "各团队", "各片区", "各门店", "各组", "各科", "各处",
    "各学院", "各班级", "各班", "各年级", "各街道", "各社区", "各乡镇", "各项目部", "各车间", "各支行",
    "各分公司", "各大区",
)
"""Words for every department that is there, to whom an order goes; none of them is a department of the list."""

EVERY_DEPARTMENT = ALL_DEPARTMENTS[0]
"""What stands where an order goes to all of them."""

ORDINARY_STEMS = frozenset((
    "技术", "市场", "产品", "销售", "客户", "测试", "质量", "服务", "设计", "采购", "项目",
))
"""Beginnings of departments' names that are ordinary words as well."""

WANTS = re.compile(
    r"(?:觉得|希望|主张|坚持|担心|倾向于?|不?认可|(?:可以|能够?)?(?:接受|认可)(?!度|率)|不接受|质疑|要求(?!高|低|严|比较|太|很|不|多|的))(?!的)"
)
"""Verbs by which a known department or person is said to hold something; they stay in the text."""
_TELLS = (
    r"says?|said|thinks?|thought|notes?|noted|reports?(?! back)|reported(?! back)|adds?|added|states?"
    r"|stated|mentions?"
    r"|mentioned"
    r"|comments?|commented|explains?|explained|points? out|pointed out|remarks?|remarked|reckons?|reckoned"
    r"|feels?|felt|observed|replied|replies|answered"
)
_PLEASED = (
    "against|opposed|for it|in favou?r|in agreement|happy|unhappy|fine|ok|okay|good with|on board|comfortable"
    "|concerned|worried|convinced|unconvinced|sure|unsure|keen|open to|open|willing|sceptical|skeptical"
    "|nervous"
    "|uneasy|reluctant|uncomfortable|relaxed|torn|neutral|up for|cool|pleased|dubious|doubtful|wary"
)
_SO = (
    r"(?:(?:dead|strongly|very|quite|really|totally|fully|firmly|a bit|a little|bit|rather|still|also"
    r"|not|never"
    r"|generally|all|both|broadly|perfectly|so|too|just|only|mostly) )*"
)
_BY_WHAT = (
    r"(?: (?:with|w/|about|abt|on|to|if|that|as long as|so long as|provided|but|unless|for|by|until"
    r"|in principle"
    r"|enough|either|overall|at all|because|bc|cos|of|it|they|we)(?= )| [-–—] |[,.;:!]|$)"
)
_PREDICATE = (
    rf"{_SO}(?:{_PLEASED.replace('|fine|ok|okay', '').replace('|open|', '|')})(?={_BY_WHAT})|adamant\b"
    rf"|{_SO}(?:fine|ok|okay|good)(?= (?:with|w/|to|by|on|if|as long as|so long as|provided|but|unless"
    rf"|in principle|for)(?: |$)"
    r"|[,.;:!]|$)|(?:not|never) (?:ok|okay|fine|good)\b|no (?:objections?|concerns?|issues?|problems?)\b"
)
"""What somebody is said to be of it without a verb: Ruth not happy w/ it, Finance against, Bob OK with March if …"""
_HOLDS = (
    r"wants?|wanted|would (?:like|rather|prefer)|prefers?|preferred|insists?|insisted|believes?|believed"
    r"|agree[sd]?|disagree[sd]?|supports?|supported|oppose[sd]?|objects?|objected|abstains?|abstained"
    r"|accepts?|accepted|rejects?|rejected|endorse[sd]?|suggests?|suggested|propose[sd]?|recommends?"
    r"|recommended|warns?|warned|confirms?|confirmed|stresse[sd]|emphasi[sz]e[sd]|highlights?|highlighted"
    r"|argue[sd]?|clarifie[sd]|requests?|requested|reminds?|reminded|advise[sd]?|wonders?|wondered|worrie[sd]"
    r"|expects?|expected|acknowledge[sd]?|reserves? (?:judge?ment|\w+ position)"
    r"|(?:asks?|asked) (?:for|that|whether|if|to|who|what|when|where|why|how|about)"
    r"|(?:asks?|asked)(?= [a-z'’.-]+(?: [a-z'’.-]+)? (?:whether|if|who|what|when|where|why|how|about|to)\b)"
    r"|raise[sd] (?:concerns?|(?:a|an|the) (?:concern|point|issue|question))|vote[sd]? (?:for|against"
    r"|in favou?r)"
    rf"|(?:is|are|was|were|isn't|aren't|wasn't|isnt|arent)(?: \w+ly| now| still| also| not| both| very"
    rf"| quite| really"
    rf"| a bit| all| dead| that| so| at all)* (?:{_PLEASED})"
    rf"|{_PREDICATE}"
    rf"|would(?: also)? be (?:{_PLEASED})"
    r"|ha(?:s|ve|d)(?:n't)?(?: got)? (?:(?:no|some|serious|strong|a few|major|big|real|any|its|their"
    r"|his|her|grave) )?"
    r"(?:objections?|concerns?|issues?|problems?|comments?|doubts?|reservations?)"
    r"|(?:do|does|did)(?:n't|nt| not) (?:support|agree|want|think|like|believe|accept|approve|see|buy)"
    r"|(?:can't|cannot|can not|won't|wont|cant) (?:support|agree|accept)"
    r"|(?:can|could|would) (?:live with|go along with|accept|back|support|agree)"
    r"|likes?|loves?|hates?|dislikes?|feared|doubts?(?= (?:it|that|this|the|we|if|whether)\b)|doubted|queried"
    r"|questioned|pushe[sd] back|seconds(?= (?:it|that|this|the)\b)|seconded|backs(?= (?:it|that|this"
    r"|the|option)\b)"
    r"|backed|vetoe[sd]|welcome[sd]"
)
ENGLISH_WANTS = re.compile(
    r" (?:(?:also|all|both|still|now|only|just|really|fully|strongly|then|again) )*"
    rf"(?P<verb>(?:{_TELLS})(?: that)?|{_HOLDS})(?= |[,.;:]|$)"
    # Finance reports are late, support requests go up: a plural and no verb.
    r"(?!(?<=ts|es|ks) (?:are|is|were|was|will|have|has|had|from|for|of|in|on|at|go|goes"
    r"|went|come|take|took|get|got)\b)"
)
"""Verbs by which somebody known is said to speak, to hold or to feel something."""
ENGLISH_IS = re.compile(rf"['’]s(?P<verb> (?:{_PREDICATE}))")
"""The same with a clipped verb, which only a person has: Bob's not happy with it."""
ENGLISH_TOLD = re.compile(
    r" (?:then |also |again )?(?P<verb>responded|flagged|raised(?= (?:the|a|an|that|it)\b)|presented"
    r"|shared|summari[sz]ed"
    r"|apologi[sz]ed|promised|offered|volunteered|introduced|recapped|gave (?:an? |the "
    r"|us an? )?(?:\w+ )?(?:update|report"
    r"|overview|summary|recap|presentation))(?= |[,.;:!]|$)"
)
"""Verbs by which people, and no departments, are said to have spoken (Dana flagged the delay)."""
ENGLISH_ANSWERS = re.compile(
    r" (?P<verb>yes|no|same(?: here)?|too|ditto|likewise|sure|seconds?|seconded|good idea|for it"
    r"|same view)[.!]?$"
)
"""All that is noted of somebody who only answers: Dana yes, Tom same here."""
ENGLISH_SAYS = re.compile(rf"(?:says?|said|thinks?|thought|reckons?|reckoned)(?: that)?$|(?:{_TELLS}) that$")
"""Of those, the ones that leave the text with the name."""
LONG_PAST = re.compile(
    r"\b(?:last (?:week|month|year|quarter|time|spring|summer|autumn|winter|january|march|april|may"
    r"|june|july|august)"
    r"|yesterday|ago|already|back in|in (?:19|20)\d\d|previously|originally|initially)\b"
)
"""What makes of something agreed or said an account of an earlier time."""

ABLE = re.compile(
    r"(?:这边|那边|那块|这块|方面)?\s*+(?:也|都|应该|肯定|现在|还|可能|目前|暂时)*"
    r"(?:能(?!力|源|耗|效|否|量|级|见度|不能|够|接受|认可)|能够(?!接受|认可)|可以(?!不可以|接受|认可)|不能(?!力)|来不及)"
)
ENGLISH_ABLE = re.compile(r" (?:(?:also|still|now|probably|only) )*(?:can|can't|cannot|can not|couldn't|could)(?= )")
"""What may be said of another department as well as by it."""

CONDITION = re.compile(
    r"的话|(?<!成)(?<!造)(?<!今天)(?<!明天)(?<!当天)(?<!今晚)(?<!马上)(?<!现在)就(?!业|餐|诊|绪|职|任|位|近)|(?<![人天刚])才(?!华|艺|干)"
    r"|\b(?:if|unless|once|before|until|only when|provided)\b"
)
"""In the first clause: what is said there is a condition and no statement."""
QUESTION = re.compile(r"[?？]|[吗呢]\s*+[?？。.]?\s*+$")
FIRST_PERSON = re.compile(r"[我咱俺]")
"""Whoever says this of something speaks himself: it is no account of the recorder's."""
EARLIER = re.compile(
    r"(?<![晚早线会])上一?[次回周月季年个]|上半?年|昨[天晚日]|前[天年些]|去年|当时|当初|那会儿?|那[天次回]|(?:^|[\s,，])(?:之前|以前)|原来|原本|本来|曾经"
    r"|历次|往年|早就"
)
"""What makes of something agreed, argued or left open an account of an earlier time."""
BOTH = r"(?:两边|双方|两家|两个人|两个部门|两位|俩人|他们俩|三方|三家|几方|几个部门|几家|各方|大家)"
"""Words for those who have argued, whoever they are."""
# fmt: on

ASSENT = re.compile(rf"(?:{either(ASSENTS)})(?:[,，、\s]+(?:{either(ASSENTS)}))*\s*+[。.!！~]*")
CLAUSE = re.compile(r"[^,，;；。!！?？]*")
DONE = re.compile("已经?|都已|均已|没有?|未")
"""What tells of something done, or not: no job is given by it."""
