"""The file while it is written: its lines so far, what a reader knows by then, and what no line could say."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from exporters.content.language import parsed
from exporters.lines.place import Place
from exporters.punctuation import clean
from models import kinds
from models.capture import Context, Parsed, parse
from models.capture.values import NoteLine
from models.capture.words.idiom import idiom
from models.capture.writing import write
from models.dates import Anchor
from models.i18n import _
from models.meeting import Entry
from models.minutes import Minutes

_BREAKS = re.compile(r"\s*\n\s*")
_CLAUSE_ENDS = str.maketrans("；;。", "，，，")


class Lines:
    """Writes lines one behind the other, each proved where it stands."""

    def __init__(self, minutes: Minutes, language: str) -> None:
        self.minutes = minutes
        self.say = idiom(language)
        self.written: list[str] = []
        self.missing: list[str] = []
        """Where what no line says is to be found: A3, 1.2 财务部."""
        self.language = language
        start = parsed(minutes.meeting.starts_at or "") or dt.datetime(2000, 1, 1)
        self._place = Place(Anchor(start.date()))

    @property
    def context(self) -> Context:
        """What the next line is read against."""
        return self._place.context

    def put(self, line: str) -> None:
        """One more line, whatever it is read as."""
        self._go_on(line, parse(line, self.context))

    def write(self, items: Sequence[Parsed]) -> bool:
        """One more line that reads back as these values; False where there is none."""
        line = self.line_of(items)
        if line is not None:
            self._go_on(line, items)
        return line is not None

    def _go_on(self, line: str, items: Sequence[Parsed]) -> None:
        self.written.append(line)
        self._place.take(items)

    def line_of(self, items: Sequence[Parsed], behind: str | None = None) -> str | None:
        """The line that would read back as these values here, or behind one more line."""
        place = self._place if behind is None else self._place.behind(behind)
        return write(items, place.context, self.language)

    def name_entry(self, entry: Entry) -> None:
        """Names an entry that no line says."""
        self.name(kinds.place_of(self.minutes, entry), kinds.text_of(entry))

    def name(self, where: str, words: str) -> None:
        """Names what no line says in a note, with its words as far as they can stand in one."""
        self.missing.append(where)
        said = _("{where}: “{words}” cannot be written as a line; the .json file has all of it")
        bare = _("{where} cannot be written as a line; the .json file has all of it")
        texts = [said.format(where=where, words=text) for text in (words, words.translate(_CLAUSE_ENDS))]
        for text in (*texts, bare.format(where=where)):
            if self.write([NoteLine(text=text)]):
                return


def one_line(text: str) -> str:
    """The text without what would end the line."""
    return _BREAKS.sub(" ", clean(text)).strip()
