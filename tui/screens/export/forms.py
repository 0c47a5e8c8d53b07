"""The documents that can be made of a meeting, in the order in which they are offered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from models.i18n import _
from models.lazy import lazily

with lazily:
    import exporters
    from exporters import files

if TYPE_CHECKING:
    from exporters import Options
    from models.meeting import Meeting
    from models.minutes import Minutes


def _minutes(minutes: Minutes, suffix: str, wanted: Options) -> bytes:
    return exporters.export(minutes, suffix, wanted)


def _notice(minutes: Minutes, suffix: str, wanted: Options) -> bytes:
    return exporters.agenda(minutes, suffix, wanted)


def _sign_in(minutes: Minutes, suffix: str, wanted: Options) -> bytes:
    return exporters.sign_in(minutes, suffix, wanted)


@dataclass(frozen=True, slots=True)
class Form:
    """A document that is made of a meeting."""

    key: str
    label: Callable[[], str]
    about: Callable[[], str]
    suffix: str = ".docx"
    made: Callable[[Minutes, str, Options], bytes] = _minutes
    """What makes its bytes of a meeting, for its suffix."""
    title: Callable[[], str] | None = None
    """What its file is called after, where it is not the minutes themselves."""
    final: bool | None = False

    def name(self, meeting: Meeting, wanted: Options) -> str:
        """How its file is called unless somebody says otherwise."""
        if self.title is None:
            return files.safe_name(meeting, replace(wanted, final=self.final), self.suffix)
        return files.name_of(meeting, self.title(), self.suffix)


FORMS = (
    Form("draft", lambda: _("Draft"), lambda: _("the minutes for review, with what is missing")),
    Form("final", lambda: _("Final"), lambda: _("the minutes without marks of a draft"), final=True),
    Form(
        "notice",
        lambda: _("Meeting notice"),
        lambda: _("sent before the meeting: agenda, people, papers"),
        made=_notice,
        title=lambda: _("Meeting notice"),
    ),
    Form(
        "sign_in",
        lambda: _("Sign-in sheet"),
        lambda: _("everybody on the list, with room to sign"),
        made=_sign_in,
        title=lambda: _("Sign-in sheet"),
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
        made=_notice,
        title=lambda: _("Meeting notice"),
    ),
)
"""Every form, those of the minutes first."""

_BEFORE = ("notice", "sign_in", "invitation")
"""What is wanted while the meeting is being prepared."""


def offered(*, before: bool) -> list[Form]:
    """The forms; while the meeting is being prepared, those that go out before it stand first."""
    return sorted(FORMS, key=lambda form: form.key not in _BEFORE) if before else list(FORMS)
