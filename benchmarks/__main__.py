"""Runs every measurement; exit status 1 if one figure is over its limit."""

from __future__ import annotations

import sys

from benchmarks import document, first_frame, keys, parsing
from benchmarks.measuring import tell

sys.exit(max(tell(part.measure()) for part in (first_frame, keys, parsing, document)))
