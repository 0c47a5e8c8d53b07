"""Keeps the translation catalogues in step with the code; `make i18n` and `make check` run it.

Babel's own command line writes dates, places and orders that make every diff of a catalogue a page long, so the
catalogues are written here: sorted, and without a word of where in the code a text stands, which a search tells.

    python -m tests.catalogues update    take in new texts, drop those no longer used
    python -m tests.catalogues check     say what is untranslated or wrong; exit status 1 if anything is
"""

from __future__ import annotations

import io
import re
import string
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from models import i18n

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("models", "exporters", "tui")
TRANSLATED = tuple(language for language in i18n.LANGUAGES if language != "en")
KEYWORDS = {"_": None, "ngettext": (1, 2), "N_": None}
_VOLATILE = (
    "POT-Creation",
    "PO-Revision",
    "Last-Translator",
    "Language-Team",
    "Report-Msgid",
    "Generated-By",
)


@cache
def extract() -> Catalog:
    """Every text of the code that is to be translated."""
    found = Catalog(project="jiyao", charset="utf-8")
    for package in PACKAGES:
        for _name, _line, message, _comments, context in extract_from_dir(
            ROOT / package, method_map=[("**.py", "python")], keywords=KEYWORDS
        ):
            found.add(message, context=context)
    return found


def po_file(language: str) -> Path:
    return i18n.LOCALES / language / "LC_MESSAGES" / "jiyao.po"


def read(language: str) -> Catalog:
    """The catalogue as it stands in the repository; an empty one where there is none yet."""
    path = po_file(language)
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def texts(catalogue: Catalog) -> Iterator[Message]:
    """Its messages, without the header."""
    return (message for message in catalogue if message.id)


def forms(value: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """Singular and plural forms alike as a tuple."""
    return (value or "",) if isinstance(value, str) or value is None else tuple(value)


def update() -> None:
    """Brings each catalogue to exactly the texts of the code."""
    found = extract()
    for language in TRANSLATED:
        path, old = po_file(language), read(language)
        catalogue = Catalog(
            locale=language,
            project="jiyao",
            charset="utf-8",
            header_comment=f"# jiyao, {language}",
            fuzzy=False,
        )
        for message in texts(found):
            known = old.get(message.id, message.context)
            text = known.string if known and any(forms(known.string)) else None
            if text is None:
                text = ("",) if message.pluralizable else ""
            catalogue.add(message.id, text, context=message.context)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_steady(catalogue), encoding="utf-8", newline="\n")


def _steady(catalogue: Catalog) -> str:
    """The catalogue as text that is the same whenever its words are the same."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, sort_output=True, width=0, no_location=True)
    lines = buffer.getvalue().decode().splitlines()
    return (
        "\n".join(line for line in lines if not line.startswith(tuple(f'"{word}' for word in _VOLATILE)))
        + "\n"
    )


def problems() -> Iterator[str]:
    """What is wrong with the catalogues, one line each."""
    found = {message.id for message in texts(extract())}
    for language in TRANSLATED:
        catalogue = read(language)
        stored = {message.id for message in texts(catalogue)}
        yield from (
            f"{language}: not in the catalogue: {forms(key)[0]!r}" for key in sorted(found - stored, key=str)
        )
        yield from (
            f"{language}: no longer in the code: {forms(key)[0]!r}" for key in sorted(stored - found, key=str)
        )
        for message in texts(catalogue):
            yield from (f"{language}: {problem}: {forms(message.id)[0]!r}" for problem in faults(message))
        yield from (
            f"{language}: the program reads another translation: {key!r}"
            for key, text in translations(catalogue).items()
            if in_use(language, key) != text
        )


def in_use(language: str, message: str) -> str:
    """What the program says for the message."""
    with i18n.language(language):
        return i18n._(message)


def translations(catalogue: Catalog) -> dict[str, str]:
    """What is translated in a catalogue, each message with its first form."""
    return {
        forms(message.id)[0]: forms(message.string)[0]
        for message in texts(catalogue)
        if any(forms(message.string))
    }


def faults(message: Message) -> Iterator[str]:
    """What is wrong with one translation."""
    if message.fuzzy:
        yield "only guessed (fuzzy)"
    if not all(forms(message.string)):
        yield "not translated"
        return
    wanted = set().union(*(placeholders(text) for text in forms(message.id)))
    for text in forms(message.string):
        odd = placeholders(text) - wanted
        if message.pluralizable:
            lost = placeholders(forms(message.id)[1]) - placeholders(forms(message.string)[-1])
        else:
            lost = wanted - placeholders(text)
        yield from (f"the translation has {{{name}}}, the code does not give it" for name in sorted(odd))
        yield from (f"the translation lacks {{{name}}}" for name in sorted(lost))


def placeholders(text: str) -> set[str]:
    """The names that `str.format` fills in; a text that only looks like a format has none."""
    try:
        fields = [
            field for _text, field, _spec, _conversion in string.Formatter().parse(text) if field is not None
        ]
    except ValueError:
        return set()
    return {re.split(r"[.\[]", field)[0] for field in fields}


def main(arguments: list[str]) -> int:
    match arguments:
        case ["update"]:
            update()
        case ["check"]:
            pass
        case _:
            sys.exit(f"usage: python -m tests.catalogues update|check\n{__doc__}")
    wrong = list(problems())
    for line in wrong:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
