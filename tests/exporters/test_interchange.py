"""A meeting as JSON and back."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from models import interchange
from models import meeting as m
from models.minutes import Minutes
from tests.meetings.large import large
from tests.meetings.launch import launch
from tests.meetings.polished import polished
from tests.meetings.stored import sample

SCHEMA = Path(__file__).parents[2] / "docs" / "jiyao-meeting-1.schema.json"


def again(minutes: Minutes, taken: tuple[str, ...] = ()) -> Minutes:
    return Minutes(interchange.loads(interchange.dumps(minutes), taken))


@pytest.mark.parametrize("minutes", [launch(), large(), sample("launch"), sample("complaint")])
def test_a_meeting_survives_json_without_loss(minutes: Minutes) -> None:
    assert interchange.to_dict(again(minutes)) == interchange.to_dict(minutes)


def test_the_rows_come_back_with_the_ids_they_had() -> None:
    minutes, found = launch(), again(launch())

    for kind in (m.Meeting, m.Topic, m.Opinion, m.Point, m.Resolution, m.Action, m.OpenIssue, m.Disagreement):
        assert [row.id for row in found.all(kind)] == [row.id for row in minutes.all(kind)]


def test_what_the_file_does_not_number_takes_the_free_places_in_the_order_of_typing() -> None:
    minutes, found = launch(), again(launch())

    assert [b.seq for b in found.all(m.Background)] == [b.seq for b in minutes.all(m.Background)]
    assert len({entry.seq for entry in found.all_entries}) == len(found.all_entries)


def test_ids_that_are_taken_are_replaced_wherever_the_file_mentions_them() -> None:
    minutes = launch()
    taken = tuple(row.id for kind in m.TABLES for row in minutes.all(kind))

    found = again(minutes, taken)

    assert not {row.id for kind in m.TABLES for row in found.all(kind)} & set(taken)
    assert {row.meeting_id for kind in m.TABLES for row in found.all(kind)} == {found.meeting.id}
    objection = found.all(m.Objection)[0]
    objected = found.get(m.Opinion, objection.item)
    assert objected is not None
    assert objected.text == "建议推广费用占比30%，提成占比50%"
    assert found.conditions(found.all(m.Resolution)[1].id)[0].code == "A3"


def test_parents_come_before_children() -> None:
    seen: set[str] = set()
    for row in interchange.loads(interchange.dumps(launch())):
        for column in ("topic_id", "department_id", "person_id", "disagreement_id", "action_id"):
            value = getattr(row, column, None)
            assert value is None or value in seen
        seen.add(row.id)


def test_two_people_called_the_same_are_told_apart_by_their_full_names() -> None:
    minutes = launch()
    first = minutes.people(minutes.departments[0].id)[1]
    second = replace(first, id="second", number=9, full_name="李小红")
    opinion = replace(minutes.all(m.Opinion)[0], person_id="second")
    minutes.apply([replace(first, full_name="李大明"), second, opinion])

    found = again(minutes)

    spoke = found.person(found.all(m.Opinion)[0].person_id)
    assert spoke is not None
    assert spoke.full_name == "李小红"


def test_the_file_is_what_its_schema_describes() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)

    jsonschema.validate(interchange.to_dict(launch()), schema)
    jsonschema.validate(interchange.to_dict(polished()), schema)
    jsonschema.validate(interchange.to_dict(Minutes([m.Meeting(id="x", meeting_id="x")])), schema)


def test_the_schema_names_the_fields_the_export_writes_and_no_others() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    data = interchange.to_dict(polished())
    topic = data["topics"][0]

    assert list(schema["properties"]) == list(data)
    assert list(schema["properties"]["meeting"]["properties"]) == list(data["meeting"])
    assert list(schema["$defs"]["topic"]["properties"]) == list(topic)
    for kind in ("opinions", "disagreements", "resolutions", "actions"):
        assert list(schema["$defs"][kind]["properties"]) == list(topic[kind][0])


def minimal(**topic: Any) -> dict[str, Any]:
    return {
        "format": "jiyao-meeting/1",
        "departments": [{"name": "市场部", "people": [{"name": "李经理"}]}],
        "topics": [topic],
    }


def test_a_file_written_by_hand_needs_little() -> None:
    data = minimal(title="预算", opinions=[{"department": "市场部", "text": "同意"}], background=["上月超支"])
    data["topics"][0]["actions"] = [{"task": "核算", "owner": "李经理", "due": "2026-10-01", "doubt": None}]

    minutes = Minutes(interchange.rows(data))

    assert minutes.topics[0].number == "1.1"
    assert minutes.all(m.Action)[0].code == "A1"
    assert minutes.all(m.Action)[0].due_by_hand
    assert sorted(entry.seq for entry in minutes.all_entries) == [1, 2, 3]


WRONG: list[tuple[Any, str]] = [
    ([], "JSON"),
    ({"format": "other/2"}, "jiyao-meeting/1"),
    ({"format": "jiyao-meeting/1", "topics": {}}, "topics"),
    ({"format": "jiyao-meeting/1", "meeting": {"starts_at": "2026-13-01T10:00"}}, "meeting.starts_at"),
    ({"format": "jiyao-meeting/1", "meeting": {"name": 3}}, "meeting.name"),
    ({"format": "jiyao-meeting/1", "meeting": {"status": "lost"}}, "meeting.status"),
    ({"format": "jiyao-meeting/1", "departments": [{}]}, "departments[0].name"),
    (minimal(opinions=[{"department": "财务部"}]), "topics[0].opinions[0].department"),
    (minimal(opinions=[{"person": "王总"}]), "topics[0].opinions[0].person"),
    (minimal(opinions=[{"stance": "angry"}]), "topics[0].opinions[0].stance"),
    (minimal(actions=[{"due": "soon"}]), "topics[0].actions[0].due"),
    (minimal(actions=[{"number": "B1"}]), "topics[0].actions[0].number"),
    (minimal(actions=[{"number": "A1"}, {"number": 1}]), "topics[0].actions[1].number"),
    (minimal(actions=[{"condition_of": "D4"}]), "topics[0].actions[0].condition_of"),
    (minimal(resolutions=[{"conditions": ["A4"]}]), "topics[0].resolutions[0].conditions"),
    (minimal(points=[{"seq": "1"}]), "topics[0].points[0].seq"),
    (minimal(points=[{"doubt": 1}]), "topics[0].points[0].doubt"),
    (minimal(points=["text"]), "topics[0].points[0]"),
]


@pytest.mark.parametrize(("value", "named"), WRONG)
def test_what_is_wrong_is_said_in_one_line_with_its_place(value: Any, named: str) -> None:
    with pytest.raises(interchange.InterchangeError) as caught:
        interchange.rows(value)

    assert named in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe\x00", b"[" * 100_000, b"nul", b'{"format": 1e999}'])
def test_bytes_that_are_no_json_are_refused(data: bytes) -> None:
    with pytest.raises(interchange.InterchangeError):
        interchange.loads(data)


def test_a_date_that_its_words_do_not_mean_was_set_by_hand() -> None:
    minutes = launch()
    moved = replace(minutes.all(m.Action)[1], due="2026-10-20")
    minutes.apply([moved])

    found = {action.code: action.due_by_hand for action in again(minutes).all(m.Action)}

    assert found == {"A1": False, "A2": True, "A3": False, "A4": False, "A5": False, "A6": False}
