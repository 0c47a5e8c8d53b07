"""Words of the grammar stand once: a row is known everywhere, and no other place spells it again."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.capture.completion import complete
from models.capture.words import lexicon
from models.capture.words.lexicon import LABELS, MARKERS, OUTCOMES, STANCES
from tests.meetings.contexts import MEETING, read

ROOT = Path(__file__).parents[2]
CHINESE = [row for row in STANCES if not row.word.isascii()]
ENGLISH = [row for row in STANCES if row.word.isascii()]
SUPPORT = [row.word for row in CHINESE if row.stance == "support"]


def stance_of(line: str) -> tuple[str | None, str | None]:
    """Whose opinion the line is, and its stance."""
    (item,) = read(line)
    assert item["kind"] == "opinion", item
    return item["department"], item["stance"]


@pytest.mark.parametrize("row", CHINESE, ids=lambda row: row.word)
@pytest.mark.parametrize(
    "line", ["市场部{}：先试点", "市场部（{}）：先试点", "市场部{}", "市场部{}。", "市场部：{}。"]
)
def test_a_stance_word_is_heard_before_a_colon_and_alone(row: lexicon.Stance, line: str) -> None:
    assert stance_of(line.format(row.word)) == ("市场部", row.stance)


@pytest.mark.parametrize("row", CHINESE, ids=lambda row: row.word)
def test_a_stance_word_is_heard_behind_a_bare_name_where_its_clause_ends(row: lexicon.Stance) -> None:
    assert stance_of(f"市场部{row.word}，先试点") == ("市场部", row.stance)


@pytest.mark.parametrize("word", SUPPORT)
@pytest.mark.parametrize("line", ["市场部{}，但费用要先批", "市场部：{}，前提是费用先批"])
def test_assent_with_a_condition_is_conditional_whatever_word_gives_it(word: str, line: str) -> None:
    assert stance_of(line.format(word)) == ("市场部", "conditional")


@pytest.mark.parametrize("row", ENGLISH, ids=lambda row: row.word)
@pytest.mark.parametrize("line", ["市场部 {}: a pilot first", "市场部: {}.", "市场部 {}."])
def test_an_english_stance_word_is_heard_before_a_colon_and_alone(row: lexicon.Stance, line: str) -> None:
    assert stance_of(line.format(row.word)) == ("市场部", row.stance)


# -- one row more ------------------------------------------------------------------------------------------------

WITH_ONE_ROW_MORE = """
import json, sys
from importlib.util import module_from_spec, spec_from_file_location
spec = spec_from_file_location("models.capture.words.lexicon", sys.argv[1])
sys.modules["models.capture.words.lexicon"] = made = module_from_spec(spec)
spec.loader.exec_module(made)
from models.capture.completion import complete
from tests.meetings.contexts import MEETING, read
for line in json.loads(sys.argv[2]):
    print(json.dumps([read(line), [one.label for one in complete(line, len(line), MEETING)]]))
