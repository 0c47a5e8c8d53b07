"""A test that cannot run says why, and where everything is installed it fails instead."""

from __future__ import annotations

import pytest

from tests.support import missing


@pytest.mark.parametrize("ci", [None, "", "false", "0"])
def test_at_home_a_missing_program_skips_with_its_reason(
    ci: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CI", raising=False)
    if ci is not None:
        monkeypatch.setenv("CI", ci)
    with pytest.raises(pytest.skip.Exception, match="needs LibreOffice"):
        missing("LibreOffice")


@pytest.mark.parametrize("ci", ["true", "1"])
def test_in_ci_a_missing_program_fails(ci: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", ci)
    with pytest.raises(pytest.fail.Exception, match="needs LibreOffice, which CI must have"):
        missing("LibreOffice")
