"""The documents that can be made of a meeting, in the order in which they are offered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from models.i18n import _
from models.lazy import lazily

with lazily:
    from exporters import files

if TYPE_CHECKING:
    from exporters import Options
    from models.meeting import Meeting


@dataclass(frozen=True, slots=True)
class Form:
    """A document that is made of a meeting."""

    key: str
    label: Callable[[], str]
    about: Callable[[], str]
    suffix: str = ".docx"
    maker: str = "export"
    """The function of `exporters` that makes it: export, agenda or sign_in."""
    final: bool | None = False

    def name(self, meeting: Meeting, wanted: Options) -> str:
        """How its file is called unless somebody says otherwise."""
        if self.maker == "export":
            return files.safe_name(meeting, replace(wanted, final=self.final), self.suffix)
        kind = _("Meeting notice") if self.maker == "agenda" else _("Sign-in sheet")
        return files.name_of(meeting, kind, self.suffix)


FORMS = (
    Form("draft", lambda: _("Draft"), lambda: _("the minutes for review, with what is missing")),
    Form("final", lambda: _("Final"), lambda: _("the minutes without marks of a draft"), final=True),
    Form(
        "notice",
        lambda: _("Meeting notice"),
        lambda: _("sent before the meeting: agenda, people, papers"),
        maker="agenda",
    ),
    Form(
        "sign_in",
        lambda: _("Sign-in sheet"),
        lambda: _("everybody on the list, with room to sign"),
        maker="sign_in",
    ),
    Form("markdown", lambda: "Markdown", lambda: _("the minutes as text with headings and tables"), ".md"),
    Form(
        "lines",
        lambda: _("Capture lines"),
        lambda: _("lines as they are typed, to be taken in again"),
        ".txt",
    ),
    Form("json", lambda: "JSON", lambda: _("everything, for other programs"), ".json"),
    Form("calendar", lambda: _("Calendar"), lambda: _("the meeting and what is due, for a calendar"), ".ics"),
    Form(
        "invitation",
        lambda: _("Calendar invitation"),
        lambda: _("the meeting alone, with its agenda"),
        ".ics",
        "agenda",
    ),
)
"""Every form, those of the minutes first."""

_BEFORE = ("notice", "sign_in", "invitation")
"""What is wanted while the meeting is being prepared."""


def offered(*, before: bool) -> list[Form]:
    """The forms; while the meeting is being prepared, those that go out before it stand first."""
    return sorted(FORMS, key=lambda form: form.key not in _BEFORE) if before else list(FORMS)
