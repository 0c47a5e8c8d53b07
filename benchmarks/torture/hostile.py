"""Hostile text: read, stored, shown, exported and read back; and bytes, whole characters or not, typed and pasted.

No crash, nothing to the terminal but what draws, no invalid document.
"""

from __future__ import annotations

import io
import random
import re
import sqlite3
import subprocess
import zipfile
from contextlib import closing
from functools import partial
from pathlib import Path
from unittest import mock
from xml.etree import ElementTree

from benchmarks.measuring import JIYAO, scratch
from benchmarks.torture.hands import PATIENCE, opened, started
from benchmarks.torture.tally import BROKEN, ENDED, MIXED, RAW, Tally
from exporters import export
from models import interchange
from models.capture import reading
from models.minutes import Minutes
from models.recorder import Recorder
from models.store import Store, StoreError
from models.text import lines_of
from tests.exporters.choices import options
from tests.meetings.stored import MEETING, empty_store, typed
from tests.terminal.record import FACTS, prepare
from tests.terminal.terminal import Terminal

FIGURE = 100_000
SHORT = 1_000
UNIT = "inputs"
LINES = 1_000
"""Inputs of one round."""
BYTES = 40
"""Of them so many go through a terminal, as bytes."""
STORED = 0.1
"""The share that is stored, shown, exported and read back; all are read."""

WORDS = [
    *(
        "市场部李经理",
        "研发部",
        "王工程师",
        "财务部",
        "孙主管",
        "李总",
        "行动",
        "决议",
        "争议",
        "共识",
        "遗留",
        "要点",
    ),
    *(
        "议题",
        "背景",
        "出席",
        "缺席",
        "迟到",
        "更正",
        "撤销",
        "A1",
        "D1",
        "上A2",
        "同意",
        "反对",
        "有条件支持",
        "无意见",
    ),
    *(
        "下周五前",
        "9月25日",
        "两周后的周五",
        "每天",
        "待定",
        "14:00",
        "9：30",
        "负责",
        "牵头",
        "配合",
        "条件",
        "执行",
    ),
    *(
        "生效",
        "散会",
        "休息",
        "回到",
        "Bob",
        " from ",
        "Legal",
        " to ",
        "send",
        " by Friday",
        "next week",
        "action:",
    ),
    *("decision:", "50%", "1.5亿元"),
]
SIGNS = "：:；;，,。、（）()【】@＠+＋/／\\#＃?？!！…—-=>|“”\"'《》 \u3000\t~*0123456789一二三"
STRANGE = (
    *("\x00", "\x07", "\x1b[31m", "\x1b]0;t\x07", "\x9b2J", "\u202e", "\u2066", "\u200b", "\ufeff", "\ufffe"),
    *("\ud800", "\u2028", "\x85", "\x0b", "👩\u200d👩\u200d👧", "𠮷", "é", "e\u0301\u0302", "\r", "\n", "`"),
    *("[bold]", "[/]", "{x}", "%s", "<w:t>", "]]>", "&#0;", "=1+1"),
)
POINTER = re.compile(rb"\x1b\]22;[a-z-]*\x07")
"""The form of the mouse pointer, which Textual sets."""
DANGEROUS = "\x1b]52;c;eA==\x07\x1b]0;t\x07\x9b2J\x9d0;t\x9c\u202e"
"""What writes the clipboard, names the window, clears the screen and turns a line."""
POISONED = (
    "UPDATE meeting SET name = name || ?, place = ?, theme = ?",
    "UPDATE topic SET title = title || ?",
    "UPDATE department SET name = name || ?",
    "UPDATE person SET name = name || ?",
)
"""What another program may have written past everything that cleans."""
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
COMMANDS = re.compile(rb"\x1b[\]P_^X]|\xc2[\x80-\x9f]|\x07")
"""What never goes to the terminal: other sequences than those that draw."""


