"""Every example of how people write, and many more of the same kind, reads as what it says.

The lines stand in tests/data/capture: `in` names the contexts a line is tried in, `reads` what it must become. Fields
that are not named there must be empty, except `missing`, which follows from the others, and how they are known.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.meetings.contexts import CONTEXTS, read

_DATA = Path(__file__).parents[1] / "data" / "capture"
_FOLLOWS = ("missing", "evidence")


def _cases() -> list[Any]:
    cases = []
    for path in sorted(_DATA.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            cases += [
                pytest.param(name, case["line"], case["reads"], id=f"{path.stem}-{name}-{case['line'][:40]}")
                for name in case["in"]
            ]
    return cases


def _said(item: dict[str, Any]) -> dict[str, Any]:
    """What a value says, without the fields that are empty."""
    said = {
        name: value
        for name, value in item.items()
        if value not in (None, [], "", False, "none") and name not in _FOLLOWS
    }
    if "conditions" in said:
        said["conditions"] = [_said(condition) for condition in said["conditions"]]
    return said


@pytest.mark.parametrize(("context", "line", "reads"), _cases())
def test_a_line_reads_as_what_it_says(context: str, line: str, reads: list[dict[str, Any]]) -> None:
    assert [_said(item) for item in read(line, CONTEXTS[context])] == reads