"""


def read_with(old: str, new: str, tmp_path: Path, *lines: str) -> list[list[list[dict[str, object]]]]:
    """What lines read as, and what completes them, after one change in the one file of words."""
    source = Path(lexicon.__file__).read_text(encoding="utf-8")
    assert source.count(old) == 1
    changed = tmp_path / "lexicon.py"
    changed.write_text(source.replace(old, new), encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-c", WITH_ONE_ROW_MORE, str(changed), json.dumps(lines)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert run.returncode == 0, run.stderr
    return [json.loads(line) for line in run.stdout.splitlines()]


def test_a_new_stance_word_is_one_line_in_one_file(tmp_path: Path) -> None:
    row = '    Stance("同意", "support"),\n'
    lines = ("市场部力挺：按此执行", "市场部力挺。", "市场部力挺，但费用要先批", "市场部：力挺")
    assert [item["kind"] for item in read("市场部力挺。")] == ["point"], "known already: take another word"
    found = read_with(row, row + '    Stance("力挺", "support"),\n', tmp_path, *lines)
    told = [(item[0]["kind"], item[0]["department"], item[0]["stance"]) for item, _offered in found]
    support, conditional = ("opinion", "市场部", "support"), ("opinion", "市场部", "conditional")
    assert told == [support, support, conditional, support]


def test_a_new_label_is_one_word_in_one_file(tmp_path: Path) -> None:
    lines = ("行动：出方案 落实人：李经理", "落实人：李经理", "A2落实人改为李经理", "行动：出方案 落实人：李")
    found = read_with('"负责人|责任人|', '"负责人|落实人|责任人|', tmp_path, *lines)
    kinds = [(item[0]["kind"], item[0]["owner"]) for item, _offered in found[:3]]
    assert kinds == [("action", "李经理"), ("slots", "李经理"), ("change", "李经理")]
    assert "市场部李经理" in found[3][1]


def test_a_new_marker_word_is_one_word_in_one_file(tmp_path: Path) -> None:
    lines = ("落实项：出方案", "撤销落实项A2")
    found = read_with('"行动|行动项|', '"行动|落实项|行动项|', tmp_path, *lines)
    assert [item[0]["kind"] for item, _offered in found] == ["action", "change"]


# -- what completes ----------------------------------------------------------------------------------------------


def test_every_marker_and_label_is_offered_by_each_of_its_spellings() -> None:
    context = MEETING.__class__(anchor=MEETING.anchor)
    for row in MARKERS:
        for typed in row.typed:
            offered = [one.label for one in complete(typed, len(typed), context)]
            assert row.zh[0] in offered, (row.family, typed)
    for label in LABELS:
        for typed in label.typed:
            line = f"行动：出方案；{typed}"
            assert label.zh[0] in [one.label for one in complete(line, len(line), context)], label.field


def test_every_outcome_is_offered_and_reads_as_itself() -> None:
    offered = [one.label for one in complete("结论：", 3, MEETING)]
    assert offered == [row.zh[0] for row in OUTCOMES]
    for row in OUTCOMES:
        for word in (*row.zh, *row.en):
            (item,) = read(f"结论：{word}")
            assert (item["kind"], item["outcome"]) == ("outcome", row.outcome), word


# -- nowhere else ------------------------------------------------------------------------------------------------

TABLES = {
    "markers": {word for row in MARKERS for word in row.zh},
    "labels": {word for row in LABELS for word in row.zh},
    "stances": {row.word for row in CHINESE},
    "verbs": {row.word for row in lexicon.VERBS if len(row.word) > 1},
    "outcomes": {word for row in OUTCOMES for word in row.zh},
    "collectives": {*lexicon.COLLECTIVES},
    "English stances": {row.word for row in ENGLISH if len(row.word) > 3} - {*lexicon.STANCE_OF.values()},
}
MOST = 2
"""Words of one table that a statement may hold; three are a list of its own."""
OWN_LISTS = {
    "models/capture/agenda/openings.py": (
        "what makes a sentence about a meeting, and no name of one",
        "_SENTENCE",
    ),
    "models/capture/agenda/topics.py": (
        "how a sentence goes back or on to a topic",
        "_NEXT",
    ),
    "models/capture/changed/changes.py": (
        "行动3 决议1: the kind before a number, not followed by a colon",
        "_CODE",
    ),
    "models/capture/changed/changes_said.py": (
        "what 那条 is called in a sentence, and what may be changed of it",
        "_COUNTED _MEANS_SOMETHING _MOVES _THAT",
    ),
    "models/capture/changed/reports.py": (
        "延期 推迟 as verbs before a day",
        "_LATER",
    ),
    "models/capture/decided/disputes.py": (
        "whose a plain settlement is, behind what leads to it",
        "_PLAIN",
    ),
    "models/capture/decided/resolutions.py": (
        "how a sentence says that something was decided",
        "_BARE",
    ),
    "models/capture/examples.py": (
        "examples",
        "MARKER",
    ),
    "models/capture/markers.py": (
        "phrases of a sentence, each with what may not follow it",
        "NOTHING _NONE _OPENERS",
    ),
    "models/capture/named/mentions.py": (
        "verbs of coming and going behind a title",
        "_ACTS _ATTENDS",
    ),
    "models/capture/present/attendance_all.py": (
        "how a sentence says that all are there",
        "_THERE _WHO",
    ),
    "models/capture/present/attendance_entries.py": (
        "duties behind a name",
        "_DUTIES",
    ),
    "models/capture/present/attendance_list.py": (
        "what a sentence about who is there holds",
        "_PROSE",
    ),
    "models/capture/present/attendance_notes.py": (
        "verbs behind a stand-in's name",
        "_COMES_ALONG _PROXY",
    ),
    "models/capture/present/attendance_said.py": (
        "verbs of a sentence, each with what may not follow it",
        "_ATTENDS _BEGINNING _INSTEAD _SENDS _STATES",
    ),
    "models/capture/present/gathered/chinese.py": (
        "how a sentence begins that lists who is there",
        "_LABEL",
    ),
    "models/capture/present/gathered/chinese_notes.py": (
        "verbs of coming and going, each with its time",
        "_DUTIES _STATES",
    ),
    "models/capture/said/everybody.py": (
        "everybody as the subject of a sentence, each with what may follow it",
        "_HELD_BY_ALL _NO_OBJECTION _PUT_TO_ALL _TOGETHER",
    ),
    "models/capture/said/english_whose.py": (
        "what somebody of a given name is said to be or do",
        "_GIVEN",
    ),
    "models/capture/said/unknown_heads.py": (
        "what stands behind a name that is said to speak",
        "_STRANGE",
    ),
    "models/capture/said/named_first.py": (
        "verbs of work behind somebody's name",
        "_ACTS",
    ),
    "models/capture/said/speaks_against.py": (
        "verbs of work behind somebody's name, and what is said of an item by its number",
        "_DOES _ITEM _OF_THE_MINUTES",
    ),
    "models/capture/words/english_stances.py": (
        "how a sentence says a stance, each with what may not follow it",
        "_SHAPES",
    ),
    "models/capture/words/everyday.py": (
        "verbs that stay in the text, each with what may not follow it",
        "ASSENTS BOTH EVERYBODY WANTS _HOLDS",
    ),
    "models/capture/words/everyday_stances.py": (
        "what people are said to hold, each with what may not follow it",
        "OBJECTS WISHES _HOLDS _NO",
    ),
    "models/capture/words/job_words.py": (
        "verbs of being away, which make no job",
        "AWAY HELPS HELPS_ONLY STRONG SUPPOSED",
    ),
    "models/capture/words/work_verbs.py": (
        "verbs of work: what an owner does with a task",
        "_WORKS",
    ),
    "models/capture/work/jobs.py": (
        "verbs of being in charge behind a name, which leave the task",
        "LEAVES",
    ),
    "models/capture/work/owners.py": (
        "what a leading name does that is no task: a choice, 汇报|进 among it",
        "_BY_SOMEBODY _HELPS _LEADS _LISTED_PART _NOT_OWNER _NO_JOB",
    ),
    "models/dates/opens.py": (
        "events a due is counted from",
        "RULES _EVENT_WORDS _MEETING_WORDS",
    ),
    "models/dates/pieces.py": (
        "what may follow a day; days know no grammar",
        "CLOSING",
    ),
    "models/dates/scan.py": (
        "what may follow a day; days know no grammar",
        "_DEED",
    ),
    "models/name_words.py": (
        "how a sentence begins that names nobody; names know no grammar",
        "NO_UNKNOWN_FIRST",
    ),
    "models/names.py": (
        "what may follow a nickname; names know no grammar",
        "_CALLED",
    ),
    "tui/screens/home/welcome.py": (
        "examples",
        "_lines",
    ),
}
"""Files with lists of their own: what they are, and the statements that hold them; no other may spell the words."""


def spelt_in(statement: ast.stmt) -> set[str]:
    """The words a statement spells as whole alternatives, its docstring apart."""
    documents = {id(node.value) for node in ast.walk(statement) if isinstance(node, ast.Expr)}
    texts = [
        node.value
        for node in ast.walk(statement)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documents
    ]
    return {word for text in texts for word in re.split(r"[|()\[\]?:：,，\s]+", text)}


def name_of(statement: ast.stmt) -> str:
    """What a statement of a module defines."""
    target = statement.targets[0] if isinstance(statement, ast.Assign) else getattr(statement, "target", None)
    return getattr(statement, "name", "") or getattr(target, "id", "")


def lists_in(path: Path) -> Iterator[str]:
    """The names of a module's statements that spell more than a word or two of one table."""
    for statement in ast.parse(path.read_text(encoding="utf-8")).body:
        spelt = spelt_in(statement)
        if any(len(spelt & words) > MOST for words in TABLES.values()):
            yield name_of(statement)


def test_words_of_the_lexicon_are_spelt_nowhere_else() -> None:
    folders = ("models", "exporters", "tui")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    found = {
        path.relative_to(ROOT).as_posix(): {*lists_in(path)} for path in files if path.name != "lexicon.py"
    }
    own = {path: {*names.split()} for path, (_why, names) in OWN_LISTS.items()}
    strange = {path: names - own.get(path, set()) for path, names in found.items()}
    assert {path: names for path, names in strange.items() if names} == {}
    gone = {path: names - found.get(path, set()) for path, names in own.items()}
    assert {path: names for path, names in gone.items() if names} == {}, "no list stands there any more"
