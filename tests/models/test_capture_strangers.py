"""Lines as strangers typed them, with nobody known: what they name stands in a field and is never lost."""

from __future__ import annotations

import pytest

from models.capture import parse, to_json
from tests.models.capturing import EMPTY


def held(line: str, *names: str) -> list[tuple[object, ...]]:
    """These fields of each value the line becomes."""
    return [tuple(one.get(name) for name in names) for one in map(to_json, parse(line, EMPTY))]


@pytest.mark.parametrize(
    ("line", "who"),
    [
        (
            "absent: Legal: Bob White (on leave, Carol King stands in)",
            [("Legal", "Bob White", "on leave", "Carol King")],
        ),
        ("absent: Legal: Robert (on leave)", [("Legal", "Robert", "on leave", None)]),
        ("absent: Bob White, sick leave", [(None, "Bob White", "sick leave", None)]),
        (
            "absent: Legal: Bob White, Ann Lee; IT: John Smith (ill)",
            [
                ("Legal", "Bob White", None, None),
                ("Legal", "Ann Lee", None, None),
                ("IT", "John Smith", "ill", None),
            ],
        ),
    ],
)
def test_an_english_name_is_somebody_and_no_reason(line: str, who: list[tuple[object, ...]]) -> None:
    assert held(line, "department", "name", "reason", "proxy") == who
