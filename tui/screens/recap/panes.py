"""The three panes of the recap: the walk on the left, the page to be read aloud, and what is missing on it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style

from models.findings import Finding
from models.i18n import _, ngettext
from models.recap import Item, Page
from models.vocabulary import outcome_label
from tui.keys import key_label
from tui.screens.recap.closing import closing_lines
from tui.screens.recap.session import RecapSession
from tui.theme import style
from tui.widgets.list_pane import ListPane
from tui.widgets.recap_lines import aloud, sign_of
from tui.widgets.typesetting import Paragraph, Span, fit, spans_width, width

_LEAST = 12
"""Cells of a page's title that are kept before what stands behind it."""


class RecapPane(ListPane):
    """A pane that shows part of the walk."""

    def __init__(self, name: str, session: RecapSession) -> None:
        super().__init__(name)
        self.session = session

    def show(self) -> None:
        """Brings the pane in line with the walk."""
        self.head()
        self.fill(self.keys())
        self.refresh()

    def head(self) -> None:
        """Sets title and status; a subclass gives them."""

    def keys(self) -> list[str]:
        """The items, as keys; a subclass gives them."""
        return []

    def style(self, name: str, *, bold: bool = False) -> Style:
        """A colour of the palette as a style."""
        return style(getattr(self.palette, name), bold=bold)


class WalkPane(RecapPane):
    """Every page with its items and their marks; a click goes there."""

    def head(self) -> None:
        """How far one is."""
        self.title = [(_("Item by item"), self.style("text", bold=True))]
        words = _("page {n} of {total}").format(n=self.session.at + 1, total=len(self.session.recap.pages))
        self.status = [(words, self.style("dim"))]

    def keys(self) -> list[str]:
        """Pages as `page`, items as `page/item`; what is missing of a page as a whole as `page//n`."""
        found = []
        for n, page in enumerate(self.session.recap.pages):
            found.append(str(n))
            found += [f"{n}/{k}" for k, item in enumerate(page.items) if item.brief and item.kind != "count"]
            found += [f"{n}//{k}" for k, finding in enumerate(page.findings) if not _attached(page, finding)]
        return found

    def draw(self, key: str) -> list[Paragraph]:
        """One line, cut where it does not fit."""
        place, _sep, rest = key.partition("/")
        page = self.session.recap.pages[int(place)]
        if not rest:
            return [Paragraph(self._heading(page, int(place) == self.session.at))]
        if rest.startswith("/"):
            return [Paragraph(self._finding(page.findings[int(rest[1:])]))]
        return [Paragraph(self._item(page.items[int(rest)]))]

    def _heading(self, page: Page, here: bool) -> list[Span]:
        sign = ("▶", self.style("accent", bold=True)) if here else self._mark(page)
        look = self.style("accent", bold=True) if here else self.style("text", bold=True)
        count = page.items[0].brief if page.items and page.items[0].kind == "count" else ""
        tail: list[Span] = [("  " + (outcome_label(page.outcome) or count), self._outcome_style(page))]
        name = f" {page.number} {page.title}" if page.number else f" {page.title}"
        room = self.inner[0] - 1 - spans_width(tail)
        if not (page.outcome or count) or room < min(width(name), _LEAST):
            tail, room = [], self.inner[0] - 1
        return [sign, (fit(name, room), look), *tail]

    def _outcome_style(self, page: Page) -> Style:
        if not page.outcome:
            return self.style("dim")
        return self.style("good" if page.outcome == "agreed" else "warn")

    def _mark(self, page: Page) -> Span:
        if page.confirmed:
            return ("✓", self.style("good"))
        return ("↻", self.style("warn")) if page.changed else ("○", self.style("faint"))

    def _item(self, item: Item) -> list[Span]:
        sign = ("✓", self.style("good")) if item.confirmed else ("○", self.style("faint"))
        if item.findings:
            mark, look = sign_of(item.findings[0], self.palette)
            sign = (mark.strip(), look)
        if item.objections:
            sign = ("!", self.style("bad"))
        label = item.code or item.label
        look = self.style("dim" if item.confirmed else "text")
        return [("  ", look), sign, (" " + fit(f"{label} {item.brief}", self.inner[0] - 4), look)]

    def _finding(self, finding: Finding) -> list[Span]:
        sign, look = sign_of(finding, self.palette)
        return [("  ", look), (sign, look), (fit(finding.message, self.inner[0] - 4), self.style("dim"))]


def _attached(page: Page, finding: Finding) -> bool:
    """Whether a finding stands at an item of its page."""
    return any(item.id == finding.item for item in page.items)


