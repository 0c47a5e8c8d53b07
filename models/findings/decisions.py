"""Rules about what was decided and what was not: R13, R14, R15, R18, R28, R31, doubts and later changes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models import wording
from models.capture.values import DeferredLine, OpenIssueLine, ResolutionLine
from models.findings.finding import Edit, Offer, Severity, Trigger, Write
from models.findings.registry import CLOSE_AND_FINAL, Case, Hit, rule
from models.i18n import _
from models.kinds import KINDS, text_of
from models.meeting import NUMBERED, Disagreement, Entry, OpenIssue, Resolution, Topic
from models.minutes import Minutes
from models.numbering import GAPS_RULE

_NOT_DECIDED = ("not_agreed", "inconclusive", "deferred")
_VAGUE = re.compile(
    r"尽快|原则上|适当|适时|基本上|as soon as possible|in principle|as appropriate", re.IGNORECASE
)
_NUMBER = re.compile(r"\d+\.\d+")


@rule("R13", Severity.HARD, CLOSE_AND_FINAL, lambda: _("every dispute has a consensus or an open issue"))
def _disputes_settled(case: Case) -> Iterator[Hit]:
    for dispute in case.entries(Disagreement):
        issues = issues_of(case.minutes, dispute)
        quoted = wording.shortened(dispute.dispute or dispute.reason)
        if dispute.status == "open":
            yield case.hit(dispute, _unsettled(quoted, issues), _set_aside(case.minutes, dispute, issues))
        elif dispute.status == "deferred" and not issues:
            words = _("“{text}” is set aside and no open issue names who takes it up").format(text=quoted)
            yield case.hit(dispute, words, _set_aside(case.minutes, dispute, issues))


def issues_of(minutes: Minutes, dispute: Disagreement) -> list[OpenIssue]:
    """The open issues in which a dispute of their topic may live on."""
    return [i for i in minutes.open_issues(dispute.topic_id) if i.holds]


def _unsettled(quoted: str, issues: list[OpenIssue]) -> str:
    if issues:
        words = _("“{text}” has no consensus, there is an open issue {code}")
        return words.format(text=quoted, code=wording.listed(i.code for i in issues))
    return _("“{text}” has no consensus").format(text=quoted)


def _set_aside(minutes: Minutes, dispute: Disagreement, issues: list[OpenIssue]) -> Offer:
    """The offer to make a dispute an open issue, or to set it aside for the one there is."""
    topic = minutes.topic(dispute.topic_id)
    number = topic.number if topic else None
    if issues:
        reason = _("see {code}").format(code=issues[-1].code)
        return Offer(
            _("set aside, {reason}").format(reason=reason),
            Edit(dispute.id, {"status": "deferred", "reason": reason}),
        )
    # What was set aside alone is known by its reason.
    open_still = dispute.dispute or dispute.reason
    issue = OpenIssueLine(text=open_still, topic=number)
    aside = DeferredLine(reason=dispute.reason or _("an open issue"), settles=dispute.id, topic=number)
    line = f"{number}补：遗留：{open_still}"
    items = (issue,) if dispute.status == "deferred" else (aside, issue)
    return Offer(_("make it an open issue"), Write(line, items))


@rule(
    "R13-lead",
    Severity.HARD,
    CLOSE_AND_FINAL,
    lambda: _("an open issue has a lead and a date"),
    lambda: "R13",
)
def _issues_led(case: Case) -> Iterator[Hit]:
    for issue in case.entries(OpenIssue):
        if not issue.lead_id and not issue.lead_department_id and not issue.candidates:
            yield case.hit(issue, _("who takes it up is missing"), *_leads(case.minutes, issue), part="lead")
        if not issue.revisit and not issue.revisit_text:
            yield case.hit(issue, _("when it comes back is missing"), *_revisits(case, issue), part="revisit")


def _leads(minutes: Minutes, issue: OpenIssue) -> list[Offer]:
    """Offers of a lead for an open issue: those who own actions of its topic."""
    owners = {
        (a.owner_department_id, a.owner_id): None for a in minutes.actions(issue.topic_id) if a.owner_id
    }
    return [
        Offer(
            _("{name} takes it up").format(name=wording.owner_of(minutes, department_id, person_id)),
            Edit(issue.id, {"lead_department_id": department_id, "lead_id": person_id}),
        )
        for department_id, person_id in list(owners)[:3]
    ]


def _revisits(case: Case, issue: OpenIssue) -> list[Offer]:
    next_at = case.minutes.meeting.next_at
    words = _("next meeting")
    fields = {"revisit_text": words, "revisit": next_at[:10] if next_at else None}
    return [Offer(_("at the next meeting"), Edit(issue.id, fields))]


@rule("R14", Severity.HARD, CLOSE_AND_FINAL, lambda: _("every topic has a resolution, or says there is none"))
def _topics_decided(case: Case) -> Iterator[Hit]:
    for topic in case.minutes.topics:
        decided = any(r.holds for r in case.minutes.resolutions(topic.id))
        if not decided and topic.outcome not in _NOT_DECIDED:
            yield case.about_topic(topic, _("no resolution"), *_ways_to_end(case.minutes, topic))


def _ways_to_end(minutes: Minutes, topic: Topic) -> list[Offer]:
    """Offers to end a topic: its consensus as resolution, or an outcome that needs none."""
    agreed = [d.consensus for d in minutes.disagreements(topic.id) if d.consensus and d.holds][-1:]
    offers = [
        Offer(
            _("take the consensus as resolution"),
            Write(f"{topic.number}补：决议：{text}", (ResolutionLine(text=text, topic=topic.number),)),
        )
        for text in agreed
    ]
    labels = {
        "inconclusive": _("outcome: inconclusive"),
        "not_agreed": _("outcome: not agreed"),
        "deferred": _("outcome: postponed"),
    }
    return offers + [Offer(label, Edit(topic.id, {"outcome": outcome})) for outcome, label in labels.items()]


@rule("R15", Severity.HARD, CLOSE_AND_FINAL, lambda: _("every resolution names who carries it out"))
def _resolutions_carried_out(case: Case) -> Iterator[Hit]:
    likely: dict[str, list[str]] = {}
    for resolution in case.entries(Resolution):
        if not resolution.executing_department_id and not resolution.candidates:
            topic_id = resolution.topic_id
            if topic_id not in likely:
                likely[topic_id] = _likely(case.minutes, topic_id)
            offers = [_executing(case.minutes, resolution, department) for department in likely[topic_id]]
            yield case.hit(resolution, _("the executing department is missing"), *offers)


def _likely(minutes: Minutes, topic_id: str) -> list[str]:
    """The departments that own the topic's actions, else those that spoke."""
    owners = [a.owner_department_id for a in minutes.actions(topic_id)]
    spoke = [o.department_id for o in minutes.opinions(topic_id)]
    return list(dict.fromkeys(d for d in owners + spoke if d))[:4]


