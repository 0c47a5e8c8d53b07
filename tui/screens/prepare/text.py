"""What the lines of the prepare screen are called, and what each asks for."""

from __future__ import annotations

from models.i18n import _


def section_label(section: str) -> str:
    """A section's name."""
    return {
        "facts": _("Meeting facts"),
        "people": _("Departments and contacts"),
        "agenda": _("Agenda"),
        "things": _("Materials and logistics"),
    }[section]


def fact_label(name: str) -> str:
    """A fact's name, short."""
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
    }[name]


def topic_label(field: str) -> str:
    """What a field of a topic is called."""
    return {
        "title": _("Topic"),
        "minutes": _("Minutes"),
        "expected": _("Expected outcome"),
        "presenter": _("Presenter"),
        "departments": _("Departments concerned"),
    }[field]


def label(key: str) -> str:
    """What the line of a key is called, before the bar."""
    kind, row_id, field = (*key.split("/"), "")[:3]
    if kind == "fact":
        return fact_label(row_id)
    if kind == "topic":
        return topic_label(field or "title")
    return {
        "department": _("Department"),
        "guest": _("Guest"),
        "material": _("Material"),
        "check": _("Preparation"),
    }[kind]


def hint(key: str) -> str:
    """What belongs into a line, where nothing stands in it."""
    kind, row_id, field = (*key.split("/"), "")[:3]
    if kind == "fact":
        return _fact_hint(row_id)
    if kind == "topic":
        return _topic_hint(row_id, field)
    return {
        "department": _("one or two contacts each: Marketing: Li Wei, Anna; R&D: Tom"),
        "guest": _("who has no department here"),
        "material": _("to be read before; none if there is nothing"),
        "check": _("room, sign-in sheet, projector … Enter ticks off"),
    }[kind]


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
    }[name]


def _topic_hint(row_id: str, field: str) -> str:
    if row_id == "+":
        return _("the next topic, its minutes in brackets: Budget (20 min)")
    return {
        "title": _("what is discussed"),
        "minutes": _("20, or 1.5 hours"),
        "expected": _("what shall stand at the end: a plan and who owns it"),
        "presenter": _("who speaks first"),
        "departments": _("names or numbers: Marketing, 2, 5"),
    }[field]
