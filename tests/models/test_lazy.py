"""Lazy imports: loaded at the first use, once, whole, and by whoever comes first."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from threading import Barrier, Thread
from types import ModuleType

import pytest

from models.lazy import LazyModule, lazily, load

PACKAGE = "lazily_found"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder whose modules write down that they were loaded."""
    folder = tmp_path / PACKAGE
    folder.mkdir()
    monkeypatch.syspath_prepend(str(tmp_path))
    module(folder / "__init__.py", "")
    yield folder
    for name in [name for name in sys.modules if name.partition(".")[0] == PACKAGE]:
        del sys.modules[name]


def module(path: Path, code: str) -> None:
    """A module that says in a file beside it that it is being loaded."""
    log = path.parent / "loaded.log"
    note = f"with open({str(log)!r}, 'a') as log: print({path.stem!r}, file=log)\n"
    path.write_text(note + code, encoding="utf-8")


def loaded(package: Path) -> list[str]:
    """What was loaded, in order."""
    log = package / "loaded.log"
    return log.read_text(encoding="utf-8").split() if log.exists() else []


def found(name: str) -> ModuleType:
    """A module imported lazily by its name."""
    with lazily:
        return import_module(f"{PACKAGE}.{name}")


def test_nothing_is_loaded_by_the_import_and_all_of_it_by_the_first_use(package: Path) -> None:
    module(package / "words.py", "WORD = '会'")
    words = found("words")
    assert loaded(package) == []
    assert words.WORD == "会"
    assert loaded(package) == ["__init__", "words"]
    assert words is sys.modules[f"{PACKAGE}.words"]
    assert type(words) is ModuleType


def test_what_is_put_in_the_place_of_something_stays_there(package: Path) -> None:
    module(package / "words.py", "WORD = '会'")
    words = found("words")
    setattr(words, "WORD", "议")  # noqa: B010
    assert words.WORD == "议"
    assert loaded(package) == ["__init__", "words"]


def test_the_ordinary_import_of_a_name_loads_what_waits(package: Path) -> None:
    module(package / "words.py", "WORD = '会'")
    found("words")
    there: dict[str, object] = {}
    exec(f"from {PACKAGE}.words import WORD", there)
    assert there["WORD"] == "会"
    assert loaded(package) == ["__init__", "words"]


def test_a_package_that_waits_is_loaded_before_an_ordinary_import_of_what_is_in_it(package: Path) -> None:
    module(package / "words.py", "")
    with lazily:
        import_module(PACKAGE)
    import_module(f"{PACKAGE}.words")
    assert loaded(package) == ["__init__", "words"]


def test_a_module_that_fails_says_so_each_time_and_works_once_it_is_mended(package: Path) -> None:
    module(package / "words.py", "raise OSError('no room')")
    words = found("words")
    for _again in range(2):
        with pytest.raises(OSError, match="no room"):
            load(words)
    module(package / "words.py", "WORD = '会议'")
    assert words.WORD == "会议"


def test_two_that_need_each_other_lazily_both_load(package: Path) -> None:
    inner = "from models.lazy import lazily\nwith lazily:\n    from {package} import {other}\n"
    for name, other in (("one", "two"), ("two", "one")):
        code = inner.format(package=PACKAGE, other=other)
        module(package / f"{name}.py", f"{code}NAME = {name!r}\n\ndef of_other(): return {other}.NAME\n")
    assert found("one").of_other() == "two"
    assert found("two").of_other() == "one"


def test_a_thread_that_comes_second_waits_until_the_module_is_whole(package: Path) -> None:
    """The module names itself halfway and waits there for the other thread to ask."""
    code = "FIRST = 1\nfrom tests.models import test_lazy\ntest_lazy.HALFWAY.wait()\nLAST = 2\n"
    module(package / "slow.py", code)
    slow = found("slow")
    got: list[int] = []

    def first() -> None:
        got.append(slow.FIRST)

    def second() -> None:
        HALFWAY.wait()
        got.append(slow.FIRST + slow.LAST)

    threads = [Thread(target=first), Thread(target=second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(got) == [1, 3]
    assert loaded(package).count("slow") == 1


HALFWAY = Barrier(2)


def test_while_one_thread_loads_no_other_begins_anything_of_whatever_package(package: Path) -> None:
    """Each would hold what the other waits for, where what the second begins imports a part of the first's package."""
    module(package.parent / "apart.py", f"from {PACKAGE}.inner import NAME\n")
    module(package / "inner.py", "NAME = '里'\n")
    module(package / "__init__.py", "from tests.models import test_lazy\ntest_lazy.begin_apart()\n")
    with lazily:
        first, second = (
            Thread(target=load, args=(import_module(name),), daemon=True) for name in (PACKAGE, "apart")
        )
    OTHERS[:] = [second]
    try:
        first.start()
        first.join(20)
        assert not first.is_alive(), "each waits for the other"
        second.join()
        assert sys.modules["apart"].NAME == "里"
        assert loaded(package) == ["__init__", "inner"]
    finally:
        del sys.modules["apart"]


OTHERS: list[Thread] = []


def begin_apart() -> None:
    """Called by the package while it is loaded: the other thread begins, and is given time to go too far."""
    OTHERS[0].start()
    OTHERS[0].join(0.1)
    import_module(f"{PACKAGE}.inner")


def test_another_thread_imports_as_ever_while_a_block_lasts(package: Path) -> None:
    module(package / "words.py", "WORD = '会'")
    kinds: list[type] = []

    def other() -> None:
        kinds.append(type(import_module(f"{PACKAGE}.words")))

    with lazily:
        thread = Thread(target=other)
        thread.start()
        thread.join()
    assert kinds == [ModuleType]


def test_a_name_that_is_no_module_is_not_imported_lazily(package: Path) -> None:
    module(package / "words.py", "WORD = '会'")
    found("words")
    with pytest.raises(ImportError, match="WORD"), lazily:
        exec(f"from {PACKAGE}.words import WORD", {})
    assert loaded(package) == []


def test_a_module_there_is_none_of_is_missed_at_once() -> None:
    with pytest.raises(ModuleNotFoundError), lazily:
        import_module("no_such_module_anywhere")


def test_what_waits_is_known_as_such(package: Path) -> None:
    module(package / "words.py", "")
    words = found("words")
    assert isinstance(words, LazyModule)
    assert words.__name__ == f"{PACKAGE}.words"
    load(words)
    assert not isinstance(words, LazyModule)
