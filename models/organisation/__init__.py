"""The company: its departments and people in its own order, kept once for all meetings.

A meeting never depends on it: who joins a meeting takes full name, title and order along on the meeting's own rows.
"""

from models.organisation.company import CompanyDepartment, CompanyPerson, Organisation
from models.organisation.reading import read_organisation

__all__ = ["CompanyDepartment", "CompanyPerson", "Organisation", "read_organisation"]
