"""The words that names in an English office are made of: departments, posts, titles, and what is in nobody's name."""

from __future__ import annotations

_DEPARTMENTS = (
    "accounting admin administration compliance construction design development distribution engineering finance"
    " logistics legal maintenance manufacturing marketing operations planning procurement product production"
    " purchasing quality r&d research sales security service support technology training warehouse"
)
_DEPARTMENT_LAST = "department dept division team office group unit committee resources relations"
_IN_LISTS = (
    "accounts estates facilities pharmacy radiology outpatients inpatients nursing surgery theatres pathology catering "
    "housekeeping payroll communications comms editorial fundraising admissions library treasury tax infrastructure "
    "platform data analytics mobile backend frontend devops customer services success retail stores transport fleet "
    "safety reception claims underwriting actuarial risk audit tooling assembly packaging dispatch commercial export "
    "import technical laboratory lab labs biology chemistry physics maths english history science supply chain "
    "business hardware software digital media events volunteers membership programmes policy strategy brand internal control "
    "affairs"
)
_SHORTENED = "mkt mktg fin ops eng prod biz dev proc ecom"

ENGLISH_DEPARTMENTS = frozenset(_DEPARTMENTS.split())
"""Words that name a department where a name must stand, and end the name of one: Customer Service."""
ENGLISH_ENDINGS = frozenset(_DEPARTMENT_LAST.split())
_ACRONYMS = "hr hrbp it qa qc qe pmo pm rd r&d scm bd fp&a pr gr ir ehs hse ops mis npi pmc sqe ie cs ui ux"
_PARTICLES = "von van der den de del della di da dos la le ten ter zu bin al el"
_HONORIFICS = "mr mrs ms miss dr prof professor vp sir madam"
ACRONYMS = tuple(_ACRONYMS.split())
"""Departments by their letters, as they are called in both languages."""
LETTERS = frozenset(ACRONYMS) - {"ops", "pm", "ie", "gr", "ir", "ui"} | {"sre", "sc"}
"""Those that stand in capitals however they are typed, and are no word or sign of time."""
LISTED_DEPARTMENTS = ENGLISH_DEPARTMENTS | LETTERS | frozenset((*_IN_LISTS.split(), *_SHORTENED.split()))
"""Words departments are called by in a list of who is there, where a title or name must stand; small letters too."""
PARTICLES = frozenset(_PARTICLES.split())
"""Words inside a Latin name that are no name by themselves."""
HONORIFICS = frozenset(_HONORIFICS.split())
"""What may stand before a Latin name without being part of it."""
