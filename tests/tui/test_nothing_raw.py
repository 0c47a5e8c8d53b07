"""What stands in a meeting commands no terminal: a tag in every field, over every screen, command and text file."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing
from dataclasses import fields
from pathlib import Path

import pytest

from models.demo import add_sample
from models.meeting import TABLES
from models.store import Store
from models.text import shown as as_shown
from tests.tui.screens import app_of, press, say, shown
from tests.tui.shell import Answer, done, inside

TAG = "标记\x1b]0;标题\x07\x1b[31m\x9b2J\x9d52;c;QQ==\x9c\u202e\x00\x7f"
"""A title, a colour, an emptied screen and a clipboard, in both forms of control characters, and turned text."""
FIXED = re.compile(
    r"(.*_)?(id|at|scenario|status|stance|attendance|role|outcome|due|effective|revisit|rule|kind|at_text|field|state)"
)
"""Fields whose words are the program's own, or times; no text of a person stands in them."""
RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def tagged(path: Path) -> None:
    """Puts the tag behind every text of every table, as only somebody from outside can."""
    with closing(sqlite3.connect(path)) as outside, outside:
        for kind in TABLES:
            for field in fields(kind):
                if field.type in ("str", "str | None") and not FIXED.fullmatch(field.name):
                    outside.execute(f"UPDATE {kind.table} SET {field.name} = {field.name} || ?", (TAG,))
        for table, column in (("draft", "text"), ("line", "text")):
            outside.execute(f"UPDATE {table} SET {column} = {column} || ?", (TAG,))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A file with the sample meeting, and before it an empty one, with a tag in every field; and the meeting's id."""
    path = tmp_path_factory.mktemp("tagged") / "jiyao.db"
    done("new", "--name", "下一次", "--place", "会议室", "--db", path)
    store = Store.open(path)
    meeting_id = add_sample(store, "zh_CN")
    store.close()
    tagged(path)
    return path, meeting_id


@pytest.fixture
def meeting(sample: tuple[Path, str], database: Path) -> str:
    """The tagged meeting in a file of the test's own."""
    path, meeting_id = sample
    shutil.copy(path, database)
    return meeting_id


def raw_of(screen: object) -> list[str]:
    """What of a screen would go to the terminal as it must not."""
    strips = screen._compositor.render_strips()
    return [part.text for strip in strips for part in strip if as_shown(part.text) != part.text]


SCREENS = ("home", "record", "prepare", "recap", "polish", "digest", "stances", "help", "palette", "go")


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("name", SCREENS)
async def test_no_screen_shows_it_raw(database: Path, meeting: str, name: str, language: str) -> None:
    store = Store.open(database)
    base = name if name in ("home", "record", "prepare") else "record"
    for size in ((120, 36), (80, 24)):
        async with shown(store, base, meeting=meeting, language=language, size=size) as pilot:
            app = app_of(pilot)
            if base != name:
                app.over(name)
            await pilot.pause()
            assert "标记" in "".join(
                s.text for strip in app.screen._compositor.render_strips() for s in strip
            ) or (name in ("help", "palette", "go"))
            for keys in (
                (),
                ("ctrl+n",),
                ("space",),
                ("escape", "f2"),
                ("space",),
                ("f8", "enter"),
                ("ctrl+z",),
            ):
                await press(pilot, *keys)
                assert raw_of(app.screen) == [], keys
    store.close()


async def test_no_reading_or_message_shows_it_raw(database: Path, meeting: str) -> None:
    store = Store.open(database)
    async with shown(store, "record", meeting=meeting) as pilot:
        app = app_of(pilot)
        for words in ("市场部", "行动：@", "更正：没有的话=>别的", "D1改为：", "@"):
            await say(pilot, words)
            assert raw_of(app.screen) == []
            await press(pilot, "tab")
            assert raw_of(app.screen) == []
            await press(pilot, "enter")
            assert raw_of(app.screen) == []
            await press(pilot, "escape", "ctrl+u")
    store.close()


def plain(answer: Answer) -> None:
    assert not RAW.search(answer.out), answer.out
    assert not RAW.search(answer.err), answer.err
    assert "Traceback" not in answer.err


@pytest.mark.parametrize(
    "words",
    [
        ("list",),
        ("show", "last"),
        ("show", "last", "--json"),
        ("search", "市场"),
        ("search", f"没有{TAG[1:]}".replace("\x00", "")),
        ("actions",),
        ("actions", "--json"),
        ("check", "last"),
        ("parse", "市场部：先试点", "--meeting", "last"),
        ("parse", "市场部\x1b]0;x\x07：先试点"),
        ("doctor",),
    ],
    ids=" ".join,
)
def test_no_command_answers_raw(meeting: str, words: tuple[str, ...]) -> None:
    plain(inside(*words))


STRANGE = "x\x1b]0;t\x07\x9b2J"


@pytest.mark.parametrize(
    "words",
    [
        ("show", STRANGE),
        ("open", STRANGE),
        (STRANGE,),
        ("list", STRANGE),
        ("list", f"--{STRANGE}"),
        ("list", "--lang", STRANGE),
        ("new", "--at", STRANGE),
        ("new", "--scenario", STRANGE),
        ("import", f"{STRANGE}.txt"),
        ("import", STRANGE),
        ("export", "last", "-o", f"{STRANGE}.xyz"),
        ("export", "last", "-o", f"nowhere/{STRANGE}.md"),
        ("list", "--db", f"/proc/{STRANGE}"),
        ("restore", STRANGE),
        ("org", "import", STRANGE),
        ("org", STRANGE),
    ],
    ids=lambda words: " ".join(words).replace(STRANGE, "…"),
)
def test_no_refusal_quotes_raw(meeting: str, words: tuple[str, ...]) -> None:
    answer = inside(*words)
    assert answer.status
    plain(answer)


@pytest.mark.parametrize("suffix", ["txt", "md", "ics"])
def test_no_text_file_holds_it(meeting: str, tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"minutes.{suffix}"
    plain(inside("export", meeting, "-o", file))
    text = file.read_bytes().decode("utf-8").replace("\r\n", "\n")
    assert "标记" in text
    assert not RAW.search(text)


def test_a_file_brings_none_of_it_into_the_store(meeting: str, tmp_path: Path) -> None:
    file = tmp_path / "minutes.json"
    done("export", meeting, "-o", file)
    text = file.read_text(encoding="utf-8")
    assert "\\u001b" in text
    taken = done("show", done("import", file).word, "--json").out
    assert "标记" in taken
    assert not RAW.search(taken)
    assert "\\u00" not in taken


def test_an_id_that_is_half_a_character_is_another_id(tmp_path: Path, database: Path) -> None:
    file = tmp_path / "minutes.json"
    file.write_text('{"format": "jiyao-meeting/1", "meeting": {"id": "\\ud800", "name": "好\\ud800"}}')
    done("import", file)
    assert [found["name"] for found in done("list", "--json").json] == ["好"]
