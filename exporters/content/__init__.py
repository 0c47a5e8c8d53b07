"""What the minutes say, section by section in the order of the template, in the language in use.

The Word document and the Markdown text are both drawn from `document`, so that they cannot say different things.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from exporters.content.closing import confirmation_request, confirmations, distribution, other_matters
from exporters.content.context import Draft
from exporters.content.facts import facts
from exporters.content.follow_up import actions, open_issues, resolutions
from exporters.content.topics import topics
from exporters.options import Options
from exporters.parts import Document, Paragraph, Section, Span, Table
from exporters.punctuation import tidy
from models.i18n import _
from models.meeting import (
    Action,
    Background,
    Disagreement,
    Entry,
    Meeting,
    Note,
    OpenIssue,
    Opinion,
    Point,
    Resolution,
)
from models.minutes import Minutes
from models.vocabulary import scenario_label

__all__ = ["TOLD_IN", "document", "title"]

Blocks = tuple[Paragraph | Table | None, ...]
"""What stands under a heading; a table that has nothing to say is None."""


def document(minutes: Minutes, options: Options) -> Document:
    """The whole content of the minutes; called with the language of the document in use."""
    draft = Draft(minutes, options)
    state = _("Final version") if draft.final else _("First draft")
    mark = "" if draft.final else state
    version = options.printed_version(draft.meeting)
    return Document(
        title=title(draft.meeting),
        kind=_("Minutes of the meeting"),
        state=state,
        mark=mark,
        header=draft.say.gap.join(part for part in (_head(draft), mark) if part),
        subtitle=_subtitle(draft, version),
        version=f"{state} {version}",
        sections=tuple(_numbered(draft, _sections(draft))),
        comments=draft.loose_findings(),
    )


def title(meeting: Meeting) -> str:
    """The meeting's name with 会议纪要 behind it, unless it ends so already."""
    name = tidy(meeting.name)
    if name.endswith(("纪要", "minutes", "Minutes")):
        return name
    return _("Minutes: {name}").format(name=name) if name else _("Minutes of the meeting")


def _head(draft: Draft) -> str:
    words = _("Minutes of a cross-department meeting")
    filed = draft.meeting.document_number or draft.options.number
    if not filed:
        return words
    number = _("No. of the minutes") + draft.say.colon + tidy(filed)
    return words + draft.say.gap + number


def _subtitle(draft: Draft, version: str) -> str:
    say = draft.say
    kind = _("Final version") if draft.final else _("First draft")
    facts_ = [
        (_("Version"), f"{kind} {version}"),
        (_("Confidentiality"), tidy(draft.options.confidentiality)),
        (_("Meeting type"), scenario_label(draft.meeting.scenario)),
    ]
    return say.gap.join(f"{label}{say.colon}{value}" for label, value in facts_ if value)


@dataclass(frozen=True, slots=True)
class _Part:
    """A section that tells what was said under the topics."""

    heading: Callable[[], str]
    blocks: Callable[[Draft], Blocks]


_TOPICS = _Part(lambda: _("Topics and discussion"), lambda draft: (topics(draft),))

TOLD_IN: dict[type[Entry], _Part] = {
    Background: _TOPICS,
    Point: _TOPICS,
    Opinion: _TOPICS,
    Disagreement: _TOPICS,
    Resolution: _Part(lambda: _("Resolutions adopted"), lambda draft: (resolutions(draft),)),
    Action: _Part(lambda: _("Action tracker"), lambda draft: (actions(draft),)),
    OpenIssue: _Part(lambda: _("Issues left open"), lambda draft: (open_issues(draft),)),
    Note: _Part(lambda: _("Other matters"), other_matters),
}
"""Where the document tells an entry of each kind; the sections stand in this order."""


def _sections(draft: Draft) -> list[Section]:
    found: list[tuple[str, Blocks]] = [
        (_("Basic information"), (facts(draft),)),
        *((part.heading(), part.blocks(draft)) for part in dict.fromkeys(TOLD_IN.values())),
        (_("Review and confirmation"), _review(draft)),
        (_("Distribution and archive"), distribution(draft)),
    ]
    sections = []
    for heading, blocks in found:
        kept = tuple(b for b in blocks if b is not None and not (isinstance(b, Table) and not b.rows))
        sections += [Section(heading, kept)] if kept else []
    return sections


def _review(draft: Draft) -> Blocks:
    """The table to be signed, which a final document has in its appendix."""
    if not draft.final:
        return confirmation_request(draft), confirmations(draft)
    words = _("For the comments and signatures of the departments see the appendix.")
    return (Paragraph((Span(words),)),)


def _numbered(draft: Draft, sections: list[Section]) -> list[Section]:
    numbered = [
        Section(draft.say.ordinal(i) + section.heading, section.blocks)
        for i, section in enumerate(sections, 1)
    ]
    if draft.final:
        heading = _("Appendix: record of confirmations")
        numbered.append(Section(heading, (confirmations(draft),), new_page=True))
    return numbered
