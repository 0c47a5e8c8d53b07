"""What the minutes say, section by section in the order of the template, in the language in use.

The Word document and the Markdown text are both drawn from `document`, so that they cannot say different things.
"""

from __future__ import annotations

from exporters.content.closing import confirmation_request, confirmations, distribution, other_matters
from exporters.content.context import Draft
from exporters.content.facts import facts
from exporters.content.follow_up import actions, open_issues, resolutions
from exporters.content.topics import topics
from exporters.options import Options
from exporters.parts import Document, Paragraph, Section, Span, Table
from exporters.punctuation import tidy
from models.i18n import _
from models.meeting import Meeting
from models.minutes import Minutes
from models.vocabulary import scenario_label

__all__ = ["document", "title"]


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
    if not draft.options.number:
        return words
    number = _("No. of the minutes") + draft.say.colon + tidy(draft.options.number)
    return words + draft.say.gap + number


def _subtitle(draft: Draft, version: str) -> str:
    say = draft.say
    kind = _("Final version") if draft.final else _("First draft")
    secrecy = _("internal") if draft.options.confidentiality is None else tidy(draft.options.confidentiality)
    facts_ = [
        (_("Version"), f"{kind} {version}"),
        (_("Confidentiality"), secrecy),
        (_("Meeting type"), scenario_label(draft.meeting.scenario)),
    ]
    return say.gap.join(f"{label}{say.colon}{value}" for label, value in facts_ if value)


def _sections(draft: Draft) -> list[Section]:
    found: list[tuple[str, tuple[Paragraph | Table | None, ...]]] = [
        (_("Basic information"), (facts(draft),)),
        (_("Topics and discussion"), (topics(draft),)),
        (_("Resolutions adopted"), (resolutions(draft),)),
        (_("Action tracker"), (actions(draft),)),
        (_("Issues left open"), (open_issues(draft),)),
        (_("Other matters"), other_matters(draft)),
    ]
    if draft.final:
        found.append((_("Review and confirmation"), (Paragraph((Span(_see_appendix(draft)),)),)))
    else:
        review = (confirmation_request(draft), confirmations(draft))
        found.append((_("Review and confirmation"), review))
    found.append((_("Distribution and archive"), distribution(draft)))
    sections = []
    for heading, blocks in found:
        kept = tuple(b for b in blocks if b is not None and not (isinstance(b, Table) and not b.rows))
        sections += [Section(heading, kept)] if kept else []
    return sections


def _see_appendix(draft: Draft) -> str:
    return _("For the comments and signatures of the departments see the appendix.")


def _numbered(draft: Draft, sections: list[Section]) -> list[Section]:
    numbered = [
        Section(draft.say.ordinal(i) + section.heading, section.blocks)
        for i, section in enumerate(sections, 1)
    ]
    if draft.final:
        heading = _("Appendix: record of confirmations")
        numbered.append(Section(heading, (confirmations(draft),), new_page=True))
    return numbered
