"""The launch meeting after its polish step: a merged sentence, a worded consensus, something left out."""

from __future__ import annotations

from dataclasses import replace

from models import meeting as m
from models.minutes import Minutes
from tests.meetings.launch import launch


def polished() -> Minutes:
    """Two departments' opinions are one sentence, a consensus is worded anew, a background is left out."""
    minutes = launch()
    topic = minutes.topics[0]
    first, second = minutes.opinions(topic.id)[:2]
    settled = next(d for d in minutes.all(m.Disagreement) if d.consensus)
    minutes.apply([replace(minutes.backgrounds(topic.id)[0], left_out=True)])
    write(minutes, topic.id, "两部门均要求提前排期", (first.id, "", first.text), (second.id, "", second.text))
    write(minutes, settled.topic_id, "于10月8日起预热", (settled.id, "consensus", settled.consensus))
    write(minutes, topic.id, "会中休息一次")
    return minutes


def write(minutes: Minutes, topic_id: str, text: str, *sources: tuple[str, str, str]) -> None:
    """A written sentence for some texts: the entry's id, which of its texts, and what that says."""
    n = len(minutes.all(m.Written)) + 1
    meeting = minutes.meeting.id
    written = m.Written(id=f"w{n}", meeting_id=meeting, topic_id=topic_id, seq=n, text=text)
    minutes.apply([written])
    minutes.apply(
        m.WrittenSource(id=f"w{n}-{k}", meeting_id=meeting, written_id=f"w{n}", item=i, part=part, text=now)
        for k, (i, part, now) in enumerate(sources)
    )
