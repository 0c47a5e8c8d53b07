"""How large the program is, and how much of it is laid so that neither a reader nor a tool follows it.

python -m benchmarks.size [FOLDER]

FOLDER is another checkout, to be counted in the same way. Lines of a function run from its `def` to its last line.
"""

from __future__ import annotations

import ast
import statistics
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

PACKAGES = ("models", "exporters", "tui")
SHORT = 60
"""Lines of a file that is hardly one."""


def sizes(root: Path) -> Iterator[tuple[str, str]]:
    """Each figure with its name."""
    paths = sorted(path for package in PACKAGES for path in (root / package).rglob("*.py"))
    texts = [path.read_text(encoding="utf-8") for path in paths]
    trees = [ast.parse(text) for text in texts]
    lines = [text.count("\n") for text in texts]
    yield "files", f"{len(paths)} ({_by_package(root, paths)})"
    yield "lines", f"{sum(lines):,}"
    yield "lines of a file", _spread(lines)
    yield f"files of at most {SHORT} lines", str(sum(count <= SHORT for count in lines))
    yield "functions", f"{sum(len(list(_functions(tree))) for tree in trees):,}"
    yield "lines of a function", _spread([length for tree in trees for length in _functions(tree)])
    yield "imports in functions", _places([_imports_in_functions(tree) for tree in trees])
    yield "imports for type checkers", _places([_imports_for_types(tree) for tree in trees])
    yield "modules found by name", _places([_calls(tree, "import_module") for tree in trees])
    yield "isinstance", _places([_calls(tree, "isinstance") for tree in trees])
    names = Counter(path.stem for path in paths if path.stem != "__init__")
    shared = {name: count for name, count in names.items() if count > 1}
    yield "names that several files have", f"{len(shared)} for {sum(shared.values())} files"


def _by_package(root: Path, paths: Sequence[Path]) -> str:
    counts = Counter(path.relative_to(root).parts[0] for path in paths)
    return ", ".join(f"{package} {counts[package]}" for package in PACKAGES)


def _spread(numbers: Sequence[int]) -> str:
    tenths = statistics.quantiles(numbers, n=10)
    return (
        f"median {statistics.median(numbers):g}, nine of ten at most {tenths[-1]:g}, longest {max(numbers)}"
    )


def _places(counts: Sequence[int]) -> str:
    return f"{sum(counts)} in {sum(1 for count in counts if count)} files"


def _functions(tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield (node.end_lineno or node.lineno) - node.lineno + 1


def _imports_in_functions(tree: ast.Module) -> int:
    """Import statements that run each time a function does."""
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return len({node for function in functions for node in ast.walk(function) if _is_import(node)})


def _imports_for_types(tree: ast.Module) -> int:
    """Import statements under `if TYPE_CHECKING`."""
    guarded = (
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")
    )
    return sum(_is_import(node) for block in guarded for node in ast.walk(block))


def _is_import(node: ast.AST) -> bool:
    return isinstance(node, ast.Import | ast.ImportFrom)


def _calls(tree: ast.Module, name: str) -> int:
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return sum(isinstance(call.func, ast.Name) and call.func.id == name for call in calls)


def checkout(arguments: Sequence[str]) -> Path:
    """The folder that is named, else that of this very file's repository."""
    return Path(arguments[0]).resolve() if arguments else Path(__file__).resolve().parent.parent


if __name__ == "__main__":
    for name, figure in sizes(checkout(sys.argv[1:])):
        print(f"{name:<32} {figure}")
