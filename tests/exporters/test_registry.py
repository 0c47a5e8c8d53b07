"""The registry of formats: loaded only when a format is asked for, in the language that is asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

from exporters import AGENDAS, EXPORTERS, SIGN_INS, Exporter, export
from models import i18n
from tests.exporters.choices import options
from tests.meetings.launch import launch


@pytest.mark.parametrize("registry", [EXPORTERS, AGENDAS, SIGN_INS])
def test_every_registered_exporter_writes_a_file(registry: dict[str, Exporter]) -> None:
    assert all(exporter(launch(), options(language="zh_CN")) for exporter in registry.values())


def test_asking_for_an_exporter_loads_nothing_heavy_before() -> None:
    heavy = "docx", "lxml", "pypinyin"
    code = f"import exporters.files; from tests.loaded import loaded; print([m for m in {heavy} if m in loaded()])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_a_document_in_another_language_leaves_the_screen_s_as_it_is() -> None:
    assert i18n.current() == "zh_CN"
    text = export(launch(), ".md", options(language="en")).decode("utf-8")

    assert "Basic information" in text
    assert i18n.current() == "zh_CN"
    assert "会议基本信息" in export(launch(), ".md", options(language=None)).decode("utf-8")
