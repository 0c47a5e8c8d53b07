"""Both languages are complete: what the code says, the catalogues say, and the compiled files are theirs."""

from __future__ import annotations

import pytest
from babel.messages.catalog import Message

from tests import catalogues


def test_the_code_speaks_at_all() -> None:
    assert len(list(catalogues.texts(catalogues.extract()))) > 50


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_every_text_of_the_code_stands_in_the_catalogue_and_no_other(language: str) -> None:
    found = {message.id for message in catalogues.texts(catalogues.extract())}
    assert {message.id for message in catalogues.texts(catalogues.read(language))} == found


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_nothing_is_untranslated_guessed_or_filled_differently(language: str) -> None:
    wrong = {m.id: list(catalogues.faults(m)) for m in catalogues.texts(catalogues.read(language))}
    assert {key: faults for key, faults in wrong.items() if faults} == {}


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_the_compiled_catalogue_is_that_of_the_po_file(language: str) -> None:
    assert catalogues.in_use(language) == catalogues.translations(catalogues.read(language))


def test_the_english_catalogue_says_what_the_code_says() -> None:
    assert [
        m.id
        for m in catalogues.texts(catalogues.read("en"))
        if catalogues.forms(m.id) != catalogues.forms(m.string)
    ] == []


@pytest.mark.parametrize(
    ("message", "fault"),
    [
        (Message("Saved {time}", ""), "not translated"),
        (Message("Saved {time}", "已保存"), "the translation lacks {time}"),
        (Message("Saved", "已保存 {time}"), "the translation has {time}, the code does not give it"),
        (Message("Saved", "已保存", flags={"fuzzy"}), "only guessed (fuzzy)"),
        (Message(("{n} day", "{n} days"), ("天",)), "the translation lacks {n}"),
    ],
)
def test_a_faulty_translation_is_told(message: Message, fault: str) -> None:
    assert list(catalogues.faults(message)) == [fault]


def test_a_plural_may_leave_its_number_out_of_the_singular() -> None:
    assert list(catalogues.faults(Message(("one day", "{n} days"), ("{n} 天",)))) == []
