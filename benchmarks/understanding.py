"""How well lines nobody tuned to are understood: kind, speaker, owner, due and stance, and what is asked for nothing.

python -m benchmarks.understanding FOLDER [--lines] [FILE …]

FOLDER holds `contexts.json` (meetings with people and agenda) and .jsonl files, one line to be read in each row with
what it should become; FILE names those to be read (all, if none is named). `--lines` prints what differs.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from models import i18n
from models.capture.values import OpinionLine, Parsed, Reading, to_json
from models.interchange import loads
from models.meeting import Meeting
from models.names import codes_of
from models.recorder import Recorder
from models.store import Store

Json = dict[str, Any]
_WHOSE = {
    "opinion": ("speaker", "department", "person"),
    "action": ("owner", "owner_department", "owner"),
    "slots": ("owner", "owner_department", "owner"),
    "open_issue": ("owner", "lead_department", "lead"),
}
"""By kind what is measured as somebody's: speaker or owner, and the two fields that say whom."""
_DAYS = ("due", "effective", "revisit", "next_at")
_HAVE = {"task_has": ("task",), "text_has": ("text",), "vote_has": ("vote", "text")}
"""Words that must have stayed, and the fields in which they may."""
_TIMES = ("arrived_at", "left_at")


def measure(folder: Path, files: Iterable[str], show: bool) -> None:
    """Reads every row of the files and prints their figures."""
    contexts = {one["id"]: one for one in json.loads((folder / "contexts.json").read_text())["contexts"]}
    for name in files:
        rows = [json.loads(line) for line in (folder / name).read_text().splitlines() if line.strip()]
        figures: Counter[str] = Counter()
        with tempfile.TemporaryDirectory() as place:
            store = Store.open(Path(place) / "understanding.db")
            for row in rows:
                found = _read(store, contexts[row["context"]], row)
                told = sorted(set(_compared(row, found)))
                figures.update(told)
                if show and any(_counts(one) for one in told):
                    print(_shown(row, found, told))
            store.close()
        print(f"{name}: {len(rows)} lines, whole lines right {len(rows) - figures['any']}")
        print("".join(f"  {key:<32} {n}\n" for key, n in sorted(figures.items()) if key != "any"))


def _counts(told: str) -> bool:
    return not told.endswith(("right", "rightly none", "asked"))


def _shown(row: Json, found: list[Json], told: Iterable[str]) -> str:
    kept = [
        {key: value for key, value in item.items() if value not in (None, "", [], False, "none")}
        for item in found
    ]
    faults = "; ".join(one for one in told if _counts(one) and one != "any")
    head = f"{row['id']} {row.get('style', '')} [{faults}]"
    return "\n   ".join([head, row["line"], _dumped(kept), _dumped(_expected(row))])


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


# -- a meeting as the row describes it --------------------------------------------------------------------------------


def _read(store: Store, context: Json, row: Json) -> list[Json]:
    """What the line becomes at the place of its meeting that the row describes."""
    i18n.use("en" if context["language"] == "en" else "zh_CN")
    starts = dt.datetime.fromisoformat(f"{context['date']}T{context['start']}")
    recorder = Recorder(store, _meeting(store, context), clock=lambda: starts + dt.timedelta(minutes=30))
    recorder.keep_codes({name: codes_of(name) for name in recorder.names_without_codes()})
    if row.get("speaker"):
        department, person = row["speaker"]
        said = OpinionLine(department=department, person=person, text="…")
        recorder.accept("…", Reading((said,)))
    for line in row.get("before", ()):
        recorder.accept(line)
    readings = recorder.readings(row["line"])
    return [_named(recorder, item) for item in readings[0].items] if readings else []


def _named(recorder: Recorder, item: Parsed) -> Json:
    """A value as data; a dispute by its words instead of its id."""
    made = to_json(item)
    disputes = {one.id: one.text for one in recorder.context.disputes}
    return {**made, "settles": disputes.get(made["settles"])} if made.get("settles") else made


def _meeting(store: Store, context: Json) -> str:
    before = context.get("previous") or {}
    earlier = _created(store, {**context, "agenda": [], "absent": [], **before}, None) if before else None
    return _created(store, {**context, "actions": [], "open_issues": []}, earlier)


def _created(store: Store, context: Json, earlier: str | None) -> str:
    rows = loads(json.dumps(_file(context)).encode())
    meeting = next(row for row in rows if isinstance(row, Meeting))
    first = next((row.id for row in rows if row.table == "topic"), None)
    whole = replace(meeting, previous_meeting_id=earlier, live_topic_id=first)
    store.create(whole, [row for row in rows if row is not meeting])
    return meeting.id


def _file(context: Json) -> Json:
    """The meeting of a context in the interchange form."""
    absent = {one["person"]: one for one in context["absent"]}
    topics = [
        {key: one[key] for key in ("number", "title", "minutes", "departments")} for one in context["agenda"]
    ]
    if context.get("actions") or context.get("open_issues"):
        topics = [{"number": "1.1", "title": "…", **_items(context)}]
    return {
        "format": "jiyao-meeting/1",
        "meeting": {
            "name": context["name"],
            "scenario": context["scenario"],
            "starts_at": f"{context['date']}T{context['start']}",
            "ends_at": f"{context['date']}T{context['end']}",
            "host": "".join(context["host"]),
            "recorder": "".join(context["recorder"]),
        },
        "departments": [
            {**one, "people": [_person(who, absent) for who in one["people"]]}
            for one in context["departments"]
        ],
        "topics": topics,
    }


