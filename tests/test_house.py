"""The house as a whole: what each part may load, what it is built of, and that the repository stands alone."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
import zipfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from benchmarks.walk import STAGES

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("models", "exporters", "tui")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
HEAVY = {"docx", "lxml", "pypinyin", "sqlite_utils", "chinese_calendar"}
DATABASE = {"sqlite3", "sqlite_utils"}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def loaded_by(code: str) -> set[str]:
    """The top-level modules a fresh Python has loaded after the code, which may end by SystemExit."""
    report = (
        "import json, sys\n"
        f"try:\n    exec({code!r})\nexcept SystemExit as end:\n    assert not end.code, end.code\n"
        "from tests.loaded import loaded\n"
        "print('\\n' + json.dumps(sorted({name.partition('.')[0] for name in loaded()})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", report], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


def loaded_by_command(*arguments: str) -> set[str]:
    return loaded_by(
        f"import sys; sys.argv[1:] = {list(arguments)!r}; from tui.command import main; sys.exit(main())"
    )


def repository_files() -> list[Path]:
    """Every file that is, or is about to be, in the repository."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    return [ROOT / name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


def module_files(package: str) -> Iterator[tuple[str, Path]]:
    """The modules of a package, each with its file."""
    for path in sorted((ROOT / package).rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


def modules(package: str) -> Iterator[str]:
    return (name for name, _path in module_files(package))


@cache
def nodes(path: Path) -> list[ast.AST]:
    """Everything a file is written of, read once for all that look at it."""
    return list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def imports(path: Path) -> set[str]:
    """The top-level modules that a file imports anywhere, lazily or not."""
    return {name.partition(".")[0] for name in imported_names(path)}


@cache
def imported_names(path: Path) -> set[str]:
    """Every name that a file imports anywhere, in full: within functions and for type checkers, too."""
    names: set[str] = set()
    for node in nodes(path):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def import_graph() -> dict[str, set[str]]:
    """Each module of the house with the modules of the house that it imports."""
    known = {name: path for package in PACKAGES for name, path in module_files(package)}
    return {
        name: {
            imported if imported in known else imported.rpartition(".")[0]
            for imported in imported_names(path)
            if imported.partition(".")[0] in PACKAGES
        }
        - {name}
        for name, path in known.items()
    }


def circles(graph: dict[str, set[str]]) -> list[list[str]]:
    """The groups of modules in which each leads to every other by imports."""
    reached = {name: everything_reached(graph, name) for name in graph}
    groups = {
        frozenset(other for other in reached[name] if name in reached[other])
        for name in graph
        if name in reached[name]
    }
    return sorted(sorted(group) for group in groups)


def everything_reached(graph: dict[str, set[str]], start: str) -> set[str]:
    """The modules that the one leads to, itself only if one of them leads back."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        new = graph.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found


def imported_by(*folders: str) -> set[str]:
    return set().union(*(imports(path) for folder in folders for path in (ROOT / folder).rglob("*.py")))


def distributions(names: set[str]) -> set[str]:
    """The distributions that provide these modules; the standard library and the house itself provide none."""
    provided = packages_distributions()
    own = {*PACKAGES, "tests", "benchmarks"}
    return {
        plain(provided[name][0]) for name in names - own - set(sys.stdlib_module_names) if name in provided
    }


def plain(requirement: str) -> str:
    """The normalised name of a requirement such as `Babel>=2.16`."""
    return re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", requirement, maxsplit=1)[0]).lower()


# -- what each part may load ---------------------------------------------------------------------------------------


def test_no_model_and_no_exporter_loads_a_terminal_or_a_command_line() -> None:
    everything = ", ".join([*modules("models"), *modules("exporters")])
    assert loaded_by(f"import {everything}") & {"textual", "rich", "tui"} == set()


def test_no_model_loads_an_exporter() -> None:
    assert "exporters" not in loaded_by(f"import {', '.join(modules('models'))}")


def test_only_the_store_speaks_to_the_database() -> None:
    speakers = {
        path for package in PACKAGES for path in (ROOT / package).rglob("*.py") if imports(path) & DATABASE
    }
    assert {path.parent for path in speakers} == {ROOT / "models" / "store"}


@pytest.mark.parametrize("module", ["tui", "tui.command"])
def test_the_command_is_loaded_without_textual_and_heavy_libraries(module: str) -> None:
    assert loaded_by(f"import {module}") & {"textual", *HEAVY} == set()


@pytest.mark.parametrize("arguments", [("--help",), ("parse", "市场部：支持"), ("list",), ("list", "--json")])
def test_a_script_never_pays_for_the_interface(arguments: tuple[str, ...], database: Path) -> None:
    assert loaded_by_command(*arguments) & {"textual", "docx"} == set()


def test_nothing_heavy_is_loaded_before_the_first_frame() -> None:
    assert loaded_by("import tui.app") & HEAVY == set()


# -- who knows whom ------------------------------------------------------------------------------------------------


def test_only_modules_are_imported_lazily() -> None:
    """A name in a module that is loaded would be found, and not when nobody has loaded it before."""
    known = {name for package in PACKAGES for name in modules(package)}
    names = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {node.module}.{alias.name}"
        for package in PACKAGES
        for path in (ROOT / package).rglob("*.py")
        for block in nodes(path)
        if isinstance(block, ast.With) and "lazily" in map(ast.unparse, block.items)
        for node in block.body
        if isinstance(node, ast.ImportFrom) and str(node.module).partition(".")[0] in PACKAGES
        for alias in node.names
        if f"{node.module}.{alias.name}" not in known
    ]
    assert names == []


def test_no_module_is_in_a_circle_of_imports_not_even_a_lazy_or_typed_one() -> None:
    graph = import_graph()
    steps = [
        f"{name} -> {', '.join(sorted(graph[name] & set(circle)))}"
        for circle in circles(graph)
        for name in circle
    ]
    assert not steps, "\n".join(["the circles that are there now:", *steps])


def test_a_circle_is_found_and_what_only_leads_to_it_is_not() -> None:
    graph = {"a": {"b"}, "b": {"c"}, "c": {"b", "d"}, "d": set(), "e.x.y": {"e.x.z"}, "e.x.z": {"e.x.y"}}
    assert circles(graph) == [["b", "c"], ["e.x.y", "e.x.z"]]


def test_the_screens_and_the_command_store_no_row_and_open_no_step() -> None:
    writing = {"create", "step", "transaction", "insert", "update", "delete"}
    calls = [
        f"{path.relative_to(ROOT)}: {ast.unparse(node.func)}"
        for path in (ROOT / "tui").rglob("*.py")
        for node in nodes(path)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in writing
        and "store" in ast.unparse(node.func.value)
    ]
    assert calls == []


def test_no_module_is_imported_by_its_name() -> None:
    """A reader's editor does not follow such an import, nor does the tool that holds the walls."""
    found = [
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for _name, path in module_files(package)
        if "importlib.import_module" in imported_names(path)
    ]
    assert found == []


def test_the_walk_of_a_line_is_measured_from_functions_that_are_there() -> None:
    for folder, name in STAGES:
        paths = [path for _name, path in module_files(folder)]
        assert any(re.search(rf"^ *def {name}\(", path.read_text(encoding="utf-8"), re.M) for path in paths)


# -- what it is built of -------------------------------------------------------------------------------------------


def test_every_dependency_is_used_and_everything_used_is_a_declared_dependency() -> None:
    declared = {plain(requirement) for requirement in PROJECT["project"]["dependencies"]}
    assert distributions(imported_by(*PACKAGES)) == declared


def test_everything_the_tests_use_is_declared() -> None:
    groups = PROJECT["dependency-groups"]
    declared = {
        plain(text) for text in [*PROJECT["project"]["dependencies"], *groups["dev"], *groups["build"]]
    }
    assert distributions(imported_by("tests", "benchmarks")) <= declared


def test_every_dependency_says_why_and_is_bounded() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = text[text.index("\ndependencies = [") : text.index("\n]\n", text.index("\ndependencies = ["))]
    lines = [line.strip() for line in block.splitlines()[2:]]
    for before, line in zip(["", *lines], lines, strict=False):
        assert line.startswith("#") or (
            before.startswith("#") and re.fullmatch(r'"[^"]+>=[^"]+,<[^"]+",', line)
        ), line


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_holds_every_dependency_with_hashes_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    pinned = re.findall(r"^([a-z0-9-]+)==\S+(?: ; [^\\\n]+)? \\\n    --hash=sha256:", text, re.MULTILINE)
    requirements = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    assert len(pinned) == len(requirements)
    groups = PROJECT["dependency-groups"]
    wanted = [
        *PROJECT["project"]["dependencies"],
        *groups["build"],
        *(groups["dev"] if "dev" in name else []),
    ]
    assert {plain(requirement) for requirement in wanted} <= set(pinned)
    assert not re.search(r"://|--(?:extra-)?index|--find-links", text)


def test_the_built_package_holds_every_file_of_the_three_packages_and_no_other(tmp_path: Path) -> None:
    source = tmp_path / "source"
    kept = {
        path.relative_to(ROOT).as_posix()
        for path in repository_files()
        if path.relative_to(ROOT).parts[0] in PACKAGES
    }
    for name in {*kept, "pyproject.toml", "README.md", "LICENSE", "tests/__init__.py"}:
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_bytes((ROOT / name).read_bytes())
    build = "import setuptools.build_meta as b; print(b.build_wheel('.'))"
    done = subprocess.run(
        [sys.executable, "-c", build], cwd=source, capture_output=True, text=True, check=True
    )
    wheel = zipfile.ZipFile(source / done.stdout.split()[-1])
    assert {name for name in wheel.namelist() if ".dist-info/" not in name} == kept


CALLED_BY_OTHERS = re.compile(
    r"create_module|on_|action_|render|get_default_screen|list_commands|get_command|arrange"
)
"""What Python, Textual and click call in our classes by its name."""


def test_every_function_and_class_is_named_by_something_besides_itself() -> None:
    paths = [path for package in PACKAGES for _name, path in module_files(package)]
    mentioned = Counter(
        word for path in paths for word in re.findall(r"\w+", path.read_text(encoding="utf-8"))
    )
    defined = {
        node.name
        for path in paths
        for node in nodes(path)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and not node.decorator_list
        and not node.name.startswith("__")
    }
    unused = {name for name in defined if mentioned[name] == 1 and not CALLED_BY_OTHERS.match(name)}
    assert unused == set()


# -- the repository stands alone -----------------------------------------------------------------------------------


def test_no_file_names_a_place_outside_the_repository() -> None:
    places = re.compile(r"\.\./shared|(?<![\w.~/])/(?:work|root|home|Users)/|/tmp/\w|pypi\.org|pythonhosted")
    found = []
    for path in repository_files():
        data = path.read_bytes()
        if b"\0" not in data and path != Path(__file__).resolve():
            lines = enumerate(data.decode("utf-8").splitlines(), 1)
            found += [
                f"{path.relative_to(ROOT)}:{n}: {line.strip()}" for n, line in lines if places.search(line)
            ]
    assert found == []


def test_only_the_three_packages_and_their_tests_hold_code() -> None:
    folders = {path.relative_to(ROOT).parts[0] for path in repository_files() if path.suffix == ".py"}
    assert folders <= {*PACKAGES, "tests", "benchmarks"}


@pytest.mark.parametrize("package", PACKAGES)
def test_each_package_says_what_belongs_in_it(package: str) -> None:
    docstring = ast.get_docstring(ast.parse((ROOT / package / "__init__.py").read_text(encoding="utf-8")))
    assert docstring
    assert len(docstring) > 150


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_readme_begins_with_the_two_commands(name: str) -> None:
    lines = [line for line in (ROOT / name).read_text(encoding="utf-8").splitlines() if line.strip()]
    assert lines[0].startswith("# jiyao")
    block = lines[lines.index("```sh") + 1 :]
    assert lines.index("```sh") <= 2
    assert [line.split("#")[0].strip() for line in block[:2]] == ["make run", "make test"]


def test_the_changelog_says_what_is_not_released_yet() -> None:
    assert re.search(
        r"^## \[Unreleased\]\n\n(?:### .+\n\n)?- ", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.M
    )


ASKS_WHO = {
    "models/called.py": "the one place that compares whole names of rows",
    "models/roster.py": "the one resolver",
    "models/spoken.py": "what each is called",
    "models/organisation/company.py": "the company's list, before any meeting",
    "models/organisation/list_file.py": "the rows of one list with each other",
    "models/store/search.py": "columns that are searched",
}
"""Who may compare a name with what rows are called; everybody else asks them."""


def compared_names(path: Path) -> list[int]:
    """The lines of a file in which words are compared with a full name, or an alias or a beginning is looked for."""
    found = []
    for node in nodes(path):
        if isinstance(node, ast.Compare) and {"full_name", "aliases"} & attributes(node):
            found.append(node.lineno)
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in ("startswith", "endswith")
            and "name" in attributes(*node.args)
        ):
            found.append(node.lineno)
    return found


def attributes(*parts: ast.AST) -> set[str]:
    """The attributes that are read anywhere in these parts."""
    return {one.attr for part in parts for one in ast.walk(part) if isinstance(one, ast.Attribute)}


def test_nobody_but_the_resolver_compares_a_word_with_what_departments_and_people_are_called() -> None:
    found = {
        path.relative_to(ROOT).as_posix(): lines
        for package in PACKAGES
        for _name, path in module_files(package)
        if (lines := compared_names(path))
    }
    assert {path: lines for path, lines in found.items() if path not in ASKS_WHO} == {}
