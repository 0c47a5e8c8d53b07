"""Which figure of 4/12 is the day: as the configuration says, else as the locale writes dates, else nobody knows."""

from __future__ import annotations

import os
import re
from contextvars import ContextVar

from models import i18n

ORDERS = ("dmy", "mdy")
_order: ContextVar[str] = ContextVar("order", default="")
_MONTH_FIRST = re.compile(r"en_(?:US|PH|FM|GU|PR|UM|VI)|zh|ja|ko")
_UNSURE = re.compile(r"(?:C|POSIX|en)(?:[.@]|$)|en_CA")


def use(order: str) -> None:
    """Sets the order of this run: dmy, mdy, or nothing where the locale decides."""
    _order.set(order)


def day_first() -> bool | None:
    """Whether 4/12 is the fourth of December; None where neither setting nor locale says."""
    if chosen := _order.get():
        return chosen == "dmy"
    if i18n.current() != "en":
        return False
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_TIME", "LANG"))
    locale = next(filter(None, named), "C")
    if _UNSURE.match(locale):
        return None
    return _MONTH_FIRST.match(locale) is None
