"""The stance Chinese words take as people say it: 可以，但… · 这个我赞成 · 不认 · 没戏 · 也这么看 · ok 没问题."""

from __future__ import annotations

import re

from models.capture.words.lexicon import STANCE_OF, STANCES, either

CONSENTS = either(row.word for row in STANCES if row.stance == "support" and not row.word.isascii())
"""The Chinese words of the lexicon that say yes."""
_OPPOSES = either(row.word for row in STANCES if row.stance == "oppose" and not row.word.isascii())
WISHES = ("想", "要求", "提醒", "希望")
"""What somebody is said to hold, whatever becomes of it (学生处想寒假就装)."""
_OUR = r"(?:我[们这]?(?:边|这边)?|本人|个人)"
_HEAD = (
    rf"(?:(?:还是|勉强|这个|这点|这条|这事|这样|对此|原则上?|技术上|总体|基本|勉强|最后|后来|也|还|都|表示"
    rf"|觉得|说|{_OUR})[\s,，]*)*"
)
_ENDS = r"(?=\s*(?:[,，;；。.!！]|$)|\s)"
_YES = (
    rf"(?:ok(?:ay)?|可以|行|没问题|没毛病|同感|{CONSENTS}|接受|能接受|可接受|认了"
    r"|能够?|没反对|同样意见|举双手赞成|双手赞成|挺好|都行|成|agree)"
    r"(?:的|啊|呀|了|吧|哈)*"
)
_SHARES = (
    r"(?:也|都|同样|完全)*(?:这么|这样|是这个?|是一样的?|一样)(?:看|想|认为|觉得|说|意见|意思|看法|态度|观点)"
)
_NO = (
    r"(?:不行|不可以|不干|不认|不接受|不答应|不肯|不愿意|不乐意|不服|没戏|不可能|没门|免谈|no way"
    r"|hold不住|"
    r"不太(?:赞成|同意|认可|合适|愿意|能接受)|不合适|不妥|不好|接受不了|没法接受|无法接受|不能接受|没法同意|不能同意"
    r"|有意见|坚决不\S{1,4}|坚决反对|(?:还是|仍然?|依旧)不(?:同意|赞成|认可|接受|干)"
    rf"|{_OPPOSES})(?:的|了|啊)*"
)
_SUPPORT = re.compile(
    rf"{_HEAD}(?:{_YES}(?:[\s,，]+{_YES})*{_ENDS}|{_SHARES}|back(?![a-z])\s*\S.*[\u3400-\u9fff])"
)
_OPPOSE = re.compile(
    rf"{_HEAD}(?:这(?:个)?\S{{1,3}}(?=hold不住|没戏))?{_NO}(?:{_ENDS}|(?<=反对)|(?<=不同意)|(?<=不赞成)"
    rf"|(?<=不支持))(?!\s*(?:就|的话|再))"
)
_RESERVE = re.compile(rf"{_HEAD}(?:有保留|持保留|保留意见){_ENDS}")
_BUT = r"(?:但是?|不过|只是|就是|前提|条件是|只要|除非|得先|要先|先得)"
_CONDITION = re.compile(
    rf"(?:{_HEAD}(?:{_YES})\s*[,，;；\s]\s*(?:[^,，;；。]{{2,16}}[,，;；]\s*)?{_BUT}"
    r"|[^,，;；。]{1,16}?(?<!不)(?:可以|没问题|行|能接受|能做|能挪|ok|都行)(?:的|吧|了)?\s*[,，;；\s]\s*"
    r"(?:前提|条件是|只要|除非|(?:但是?|不过|只是|就是)[^。;；]{0,24}?(?:要(?!求)|得|先|必须|须|需|才行|前提|保证)))"
)
_MINE = "|".join(row.word for row in STANCES if not row.word.isascii() and row.leads)
_OWN_CLAUSE = re.compile(
    rf"(?:.{{0,30}}?[,，;；\s])?(?:这个)?{_OUR}(?:都|也|还是|倒是|完全|坚决|举双手"
    rf"|是)*(?P<stance>{_MINE})(?=\s*(?:[,，;；。.!！]|$)|\s|的)"
    rf"|[^,，;；。]{{2,16}}?{_OUR}(?P<behind>{_MINE})(?:的)?\s*(?:[,，;；。.!！]|$)"
)
"""技术上没问题 我支持，… · 只补扣错的我赞成"""
_IF = re.compile(r"如果|要是|只要|除非|前提|假如|的话")
_QUESTION = re.compile(r"[?？吗么]\s*$|吗[,，]|(?:行|可以|成|好)不(?:行|可以|成|好)|是否")


