"""One declaration per command: bindings, footer and help agree, and a user's keys replace the built-in ones."""

from __future__ import annotations

import pytest

from tui import keys
from tui.screens.commands import SCOPES, commands

AMBIGUOUS = {
    "alt+",
    "ctrl+shift+",
    "ctrl+h",
    "ctrl+i",
    "ctrl+m",
    "ctrl+j",
    "ctrl+b",
    "f1",
    "f4",
    "f6",
    "f7",
    "f10",
    "f11",
}


def test_ids_are_unique_and_begin_with_their_scope() -> None:
    ids = [(scope, c.id) for scope in SCOPES for c in commands(scope)]
    assert len({i for _scope, i in ids}) == len(ids)
    assert all(i.startswith(f"{scope}.") for scope, i in ids)


@pytest.mark.parametrize("scopes", [*((scope,) for scope in SCOPES), ("app", "record")], ids="+".join)
def test_a_key_means_one_thing(scopes: tuple[str, ...]) -> None:
    bound = [key for scope in scopes for c in commands(scope) for key in c.keys]
    assert sorted(bound) == sorted(set(bound))


@pytest.mark.parametrize("scope", SCOPES)
def test_no_key_is_one_that_terminals_or_input_methods_keep(scope: str) -> None:
    bad = [key for c in commands(scope) for key in c.keys if key in AMBIGUOUS or key.startswith("alt+")]
    assert not bad


def test_the_record_screen_has_no_command_on_a_letter_or_sign() -> None:
    assert not [key for c in commands("record") for key in c.keys if len(key) == 1]


def test_a_users_key_takes_the_place_of_the_built_in_one_everywhere() -> None:
    own = keys.keymap({"record.recap": "f7", "record.undo": ("ctrl+e", "ctrl+z")})
    declared = commands("record", own)
    recap = next(c for c in declared if c.id == "record.recap")
    undo = next(c for c in declared if c.id == "record.undo")
    bound = keys.bindings(declared).key_to_bindings
    assert recap.key_label == "F7"
    assert "f9" not in bound
    assert bound["f7"][0].action == recap.action
    assert undo.keys_label == "Ctrl+E Ctrl+Z"


def test_keys_are_written_as_people_write_them() -> None:
    written = {"ctrl+z": "Ctrl+Z", "pageup": "PgUp", "f12": "F12", "shift+tab": "Shift+Tab", "escape": "Esc"}
    assert {key: keys.key_label(key) for key in written} == written
