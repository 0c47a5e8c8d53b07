"""Writes docs/grammar.md: the families of the grammar, their examples, its words. `python -m tests.make_grammar`"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from models import i18n
from models.capture import explained
from models.capture.description import describe
from models.capture.examples import Example
from models.capture.families import FAMILIES, Family
from models.capture.words.lexicon import LABELS, MARKERS, SIGNS, STANCES
from tests.meetings.contexts import EXAMPLES, context_of

PAGE = Path(__file__).resolve().parents[1] / "docs" / "grammar.md"
BAR = "\\|"
_PARTS = {
    "line": "the line as it stands",
    "rest": "the line without list number and `1.1补：`",
    "clause": "each clause",
}
_HEAD = """# What a typed line becomes

Made from the code (`make docs`): the families of `models/capture/families.py` with their examples, and the words of
`models/capture/words/lexicon.py`. Full-width and half-width signs are the same, and both languages work in either. The
families are tried in this order, and the first that reads the words wins; `jiyao parse --why LINE` names it, and the
rule within it. The meeting of the examples has Marketing, Legal and Sales, or 市场部 研发部 销售部 财务部 行政部.
"""


def page() -> str:
    """The whole page."""
    with i18n.language("en"):
        parts = [_HEAD, "## Families\n", *map(_family, FAMILIES), "## Words\n", *_words()]
    return "\n".join(parts)


def _family(family: Family) -> str:
    says = " ".join((family.reads.__doc__ or "").split())
    rows = [row for example in family.examples for row in _rows(example)]
    return "\n".join(
        [
            f"### {family.name}\n",
            f"{says} Looks at {_PARTS[family.part]}.\n",
            *_table(("line", "reads as", "that is"), rows),
        ]
    )


def _rows(example: Example) -> Iterator[tuple[str, str, str]]:
    for language in EXAMPLES:
        context = context_of(example, language)
        for line in example.lines(language):
            values = [
                " · ".join(part.text for part in describe(value)) for value, _why in explained(line, context)
            ]
            yield f"`{line}`", "; ".join(values), example.says()


def _words() -> Iterator[str]:
    markers = [(row.family, "、".join(row.zh), ", ".join(row.en)) for row in MARKERS]
    labels = [(row.field, "、".join(row.zh), ", ".join(row.en)) for row in LABELS]
    yield "### Markers\n"
    yield from _table(("announces", "Chinese", "English"), markers)
    yield "### Labels\n"
    yield from _table(("field", "Chinese", "English"), labels)
    yield "### Stances\n"
    yield from _table(("stance", "Chinese", "English", "sign"), _stances())


def _stances() -> Iterator[tuple[str, ...]]:
    for stance in dict.fromkeys(row.stance for row in STANCES):
        words = [row.word for row in STANCES if row.stance == stance]
        sign = next((f"`{sign}`" for sign, means in SIGNS.items() if means == stance), "")
        zh, en = [w for w in words if not w.isascii()], [w for w in words if w.isascii()]
        yield stance, "、".join(zh), ", ".join(en), sign


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield "|" + "---|" * len(heads)
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', BAR) for cell in row)} |"
    yield ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
