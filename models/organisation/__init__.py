"""The company: its departments and people in its own order, kept once for all meetings.

A meeting never depends on it: who joins a meeting takes full name, title and order along on the meeting's own rows.
Lists are read by `models.organisation.list_file`, which nothing needs before the first frame.
"""

from models.organisation.company import CompanyDepartment, CompanyPerson, Organisation

__all__ = ["CompanyDepartment", "CompanyPerson", "Organisation"]