def rounds(figure: int, seed: int) -> list[partial[Tally]]:
    """So many inputs, a round of them at a time."""
    return [partial(inputs, seed + n) for n in range(-(-figure // LINES))]


def line(chance: random.Random) -> str:
    """Something nobody types, mostly: words of the grammar, signs and strange characters in any order."""
    parts = [
        chance.choice(chance.choice((WORDS, WORDS, SIGNS, SIGNS, STRANGE)))
        for _ in range(chance.randrange(1, 14))
    ]
    if chance.random() < 0.02:
        parts *= chance.randrange(2, 200)
    return "".join(parts)[:6000]


def inputs(seed: int) -> Tally:
    """A round of inputs, on one meeting that goes on growing."""
    tally, chance = Tally(), random.Random(seed)
    with scratch() as folder:
        store = empty_store(folder / "jiyao.db")
        recorder = typed(store, *FACTS, starts_at="2026-09-16T14:00")
        with mock.patch.object(reading, "unless_broken", lambda read, _instead: read()):
            for _ in range(LINES - BYTES):
                _read(recorder, line(chance), chance, tally, seed)
        _written(store, recorder.minutes, tally, seed)
        store.close()
        _poison(folder / "jiyao.db")
        _poisoned_documents(folder / "jiyao.db", tally, seed)
        _told(folder / "jiyao.db", line(chance) + DANGEROUS, tally, seed)
        _through_a_terminal(folder / "typed.db", chance, tally, seed)
    return tally


def _read(recorder: Recorder, text: str, chance: random.Random, tally: Tally, seed: int) -> None:
    """Reads a line as it is typed, and sometimes stores it."""
    tally.count("inputs")
    try:
        found = recorder.readings(text)
        if found and chance.random() < STORED:
            recorder.accept(text, chance.choice(found))
            tally.count("stored")
    except StoreError as error:
        tally.fault(ENDED, seed, f"refused by the store: {error}: {text!r:.200}")
    except Exception as error:  # noqa: BLE001 - whatever breaks is what is looked for
        tally.fault(ENDED, seed, f"{type(error).__name__}: {error}: {text!r:.300}")


def _written(store: Store, minutes: Minutes, tally: Tally, seed: int) -> None:
    """Every document of the meeting is valid, and its .json comes back the same."""
    store.search("市场")
    tally.expect(store.check() == [], BROKEN, seed, "the file is broken")
    _documents(minutes, tally, seed)
    again = Minutes(interchange.loads(interchange.dumps(minutes)))
    same = interchange.to_dict(again) == interchange.to_dict(minutes)
    tally.expect(same, MIXED, seed, ".json came back another")


def _poison(database: Path) -> None:
    """Writes into a file what no program of ours would."""
    with closing(sqlite3.connect(database)) as outside, outside:
        for change in POISONED:
            outside.execute(change, (DANGEROUS,) * change.count("?"))


def _told(database: Path, strange: str, tally: Tally, seed: int) -> None:
    """Every command says what it has to in plain characters, of the meeting and of what it was given."""
    words = strange.replace("\0", "").encode("utf-8", "replace").decode()
    commands = (
        ("list",),
        ("show", MEETING),
        ("search", "市场"),
        ("actions",),
        ("check", MEETING),
        ("open", words),
        ("import", f"{words}.txt"),
        ("parse", words),
    )
    for command in commands:
        argv = [*JIYAO, *command, "--db", str(database)]
        done = subprocess.run(
            argv, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=PATIENCE
        )
        said = (done.stdout + done.stderr).decode("utf-8", "replace")
        tally.count("commands")
        broke = "Traceback" in said or done.returncode not in (0, 1, 2)
        tally.expect(not broke, ENDED, seed, f"{command}: {said[-600:]}")
        found = CONTROLS.search(said)
        tally.expect(
            found is None, RAW, seed, f"{command} says {found and said[found.start() - 20 :][:60]!r}"
        )


def _documents(minutes: Minutes, tally: Tally, seed: int) -> None:
    """Every kind of document is one, and nothing in it acts on a terminal."""
    for suffix in (".docx", ".md", ".txt", ".ics", ".json"):
        try:
            _valid(suffix, export(minutes, suffix, options()))
        except Exception as error:  # noqa: BLE001 - whatever breaks is what is looked for
            tally.fault(BROKEN, seed, f"{suffix}: {type(error).__name__}: {error}")
        tally.count("documents")


def _poisoned_documents(database: Path, tally: Tally, seed: int) -> None:
    store = Store.open(database)
    _documents(store.load(MEETING), tally, seed)
    store.close()


def _valid(suffix: str, data: bytes) -> None:
    """ValueError, or what the reader of such files raises, for an invalid document."""
    if suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            for name in file.namelist():
                if name.endswith((".xml", ".rels")):
                    ElementTree.fromstring(file.read(name))
        return
    found = data.decode("utf-8")
    if suffix != ".json" and CONTROLS.search(found):
        raise ValueError("control characters")


def _through_a_terminal(database: Path, chance: random.Random, tally: Tally, seed: int) -> None:
    """Bytes typed and pasted, cut anywhere, garbled sometimes; the program lives on and says nothing dangerous."""
    prepare(database)
    _poison(database)
    with started(database, "open", MEETING) as terminal:
        tally.expect(opened(terminal), ENDED, seed, terminal.text())
        for _ in range(BYTES):
            _send(terminal, chance)
            tally.count("inputs")
            if not _answers(terminal):
                tally.fault(ENDED, seed, f"no answer (exit {terminal.exit}): {terminal.text()[-400:]}")
                return
        written = POINTER.sub(b"", bytes(terminal.raw))
        found = COMMANDS.search(written)
        near = written[found.start() - 20 : found.end() + 40] if found else b""
        tally.expect(found is None, RAW, seed, f"to the terminal: {near!r}")
        terminal.send(b"\x1b\x1b\x11")
        tally.expect(terminal.wait_end(PATIENCE) is not None, ENDED, seed, "does not end")
    tally.count("in terminals", BYTES)


def _send(terminal: Terminal, chance: random.Random) -> None:
    text = "".join(lines_of(line(chance))) if chance.random() < 0.5 else line(chance)
    data = bytearray(text.encode("utf-8", "surrogatepass"))
    # Quitting and what ends the terminal's own reading is no hostile text.
    data = bytearray(byte for byte in data if byte not in (0x03, 0x11, 0x1A, 0x1C))
    for _ in range(chance.choice((0, 0, 1, 3))):
        data.insert(chance.randrange(len(data) + 1), chance.randrange(0x80, 0x100))
    if chance.random() < 0.3:
        terminal.send(b"\x1b[200~" + bytes(data) + b"\x1b[201~")
    else:
        terminal.send(bytes(data[:300]))
    terminal.send(b"\r")


def _answers(terminal: Terminal) -> bool:
    """Whether the screen still follows: the bar is emptied, and a letter stands in it."""
    terminal.send(b"\x1b")
    terminal.settle(0.1, 5)
    terminal.send("\x15答".encode())
    shown = terminal.until(lambda: any(terminal.shows(f"{sign}答") for sign in "›✎⌕"), PATIENCE)
    terminal.send(b"\x15")
    return shown and terminal.exit is None
