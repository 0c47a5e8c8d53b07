"""What the record screen says around its panes: header, footer, prompt, hints, and how a line will be understood."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from models import i18n, kinds, wording
from models.gaps import gaps
from models.i18n import _
from models.meeting import Disagreement, Entry, Person
from models.minutes import Minutes
from tui.keys import Command
from tui.screens.record.session import RecordSession
from tui.theme import Palette
from tui.times import is_over, meeting_minutes
from tui.widgets.entry_lines import Ink, clock
from tui.widgets.typesetting import Span, fit, width

Spans = list[Span]


@dataclass(frozen=True, slots=True)
class View:
    """What the words depend on: the session, the colours, and the room there is."""

    session: RecordSession
    palette: Palette
    wide: bool
    width: int

    @property
    def minutes(self) -> Minutes:
        """The meeting."""
        return self.session.minutes

    @property
    def ink(self) -> Ink:
        """The colours with the meeting whose departments have them."""
        return Ink(self.palette, self.session.minutes)


def header(view: View) -> tuple[Spans, Spans]:
    """State, name and place of the meeting; time used and when last saved."""
    ink, meeting = view.ink, view.minutes.meeting
    sign, state = _state(view)
    name = meeting.name or meeting.theme or _("(meeting without a name)")
    left: Spans = [(" ", ink.text), sign]
    if view.wide or sign[0] != "●":
        left.append((f" {state}", sign[1]))
    left.append((f"  {name}", ink.strong))
    right = _figures(view)
    if view.wide and meeting.place:
        left.append((f"  {meeting.place}", ink.dim))
    return left, right


def _state(view: View) -> tuple[Span, str]:
    ink, meeting = view.ink, view.minutes.meeting
    if meeting.closed_at:
        return ("■", ink.dim), _("closed")
    if meeting.adjourned_at:
        return ("■", ink.warn), _("ended {time}").format(time=clock(meeting.adjourned_at))
    if pauses := [p for p in view.minutes.pauses if not p.ended_at]:
        return ("○", ink.warn), _("break since {time}").format(time=clock(pauses[-1].began_at))
    return ("●", ink.bad), _("recording")


def _figures(view: View) -> Spans:
    ink, minutes = view.ink, view.minutes
    used, planned = meeting_minutes(minutes, view.session.clock())
    over = is_over(used, planned)
    spans: Spans = []
    if view.wide:
        spans.append((_("used") + " ", ink.dim))
    else:
        spans.append((_("here {m}/{n}").format(m=minutes.attending, n=minutes.expected) + "  ", ink.dim))
    spans.append(("⚠" * over + f"{used}′", ink.warn if over else ink.strong))
    spans.append((f"/{planned}′  " if planned else "  ", ink.dim))
    if view.session.trouble or view.session.held.waiting:
        spans.append(("✗ " + _("not saved") + " ", ink.warn))
    elif view.session.saved_at:
        saved = _("saved") + " " if view.wide else ""
        spans.append((f"✓ {saved}{view.session.saved_at} ", ink.good))
    return spans


def strip(view: View) -> tuple[Spans, Spans]:
    """The departments by number, and who of them has spoken on the topic."""
    ink, look = view.ink, view.session.look
    spoken = {o.department_id for o in view.minutes.opinions(look.topic_id or "")}
    present = {
        p.department_id for p in view.minutes.all(Person) if p.attendance in ("present", "late", "left")
    }
    known = any(p.attendance != "unknown" for p in view.minutes.all(Person))
    names = [department.name.removesuffix("部") or department.name for department in view.minutes.departments]
    if sum(width(name) + 5 for name in names) > view.width:
        names = [name[:2] for name in names]
    spans: Spans = [(" ", ink.text)]
    for department, name in zip(view.minutes.departments, names, strict=True):
        here = department.id in present or not known
        spans += [
            (str(department.number), ink.of(department, bold=True)),
            (name, ink.of(department) if here else ink.faint),
            ("✓ " if department.id in spoken else "  ", ink.good),
        ]
    return spans, []


def prompt(view: View) -> Spans:
    """Who speaks, or what is being edited, before the text."""
    ink, session = view.ink, view.session
    if session.editing is not None:
        return [(named(view.minutes.entry(session.editing)) + " ", ink.warn), ("✎ ", ink.warn)]
    meeting = view.minutes.meeting
    department = view.minutes.department(meeting.speaker_department_id)
    person = view.minutes.person_name(meeting.speaker_person_id)
    name = fit(" ".join(w for w in (department.name if department else "", person) if w), 20)
    sign: Span = ("› ", ink.accent)
    if meeting.speaker_asks:
        return [(_("who?") + " ", ink.warn), sign]
    return [(f"{name} ", ink.of(department, bold=True)), sign] if name else [sign]


def bar_title(view: View) -> Spans:
    """What the bar is for now, loudly where it is not the obvious."""
    ink, session = view.ink, view.session
    if session.editing is not None:
        return [(_("editing {entry}").format(entry=named(view.minutes.entry(session.editing))), ink.warn)]
    look = session.look
    if look.aside and (live := view.minutes.live_topic):
        words = _("new lines go to {number} {title}").format(number=live.number, title=live.title)
        return [(words.rstrip(), ink.warn)]
    return [(_("record"), ink.accent)]


def bar_hints(view: View, command: Callable[[str], Command]) -> Spans:
    """The keys that matter to the line, in the lower edge."""
    ink, session = view.ink, view.session

    def key(command_id: str, words: str = "") -> str:
        found = command(command_id)
        return f"{found.key_label} {words or found.label}"

    if session.editing is not None:
        parts = [key("record.accept", _("store the change")), key("record.clear", _("drop the change"))]
    elif session.look.aside:
        topic = view.minutes.topic(session.look.topic_id)
        live = _("make {number} live").format(number=topic.number if topic else "")
        parts = [key("record.accept", live), key("record.back")]
    else:
        ids = ("record.accept", "record.complete", "record.reading", "record.undo")
        parts = [key(i) for i in (ids if view.wide else ids[1:2] + ids[3:])]
    return [(" · ".join(parts), ink.dim)]


def bar_empty(view: View) -> Spans:
    """What to type, where nothing is typed."""
    if view.session.editing is not None:
        return []
    # A department that is there shows how one speaks; another's would be taken for one of the meeting.
    one = next((one.name for one in view.minutes.departments), "")
    words = _("topic: · {department}: · dispute: · consensus: · resolved: · action: … @who /by when")
    if not one:
        words = _("topic: · dispute: · consensus: · resolved: · action: … @who /by when")
    return [(fit(words.format(department=one), view.width - 6), view.ink.faint)]


def unfinished(session: RecordSession, typed: str) -> str:
    """What becomes of the line in the bar."""
    if session.editing is not None:
        return _("the change in the bar is kept but not made yet: Enter makes it")
    return _("the line in the bar is kept but no entry yet: Enter stores it") if typed.strip() else ""


def incomplete(entry: Entry, place: int, total: int) -> str:
    """What is wanting of an entry, and which of how many it is."""
    what = wording.listed(gaps(entry))
    return _("{n} of {total}: {entry} {what}").format(n=place, total=total, entry=named(entry), what=what)


def named(entry: Entry | None) -> str:
    """An entry in a word: its number, else its kind."""
    if isinstance(entry, Disagreement) and entry.consensus:
        return _("Consensus")
    return entry.code or kinds.of(entry).name() if entry is not None else ""


def topic_marker() -> str:
    """What a line begins with to open a topic: a marker of the grammar, in the language in use."""
    return "议题：" if i18n.current() == "zh_CN" else "topic: "
