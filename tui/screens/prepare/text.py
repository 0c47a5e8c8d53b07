"""Words of the prepare screen: its header, its sections, the labels and hints of its fields."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from models.form import Field, Kind
from models.i18n import _, ngettext
from models.meeting import Meeting
from tui.theme import Palette, style
from tui.widgets.typesetting import Span


def section_label(section: str) -> str:
    """The label of a section."""
    return {
        "facts": _("Meeting facts"),
        "people": _("Departments and contacts"),
        "agenda": _("Agenda"),
        "things": _("Materials and logistics"),
    }[section]


def fact_label(name: str) -> str:
    """The label of a fact, short."""
    return {
        "name": _("Meeting name"),
        "theme": _("Theme"),
        "goal": _("Goal"),
        "sponsor": _("Sponsor"),
        "scenario": _("Scenario"),
        "time": _("Meeting time"),
        "place": _("Meeting place"),
        "online": _("Online room"),
        "host": _("Host"),
        "recorder": _("Recorder"),
        "document_number": _("Document number"),
        "copies": _("Copies to"),
        "signed_by": _("Signed by"),
        "issuer": _("Issued by"),
    }[name]


def topic_label(name: str) -> str:
    """The label of a topic's field."""
    return {
        "title": _("Topic"),
        "minutes": _("Minutes"),
        "expected": _("Expected outcome"),
        "presenter": _("Presenter"),
        "departments": _("Departments concerned"),
    }[name]


def label(field: Field) -> str:
    """The name of a field, before the bar."""
    if field.kind is Kind.FACT:
        return fact_label(field.name)
    if field.kind is Kind.TOPIC:
        return topic_label(field.name or "title")
    return {
        Kind.DEPARTMENT: _("Department"),
        Kind.GUEST: _("Guest"),
        Kind.MATERIAL: _("Material"),
        Kind.CHECK: _("Preparation"),
    }[field.kind]


def hint(field: Field) -> str:
    """The hint of a field: what belongs into it, where nothing stands in it."""
    if field.kind is Kind.FACT:
        return _fact_hint(field.name)
    if field.kind is Kind.TOPIC:
        return _topic_hint(field)
    return {
        Kind.DEPARTMENT: _("one or two contacts each: Marketing: Li Wei, Anna; R&D: Tom"),
        Kind.GUEST: _("who has no department here"),
        Kind.MATERIAL: _("to be read before; none if there is nothing"),
        Kind.CHECK: _("room, sign-in sheet, projector … Enter ticks off"),
    }[field.kind]


def _fact_hint(name: str) -> str:
    return {
        "name": _("what the meeting is called in the document"),
        "theme": _("the one core question it is to settle"),
        "goal": _("what is to be reached when it ends"),
        "sponsor": _("the department that calls it"),
        "scenario": _("one of the five; Tab chooses"),
        "time": _("2026-11-25 14:00-16:00, or Nov 25 2 pm"),
        "place": _("the room"),
        "online": _("platform and meeting number: Zoom 123 456 789"),
        "host": _("department and name, as in the minutes"),
        "recorder": _("somebody without a stake, not the host"),
        "document_number": _("as the office files it, in the document's header"),
        "copies": _("who gets a copy, at the document's end"),
        "signed_by": _("who lets the document go out"),
        "issuer": _("in whose name it goes out"),
    }[name]


def _topic_hint(field: Field) -> str:
    if field.is_new:
        return _("the next topic, its minutes in brackets: Budget (20 min)")
    return {
        "title": _("what is discussed"),
        "minutes": _("20, or 1.5 hours"),
        "expected": _("what shall stand at the end: a plan and who owns it"),
        "presenter": _("who speaks first"),
        "departments": _("names or numbers: Marketing, 2, 5"),
    }[field.name]


# -- in colours ---------------------------------------------------------------------------------------------------


def heading(meeting: Meeting, gaps: int, now: datetime, palette: Palette) -> tuple[list[Span], list[Span]]:
    """The header: the meeting's name on the left, how much is missing and the time on the right."""
    name = meeting.name or meeting.theme or _("(meeting without a name)")
    left: list[Span] = [
        (" ◆ " + _("Preparing") + "  ", style(palette.accent, bold=True)),
        (name, style(palette.text, bold=True)),
    ]
    missing = ngettext("{n} gap", "{n} gaps", gaps).format(n=gaps) if gaps else _("complete")
    state: Span = (f"{missing}  ", style(palette.warn if gaps else palette.good))
    return left, [state, (f"{now:%H:%M} ", style(palette.dim))]


def section_strip(here: str, ways: Mapping[str, tuple[str, str]], palette: Palette) -> list[Span]:
    """The sections in a row, for a screen that shows one of them; `ways` gives the key and the name of each."""
    spans: list[Span] = [(" ", style(palette.text))]
    for section, (key, name) in ways.items():
        spans.append((f"{key} " if key else "", style(palette.dim)))
        spans.append(
            (name + "   ", style(palette.accent, bold=True) if section == here else style(palette.text))
        )
    return spans
