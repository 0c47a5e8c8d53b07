"""Lazy imports: a module named under `with lazily:` is loaded when something in it is first asked for.

    with lazily:
        from models.store import rows

`rows` is there at once and costs nothing; `rows.load(…)` loads it. What may not be loaded before the first frame is
imported so, at the top of its modules as everything else. It is `lazy from … import …` of Python 3.15 (PEP 810), which
takes its place when that is the oldest Python jiyao runs on.

Of two threads that load packages from different ends, Python gives each the other's half of them, and so does
`importlib.util.LazyLoader` to a thread that comes second. So one thread at a time loads, the other waits for it, and
what a thread needs it loads by its first use or by `load`: an ordinary import in a thread would hold what the loading
one waits for.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from threading import RLock, local
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.abc import Loader
else:
    Loader = object  # its module loads a dozen others, before everything else

_LOADING = RLock()
"""Held by who loads. One for all: two, of a package and of a library it needs, could be waited for in a ring."""
_of = ModuleType.__getattribute__


class LazyModule(ModuleType):
    """A module that is not loaded yet."""

    def __getattribute__(self, name: str) -> Any:
        if name == "__path__" and not lazily.lasts:
            load(self)  # what is in a package is imported: the package comes first
        if name.startswith("__"):  # what the import system asks for is there before
            return _of(self, name)
        inner = _of(self, "__dict__").get(name)
        if _is_within(self, name, inner):
            return inner
        if lazily.lasts:
            raise AttributeError(f"{self.__name__}.{name} is no module, and only modules are imported lazily")
        load(self)
        return _of(self, name)

    def __setattr__(self, name: str, value: object) -> None:
        if not name.startswith("__") and not _is_within(self, name, value):
            load(self)  # what is put in its place would be overwritten by loading it afterwards
        ModuleType.__setattr__(self, name, value)


def _is_within(module: ModuleType, name: str, value: object) -> bool:
    return isinstance(value, ModuleType) and value.__name__ == f"{module.__name__}.{name}"


class _Loader(Loader):
    """Makes a module without loading it."""

    def __init__(self, loader: Loader) -> None:
        self.loader = loader
        self.begun = False

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return LazyModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing yet."""


class _Lazily(local):
    """Finds modules for imports that are made while the block lasts, in this thread alone."""

    lasts = False

    def __enter__(self) -> None:
        self.lasts = True
        if self not in sys.meta_path:
            sys.meta_path.insert(0, self)

    def __exit__(self, *_error: object) -> None:
        self.lasts = False

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """A module of Python source as one that waits; None for all others, and outside the block."""
        if not self.lasts:
            return None
        others = (finder for finder in sys.meta_path if finder is not self)
        spec = next((found for finder in others if (found := finder.find_spec(name, path, target))), None)
        if spec is not None and isinstance(spec.loader, SourceFileLoader):
            spec.loader = _Loader(spec.loader)
        return spec


lazily = _Lazily()
"""The block in which imports wait: `with lazily:`."""


def load(module: ModuleType) -> None:
    """Loads a module that waits for its first use, and the packages it is in before it."""
    if not isinstance(module, LazyModule):
        return
    with _LOADING:
        if package := sys.modules.get(module.__name__.rpartition(".")[0]):
            load(package)
        _load(module)


def _load(module: ModuleType) -> None:
    spec = module.__spec__
    # Loaded by the thread that was waited for, or being loaded by this one, and asked for a name by what it imports.
    if spec is None or not isinstance(waiting := spec.loader, _Loader) or waiting.begun:
        return
    waiting.begun = True
    try:
        waiting.loader.exec_module(module)
    except BaseException:
        waiting.begun = False  # the next use tries again, and says the same
        raise
    module.__loader__ = spec.loader = waiting.loader
    module.__class__ = ModuleType
