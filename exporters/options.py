"""How a document is wanted: language, draft or final, look, what goes into it; and the errors of an export.

What an office chooses for good stands in the `[document]` table of the configuration (`Options.configured`); what is
chosen for one file comes on top with `dataclasses.replace`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from models import i18n
from models.i18n import _
from models.meeting import Meeting

_FINAL = ("final", "distributed", "archived")
_CONFIGURABLE = {
    "preset": str,
    "number": str,
    "confidentiality": str,
    "recipients": str,
    "channels": str,
    "archive": str,
    "reply_days": int,
    "names": str,
    "names_in_final": bool,
    "comments_in_final": bool,
    "idle_status_in_final": bool,
    "notes": bool,
    "style": dict,
}


_NAMES = ("full", "title")


class ExportError(Exception):
    """An export that failed; the message says which file and why, in the language in use."""


class UnknownFormat(ExportError):  # noqa: N818 - the name says what is unknown
    """A suffix that no exporter writes."""


@dataclass(frozen=True, kw_only=True)
class Options:
    """The choices for one export; every one has a default that suits a first draft."""

    language: str | None = None
    """zh_CN or en; None is the language in use."""
    final: bool | None = None
    """None: final once the minutes are."""
    preset: str = "enterprise"
    """enterprise (企业版), gov (公文版), or the path of a .toml file like them."""
    style: Mapping[str, Any] = field(default_factory=dict)
    """What to change in the preset: {"page": {"left": 2.0}, "text": {"body": {"size": 12}}}."""
    version: str = ""
    """As printed; empty is V0.1 for a draft and V1.0 for the final document."""
    now: dt.datetime = field(default_factory=dt.datetime.now)
    """When the document is made (local time)."""
    number: str = ""
    """The number of the minutes (纪要编号), printed where it is given."""
    confidentiality: str = ""
    """密级, printed where it is given."""
    recipients: str | None = None
    channels: str | None = None
    archive: str | None = None
    """Section 分发与存档; None is nothing known, which a draft shows as missing; empty is a line nobody wants."""
    reply_by: dt.date | None = None
    """Until when confirmations are asked for; None counts `reply_days` working days from `now`."""
    reply_days: int = 3
    names: str = "full"
    """full: by the full name where it is known (张伟); title: by surname and title where both are (张经理)."""
    names_in_final: bool = False
    """Stances, the people behind opinions, and times of arrival also in the final document."""
    comments_in_final: bool = False
    idle_status_in_final: bool = False
    """The status column also where all actions are still to be started."""
    notes: bool = False
    """The recorder's notes too."""
    findings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What is still missing, by the id of the row it is about ("" for the meeting): comments of a draft."""

    @classmethod
    def configured(cls, document: Mapping[str, Any]) -> Options:
        """The options of a configuration's `[document]` table; ExportError names a key or value that is wrong."""
        for key, value in document.items():
            if key not in _CONFIGURABLE:
                known = ", ".join(_CONFIGURABLE)
                raise ExportError(
                    _("[document] has no setting {key}; it knows {known}").format(key=key, known=known)
                )
            kind = _CONFIGURABLE[key]
            if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
                wanted = {
                    str: _("a text"),
                    int: _("a whole number"),
                    bool: "true / false",
                    dict: _("a table"),
                }[kind]
                raise ExportError(_("[document] {key}: expected {wanted}").format(key=key, wanted=wanted))
        if document.get("names", "full") not in _NAMES:
            words = _("[document] names is one of {known}")
            raise ExportError(words.format(known=", ".join(_NAMES)))
        return cls(**document)

    @property
    def language_name(self) -> str:
        """The language the document is written in."""
        return self.language or i18n.current()

    def is_final(self, meeting: Meeting) -> bool:
        """Whether the final document is wanted."""
        return meeting.status in _FINAL if self.final is None else self.final

    def printed_version(self, meeting: Meeting) -> str:
        """V0.1, V1.0 or the version given."""
        return self.version or ("V1.0" if self.is_final(meeting) else "V0.1")