def _items(context: Json) -> Json:
    owners = {who["name"]: one["name"] for one in context["departments"] for who in one["people"]}
    actions = [
        {"number": number, "task": task, "owner": owner, "owner_department": owners[owner], "due": due}
        for number, task, owner, due in context["actions"]
    ]
    return {
        "actions": actions,
        "open_issues": [{"number": number, "text": text} for number, text in context["open_issues"]],
    }


def _person(who: Json, absent: Json) -> Json:
    away = absent.get(who["name"])
    made = {key: who[key] for key in ("name", "full_name", "title", "head")}
    made["attendance"] = "absent" if away else "present"
    return {**made, "reason": away["reason"] or "", "proxy": away["proxy"] or ""} if away else made


# -- what it should have become ---------------------------------------------------------------------------------------


def _expected(row: Json) -> list[Json]:
    if "expect" in row:
        found: list[Json] = row["expect"]
        return found
    return [{"due": row["due"], "flagged": row["flags_expected"]}]


def _compared(row: Json, found: list[Json]) -> Iterator[str]:
    """What was right and what was not, in words that are counted; `any` where anything was not."""
    told = [*_asking(row, found), *_values(row, found)]
    yield from told
    if any(_counts(one) for one in told):
        yield "any"


def _asking(row: Json, found: list[Json]) -> Iterator[str]:
    asked = any(item.get("asks") for item in found)
    if row.get("asks"):
        yield "who: asked" if asked else "who: NOT ASKED"
    elif asked:
        yield "who: doubted for nothing"


def _values(row: Json, found: list[Json]) -> Iterator[str]:
    expected = _expected(row)
    kinds = [_alternatives(one["kind"]) for one in expected if "kind" in one]
    if kinds and (
        len(kinds) != len(found) or any(f["kind"] not in k for f, k in zip(found, kinds, strict=True))
    ):
        yield "kind: wrong"
        if any(item["kind"] == "opinion" and item.get("department") for item in found):
            yield "kind: wrong, and said to be somebody's"
        return
    if kinds:
        yield "kind: right"
    evidence = row.get("evidence") or {}
    for place, (wanted, got) in enumerate(zip(_ordered(expected, found), found, strict=False)):
        own = evidence[place] if isinstance(evidence, list) and place < len(evidence) else evidence
        yield from _fields(wanted, got, own if isinstance(own, dict) else {})


def _ordered(expected: list[Json], found: list[Json]) -> list[Json]:
    """What is expected, beside what was found: by the name where several departments or people are alike."""
    left, placed = list(expected), []
    for got in found:
        named = [one for one in left if _name(one) is not None and _name(one) == _name(got)]
        one = (named or left)[0] if left else {}
        placed.append(one)
        if one in left:
            left.remove(one)
    return placed


def _name(value: Json) -> object:
    who = value.get("person") or value.get("name")
    place = value.get("department") or value.get("target")
    return None if isinstance(who, dict) or isinstance(place, dict) or not (who or place) else (place, who)


def _fields(wanted: Json, got: Json, evidence: Json) -> Iterator[str]:
    whose = _WHOSE.get(got.get("kind", ""))
    if whose and any(field in wanted for field in whose[1:]):
        label, *fields = whose
        carried = " (carried)" if evidence.get(fields[0]) == "carried" else ""
        yield f"{label}{carried}: {_whose(wanted, got, fields)}"
    for field, value in wanted.items():
        if field in ("kind", "asks", *(whose or ())):
            continue
        if field in _DAYS:
            yield f"{field}: {_day(value, got.get(field))}"
        elif not _fits(field, value, got):
            yield f"{field}: WRONG"
    for field, word in evidence.items():
        if (got.get("evidence") or {}).get(field) != word:
            yield "evidence: wrong"


def _whose(wanted: Json, got: Json, fields: list[str]) -> str:
    missing = False
    named = False
    for field in fields:
        right = _alternatives(wanted.get(field))
        named = named or None not in right
        if field not in wanted or got.get(field) in right:
            continue
        if got.get(field) is not None:
            return "WRONG"
        missing = True
    return "missing" if missing else "right" if named else "rightly none"


def _day(wanted: Any, got: Any) -> str:
    if got in _alternatives(wanted):
        return "right" if got else "rightly none"
    return "WRONG" if got else "missing"


def _fits(field: str, wanted: Any, got: Json) -> bool:
    if field in _HAVE:
        kept = " ".join(str(got.get(one) or "") for one in _HAVE[field])
        return all(word in kept for word in wanted)
    if field == "flagged":
        return bool(got.get("flags")) in _alternatives(wanted)
    if field == "conditions":
        told = got.get("conditions") or []
        return len(told) == len(wanted) and not any(
            fault
            for one, made in zip(wanted, told, strict=True)
            for fault in _fields(one, made, {})
            if _counts(fault)
        )
    value = got.get(field) if field != "person" or got.get("kind") != "attendance" else got.get("name")
    if field in _TIMES:
        return any(str(value or "").endswith(one) for one in _alternatives(wanted))
    if isinstance(value, list):
        return any(sorted(value) == sorted(one or []) for one in _alternatives(wanted))
    return value in _alternatives(wanted) or (not value and not any(_alternatives(wanted)))


def _alternatives(value: Any) -> list[Any]:
    return list(value["or"]) if isinstance(value, dict) and "or" in value else [value]


if __name__ == "__main__":
    place, *rest = sys.argv[1:]
    named = [one for one in rest if one != "--lines"] or sorted(
        one.name for one in Path(place).glob("*.jsonl")
    )
    measure(Path(place), named, "--lines" in rest)
