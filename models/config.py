"""What a person or a company sets once: keys, the look of the document, findings. One TOML file, read at start.

The file is theirs: jiyao never writes it. A file that is wrong is said in one line naming it and the place, because
silently going on without it would hand over documents in the wrong dress.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import platformdirs

from models.lazy import lazily

with lazily:
    import tomllib

from models.date_order import ORDERS
from models.i18n import _
from models.os_words import reason

SECTIONS = ("screen", "keys", "document", "findings")
THEMES = ("dark", "light")


class ConfigError(Exception):
    """The configuration cannot be used; its words name the file and what is wrong in it."""


@dataclass(frozen=True)
class Config:
    """The settings by section; an absent file or section is empty. What a section may hold, its reader decides."""

    path: Path
    exists: bool = False
    theme: str = "dark"
    """The one the screens begin in: `theme` of [screen]."""
    dates: str = ""
    """Which figure of 4/12 is the day (dmy, mdy): `dates` of [screen]; empty where the locale decides."""
    keys: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    """The key or keys of a command, by the command's id."""
    document: Mapping[str, Any] = field(default_factory=dict)
    findings: Mapping[str, Any] = field(default_factory=dict)

    def figure(self, name: str, usual: int) -> int:
        """A figure of [findings], for what needs one and not the rules."""
        found = self.findings.get(name)
        return found if type(found) is int else usual

    def wrong(self, reason: str) -> ConfigError:
        """The error for a setting that its reader refuses."""
        return _wrong(self.path, reason)


def path(environ: Mapping[str, str] = os.environ) -> Path:
    """Where the configuration stands: JIYAO_CONFIG, else config.toml in the platform's folder for settings."""
    if named := environ.get("JIYAO_CONFIG"):
        return Path(named).expanduser()
    return platformdirs.user_config_path("jiyao", appauthor=False) / "config.toml"


def read(file: Path | None = None) -> Config:
    """The configuration; ConfigError if the file is there and cannot be understood."""
    file = file or path()
    text = _text(file)
    if text is None:
        return Config(file)
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _wrong(file, str(error)) from error
    _check_sections(file, found)
    keys = dict(_keys(file, found.get("keys", {}), ""))
    screen = _screen(file, found.get("screen", {}))
    return Config(
        file,
        True,
        keys=keys,
        document=found.get("document", {}),
        findings=found.get("findings", {}),
        **screen,
    )


def _text(file: Path) -> str | None:
    try:
        return file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise _wrong(file, _("it is not UTF-8 text")) from error
    except OSError as error:
        raise _wrong(file, reason(error)) from error


def _check_sections(file: Path, found: Mapping[str, Any]) -> None:
    for name, value in found.items():
        if name not in SECTIONS:
            words = _("there is no section {name}; the sections are {names}")
            raise _wrong(file, words.format(name=f"[{name}]", names=" ".join(f"[{s}]" for s in SECTIONS)))
        if not isinstance(value, dict):
            raise _wrong(file, _("{name} must be a section").format(name=f"[{name}]"))


_SCREEN = {"theme": THEMES, "dates": ORDERS}
"""The settings of [screen] and what each may be; the first is usual, where there is a usual one."""


def _screen(file: Path, values: Mapping[str, Any]) -> dict[str, str]:
    for name, value in values.items():
        if name not in _SCREEN:
            words = _("[screen] knows {names}, not {name}")
            raise _wrong(file, words.format(names=", ".join(_SCREEN), name=name))
        if value not in _SCREEN[name]:
            words = _("[screen] {name} is one of {names}")
            raise _wrong(file, words.format(name=name, names=", ".join(_SCREEN[name])))
    return {name: str(value) for name, value in values.items()}


def _keys(file: Path, values: Mapping[str, Any], before: str) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    """TOML reads an unquoted record.recap as a table in a table; here it is the id of one command."""
    for key, value in values.items():
        name = before + key
        if isinstance(value, dict):
            yield from _keys(file, value, f"{name}.")
        elif isinstance(value, str):
            yield name, value
        elif isinstance(value, list) and all(isinstance(item, str) for item in value):
            yield name, tuple(value)
        else:
            raise _wrong(file, _("[keys] {name} must be a key or a list of keys").format(name=name))


def _wrong(file: Path, reason: str) -> ConfigError:
    words = _("The configuration {path} cannot be used: {reason}")
    return ConfigError(words.format(path=file, reason=reason))