def _executing(minutes: Minutes, resolution: Resolution, department_id: str) -> Offer:
    words = _("{department} carries it out").format(department=minutes.department_name(department_id))
    return Offer(words, Edit(resolution.id, {"executing_department_id": department_id}))


@rule("R15-when", Severity.SOFT, CLOSE_AND_FINAL, lambda: _("every resolution says from when"), lambda: "R15")
def _resolutions_effective(case: Case) -> Iterator[Hit]:
    for resolution in case.entries(Resolution):
        if not resolution.effective and not resolution.effective_text:
            words = _("from the day of the meeting")
            day = case.day.isoformat() if case.day else None
            offer = Offer(words, Edit(resolution.id, {"effective_text": words, "effective": day}))
            yield case.hit(resolution, _("from when it holds is missing"), offer)


@rule("R15-vague", Severity.SOFT, CLOSE_AND_FINAL, lambda: _("no resolution is vague"), lambda: "R15")
def _resolutions_firm(case: Case) -> Iterator[Hit]:
    for resolution in case.entries(Resolution):
        if vague := _VAGUE.search(resolution.text):
            yield case.hit(resolution, _("“{word}” leaves open what is decided").format(word=vague[0]))


@rule("R18", Severity.HARD, CLOSE_AND_FINAL, lambda: _("resolutions, actions and owners were read back"))
def _read_back(case: Case) -> Iterator[Hit]:
    confirmed = {c.page for c in case.minutes.confirmations}
    for topic in case.minutes.topics:
        if topic.id not in confirmed and case.minutes.topic_entries(topic.id):
            yield case.about_topic(topic, _("not yet read back and confirmed"))


@rule("R28", Severity.HARD, CLOSE_AND_FINAL, lambda: _("numbers are unique and in order"))
def _topic_numbers(case: Case) -> Iterator[Hit]:
    seen: list[tuple[int, ...]] = []
    for topic in case.minutes.topics:
        if not _NUMBER.fullmatch(topic.number):
            yield case.about_topic(topic, _("“{number}” is not a topic number").format(number=topic.number))
            continue
        figures = tuple(map(int, topic.number.split(".")))
        if seen and figures <= seen[-1]:
            yield case.about_topic(topic, _("{number} is out of order").format(number=topic.number))
        seen.append(figures)


@rule(GAPS_RULE, Severity.HARD, (Trigger.FINAL,), lambda: _("numbers have no gaps"), lambda: "R28")
def _item_numbers(case: Case) -> Iterator[Hit]:
    for kind in NUMBERED:
        numbers = sorted(row.number for row in case.minutes.all(kind))
        if numbers != list(range(1, len(numbers) + 1)):
            words = _("the numbers of the {kind}s have gaps").format(kind=KINDS[kind].name())
            yield case.about_meeting(KINDS[kind].name(), words, kind.table)


@rule("R31", Severity.SOFT, CLOSE_AND_FINAL, lambda: _("something follows from every resolution"))
def _resolutions_followed(case: Case) -> Iterator[Hit]:
    for resolution in case.entries(Resolution):
        if not any(a.holds for a in case.minutes.actions(resolution.topic_id)):
            yield case.hit(resolution, _("no action follows from it"))


@rule(
    "doubt",
    Severity.HARD,
    CLOSE_AND_FINAL,
    lambda: _("nothing is left in doubt"),
    lambda: _("to be checked"),
)
def _doubts(case: Case) -> Iterator[Hit]:
    for entry in case.minutes.all_entries:
        if entry.doubt and entry.holds:
            cleared = Offer(_("it is right as it stands"), Edit(entry.id, {"doubt": False}))
            words = _("“{text}” is marked ??").format(text=wording.shortened(text_of(entry)))
            yield case.hit(entry, words, cleared)


@rule(
    "changed",
    Severity.SOFT,
    CLOSE_AND_FINAL,
    lambda: _("nothing changed after it was confirmed"),
    lambda: _("changed"),
)
def _changed_later(case: Case) -> Iterator[Hit]:
    confirmed = {c.page: c.at for c in case.minutes.confirmations}
    for entry in case.minutes.all_entries:
        at = confirmed.get(entry.topic_id)
        if at and entry.told and (when := changed_after(entry, at)):
            words = _("changed at {time}, after it was confirmed").format(time=when[11:16])
            yield case.hit(entry, words)


def changed_after(entry: Entry, confirmed_at: str) -> str | None:
    """When an entry was written or changed after that moment; None if it was not."""
    moments = [moment for moment in (entry.at, entry.changed_at) if moment and moment > confirmed_at]
    return max(moments, default=None)
