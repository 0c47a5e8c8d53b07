"""The written side of a topic in the file: its sentences, and what they stand for where that is not plain.

A file that only gives sentences means them as the topic's discussion points: the first stands for all of those.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from models import meeting as m
from models.i18n import _
from models.interchange.entries import LISTS
from models.interchange.node import Node
from models.interchange.places import Places
from models.minutes import Minutes
from models.polish import Sentence, WrittenSide, texts

_SIGN = "/"
"""Stands between an entry and which of its texts is meant: k3v9/consensus."""


def fields(minutes: Minutes, topic_id: str) -> dict[str, list[Any]]:
    """The fields `written` and, where a reader would not guess it, `written_for`."""
    found = sorted(WrittenSide(minutes).of_topic(topic_id), key=_seq)
    standing = [[_part(minutes, s.entry, s.part) for s in one.sources] for one in found]
    points = [_part(minutes, point, "") for point in minutes.points(topic_id) if not point.left_out]
    plain = [points, *([] for _one in found[1:])]
    written: dict[str, list[Any]] = {"written": [one.text for one in found]}
    return written if standing == plain[: len(found)] else {**written, "written_for": standing}


def reference(minutes: Minutes, entry: m.Entry) -> str:
    """How the file refers to an entry: by its id, or by kind and place where it gives that none."""
    if LISTS[type(entry)].bare:
        alike = minutes.entries(type(entry), entry.topic_id)
        return f"{entry.table}.{alike.index(entry) + 1}"
    return entry.id


def rows(node: Node, topic: m.Topic, places: Places, entries: Iterable[m.Row]) -> list[m.Row]:
    """The written sentences of a topic with what they stand for."""
    known = _known(entries)
    said = node.texts("written")
    points = [e for e in known.values() if isinstance(e, m.Point) and not e.left_out]
    standing = node.text_lists("written_for") or [[e.id for e in points] if said else []]
    found: list[m.Row] = []
    for seq, text in enumerate(said, 1):
        written = m.Written(**places.fresh(), topic_id=topic.id, seq=seq, text=text)
        found.append(written)
        for one in standing[seq - 1] if seq <= len(standing) else ():
            entry, part = _meant(places.known(one), known, node)
            kept = dict(texts(entry)).get(part, "")
            found.append(
                m.WrittenSource(**places.fresh(), written_id=written.id, item=entry.id, part=part, text=kept)
            )
    return found


def _known(entries: Iterable[m.Row]) -> Mapping[str, m.Entry]:
    """The entries by what the file calls them, once ids that were taken are replaced."""
    found: dict[str, m.Entry] = {}
    unnamed: dict[str, int] = {}
    for row in entries:
        if not isinstance(row, m.Entry):
            continue
        if LISTS[type(row)].bare:
            unnamed[row.table] = unnamed.get(row.table, 0) + 1
            found[f"{row.table}.{unnamed[row.table]}"] = row
        else:
            found[row.id] = row
    return found


def _meant(one: str, known: Mapping[str, m.Entry], node: Node) -> tuple[m.Entry, str]:
    name, _sign, part = one.partition(_SIGN)
    if name not in known:
        raise node.wrong("written_for", _("no {number} in the file").format(number=one))
    return known[name], part


def _part(minutes: Minutes, entry: m.Entry, part: str) -> str:
    return reference(minutes, entry) + (f"{_SIGN}{part}" if part else "")


def _seq(sentence: Sentence) -> int:
    return sentence.written.seq if sentence.written else 0
