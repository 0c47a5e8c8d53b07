"""Between the recorder and the prepare screen: the form's lines by key, what stands in each, what is still missing.

A key names a line: fact/theme, department/ID, topic/ID/minutes, material/ID, check/ID; a + in place of an id is the
line on which a new one is typed. It knows no widget; failures of the store come out as words.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from models import scenarios, wording
from models.config import ConfigError
from models.findings import Finding, Severity, Thresholds, Trigger, check
from models.i18n import _, ngettext
from models.meeting import ChecklistItem, Department, Material, Topic
from models.vocabulary import scenario_label
from tui.screens.record.session import Recording, Said

if TYPE_CHECKING:
    from models.minutes import Minutes
    from models.recorder import Recorder
    from models.store import Draft
    from tui.open_meeting import OpenMeeting

_BAR = "form"
"""Under what the unfinished line of the form is kept."""
SECTIONS = ("facts", "people", "agenda", "things")
FACTS = ("name", "theme", "goal", "sponsor", "scenario", "time", "place", "online", "host", "recorder")
TOPIC = ("title", "minutes", "expected", "presenter", "departments")

_PLACES = {
    "theme": "fact/theme",
    "themes": "fact/theme",
    "sponsor": "fact/sponsor",
    "topics": "topic/+",
    "time": "fact/time",
    "place": "fact/place",
    "people": "department/+",
    "online": "fact/online",
    "length": "fact/time",
    "sent": "fact/time",
    "materials": "material/+",
    "recorder": "fact/recorder",
    "scenario": "fact/scenario",
}
"""The line on which a finding about the whole meeting is mended."""


class Preparation:
    """One meeting being prepared in one window."""

    def __init__(self, meeting: OpenMeeting, thresholds: Thresholds | None = None) -> None:
        self.meeting = meeting
        self.clock = meeting.clock
        self._thresholds = thresholds or Thresholds()
        self._recording = Recording(meeting)
        self._checked: tuple[int, str, list[Finding]] = (-1, "", [])
        self._plans: list[scenarios.Plan] | None = None
        self.problem = ""
        """What is wrong with a scenario file of the user's own."""

    @property
    def recorder(self) -> Recorder:
        """What changes the meeting, made at its first use."""
        return self.meeting.recorder

    @property
    def minutes(self) -> Minutes:
        """The meeting as it stands."""
        return self.meeting.minutes

    # -- the lines ------------------------------------------------------------------------------------------------

    def keys(self, section: str, at: str = "") -> list[str]:
        """The lines of a section; the topic one is at is opened up, the others show their title alone."""
        minutes = self.minutes
        if section == "facts":
            return [f"fact/{name}" for name in FACTS]
        if section == "people":
            guests = [f"guest/{p.id}" for p in minutes.guests]
            return [*(f"department/{d.id}" for d in minutes.departments), *guests, "department/+"]
        if section == "agenda":
            return [*(key for topic in minutes.topics for key in self._topic_keys(topic, at)), "topic/+"]
        materials = [f"material/{m.id}" for m in minutes.materials]
        checks = [f"check/{c.id}" for c in minutes.checklist]
        return [*materials, "material/+", *checks, "check/+"]

    def _topic_keys(self, topic: Topic, at: str) -> list[str]:
        opened = at.startswith(f"topic/{topic.id}/")
        return [f"topic/{topic.id}/{field}" for field in (TOPIC if opened else TOPIC[:1])]

    def section(self, key: str) -> str:
        """The section a line stands in."""
        kind = key.partition("/")[0]
        names = {"fact": "facts", "department": "people", "guest": "people", "topic": "agenda"}
        return names.get(kind, "things")

    def text(self, key: str) -> str:
        """What stands in a line, as it would be typed."""
        kind, row_id, field = (*key.split("/"), "")[:3]
        if row_id == "+":
            return ""
        if kind == "fact":
            return self._fact(row_id)
        if kind == "topic":
            topic = self.minutes.topic(row_id)
            return self._topic_text(topic, field) if topic else ""
        if kind == "department":
            return self._department(self.minutes.department(row_id))
        if kind == "guest":
            return self.minutes.person_name(row_id)
        row = self.minutes.get(Material, row_id) or self.minutes.get(ChecklistItem, row_id)
        return row.text if row else ""

    def _fact(self, name: str) -> str:
        meeting = self.minutes.meeting
        if name == "scenario":
            return scenario_label(meeting.scenario)
        if name != "time":
            return str(getattr(meeting, name))
        start, end = meeting.starts_at or "", meeting.ends_at or ""
        if not end:
            return start.replace("T", " ")
        return (
            start.replace("T", " ") + "-" + (end[11:16] if end[:10] == start[:10] else end.replace("T", " "))
        )

    def _topic_text(self, topic: Topic, field: str) -> str:
        if field == "departments":
            return "、".join(d.name for d in self.minutes.concerned(topic.id))
        value = getattr(topic, field)
        return "" if value is None else str(value)

    def _department(self, department: Department | None) -> str:
        if department is None:
            return ""
        chinese = wording.chinese()
        names = ("、" if chinese else ", ").join(p.name for p in self.minutes.people(department.id))
        return f"{department.name}{'：' if chinese else ': '}{names}" if names else department.name

    # -- changing -------------------------------------------------------------------------------------------------

    def store(self, key: str, words: str) -> Said:
        """Stores a line; what could not be read is said, and nothing is changed."""
        kind, row_id, field = (*key.split("/"), "")[:3]
        change: dict[str, Callable[[], Said]] = {
            "fact": lambda: self._store_fact(row_id, words),
            "department": lambda: self._store_people(row_id, words),
            "guest": lambda: self._store_guest(row_id, words),
            "topic": lambda: self._store_topic(row_id, field, words),
            "material": lambda: self._store_text(row_id, words, self.recorder.add_material),
            "check": lambda: self._store_text(row_id, words, self.recorder.add_check),
        }
        found: list[Said] = []
        said = self._recording.do(lambda: found.append(change[kind]()))
        return said if not said.ok else found[0]

    def _store_fact(self, name: str, words: str) -> Said:
        known = {word: plan.key for plan in self.plans for word in (plan.name, plan.key)}
        if name == "scenario" and words.strip() in known:
            # A user's own may have a name in which a built-in one would be recognised.
            self.recorder.edit(self.minutes.meeting.id, scenario=known[words.strip()])
            return Said()
        if self.recorder.set_fact(name, words):
            return Said()
        return Said(_("This is no time: write it like 2026-11-25 14:00-16:00 or tomorrow 2 pm"), ok=False)

    def _store_people(self, row_id: str, words: str) -> Said:
        if not words.strip():
            return self.remove(f"department/{row_id}") if row_id != "+" else Said()
        if self.recorder.set_people(words, None if row_id == "+" else row_id):
            return Said()
        return Said(_("Nobody is named: write it like Marketing: Li Wei, Anna"), ok=False)

    def _store_guest(self, row_id: str, words: str) -> Said:
        if not words.strip():
            return self.remove(f"guest/{row_id}")
        self.recorder.edit(row_id, name=words.strip())
        return Said()

    def _store_topic(self, row_id: str, field: str, words: str) -> Said:
        if row_id == "+":
            made = self.recorder.plan_topic(words) if words.strip() else None
            return Said(touched=(made,)) if made else Said()
        if field == "title" and not words.strip():
            return self.remove(f"topic/{row_id}/title")
        if self.recorder.set_topic(row_id, field, words):
            return Said()
        return Said(_("This is no length: write it like 20 or 1.5 hours"), ok=False)

    def _store_text(self, row_id: str, words: str, add: Callable[[str], str]) -> Said:
        if row_id == "+":
            return Said(touched=(add(words.strip()),)) if words.strip() else Said()
        if not words.strip():
            return self.remove(f"material/{row_id}")
        self.recorder.edit(row_id, text=words.strip())
        return Said()

    def removable(self, key: str) -> bool:
        """Whether the line can be taken out as a whole."""
        return (
            not key.startswith("fact/") and not key.endswith("/+") and key.count("/") < 2
        ) or key.endswith("/title")

    def remove(self, key: str) -> Said:
        """Takes a department, topic, material or check out."""
        row_id = key.split("/")[1]
        words = _("Deleted: {entry}").format(entry=self.text(key))
        return self._recording.do(lambda: self.recorder.delete(row_id), words)

    def toggle(self, key: str) -> Said:
        """Ticks a preparation off, or not."""
        item = self.minutes.get(ChecklistItem, key.split("/")[1])
        if item is None:
            return Said()
        return self._recording.do(lambda: self.recorder.edit(item.id, done=not item.done))

    def move(self, key: str, step: int) -> Said:
        """Puts a topic earlier or later on the agenda."""
        topic_id = key.split("/")[1]
        return self._recording.do(lambda: self.recorder.move_topic(topic_id, step))

    def know_company(self) -> Said:
        """Takes over what the company's list knows."""
        company = self.meeting.store.organisation
        return self._recording.do(lambda: self.recorder.know_company(company))

    def undo(self) -> Said:
        """Takes the latest step back, saying which."""
        return self._recording.undo()

    def redo(self) -> Said:
        """Does again what was undone."""
        return self._recording.redo()

    # -- the scenario ---------------------------------------------------------------------------------------------

    @property
    def plans(self) -> list[scenarios.Plan]:
        """All scenarios; none where a file of the user's own is broken."""
        if self._plans is None:
            try:
                self._plans = scenarios.plans()
            except ConfigError as error:
                self._plans, self.problem = [], str(error)
        return self._plans

    @property
    def plan(self) -> scenarios.Plan | None:
        """The meeting's scenario."""
        chosen = self.minutes.meeting.scenario
        return next((one for one in self.plans if chosen and chosen in (one.key, one.name)), None)

    def lay_out(self, plan: scenarios.Plan) -> Said:
        """Puts a scenario's skeleton on the agenda and its preparations on the checklist."""
        counted: list[int] = []
        said = self._recording.do(lambda: counted.append(self.recorder.lay_out(plan)))
        if not said.ok:
            return said
        if not counted[0]:
            return Said(_("Everything of {scenario} is there already").format(scenario=plan.name), ok=False)
        words = ngettext("{scenario}: {n} line added", "{scenario}: {n} lines added", counted[0])
        return Said(words.format(scenario=plan.name, n=counted[0]))

    # -- what is missing ------------------------------------------------------------------------------------------

    @property
    def findings(self) -> list[Finding]:
        """What the agenda still lacks, as the rules have it, the hard before the soft."""
        now = (self.minutes.revision, self.clock().date().isoformat())
        if self._checked[:2] != now:
            found = check(self.minutes, Trigger.AGENDA, self._thresholds, self.clock().date())
            self._checked = (*now, sorted(found, key=lambda f: f.severity is Severity.SOFT))
        return self._checked[2]

    def place(self, finding: Finding) -> str:
        """The line on which a finding is mended."""
        if finding.item == self.minutes.meeting.id:
            return _PLACES.get(finding.part, "fact/theme")
        if self.minutes.topic(finding.item):
            return f"topic/{finding.item}/{finding.part or 'title'}"
        kind = "department" if self.minutes.department(finding.item) else "check"
        return f"{kind}/{finding.item}"

    def waive(self, key: str) -> Said:
        """Lets what is missing on a line pass knowingly; it is not said again."""
        found = [finding for finding in self.findings if self.place(finding) == key]

        def change() -> None:
            for finding in found:
                self.recorder.waive(finding.rule, finding.key)

        return (
            self._recording.do(change, _("Let pass"))
            if found
            else Said(_("Nothing is missing here"), ok=False)
        )

    # -- the unfinished line --------------------------------------------------------------------------------------

    def keep(self, key: str, words: str, cursor: int) -> None:
        """Keeps an unfinished line, so that it stands there again after a crash; an empty one is forgotten."""
        editing = key if words else None
        self._recording.do(lambda: self.meeting.keep_draft(words, cursor, editing, _BAR), saves=False)

    def restore(self) -> tuple[str, str] | None:
        """The line that stood unfinished when this meeting was last left or lost: its key and its words."""
        barred, formed = self.meeting.draft(), self.meeting.draft(_BAR)
        found = [draft for draft in (barred, formed) if draft is not None]
        mine = next((draft for draft in found if _of_form(draft)), None)
        others = [draft for draft in found if not _of_form(draft)]
        if mine is not formed or others != [barred] * len(others):
            # Taken over from a window that is no more, and in the wrong one's name.
            self.keep(
                (mine.editing or "") if mine else "", mine.text if mine else "", mine.cursor if mine else 0
            )
            first = others[0] if others else None
            words = "\n".join(draft.text for draft in others)
            self.meeting.keep_draft(words, first.cursor if first else 0, first.editing if first else None)
        return (mine.editing or "", mine.text) if mine else None


def _of_form(draft: Draft) -> bool:
    """Whether it stood in the form; otherwise it stood in the capture bar."""
    return draft.editing is not None and "/" in draft.editing
