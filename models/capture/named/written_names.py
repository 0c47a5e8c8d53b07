"""Whom the words of a fact name, whoever types them: 主持：市场部王总监 · host: Bob Hargreaves (Legal)."""

from __future__ import annotations

from models.capture.line import Context, Words
from models.capture.named.strangers import name_at
from models.names import department_end
from models.roster import Named

_BETWEEN = " \u3000-－—·()（）,，"


def written_name(words: str, context: Context) -> Named | None:
    """The department and person that are named, known or new; None where only a name nobody knows stands there."""
    said = Words.of(words.strip())
    found = name_at(said, 0, context, digits=False) if said else None
    if found is not None and found.certain and not said.low[found.end :].strip(_BETWEEN):
        return found.who[0] if found.known or found.department else None
    if found is not None and found.certain and found.person is None:
        cut, department = found.end, found.department
    else:
        cut = department_end(said.low, 0) or 0
        department = said.raw[:cut] or None
    name = said.raw[cut:].strip(_BETWEEN)
    return Named(department, name or None) if department else None


def departments_named(words: str, context: Context) -> list[str]:
    """The departments a list of a form names, in its order: by name, number, initials, of several words too."""
    found: list[str] = []
    for part in _parts(words, context):
        fit = context.roster.resolve(part)
        one = fit.who[0] if len(fit.who) == 1 and fit.sure else None
        if one is None and part.isdigit():
            continue
        found.append((one.department if one else part) or part)
    return list(dict.fromkeys(found))


def _parts(words: str, context: Context) -> list[str]:
    """The names between the signs of a list; between spaces only where no name holds one."""
    parts = [part.strip() for part in Words.of(words).low.replace("，", ",").translate(_SIGNS).split(",")]
    raw = [part.strip() for part in words.translate(_SIGNS).split(",")]
    found: list[str] = []
    for typed, low in zip(raw, parts, strict=True):
        whole = not typed.strip() or context.roster.resolve(typed).who or low.isascii()
        found += [typed] if whole else typed.split()
    return [part for part in found if part]


_SIGNS = str.maketrans(dict.fromkeys("、，；;/／|｜", ","))
