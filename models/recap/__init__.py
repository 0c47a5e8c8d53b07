"""Walking through a meeting before it closes: pages in words made for reading aloud, and what was decided so far."""

from __future__ import annotations

from models.recap.digest import DECIDED, Digest, Summary, digest, summary
from models.recap.items import Item
from models.recap.pages import ATTENDANCE, CLOSING, OPEN, Page, Recap, recap
from models.recap.read_aloud import READ_BACK, Piece, Reader, Words, plain

__all__ = [
    "ATTENDANCE",
    "CLOSING",
    "DECIDED",
    "OPEN",
    "READ_BACK",
    "Digest",
    "Item",
    "Page",
    "Piece",
    "Reader",
    "Recap",
    "Summary",
    "Words",
    "digest",
    "plain",
    "recap",
    "summary",
]
