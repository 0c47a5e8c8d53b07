"""How many files and functions of the program one action line passes, from its first key to the Word document.

python -m benchmarks.walk [FOLDER]

The real program runs without a terminal; every function of the three packages that is entered between the first key
and the written file is counted once. FOLDER is another checkout, to be counted in the same way.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import importlib
import inspect
import os
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from benchmarks.size import PACKAGES, checkout

STAGES = {
    ("models/capture", "readings"): "reading",
    ("models/recorder", "accept"): "accepting",
    ("tui/screens/export", "write"): "exporting",
}
"""Where a stage begins: a function's package and name; what is entered until it returns belongs to it."""
ON_SCREEN = "on screen"
"""The stage in which no other is: keys, editing, panes."""
NOW = dt.datetime(2026, 9, 16, 14, 30)
BEFORE = (
    "出席：市场部：王总监、李经理；研发部：陈工程师；财务部：孙主管",
    "议题：销售提成预算分配方案",
    "财务部反对：应控制在25%",
)
LINE = "行动：提交三档占比的成本测算 @孙主管 +市场部 /9月25日"


class Walk:
    """What has been entered, by stage: each function's code with its file."""

    def __init__(self, root: Path) -> None:
        self.entered: dict[str, set[CodeType]] = {}
        self._prefix = f"{root}{os.sep}"
        self._stages: list[tuple[str, FrameType]] = []

    def note(self, frame: FrameType, event: str, _argument: object) -> None:
        """Takes in a call or a return, as sys.setprofile tells them."""
        if event == "call":
            if _is_function(frame.f_code) and (place := self.place(frame.f_code)).startswith(PACKAGES):
                if stage := _begun(place, frame.f_code.co_name):
                    self._stages.append((stage, frame))
                stage = self._stages[-1][0] if self._stages else ON_SCREEN
                self.entered.setdefault(stage, set()).add(frame.f_code)
        elif event == "return" and self._stages and self._stages[-1][1] is frame:
            self._stages.pop()

    def place(self, code: CodeType) -> str:
        """The file of a function within the checkout; empty for everybody else's."""
        name = code.co_filename
        return name.removeprefix(self._prefix).replace(os.sep, "/") if name.startswith(self._prefix) else ""

    def figures(self) -> Iterator[tuple[str, int, int]]:
        """Each stage, then each package, then the whole, with its numbers of files and functions."""
        everything = set().union(*self.entered.values())
        for stage in (*STAGES.values(), ON_SCREEN):
            yield self._figure(stage, self.entered.get(stage, set()))
        for package in sorted({_package(self.place(code)) for code in everything}):
            codes = {code for code in everything if _package(self.place(code)) == package}
            yield self._figure(package, codes)
        yield self._figure("from key to .docx", everything)

    def _figure(self, name: str, codes: set[CodeType]) -> tuple[str, int, int]:
        return name, len({self.place(code) for code in codes}), len(codes)


def _is_function(code: CodeType) -> bool:
    """Whether it has a name of its own: no module, no class body, no comprehension."""
    return bool(code.co_flags & inspect.CO_OPTIMIZED) and not code.co_name.startswith("<")


def _begun(place: str, name: str) -> str | None:
    """The stage that begins with this function, if one does."""
    return next((s for (folder, one), s in STAGES.items() if name == one and place.startswith(folder)), None)


def _package(place: str) -> str:
    """models/capture of everything in it, models of what stands beside it."""
    return "/".join(place.split("/")[:-1][:2])


def walk(root: Path) -> Walk:
    """Types the line into the program of this checkout, enters it and exports the document."""
    sys.path.insert(0, str(root))
    _import_everything(root)
    walked = Walk(root)
    with tempfile.TemporaryDirectory(prefix="jiyao-walk-") as folder, _at_home_in(folder):
        asyncio.run(_type_and_export(Path(folder), walked.note))
        if not list(Path(folder).rglob("*.docx")):
            sys.exit("no document was written")
    if missing := set(STAGES.values()) - set(walked.entered):
        sys.exit(f"no function begins: {', '.join(sorted(missing))}; see STAGES")
    return walked


def _import_everything(root: Path) -> None:
    """Imports each module, so that nothing that runs only once, at import, counts."""
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*.py")):
            parts = path.relative_to(root).with_suffix("").parts
            importlib.import_module(".".join(parts[:-1] if parts[-1] == "__init__" else parts))


@contextmanager
def _at_home_in(folder: str) -> Iterator[None]:
    """Makes the folder the home and the working folder, as a user's files must stay untouched."""
    before, place = dict(os.environ), Path.cwd()
    os.environ.update(HOME=folder, XDG_CONFIG_HOME=folder, XDG_DATA_HOME=folder, XDG_DOCUMENTS_DIR=folder)
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(place)
        os.environ.clear()
        os.environ.update(before)


async def _type_and_export(folder: Path, note: Callable[[FrameType, str, object], None]) -> None:
    app = _program(folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        threading.setprofile(note)
        sys.setprofile(note)
        try:
            for key in (*LINE, "enter", "ctrl+o", "enter"):
                await _press(pilot, key)
        finally:
            sys.setprofile(None)
            threading.setprofile(None)


def _program(folder: Path) -> Any:
    """The program on a meeting in which people sit and a topic is live."""
    meetings, recorder, store, app = (
        importlib.import_module(name)
        for name in ("models.meeting", "models.recorder", "models.store", "tui.app")
    )
    kept = store.Store.open(folder / "walk.db", clock=lambda: NOW)
    kept.create(meetings.Meeting(id="walk", meeting_id="walk", name="启动会", starts_at="2026-09-16T14:00"))
    for line in BEFORE:
        recorder.Recorder(kept, "walk", clock=lambda: NOW).accept(line)
    return app.make_app(kept, lambda: NOW, "zh_CN", meeting_id="walk", screen="record")


async def _press(pilot: Any, key: str) -> None:
    """A key by its name, or a character as an input method hands it over."""
    if len(key) == 1:
        from textual import events
        from textual.keys import _character_to_key

        await pilot.app.on_event(events.Key(_character_to_key(key), key))
        await pilot.pause()
    else:
        await pilot.press(key)
        await pilot.pause()


if __name__ == "__main__":
    for name, files, functions in walk(checkout(sys.argv[1:])).figures():
        print(f"{name:<24} {files:4} files {functions:5} functions")
