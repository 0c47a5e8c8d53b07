"""What a test does about a program it needs and this machine does not have."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest


def missing(what: str) -> NoReturn:
    """Skips the test, saying why; in CI, where everything is installed, a skip would hide it, so it fails."""
    if os.environ.get("CI", "").lower() in ("", "0", "false"):
        pytest.skip(f"needs {what}")
    pytest.fail(f"needs {what}, which CI must have", pytrace=False)
