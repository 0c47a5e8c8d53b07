"""The words of an English list of who is there: its labels, names, departments, posts, and how somebody takes part."""

from __future__ import annotations

import re

LABEL = re.compile(
    r"(?P<absent>apols|apologies(?: from)?|sorry|regrets(?: from)?|absent|not here|away|missing)\s*[:\-–—]?\s+"
    r"|(?P<late>(?:running )?late)\s*[:\-–—]?\s+"
    r"|(?P<online>online|on (?:zoom|teams|the (?:call|phone|line))|dial(?:l)?(?:ed|ing) in"
    r"|remote(?:ly)?)\s*[:\-–—]\s+"
    r"|(?P<present>here(?: today)?|present|attending|attendees|in the room|in attendance|with us(?: today)?"
    r"|people|who's here"
    r"|those present|round the table|also(?: here| present)?|and)\s*[:\-–—]?\s+"
)
GROUP = re.compile(r"\s*(?:;|(?<=[a-z)]{2})\.(?=\s)|\s/\s|\s\|\s)\s*|\.$")
PIECE = re.compile(r"\s*(?:,(?:\s*(?:and|plus)\b)?|\s\+\s|\s&\s|\s(?:and|plus)\s)\s*")
BRACKET = re.compile(r"\s*\(([^()]*)\)\s*")
TITLE = r"(?:[Dd]r|[Mm]r|[Mm]rs|[Mm]s|[Mm]x|[Pp]rof|[Ss]ir|[Ss]ister|[Mm]atron|[Cc]llr|[Rr]ev)\b\.?"
_WORD = r"[A-Z][A-Za-z’'-]*[a-z][A-Za-z’'-]*|[A-Z]\.?(?= [A-Z])|O['’][A-Z][a-z]+"
_SMALL = r"(?: (?:de|van|von|der|den|del|da|di|la|le|al|bin|ten|ter))*"
NAME = re.compile(
    rf"{TITLE} (?:{_WORD})(?:{_SMALL} (?:{_WORD}))?|(?:{_WORD}){_SMALL} (?:{_WORD})(?:-[A-Z][a-z]+)?"
)
TYPED_LOW = re.compile(rf"(?:{TITLE} )[a-z][a-z'’-]+|[a-z][a-z'’-]+ [a-z][a-z'’-]+")
_NO_NAMES = (
    "a an the of to in on at for from with by and or not no is are was were be been has have had will would can could "
    "may must should we i you they he she it its this that these those all more new old first last next then than as "
    "but so if what when where who why how out up down over into about after before again still only just very "
    "plan plans budget review update updates risk risks report figures numbers results target targets status launch "
    "project programme program team meeting agenda minutes actions action item items topic road street park north "
    "south east west phase option block building site office house room day week month year quarter today tomorrow "
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december christmas easter supply chain data cost costs price prices pricing contract contracts "
    "order orders release version server system software stock process policy training hiring survey audit move "
    "opening closing summer winter spring autumn customer customers client clients service services annual quarterly "
    "monthly weekly daily health safety campaign strategy roadmap issue issues problem problems question questions "
    "good bad high low open closed big small main draft final"
)
ORDINARY = frozenset(_NO_NAMES.split())
"""Words of titles and sentences, and of nobody's name."""
LINK = r"(?:\s*(?:[:=]|–|—|\s-|-\s)\s*|\s+(?:is|are|has|sent|by|with)\s+|\s+)"
BEHIND = re.compile(r"\s*(?:from|for|of|in|also|both|representing|-|–|—|,|=|:|@)?\s*(?:the )?")
FROM = re.compile(
    r"\s+(?:from|for|of|representing)\s+(?:the )?(?P<house>\w[\w&' -]{1,24}?)(?=\s*(?:$|\s(?:sitting|as|is|on"
    r"|who|can|will)\b))"
)
_T = r"(?:at |by |from |around |about |c\.? ?)?\d{1,2}(?:[.:]\d{2})?\s?(?:[ap]m)?(?: ish|ish|o'clock)?"
_WAY = r"zoom|teams|video|webex|skype|meet|the (?:call|phone|line|screen)|phone|telephone|conference|remote"
STATES = (
    (
        "online",
        re.compile(
            rf"(?:is |are |both |joining |joins |joined |attending |here |comes? in )*(?:(?:on|via|by|over"
            rf"|through) (?:{_WAY})"
            r"|online|remote(?:ly)?|virtual(?:ly)?|diall?(?:ed|ing|s)? in|from home|wfh)(?: from [\w ]+)?"
        ),
    ),
    (
        "late",
        re.compile(
            rf"(?:is |are |will be |'ll be |be |running |arriving |coming |a bit "
            rf"|a little )*late(?:,? (?P<why>\w+))?(?: (?P<at>{_T}))?"
            rf"|(?:will |'ll |to |is |are )*(?:join(?:s|ing)?|arriv(?:e|es|ing)|com(?:e|es|ing)(?: in)?"
            rf"|be here|here|in)(?: us)?"
            rf"(?: later)? (?P<time>{_T})(?: on(?:wards)?)?|(?:will |'ll |to |is |are )*(?:join(?:s|ing)?"
            rf"|com(?:e|es|ing)) later"
        ),
    ),
    (
        "stays",
        re.compile(
            rf"(?:here |only |just |but |is |can |can only |stays? |staying )*(?:till|until|'til|til|up to) {_T}"
            rf"|(?:only |just |but |has to |have to |must |needs to |will |to )*(?:leav(?:e|es|ing)|out|goes"
            rf"|going|off|go) (?:at |by )?{_T}"
        ),
    ),
    (
        "absent",
        re.compile(
            r"(?:(?:has |have )?(?:sent|sends|gives|gave) (?:his |her |their )?(?:apologies|apols|regrets)"
            r"|(?:can't|cant|cannot|can not|couldn't|won't|wont|will not|isn't able to|unable to|not able to)"
            r" (?:make it|be here|come|attend|join|be there|make today)|apologies|apols|regrets"
            r"|(?:is |are |is still |still )*(?:away|absent|off sick|out sick|sick|ill|off|not here"
            r"|not coming|not in|missing|out)"
            r"|(?:is |are )?(?:away |off |out )?on (?:holiday|leave|annual leave|sick leave|vacation|call"
            r"|site|parental leave|maternity leave"
            r"|a course|training))(?: today| this week)?"
        ),
    ),
    (
        "guest",
        re.compile(
            r"(?:is |sitting in |coming |here |invited |our )*(?:as )?(?:a |our )?(?:guest"
            r"|visitor)(?: today)?|guest"
        ),
    ),
    (
        "observer",
        re.compile(
            r"(?:is |just |only )*(?:sitting in|observing|shadowing|(?:as )?(?:an )?observer"
            r"|listening in)(?: today)?"
        ),
    ),
    (
        "chair",
        re.compile(
            r"(?:is |are |was )?(?:(?:in )?the chair|in chair|chair(?:s|ing|ed|man|woman|person)?|chair today)"
        ),
    ),
    (
        "recorder",
        re.compile(
            r"(?:is |am )?(?:(?:taking |doing |on )(?:the )?(?:notes|minutes)|minute taker|minutes|notes|scribe)"
        ),
    ),
    ("me", re.compile(r"me|myself|i|too|also|as well|both|and me|here|present|in person|in the room")),
)
_TO_HER = (
    r"(?:standing in|stands in|deputising|deputizing|covering|covers|filling in|fills in|instead"
    r"|in (?:his|her|their) place|as deputy|for (?:him|her|them)|attending instead|here instead|is proxy"
    r"|as proxy)"
)
PROXY = re.compile(
    rf"(?:(?:has |have )?(?:sent|sends|sending|replaced by|represented by"
    rf"|with) )?(?P<name>.+?) {_TO_HER}(?: for (?:him|her|them))?"
    r"|(?:(?:has |have )?(?:sent|sends|sending|replaced by|represented by|deputy is|deputy:) )(?P<sent>.+?)"
)
POST = re.compile(
    r"(?:(?:the |our |plant |site |managing |medical |deputy |acting |vice |senior |chief |interim "
    r"|assistant |regional |it |hr )*"
    r"(?:director|manager|president|chair(?:man|woman)?|lead|head|supervisor|officer|secretary|coordinator"
    r"|engineer|consultant"
    r"|matron|principal|dean|registrar|buyer|planner|controller|architect|analyst|accountant|nurse|md|ceo|cfo"
    r"|coo|cto|cio|vp|gm|pm))\b"
)
VICE = re.compile(
    r"(?:s?e?vp|vice president|head of|director of|(?:chief )?manager of|lead for|lead|dir)\s+(?:of )?(?P<dept>.+)"
    r"|(?P<before>.+?)\s+(?:manager|lead|director|head|supervisor|rep|team lead|engineer|officer)",
)
