"""整理, the step from what was typed to what is written: sentences, what they stand for, and what the document tells.

It only reads a meeting. `models.recorder.sentences` is what writes; exporters take `AsWritten`.
"""

from __future__ import annotations

from models.polish.document import AsWritten
from models.polish.order import company_place, in_document_order
from models.polish.sentences import Part, Sentence, Source, WrittenSide, can_merge, holders, sentences, texts
from models.polish.spoken import RULE, pass_key, spoken

__all__ = [
    "RULE",
    "AsWritten",
    "Part",
    "Sentence",
    "Source",
    "WrittenSide",
    "can_merge",
    "company_place",
    "holders",
    "in_document_order",
    "pass_key",
    "sentences",
    "spoken",
    "texts",
]