def everyday_stance(low: str) -> str:
    """The stance a Chinese text takes in everyday words, else none; `low` is folded and in lower case."""
    if _QUESTION.search(low):
        return "none"
    if _CONDITION.match(low):
        return "conditional"
    if _RESERVE.match(low):
        return "reserve"
    if _OPPOSE.match(low):
        return "oppose"
    if _SUPPORT.match(low):
        return "support"
    return _own_stance(low)


def _own_stance(low: str) -> str:
    """The stance somebody says of himself in a clause of its own (…我支持，…), on a condition where there is one."""
    match = _OWN_CLAUSE.match(low)
    if match is None:
        return "none"
    stance = STANCE_OF[match["stance"] or match["behind"]]
    return "conditional" if stance == "support" and _IF.search(low) else stance


_WAY = r"(?:那边|这边|最后|后来|当场|倒是|对此|表示|明确|这个|这条|这事|这点|就|也|都|更|又|则|还(?!是)|再)*"
_STILL = "(?:还是|仍然?|始终|勉强|坚决)?"
_HOLDS = (
    rf"(?:不?认同(?!感)|认可(?!度|率)|不认(?!识|真|为|证|定|账期)|认了|不干(?!涉|预|净|扰|胶)|不答应|不肯|不愿意?"
    rf"|不乐意|没反对|不反对|不承认|有意见|没意见|没戏"
    r"|不太?(?:赞成|同意|认可|愿意|能接受)|同感|附议|有保留|有顾虑|犹豫|倾向|站(?=\S{1,6}边)|插话|接话|打断"
    r"|[补回说插]了?一?[句嘴]|back(?![a-z])(?= ?\S.*[\u3400-\u9fff])|hold不住|不服|摇头|点头(?!之交)|松口"
    r"|拒绝(?!率|原因)|接受(?!度|率|人|方|能力)|嫌(?!疑)"
    r"|想(?!法|象|起|必|来|要的)|要求|提醒(?!函|单|短信|功能)|抱怨|吐槽|反问|追问|保证(?!金|书)|承认|透露"
    r"|认了(?=$|[,，;；。\s])|讲(?!课|师|座|究|稿|义|台|话|解|述|一|讲|完|过|了|好|价)|表态(?!后|会)|通报(?!批评|表扬|会)"
    r"|介绍(?!信|费)|解释|主张|坚持|质疑"
    rf"|反对(?!票|的|派)|赞成(?!票|的)|支持(?=\s*(?:[,，。;]|$))|{_SHARES})"
)
_AGREES = r"(?:没问题|没有问题|可以|行|ok|okay|没毛病)(?:的|了|吧|啊)?(?=\s*(?:[,，。;；!！]|$)|\s)"
_ASKED = r"(?:问(?!题|卷|责|询台|候|世|诊|答|过|号)|追问|请教|想问|询问|打听)"
HOLDS = re.compile(rf"\s*+{_WAY}(?P<verb>{_STILL}(?:{_HOLDS})|{_ASKED})(?!的)")
"""What somebody known is said to hold or ask; the words stay in the text."""
AGREES = re.compile(rf"\s*+{_WAY}(?P<verb>{_STILL}{_AGREES})")
"""What a person is said to agree by; of a thing it says that it works."""
ASKED = re.compile(rf"{_ASKED}(?:了|一下|下)?\s*+")
"""What stands before whom somebody asked, in what he said."""
OBJECTS = re.compile(
    r"(?:也|还是|都|就|又|坚决|不太)?(?:嫌(?!疑)|不同意|不赞成|不认可|不认(?!识|真|为)|不干(?!涉|预|净)|不接受"
    r"|反对(?!票|的)|有意见)"
)
"""What somebody who is named behind the thing itself is said to hold of it (停机两小时魏主任嫌长)."""
