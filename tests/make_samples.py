"""Writes docs/samples/: what the exporters make of the sample meetings. `python -m tests.make_samples`

The same meetings give the same bytes every time: ids are counted, not drawn, and the clock stands still. The picture of
a first page needs LibreOffice and poppler; without them the old one stays.
"""

from __future__ import annotations

import datetime as dt
import itertools
import shutil
import subprocess
import sys
import tempfile
from dataclasses import fields, replace
from pathlib import Path

from exporters import Options, agenda, export, files
from models import demo, i18n
from models import meeting as m
from models.config import Config
from models.minutes import Minutes
from tests.meetings.stored import imported, sample
from tui import exporting

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "samples"
PICTURE = "launch.png"
_SUFFIXES = {"zh_CN": "zh", "en": "en"}


def main() -> int:
    """Writes every sample; the number of those that could not be made."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in ("launch", "complaint"):
        minutes = settled(sample(name))
        for language, short in _SUFFIXES.items():
            for suffix in (".docx", ".md"):
                _write(f"{name}.{short}{suffix}", minutes, suffix, _options(minutes, language))
    launch = settled(sample("launch"))
    chosen = _options(launch, "zh_CN")
    for suffix in (".json", ".ics", ".txt"):
        _write(f"launch{suffix}", launch, suffix, chosen)
    _write("launch.final.zh.docx", launch, ".docx", replace(chosen, final=True))
    _write("launch.gov.zh.docx", launch, ".docx", replace(chosen, preset="gov"))
    files.write(FOLDER / "launch.notice.zh.docx", agenda(launch, ".docx", chosen))
    english = settled(imported(demo.lines("en")))
    _write("platform.en.docx", english, ".docx", _options(english, "en"))
    return 0 if _picture() else 1


def settled(minutes: Minutes) -> Minutes:
    """The same meeting with ids that are counted instead of drawn by lot."""
    count = itertools.count(1)
    rows = [row for kind in m.TABLES for row in minutes.all(kind)]
    ids = {row.id: f"sample{next(count):04}" for row in rows}
    found: list[m.Row] = []
    for row in rows:
        values = {f.name: getattr(row, f.name) for f in fields(row)}
        known = {
            name: ids[value] for name, value in values.items() if isinstance(value, str) and value in ids
        }
        found.append(replace(row, **known))
    return Minutes(found)


def _options(minutes: Minutes, language: str) -> Options:
    """A draft made at nine on the morning after the meeting, with what is still missing as remarks."""
    day = dt.date.fromisoformat((minutes.meeting.starts_at or "2026-01-01")[:10]) + dt.timedelta(days=1)
    with i18n.language(language):
        found = exporting.options(minutes, Config(Path()), dt.datetime.combine(day, dt.time(9)))
    return replace(found, language=language)


def _write(name: str, minutes: Minutes, suffix: str, options: Options) -> None:
    files.write(FOLDER / name, export(minutes, suffix, options))


def _picture() -> bool:
    """The first page of the Chinese launch minutes."""
    office, painter = shutil.which("soffice"), shutil.which("pdftoppm")
    if not office or not painter:
        print(
            "the picture of the first page needs LibreOffice and poppler; the old one stays", file=sys.stderr
        )
        return False
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        source = FOLDER / "launch.zh.docx"
        to_pdf = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", name, str(source)]
        subprocess.run(to_pdf, check=True, capture_output=True)
        pdf = folder / "launch.zh.pdf"
        to_png = [painter, "-r", "80", "-singlefile", "-png", str(pdf), str(folder / "page")]
        subprocess.run(to_png, check=True, capture_output=True)
        files.write(FOLDER / PICTURE, (folder / "page.png").read_bytes())
    return True


if __name__ == "__main__":
    sys.exit(main())
