"""The panes of the polish screen: what was typed beside what is written, and what one key does about a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rich.style import Style

from models import colloquial
from models.i18n import _, ngettext
from models.kinds import KINDS
from models.meeting import Background, Note, Opinion, Point
from models.polish import Sentence, Source
from tui.screens.polish.session import PolishSession
from tui.theme import style
from tui.widgets.columns_pane import ColumnsPane
from tui.widgets.entry_lines import Ink, clock, draw_entry, marks
from tui.widgets.list_pane import ListPane
from tui.widgets.typesetting import Paragraph, Span, fit, width

_WIDEST_LABEL = 12
"""Cells of what stands before a sentence."""


class SentencesPane(ColumnsPane):
    """A topic: every sentence beside the entries it stands for, in the order of the document."""

    keeps_mark = True

    def __init__(self, session: PolishSession) -> None:
        super().__init__("sentences")
        self.session = session
        self._rows: dict[str, Sentence] = {}
        self._same: set[str] = set()
        """Sentences under the same label as the one before."""
        self._label = 0

    def show(self) -> None:
        """Brings the pane in line with the topic one is on."""
        found = self.session.sentences
        self._rows = {s.id: s for s in found}
        labels = [self._label_of(s) for s in found]
        self._label = min(_WIDEST_LABEL, max(map(width, labels), default=0))
        alike = zip(found, labels, ["", *labels], strict=False)
        self._same = {s.id for s, label, before in alike if label == before}
        self._head()
        place = self._places.get(self.chosen or "", 0)
        self.fill(_spaced(found) or ["-empty"])
        if self.chosen is None:
            self.choose(next((key for key in self.items[place:] if self.selectable(key)), None))
        self.refresh()

    def _head(self) -> None:
        ink = self._ink
        self.title = [(_("As it was typed"), ink.dim)]
        self.right_title = [(_("As the document says it"), ink.accent)]
        count = len(self.session.marked)
        words = ngettext("{n} marked", "{n} marked", count).format(n=count)
        self.status = [(words, ink.accent)] if count else []

    @property
    def _ink(self) -> Ink:
        return Ink(self.palette, self.session.minutes)

    def _label_of(self, found: Sentence) -> str:
        """The label before a sentence: whose opinion, a number, or what kind of text it is."""
        lead = found.lead
        if found.kind is Opinion:
            return self.session.holder(found) or _("nobody")
        if lead and lead.entry.code:
            return lead.entry.code
        parts = {"consensus": _("Consensus"), "reason": _("Set aside")}
        return parts.get(lead.part if lead else "") or KINDS[found.kind].title()

    # -- left -----------------------------------------------------------------------------------------------------

    def left(self, key: str) -> list[Paragraph]:
        """The entries as they were typed, with their times."""
        if found := self._rows.get(key):
            if not found.sources:
                return [Paragraph([(_("written afterwards"), self._ink.faint)], (), 8)]
            gone: list[Span] = [("      × ", self._ink.warn)]
            typed = [self._typed(found, n) for n in range(len(found.sources))]
            return [*typed, *(Paragraph([(text, self._ink.faint)], gone, 8) for text in found.gone)]
        if key == "-empty":
            return [Paragraph([(_("Nothing was typed here."), self._ink.dim)])]
        return [Paragraph([])]

    def _typed(self, found: Sentence, place: int) -> Paragraph:
        ink, source = self._ink, found.sources[place]
        mark: Span = ("● ", ink.accent) if found.id in self.session.marked else ("  ", ink.dim)
        lead = [mark, (f"{clock(source.entry.at) or '  –  '} ", ink.dim)]
        doubts = marks(ink, replace(source.entry, left_out=False))
        return Paragraph([*self._words(source), *doubts], lead, 8)

    def _words(self, source: Source) -> list[Span]:
        """The line that an entry was typed as, its speaker in the colour of the department."""
        ink, entry = self._ink, source.entry
        line = self.session.line(source)
        plain = ink.faint if entry.left_out else ink.text
        said = line.rfind(source.text)
        if not isinstance(entry, Opinion) or said < 0 or not (entry.department_id or entry.person_id):
            return [(line, plain)]
        speaker = ink.of(ink.minutes.department(entry.department_id))
        return [(line[:said], ink.faint if entry.left_out else speaker), (line[said:], plain)]

    # -- right ----------------------------------------------------------------------------------------------------

    def right(self, key: str) -> list[Paragraph]:
        """The sentence as the document has it, with its label, its sign and what stands beside it in its table."""
        found = self._rows.get(key)
        if found is None:
            return [Paragraph([])]
        ink, indent = self._ink, self._label + 3
        sign = self._sign(found)
        label = "" if found.id in self._same else fit(self._label_of(found), self._label)
        head: Style = ink.dim if not found.exported else ink.strong
        gap = " " * (self._label - width(label))
        lead: list[Span] = [(label, head), (gap + " ", ink.dim), sign]
        if not found.exported:
            words = _("a note") if found.kind is Note else _("not for the minutes")
            return [Paragraph([(words, ink.faint)], lead, indent)]
        return [Paragraph(self._marked(found), lead, indent), *self._beside(found, indent)]

    def _beside(self, found: Sentence, indent: int) -> list[Paragraph]:
        """Owner, due day, beginning: what stands in other cells of the same row of the document."""
        entry = found.lead.entry if found.lead else None
        if entry is None or not entry.code:
            return []
        return [replace(paragraph, indent=indent) for paragraph in draw_entry(self._ink, entry)[1:]]

    def _sign(self, found: Sentence) -> Span:
        """The sign of how a sentence stands; what wants a look comes first."""
        ink = self._ink
        if not found.exported:
            return ("⊘ ", ink.faint)
        if found.stale:
            return ("↻ ", ink.warn)
        if self.session.spoken(found):
            return ("⚠ ", ink.warn)
        return ("✎ ", ink.good) if found.written else ("  ", ink.dim)

    def _marked(self, found: Sentence) -> list[Span]:
        """The text as it is printed, its spoken words set off."""
        text = self.session.as_written(found)
        words = [s.word for s in self.session.spoken(found)]
        warn = style(self.palette.warn, bold=True)
        spans: list[Span] = []
        while hits := [(at, -len(word)) for word in words if (at := text.find(word)) >= 0]:
            at, length = min(hits)
            spans += [(text[:at], self._ink.text), (text[at : at - length], warn)]
            words = [word for word in words if word != text[at : at - length]]
            text = text[at - length :]
        return [*spans, (text, self._ink.text)]


def _spaced(found: Sequence[Sentence]) -> list[str]:
    """Keys of the sentences, with a blank line between the parts of the document."""
    keys: list[str] = []
    before: type | None = None
    for sentence in found:
        kind = Point if sentence.kind is Background else sentence.kind
        keys += [f"-{sentence.id}"] if before not in (None, kind) else []
        keys.append(sentence.id)
        before = kind
    return keys


class OffersPane(ListPane):
    """The pane below: what is to be known about the selected sentence, and what a digit does about it."""

    def __init__(self, session: PolishSession) -> None:
        super().__init__("offers")
        self.session = session
        self._lines_shown: list[list[Span]] = []

    def show(self, chosen: str | None) -> None:
        """Shows what there is to say about a sentence."""
        found = self.session.sentence(chosen)
        p = self.palette
        self._lines_shown = self._about(found) if found else []
        left = len(self.session.to_look_at)
        words = ngettext("{n} sentence to look at", "{n} sentences to look at", left).format(n=left)
        self.title = [(_("About this sentence"), style(p.text, bold=True))]
        self.status = [(words if left else "✓ " + _("nothing to look at"), style(p.warn if left else p.good))]
        self.fill([f"-{n}" for n in range(len(self._lines_shown))])
        self.refresh()

    def draw(self, key: str) -> list[Paragraph]:
        """A line about the sentence."""
        lead, *words = self._lines_shown[int(key[1:])]
        return [Paragraph(words, [lead], 3)]

    def _about(self, found: Sentence) -> list[list[Span]]:
        p = self.palette
        accent, text, dim, warn = style(p.accent, bold=True), style(p.text), style(p.dim), style(p.warn)
        lines: list[list[Span]] = [
            [(f"{n}", accent), (offer.label, text)] for n, offer in enumerate(self.session.offers(found), 1)
        ]
        for one in self.session.spoken(found):
            if one.advice or not one.written:
                advice = colloquial.advice_label(one.advice) or _("write it in other words")
                lines.append([("⚠", warn), (f"“{one.word}” ", text), (advice, dim)])
        lines += [[("↻", warn), (words, dim)] for words in map(_change, found.changed)]
        gone = [_("no longer there: “{text}”").format(text=text) for text in found.gone]
        lines += [[("×", warn), (words, dim)] for words in gone]
        return lines or [[("·", dim), (self._plain(found), dim)]]

    def _plain(self, found: Sentence) -> str:
        if found.left_out:
            return _("Kept as it was typed, but the document leaves it out.")
        if found.kind is Note:
            return _("A note of the recorder's own; the document leaves it out.")
        if found.merged:
            count = len(found.sources)
            return ngettext("Stands for {n} entry.", "Stands for {n} entries.", count).format(n=count)
        if found.written:
            return _("Written in other words than it was typed.")
        return _("As it was typed ({kind}).").format(kind=KINDS[found.kind].name())


def _change(source: Source) -> str:
    return _("changed since: {before} → {now}").format(before=source.seen, now=source.text)
