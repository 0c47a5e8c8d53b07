"""The entries of one topic of a `jiyao-meeting/1` file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from models import meeting as m
from models import vocabulary
from models.interchange.names import Names
from models.interchange.node import Node
from models.interchange.places import Places


class _Common(TypedDict):
    id: str
    meeting_id: str
    topic_id: str
    seq: int
    at: str | None
    doubt: bool
    left_out: bool


@dataclass
class EntryReader:
    """Reads what stands under a topic; the rows come out parents before children."""

    node: Node
    topic: m.Topic
    places: Places
    names: Names

    def read(self) -> list[m.Row]:
        """Every entry of the topic, with the departments linked to it."""
        node = self.node
        self._left_out = set(node.texts("left_out"))
        rows: list[m.Row] = [
            m.Background(**self._unnamed(f"background.{n}"), text=text)
            for n, text in enumerate(node.texts("background"), 1)
        ]
        rows += [m.Point(**self._common(p), text=p.text("text")) for p in node.children("points")]
        rows += [self._opinion(o) for o in node.children("opinions")]
        for item in node.children("disagreements"):
            rows += self._disagreement(item)
        rows += [self._resolution(r) for r in node.children("resolutions")]
        for item in node.children("actions"):
            rows += self._action(item)
        rows += [self._open_issue(q) for q in node.children("open_issues")]
        rows += [
            m.Note(**self._unnamed(f"note.{n}"), text=text) for n, text in enumerate(node.texts("notes"), 1)
        ]
        return rows

    def _common(self, item: Node) -> _Common:
        return {
            "id": self.places.of(item),
            "meeting_id": self.topic.meeting_id,
            "topic_id": self.topic.id,
            "seq": self.places.seq(item),
            "at": item.time("at"),
            "doubt": item.flag("doubt"),
            "left_out": item.text("id") in self._left_out,
        }

    def _unnamed(self, reference: str) -> _Common:
        """What the file gives no id of its own is referred to by its kind and place: background.1."""
        return {
            **self.places.fresh(),
            "topic_id": self.topic.id,
            "seq": self.places.seq(),
            "at": None,
            "doubt": False,
            "left_out": reference in self._left_out,
        }

    def _opinion(self, item: Node) -> m.Opinion:
        department = self.names.department(item, "department")
        return m.Opinion(
            **self._common(item),
            department_id=department,
            person_id=self.names.person(item, "person", department),
            stance=item.choice("stance", [*vocabulary.Stance], vocabulary.Stance.NONE),
            text=item.text("text"),
        )

    def _disagreement(self, item: Node) -> list[m.Row]:
        row = m.Disagreement(
            **self._common(item),
            dispute=item.text("dispute"),
            consensus=item.text("consensus"),
            status=item.choice("status", [*vocabulary.DisputeStatus], vocabulary.DisputeStatus.OPEN),
            reason=item.text("reason"),
        )
        parties = self.names.department_list(item, "parties")
        linked = [m.Party(**self.places.fresh(), disagreement_id=row.id, department_id=d) for d in parties]
        return [row, *linked]

    def _resolution(self, item: Node) -> m.Resolution:
        return m.Resolution(
            **self._common(item),
            number=self.places.number(item),
            text=item.text("text"),
            executing_department_id=self.names.department(item, "executing_department"),
            effective_text=item.text("effective_text"),
            effective=item.day("effective"),
            vote=item.text("vote"),
            superseded_by=self.places.numbered(item, "superseded_by", "D"),
        )

    def _action(self, item: Node) -> list[m.Row]:
        owner_department = self.names.department(item, "owner_department")
        number = self.places.number(item)
        condition_of = self.places.numbered(item, "condition_of", "D") or self.places.condition_of.get(number)
        row = m.Action(
            **self._common(item),
            number=number,
            task=item.text("task"),
            owner_department_id=owner_department,
            owner_id=self.names.person(item, "owner", owner_department),
            due_text=item.text("due_text"),
            due=item.day("due"),
            due_by_hand=item.day("due") not in (None, self.places.day_of(item.text("due_text"))),
            due_flags="、".join(item.texts("due_flags")),
            status=item.choice("status", [*vocabulary.ActionStatus], vocabulary.ActionStatus.OPEN),
            condition_of=condition_of,
        )
        helping = self.names.department_list(item, "cooperating")
        linked = [m.Cooperation(**self.places.fresh(), action_id=row.id, department_id=d) for d in helping]
        return [row, *linked]

    def _open_issue(self, item: Node) -> m.OpenIssue:
        lead_department = self.names.department(item, "lead_department")
        return m.OpenIssue(
            **self._common(item),
            number=self.places.number(item),
            text=item.text("text"),
            lead_department_id=lead_department,
            lead_id=self.names.person(item, "lead", lead_department),
            handling=item.text("handling"),
            revisit_text=item.text("revisit_text"),
            revisit=item.day("revisit"),
        )
