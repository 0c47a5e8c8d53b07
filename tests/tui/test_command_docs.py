"""docs/commands.md names every command and every option, so that nothing of the command line is found by chance."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from models import i18n
from tui.command import make_cli

PAGE = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")
with i18n.language("en"):
    CLI = make_cli()
    CONTEXT = click.Context(CLI)
    SUBCOMMANDS = {name: CLI.get_command(CONTEXT, name) for name in CLI.list_commands(CONTEXT)}
SHARED = {"--db", "--lang", "--json", "--help"}


def section(heading: str) -> str:
    """What stands under a heading, to the next one of its kind."""
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found, f"docs/commands.md has no section {heading!r}"
    return found[1]


@pytest.mark.parametrize("name", SUBCOMMANDS)
def test_every_command_stands_there_with_its_options_and_an_example(name: str) -> None:
    text, command = section(f"jiyao {name}"), SUBCOMMANDS[name]
    assert command
    options = {word for p in command.params if isinstance(p, click.Option) for word in p.opts} - SHARED
    assert [word for word in sorted(options) if f"`{word}" not in text] == []
    assert re.search(rf"^    \$ jiyao {name}\b", text, re.MULTILINE)


def test_the_shared_options_stand_there_once_for_all() -> None:
    words = {word for p in CLI.params for word in p.opts} | {"--help"}
    assert [word for word in sorted(words) if f"`{word}" not in section("jiyao")] == []


def test_the_page_tells_of_no_command_or_option_that_is_not_there() -> None:
    told = set(re.findall(r"^## jiyao (\S+)", PAGE, re.MULTILINE))
    assert told == set(SUBCOMMANDS)
    known = {word for c in (CLI, *SUBCOMMANDS.values()) if c for p in c.params for word in p.opts} | {
        "--help"
    }
    assert set(re.findall(r"`(--[a-z-]+)", PAGE)) <= known
