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
}
MOST = 2
"""Words of one table that a statement may hold; three are a list of its own."""
OWN_LISTS = {
    "models/capture/present/attendance_all.py": "how a sentence says that all are there",
    "models/capture/present/attendance_entries.py": "duties behind a name",
    "models/capture/present/attendance_list.py": "what a sentence about who is there holds",
    "models/capture/present/attendance_notes.py": "verbs behind a stand-in's name",
    "models/capture/present/attendance_said.py": "verbs of a sentence, each with what may not follow it",
    "models/capture/changed/changes.py": "行动3 决议1: the kind before a number, not followed by a colon",
    "models/capture/changed/changes_said.py": "what 那条 is called in a sentence, and what may be changed of it",
    "models/capture/words/everyday.py": "verbs that stay in the text, each with what may not follow it",
    "models/capture/words/everyday_stances.py": "what people are said to hold, each with what may not follow it",
    "models/capture/present/gathered/chinese.py": "how a sentence begins that lists who is there",
    "models/capture/present/gathered/chinese_notes.py": "verbs of coming and going, each with its time",
    "models/capture/work/jobs.py": "verbs of being in charge behind a name, which leave the task",
    "models/capture/words/job_words.py": "verbs of being away, which make no job",
    "models/capture/markers.py": "phrases of a sentence, each with what may not follow it",
    "models/capture/named/mentions.py": "verbs of coming and going behind a title",
    "models/capture/agenda/openings.py": "what makes a sentence about a meeting, and no name of one",
    "models/capture/work/owners.py": "what a leading name does that is no task: a choice, 汇报|进 among it",
    "models/capture/changed/reports.py": "延期 推迟 as verbs before a day",
    "models/capture/decided/resolutions.py": "how a sentence says that something was decided",
    "models/capture/said/speaks_against.py": "verbs of work behind somebody's name",
    "models/capture/agenda/topics.py": "how a sentence goes back or on to a topic",
    "models/capture/words/work_verbs.py": "verbs of work: what an owner does with a task",
    "models/capture/examples.py": "examples",
    "models/dates/opens.py": "events a due is counted from",
    "models/dates/pieces.py": "what may follow a day; days know no grammar",
    "models/dates/scan.py": "what may follow a day; days know no grammar",
    "models/names.py": "what may follow a nickname; names know no grammar",
    "models/name_words.py": "how a sentence begins that names nobody; names know no grammar",
    "tui/screens/home/welcome.py": "examples",
}
"""Files with a list only one rule uses, or with whole lines for people, and what it is."""


def lists_in(path: Path) -> Iterator[tuple[str, set[str]]]:
    """For each statement of a module the words of one table that it spells as whole alternatives."""
    for statement in ast.parse(path.read_text(encoding="utf-8")).body:
        documents = {id(node.value) for node in ast.walk(statement) if isinstance(node, ast.Expr)}
        spelt: set[str] = set()
        for node in ast.walk(statement):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documents:
                spelt |= set(re.split(r"[|()\[\]?:：,，\s]+", node.value))
        for name, words in TABLES.items():
            if len(spelt & words) > MOST:
                yield name, spelt & words


def test_words_of_the_lexicon_are_spelt_nowhere_else() -> None:
    folders = ("models", "exporters", "tui")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    found = {
        path.relative_to(ROOT).as_posix(): sorted(words)
        for path in files
        if path.name != "lexicon.py"
        for _table, words in lists_in(path)
    }
    assert {path: words for path, words in found.items() if path not in OWN_LISTS} == {}
    assert set(OWN_LISTS) - set(found) == set(), "no list stands there any more: take the line out"
