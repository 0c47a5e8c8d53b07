"""How a document looks, as data: a preset that comes with jiyao or a company's own file, and what overrides it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

from exporters.options import ExportError
from models.i18n import _
from models.os_words import reason

_FOLDER = Path(__file__).parent.parent / "presets"
NAMES = tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))
_LANGUAGES = ("zh_CN", "en")
_USUAL = {"bold": False, "align": "left", "line": 1.0, "exact": 0, "before": 0, "after": 0, "indent": 0}
_ALIGNS = ("left", "center", "right", "both")
_COLOUR = re.compile("[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class TextStyle:
    """The look of one kind of paragraph: sizes and spaces in points, `indent` in characters."""

    east_asia: str
    latin: str
    size: float
    bold: bool
    align: str
    line: float
    """A multiple of the line, unless `exact` gives points."""
    exact: float
    before: float
    after: float
    indent: float


@dataclass(frozen=True, slots=True)
class Preset:
    """The look of a document; lengths in centimetres, colours as RRGGBB."""

    page: Mapping[str, float]
    text: Mapping[str, TextStyle]
    table: Mapping[str, Any]
    widths: Mapping[str, Mapping[str, float]]

    @property
    def measure(self) -> float:
        """The width between the margins."""
        return self.page["width"] - self.page["left"] - self.page["right"]


def load(name: str, language: str, style: Mapping[str, Any]) -> Preset:
    """The preset of this name or file in this language, with overrides; ExportError says what is wrong with them."""
    data = _read(name)
    plain = _merged(_without_languages(data), data.get(language, {}), "")
    plain = _merged(plain, _without_languages(style), "style")
    plain = _merged(plain, style.get(language, {}), f"style.{language}")
    text = {kind: TextStyle(**{**_USUAL, **look}) for kind, look in plain["text"].items()}
    preset = Preset(plain["page"], text, plain["table"], plain["widths"])
    if preset.measure < 5:
        raise ExportError(
            _("the margins leave only {width:.1f} cm for the text").format(width=preset.measure)
        )
    return preset


def _read(name: str) -> dict[str, Any]:
    if name in NAMES:
        return _built_in(name)
    path = Path(name).expanduser()
    if path.suffix != ".toml":
        words = _("no preset {name}; known are {names}, or the path of a .toml file")
        raise ExportError(words.format(name=name, names=", ".join(NAMES)))
    return _own(_parsed(path), path)


@cache
def _built_in(name: str) -> dict[str, Any]:
    path = _FOLDER / f"{name}.toml"
    data = _parsed(path)
    return _own(data, path) if "base" in data else data


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        words = _("cannot read the preset {path}: {why}")
        raise ExportError(words.format(path=path, why=reason(error))) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ExportError(_("the preset {path} is not TOML: {why}").format(path=path, why=error)) from error


def _own(data: Mapping[str, Any], path: Path) -> dict[str, Any]:
    """A preset that says only what it wants otherwise than its `base`, 企业版 if it names none."""
    base = data.get("base", "enterprise")
    if base not in NAMES or base == path.stem:
        raise ExportError(_("the preset {path} has an unknown base").format(path=path))
    plain = {key: value for key, value in _without_languages(data).items() if key != "base"}
    found = _merged(_read(base), plain, path.name)
    for language in _LANGUAGES:
        # What a language changes is checked when it is put over the rest.
        found = {**found, language: _over(found.get(language, {}), data.get(language, {}))}
    return found


def _over(base: Any, over: Any) -> Any:
    if not isinstance(base, Mapping) or not isinstance(over, Mapping):
        return over
    return {**base, **{key: _over(base.get(key), value) for key, value in over.items()}}


def _without_languages(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key not in _LANGUAGES}


def _merged(base: Mapping[str, Any], over: Any, where: str) -> dict[str, Any]:
    """The base with what lies over it; nothing can be added that the base does not know."""
    if not isinstance(over, Mapping):
        raise ExportError(_("{where}: expected a table").format(where=where))
    found = dict(base)
    for key, value in over.items():
        place = f"{where}.{key}" if where else key
        if key not in base and not ("size" in base and key in _USUAL):
            known = ", ".join(base)
            raise ExportError(_("{place}: unknown; known are {known}").format(place=place, known=known))
        found[key] = _value(base.get(key, _USUAL.get(key)), value, place)
    return found


def _value(usual: Any, value: Any, place: str) -> Any:
    if isinstance(usual, Mapping):
        return _merged(usual, value, place)
    if isinstance(usual, bool):
        fits = isinstance(value, bool)
    elif isinstance(usual, int | float):
        fits = isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 1000
    elif place.endswith(".align"):
        fits = value in _ALIGNS
    elif _COLOUR.fullmatch(cast(str, usual)):
        fits = isinstance(value, str) and _COLOUR.fullmatch(value) is not None
    else:
        fits = isinstance(value, str) and value.isprintable() and 0 < len(value) < 64
    if not fits:
        raise ExportError(_("{place}: {value} cannot stand here").format(place=place, value=repr(value)[:40]))
    return value
