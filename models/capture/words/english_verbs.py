"""English verbs of work in the forms in which people are given jobs, and what makes a sentence or a title of words."""

from __future__ import annotations

import re

_JOBS = (
    "add go arrange ask assess attend audit book brief bring build buy calculate call cancel chase "
    "check circulate clean "
    "clear close collate collect compare compile complete confirm contact convene coordinate copy cost "
    "count create "
    "cut decide deliver design distribute document draft draw email escalate estimate explore extend "
    "file fill "
    "finalise finalize find finish fix follow forward get give hand hire inform inspect install interview "
    "investigate invite invoice issue launch liaise list lock log mail make map measure merge message "
    "migrate "
    "monitor move negotiate notify obtain open order organise organize paint pay phone pick ping plan "
    "post prepare "
    "present price print process produce propose prune provide publish pull purchase push put raise "
    "rebook recalculate "
    "recruit redo redraft redraw refund register reissue relabel remind remove renew rent repair "
    "replace reply "
    "reprint request resend reschedule research reset resolve respond restock review revise rewrite "
    "rewire ring roll "
    "run schedule scope secure sell send set share ship show sign sort source speak spec start submit "
    "supply survey "
    "swap take talk tell test tidy trace track train transfer translate try tweak update upload verify "
    "visit walk "
    "warn wipe work write approve vote agree"
)
JOBS = frozenset(_JOBS.split())
"""What people are given to do; what somebody is, has or thinks is none of it."""
_VOWELS = "aeiou"


def _third(verb: str) -> str:
    """The form behind he or she: sends, fixes, copies."""
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _going_on(verb: str) -> tuple[str, ...]:
    """The form that goes on, its last letter doubled or not: sending, chasing, getting."""
    if verb.endswith("e") and not verb.endswith("ee"):
        return (verb[:-1] + "ing",)
    return (verb + "ing", verb + verb[-1] + "ing")


THIRD = frozenset(map(_third, JOBS)) - {
    "goes",
    "works",
    "starts",
    "closes",
    "finishes",
    "shows",
    "costs",
    "tries",
}
"""What a person does who is given a job in the present (Dana sends the list by Friday)."""
GOING_ON = frozenset(form for verb in JOBS for form in _going_on(verb)) - {
    "going",
    "working",
    "starting",
    "getting",
}

_FINITE = (
    "i we you he she they it its us me him them who which that this these those there here everyone "
    "everybody "
    "nobody someone somebody anyone is are was were am be been being isn't aren't wasn't weren't has "
    "have had hasn't "
    "haven't hadn't do does did don't doesn't didn't will would won't wouldn't can can't cannot could "
    "couldn't may "
    "might must should shouldn't shall need needs want wants think thinks know knows get gets got go "
    "goes went gone "
    "come comes came take takes took make makes made say says said tell told see saw seen give gave "
    "given keep "
    "keeps kept put puts let lets seem seems look looks feel feels lost left sent ran run runs not no "
    "never never too again still only already yet if because so but although than very really just also "
    "ok yes lets "
    "dont doesnt didnt cant wont isnt wasnt havent hasnt im ive ill youre theyre thats whats theres "
    "started stopped "
    "mostly about around roughly nearly almost maybe perhaps probably says due bc cos tho though"
)
_IN_A_SENTENCE = frozenset(_FINITE.split())
_WORD = re.compile(r"[A-Za-z0-9][\w'’/&.%£$€-]*")
_CLIPPED = re.compile(r"['’](?:re|ll|ve|m|d|s)$|n['’]t$")
_DONE = re.compile(r"\w{2,}[^e]ed$")
_FIGURES = re.compile(
    r"(?!(?:19|20)\d\d$|\d+\.\d+$)\d+(?:[.,]\d+)?(?:%|k|m|bn|x|h|hrs?|p|d)?$|[£$€]\d.*|.*%$"
)
_LONGEST_TITLE, _MOST_WORDS = 48, 7


_THIS_MONTH = re.compile(r" (?:this|last|next) (?:week|month|year|quarter|term|season)$")


def is_english_title(text: str) -> bool:
    """Whether words name a thing and say nothing of it (heating in ward 9; not: no data lost, 12 beds short)."""
    text = _THIS_MONTH.sub("", text)
    words = [word if word.isupper() and len(word) > 1 else word.lower() for word in text.strip(" .").split()]
    if not words or len(words) > _MOST_WORDS or len(text) > _LONGEST_TITLE or re.search(r"[,;:?!()]", text):
        return False
    if any(word.strip("'’.\"") in _IN_A_SENTENCE or not _WORD.match(word) for word in words):
        return False
    if any(_CLIPPED.search(word) and not word.endswith(("'s", "’s")) for word in words):
        return False
    return not (_FIGURES.match(words[0]) or any(_DONE.match(word) for word in words[1:]))


def is_job(word: str) -> bool:
    """Whether a word begins what somebody is to do (chase the supplier)."""
    return word in JOBS
