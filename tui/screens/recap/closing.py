"""The last page of the recap: the meeting in figures, what stays open, and what comes next."""

from __future__ import annotations

from rich.style import Style

from models import participation, wording
from models.i18n import _, ngettext
from models.recap import Summary
from models.whose import unanswered, unanswered_words
from tui.screens.recap.session import RecapSession
from tui.theme import Palette, style
from tui.times import is_over, topic_minutes, used_of_planned
from tui.widgets.typesetting import Paragraph, Span, width


def closing_lines(session: RecapSession, palette: Palette, keys: tuple[str, str]) -> list[Paragraph]:
    """The page, line by line; once the meeting is closed `keys` polish its minutes and write the document."""
    return _Closing(session, palette, keys).lines()


class _Closing:
    """Draws the closing page of one walk."""

    def __init__(self, session: RecapSession, palette: Palette, keys: tuple[str, str]) -> None:
        self.polish_key, self.export_key = keys
        labels = (
            _("Attendance"),
            _("Length"),
            _("Decided"),
            _("Still open"),
            _("Afterwards"),
            _("By department"),
            _("By topic"),
        )
        self.indent = 4 + max(map(width, labels))
        self.session = session
        self.palette = palette
        self.text, self.strong = style(palette.text), style(palette.text, bold=True)
        self.dim, self.warn, self.good = style(palette.dim), style(palette.warn), style(palette.good)

    def lines(self) -> list[Paragraph]:
        found = self.session.summary
        blank = Paragraph([])
        return [
            *self._state(),
            blank,
            *self._figures(found),
            blank,
            *self._open(found),
            *self._next(found),
            blank,
            *self._departments(found),
            *self._topics(),
        ]

    def _line(self, label: str, words: str, look: Style | None = None) -> Paragraph:
        return Paragraph([(words, look or self.text)], [("  ", self.dim), (label, self.dim)], self.indent)

    def _state(self) -> list[Paragraph]:
        meeting = self.session.minutes.meeting
        name: Span = (f"  {meeting.name or meeting.theme}", style(self.palette.accent, bold=True))
        if not meeting.closed_at:
            return [Paragraph([name])]
        ended = meeting.adjourned_at or meeting.closed_at
        words = _("closed at {time}").format(time=ended[11:16])
        by = f" · {meeting.closed_by}" if meeting.closed_by else ""
        return [Paragraph([name]), Paragraph([(f"  ✓ {words}{by}", self.good)])]

    def _figures(self, found: Summary) -> list[Paragraph]:
        came = _("{expected} expected, {came} present").format(expected=found.expected, came=found.came)
        decided = _("resolutions {resolutions}, actions {actions}, open issues {issues}").format(
            resolutions=found.resolutions, actions=found.actions, issues=found.open_issues
        )
        length = ngettext("{n} minute", "{n} minutes", found.length or 0).format(n=found.length)
        lines = [self._line(_("Attendance"), came, self.strong)]
        if found.length is not None:
            lines.append(self._line(_("Length"), length, self.strong))
        return [*lines, self._line(_("Decided"), decided, self.strong)]

    def _departments(self, found: Summary) -> list[Paragraph]:
        """A department a line, figures under each other."""
        wide = max((width(name or _("not named")) for name, _r, _a in found.by_department), default=0)
        lines = []
        for n, (name, resolutions, actions) in enumerate(found.by_department):
            shown = name or _("not named")
            figures = _("D {r:>2}   A {a:>2}").format(r=resolutions, a=actions)
            words = f"{shown}{' ' * (wide - width(shown))}   {figures}"
            lines.append(
                self._line(_("By department") if n == 0 else "", words, self.text if name else self.warn)
            )
        return lines

    def _topics(self) -> list[Paragraph]:
        """In the order in which they were discussed: time against plan, and how many were there."""
        minutes, now = self.session.minutes, self.session.clock()
        lines: list[Paragraph] = []
        for topic in participation.in_order_of_discussion(minutes):
            used = topic_minutes(minutes, topic.id, now)
            words = f"{topic.number}   {used_of_planned(used, topic.minutes)}"
            if present := participation.head_count(minutes, topic):
                words += "   " + _("{n} present").format(n=present)
            look = self.warn if is_over(used, topic.minutes) else self.text
            lines.append(self._line("" if lines else _("By topic"), words, look))
        return [Paragraph([]), *lines] if lines else []

    def _open(self, found: Summary) -> list[Paragraph]:
        lines = []
        if found.disputes:
            words = ngettext(
                "{n} dispute without consensus", "{n} disputes without consensus", found.disputes
            )
            lines.append(words.format(n=found.disputes))
        if count := unanswered(self.session.minutes):
            lines.append(unanswered_words(count))
        if missing := len(self.session.recap.findings):
            lines.append(ngettext("{n} thing missing", "{n} things missing", missing).format(n=missing))
        if pages := self.session.unconfirmed:
            names = wording.listed(page.number or page.title for page in pages)
            lines.append(_("not confirmed: {pages}").format(pages=names))
        if not lines:
            return [self._line(_("Still open"), _("nothing"), self.good)]
        return [
            self._line(_("Still open") if n == 0 else "", f"⚠ {words}", self.warn)
            for n, words in enumerate(lines)
        ]

    def _next(self, found: Summary) -> list[Paragraph]:
        lines = []
        if found.draft_due:
            day = wording.spoken_day(found.draft_due.isoformat(), self.session.calendar)
            words = _("the draft of the minutes is due by {day}").format(day=day)
            lines.append(self._line(_("Afterwards"), words, self.strong))
        if self.session.closed:
            words = _("{key} polishes the minutes").format(key=self.polish_key)
            lines.append(self._line("" if lines else _("Afterwards"), words, self.good))
            words = _("{key} writes the document").format(key=self.export_key)
            lines.append(self._line("", words, self.good))
        return lines
