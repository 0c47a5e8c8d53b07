"""What the README promises is so: its commands exist, its keys do what they say, its five lines mean what they say."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from exporters.options import Options
from models import config, i18n
from tui.command import COMMANDS, main
from tui.keys import keymap
from tui.screens.commands import SCOPES, commands

ROOT = Path(__file__).resolve().parent.parent
READMES = ["README.md", "README.zh-CN.md"]


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def call(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What the command writes to stdout; it must succeed."""
    with pytest.raises(SystemExit) as end:
        main(arguments)
    written = capsys.readouterr()
    assert end.value.code == 0, written.err
    return written.out


@pytest.mark.parametrize("name", READMES)
def test_every_command_of_the_readme_exists_and_each_is_named(name: str) -> None:
    blocks = re.findall(r"^```sh\n(.*?)^```", text(name), re.MULTILINE | re.DOTALL)
    named = set(
        re.findall(r"(?:^|`)jiyao ([a-z]+)", "".join(blocks) + text(name).replace("\n", " "), re.MULTILINE)
    )
    assert named == set(COMMANDS)


@pytest.mark.parametrize("name", READMES)
def test_every_key_of_the_readme_is_bound_and_each_of_the_record_screens_footer_is_named(name: str) -> None:
    rows = re.findall(r"^\| ((?:[^|`]*(?:Enter|↑|Esc|PgUp|F\d|Ctrl\+)[^|]*)) \|", text(name), re.MULTILINE)
    named = set(re.findall(r"(?:Ctrl|Shift)\+\w+|F\d+|PgUp|PgDn|Enter|Esc|Tab|Space|Del|↑", " ".join(rows)))
    i18n.use("en")  # the README writes keys by their English names
    every = [command for scope in SCOPES for command in commands(scope)]
    bound = {key for command in every for key in command.keys_label.split()}
    footer = {c.keys_label.split()[0] for scope in ("app", "record") for c in commands(scope) if c.rank}
    assert len(named) > 15
    assert named <= bound
    assert footer <= named


def test_every_link_between_the_pages_leads_somewhere() -> None:
    pages = [*(ROOT / name for name in READMES), *(ROOT / "docs").glob("*.md")]
    links = [
        (page, link)
        for page in pages
        for link in re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8"))
    ]
    assert [
        (page.name, link) for page, link in links if ":" not in link and not (page.parent / link).exists()
    ] == []


def test_the_architecture_names_every_module_of_the_models_and_every_folder_of_the_grammar() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    modules = [path.name for path in (ROOT / "models").glob("*.py") if path.name != "__init__.py"]
    inside = [f"{path.parent.name}/" for path in (ROOT / "models" / "capture").glob("*/__init__.py")]
    folders = [f"{path.parent.name}/" for path in (ROOT / "models").glob("*/__init__.py")]
    assert [name for name in (*modules, *folders, *inside) if f"`{name}`" not in page] == []


def test_every_path_the_architecture_names_is_there() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    paths = re.findall(r"`((?:models|exporters|tui|tests|benchmarks)/[\w/.]*)`", page)
    assert [path for path in paths if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("name", READMES)
def test_the_configuration_of_the_readme_is_accepted(name: str, tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("\n".join(re.findall(r"^```toml\n(.*?)^```", text(name), re.M | re.S)), encoding="utf-8")
    settings = config.read(file)
    assert Options.configured(settings.document).preset == "gov"
    ids = {command.id for scope in SCOPES for command in commands(scope, keymap(settings.keys))}
    assert settings.keys.keys() <= ids


def test_both_readmes_show_the_same_lines_and_keys() -> None:
    def skeleton(name: str) -> list[str]:
        return re.findall(
            r"^(?:#+(?= )|```\w*|\|(?= )|make \w+|(?:uvx|pipx|py|\.venv)\S* .*?(?=  |$))", text(name), re.M
        )

    assert skeleton("README.md") == skeleton("README.zh-CN.md")


@pytest.mark.parametrize("name", READMES)
def test_the_five_lines_of_the_readme_mean_what_it_says(
    name: str, tmp_path: Path, database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    block = text(name).split("```text\n")[1].split("\n```")[0]
    lines = [re.split(r" {2,}", line)[0] for line in block.splitlines()]
    facts = ["会议：入门", "时间：2026-11-25 14:00"]
    (tmp_path / "five.txt").write_text("\n".join([*facts, *lines]) + "\n", encoding="utf-8")
    call(capsys, "import", str(tmp_path / "five.txt"))
    call(capsys, "export", "last", "-o", str(tmp_path / "five.json"))
    meeting = json.loads((tmp_path / "five.json").read_text(encoding="utf-8"))

    assert len(lines) == 5
    assert [department["name"] for department in meeting["departments"]] == ["市场部", "研发部", "财务部"]
    (topic,) = meeting["topics"]
    assert (topic["title"], topic["minutes"]) == ("推广费用占比", 20)
    (opinion,) = topic["opinions"]
    assert (opinion["department"], opinion["stance"]) == ("市场部", "support")
    (resolution,) = topic["resolutions"]
    assert resolution["text"] == "总预算500万元不变"
    condition, action = topic["actions"]
    assert resolution["conditions"] == [condition["number"]]
    assert (action["task"], action["owner"], action["cooperating"]) == ("提交核算结果", "孙主管", ["市场部"])
    assert action["due"] == "2026-12-04"


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_the_help_of_every_command_speaks_the_language(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in COMMANDS:
        words = call(capsys, name, "--help", "--lang", language)
        assert bool(re.search(r"[\u4e00-\u9fff]", words)) == (language == "zh_CN"), words
