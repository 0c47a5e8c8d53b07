"""The order in which a document names departments: the host's first, then as the company lists them."""

from __future__ import annotations

import math

from models import called
from models.meeting import Department, Person
from models.minutes import Minutes


def in_document_order(minutes: Minutes) -> list[Department]:
    """The departments of a meeting: the host's first, then as the company lists them, then by number."""
    first = called.department_of(minutes, minutes.meeting.host)
    return sorted(minutes.departments, key=lambda d: (d is not first, *company_place(d)))


def company_place(row: Department | Person) -> tuple[float, int]:
    """The place in the company's list, those it does not name last, by number."""
    return (math.inf if row.company_order is None else row.company_order, row.number)