class PagePane(RecapPane):
    """One page in words to be read aloud."""

    projector = False
    afterwards = ("", "")
    """The keys that go on to polishing and that write the document."""

    def head(self) -> None:
        """Who reads."""
        words = _("Closing") if self.session.closing else _("For the host to read out")
        self.title = [(words, self.style("accent", bold=True))]
        self.status = [] if self.projector else self._state(self.session.page)

    def _state(self, page: Page) -> list[Span]:
        said = page.confirmation
        if said is None:
            return []
        if page.changed:
            return [
                (
                    _("changed since it was confirmed at {time}").format(time=said.at[11:16]),
                    self.style("warn"),
                )
            ]
        sentence = (
            _("confirmed by {by} at {time}, {n} in the room")
            if said.by
            else _("confirmed at {time}, {n} in the room")
        )
        words = sentence.format(by=said.by, time=said.at[11:16], n=said.head_count)
        return [(f"✓ {words}", self.style("good"))]

    def keys(self) -> list[str]:
        """A heading, then items with air between them."""
        if self.session.closing:
            return [f"-{n}" for n in range(len(closing_lines(self.session, self.palette, self.afterwards)))]
        found = ["-head"]
        for n, item in enumerate(self.session.page.items):
            gaps = (
                [] if _follows(self.session.page.items, n) else [f"-gap{n}"] + [f"-air{n}"] * self.projector
            )
            found += [*gaps, item.id]
        return found if self.session.page.items else [*found, "-gap", "-empty"]

    def draw(self, key: str) -> list[Paragraph]:
        """A heading, a gap, or an item with its objections and what is missing of it."""
        if self.session.closing:
            return [closing_lines(self.session, self.palette, self.afterwards)[int(key[1:])]]
        if key == "-head":
            return [Paragraph(self._heading(self.session.page))]
        if key == "-empty":
            words = (
                _("Nothing is left open.") if not self.session.page.number else _("Nothing was decided here.")
            )
            return [Paragraph([("  " + words, self.style("dim"))])]
        item = self.session.item(key)
        return self._item(item) if item else [Paragraph([])]

    def _heading(self, page: Page) -> list[Span]:
        name = _("Topic {number}").format(number=page.number)
        label = f"  {name}  {page.title}" if page.number else f"  {page.title}"
        spans: list[Span] = [(label, self.style("accent", bold=True))]
        if not page.outcome:
            return spans
        tail = _("outcome: {outcome}").format(outcome=outcome_label(page.outcome)) + " "
        gap = self.inner[0] - width(label) - width(tail)
        return [*spans, (" " * max(2, gap), self.style("dim")), (tail, self.style("dim"))]

    def _item(self, item: Item) -> list[Paragraph]:
        indent = self._indent()
        lead: list[Span] = [("  ", self.style("text")), (self._label(item), self.style("text", bold=True))]
        body = aloud(item.words, self.style("text"), self.style("text", bold=True))
        if not item.settled:
            body = aloud(item.words, self.style("warn"), self.style("warn", bold=True))
        notes = [] if self.projector else [*self._objections(item, indent), *self._missing(item, indent)]
        return [Paragraph(body, lead, indent), *notes]

    def _label(self, item: Item) -> str:
        return f"{item.label} {item.code}".strip()

    def _indent(self) -> int:
        """Where the sentences begin: behind the widest label of the page."""
        return 4 + max((width(self._label(item)) for item in self.session.page.items), default=8)

    def _objections(self, item: Item, indent: int) -> list[Paragraph]:
        label = _("objection")
        return [
            Paragraph(
                [(f"! {label} {'：'.join(w for w in (o.by, o.text) if w)}", self.style("bad"))], (), indent
            )
            for o in item.objections
        ]

    def _missing(self, item: Item, indent: int) -> list[Paragraph]:
        found = []
        for finding in item.findings:
            spans = [sign_of(finding, self.palette), (finding.message, sign_of(finding, self.palette)[1])]
            if finding.offers:
                spans.append((f"  {key_label('space')} {finding.offers[0].label}", self.style("dim")))
            found.append(Paragraph(spans, (), indent))
        return found


def _follows(items: Sequence[Item], place: int) -> bool:
    """Whether an item goes on with the one before it: departments that are there are one block."""
    return place > 0 and items[place].kind == items[place - 1].kind == "department"


class MissingPane(RecapPane):
    """What is missing on the page, with the rule and the place."""

    def head(self) -> None:
        """How much is missing in all."""
        total = len(self.session.recap.findings)
        self.title = [(_("What is missing"), self.style("text", bold=True))]
        words = ngettext("{n} in the whole meeting", "{n} in the whole meeting", total).format(n=total)
        self.status = [(words, self.style("dim"))] if total else []

    def keys(self) -> list[str]:
        """Findings by their place on the page."""
        return [str(n) for n in range(len(self._findings()))] or ["-none"]

    def _findings(self) -> tuple[Finding, ...]:
        return self.session.recap.findings if self.session.closing else self.session.page.findings

    def finding(self, key: str | None) -> Finding | None:
        """The finding of a line."""
        if key is None or not key.isdigit():
            return None
        found = self._findings()
        return found[int(key)] if int(key) < len(found) else None

    def draw(self, key: str) -> list[Paragraph]:
        """Sign, place and words on the left, the rule on the right."""
        finding = self.finding(key)
        if finding is None:
            return [
                Paragraph([("✓ ", self.style("good")), (_("Nothing is missing here."), self.style("dim"))])
            ]
        sign, look = sign_of(finding, self.palette)
        rule = f" {finding.title}"
        words = (
            f"{finding.where}  {finding.message}" if finding.where not in finding.message else finding.message
        )
        if finding.offers:
            words += f"  · {finding.offers[0].label}"
        room = self.inner[0] - width(sign) - width(rule)
        words = fit(words, room)
        gap = " " * max(0, room - width(words))
        return [Paragraph([(sign, look), (words + gap, self.style("text")), (rule, self.style("dim"))])]
