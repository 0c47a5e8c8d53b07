"""The translation is complete: what the code says, its catalogue says, and the program reads it as it stands."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import write_po

from models import i18n
from tests import catalogues


@pytest.fixture(scope="module")
def said() -> set[object]:
    """All that the code says, gathered once."""
    return {message.id for message in catalogues.texts(catalogues.extract())}


def test_the_code_speaks_at_all(said: set[object]) -> None:
    assert len(said) > 50


@pytest.mark.parametrize("language", catalogues.TRANSLATED)
def test_every_text_of_the_code_stands_in_the_catalogue_and_no_other(
    said: set[object], language: str
) -> None:
    assert {message.id for message in catalogues.texts(catalogues.read(language))} == said


def test_no_text_hides_in_an_f_string_where_it_is_not_extracted(said: set[object]) -> None:
    calls = (
        node
        for package in catalogues.PACKAGES
        for file in (catalogues.ROOT / package).rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_"
    )
    written = {call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant)}
    assert not written - said


@pytest.mark.parametrize("language", catalogues.TRANSLATED)
def test_nothing_is_untranslated_guessed_or_filled_differently(language: str) -> None:
    wrong = {m.id: list(catalogues.faults(m)) for m in catalogues.texts(catalogues.read(language))}
    assert {key: faults for key, faults in wrong.items() if faults} == {}


@pytest.mark.parametrize("language", catalogues.TRANSLATED)
def test_the_program_says_what_stands_in_the_catalogue(language: str) -> None:
    written = catalogues.translations(catalogues.read(language))
    assert {message: catalogues.in_use(language, message) for message in written} == written


def test_english_says_what_the_code_says() -> None:
    with i18n.language("en"):
        assert [i18n._(message) for message in ("Saved", "no such message")] == ["Saved", "no such message"]
        assert [i18n.ngettext("one day", "{n} days", n) for n in (1, 2)] == ["one day", "{n} days"]


def test_chinese_has_one_form_for_any_number() -> None:
    with i18n.language("zh_CN"):
        assert [i18n.ngettext("{n} marked", "{n} marked", n) for n in (1, 2)] == ["已选 {n} 句"] * 2


def test_a_message_may_hold_quotes_lines_and_backslashes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    message, translation = 'say "a\\b"\n\tthen {n}', '说“a\\b”"\n\t再 {n}'
    catalogue = Catalog(locale="zh_CN")
    catalogue.add(message, translation)
    folder = tmp_path / "zh_CN" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "jiyao.po").open("wb") as file:
        write_po(file, catalogue)
    monkeypatch.setattr(i18n, "LOCALES", tmp_path)
    i18n._catalogue.cache_clear()
    try:
        assert catalogues.in_use("zh_CN", message) == translation
    finally:
        i18n._catalogue.cache_clear()


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
