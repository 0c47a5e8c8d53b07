"""What the template asks for and a meeting lacks, as a registry of rules: one function each, listed in domain order.

check(minutes, "close", thresholds, today) -> list[Finding]
take(recorder, finding.offers[0])
"""

from __future__ import annotations

from models.findings import actions, before, decisions, people, prose
from models.findings.finding import Finding, Offer, Severity, Thresholds, Trigger, take
from models.findings.registry import RULES, Rule, check, read_thresholds, rules
from models.participation import department_present, silent_departments

__all__ = [
    "RULES",
    "Finding",
    "Offer",
    "Rule",
    "Severity",
    "Thresholds",
    "Trigger",
    "actions",
    "before",
    "check",
    "decisions",
    "department_present",
    "people",
    "prose",
    "read_thresholds",
    "rules",
    "silent_departments",
    "take",
]
