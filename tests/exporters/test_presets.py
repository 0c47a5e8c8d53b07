"""Presets and the settings of the document."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from exporters import ExportError, Options, export
from exporters.docx import preset
from exporters.options import _CONFIGURABLE
from tests.exporters.choices import options
from tests.meetings.launch import launch

DOCS = Path(__file__).parents[2] / "docs" / "document.md"


def described() -> dict[str, object]:
    """The settings as the documentation shows them."""
    text = DOCS.read_text(encoding="utf-8")
    return tomllib.loads(text.split("```toml\n")[1].split("```")[0])["document"]


def test_every_setting_is_described_and_can_be_used_as_described() -> None:
    settings = described()

    assert set(settings) == set(_CONFIGURABLE)
    found = Options.configured(settings)
    assert preset.load(found.preset, "zh_CN", found.style) == preset.load("enterprise", "zh_CN", {})
    assert export(launch(), ".docx", found)


@pytest.mark.parametrize(
    ("settings", "named"),
    [({"presett": "gov"}, "presett"), ({"notes": 1}, "notes"), ({"reply_days": True}, "reply_days")],
)
def test_a_setting_that_is_wrong_is_named(settings: dict[str, object], named: str) -> None:
    with pytest.raises(ExportError, match=named):
        Options.configured(settings)


def test_a_company_s_own_preset_says_only_what_is_otherwise(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        'base = "gov"\n[text.body]\neast_asia = "仿宋_GB2312"\n[en.text.body]\nsize = 10\n', encoding="utf-8"
    )

    found = preset.load(str(own), "zh_CN", {})
    english = preset.load(str(own), "en", {})
    gov = preset.load("gov", "zh_CN", {})

    assert found.text["body"].east_asia == "仿宋_GB2312"
    assert found.text["body"].size == gov.text["body"].size == 16
    assert english.text["body"].size == 10
    assert english.text["title"] == preset.load("gov", "en", {}).text["title"]


@pytest.mark.parametrize("text", ['base = "own"', "[text", "[text.body]\nsize = -1", "[pages]\nleft = 1"])
def test_an_own_preset_that_is_wrong_is_named(tmp_path: Path, text: str) -> None:
    own = tmp_path / "own.toml"
    own.write_text(text, encoding="utf-8")

    with pytest.raises(ExportError, match=r"own\.toml"):
        export(launch(), ".docx", options(preset=str(own)))


@pytest.mark.parametrize("name", preset.NAMES)
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_column_of_every_table_has_a_width(name: str, language: str) -> None:
    look = preset.load(name, language, {})

    for widths in look.widths.values():
        assert sum(widths.values()) < look.measure
        assert 0 in widths.values()
