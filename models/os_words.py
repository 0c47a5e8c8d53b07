"""What the system said no with, in words that say what to do; its own are English, short and of no help."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from models.i18n import _


def reason(error: OSError | ValueError) -> str:
    """Why the system did not do something with a file, in a clause; a ValueError is what Python says of its name."""
    if isinstance(error, ValueError):
        return reason(OSError(errno.EINVAL, ""))
    found = (words for codes, words in _said().items() if error.errno in codes)
    return next(found, None) or error.strerror or str(error)


def _said() -> dict[tuple[int, ...], str]:
    """What each answer of the system means, and what is to be done about it."""
    return {
        (errno.EACCES, errno.EPERM): _("you may not read or write there: look at the permissions"),
        (errno.ENOENT,): _("there is no such file or folder: look at the path"),
        (errno.EISDIR,): _("it is a folder: name a file"),
        (errno.ENOTDIR,): _("a part of the path is a file, not a folder: look at the path"),
        (errno.EEXIST,): _("it is there already: choose another name"),
        (errno.ENAMETOOLONG,): _("the name is too long: choose a shorter one"),
        (errno.EINVAL,): _("no file can be called that: choose another name"),
        (errno.ELOOP,): _("its links lead in a circle: name the file itself"),
        (errno.ENOSPC,): _("the disk is full: make room or choose another place"),
        (errno.EDQUOT,): _("the disk quota is used up: make room or choose another place"),
        (errno.EFBIG,): _("the file is too large for this disk: choose another place"),
        (errno.EROFS,): _("the disk is read-only: choose another place"),
        (errno.EBUSY, errno.ETXTBSY): _("another program has it: close that one"),
        (errno.EMFILE, errno.ENFILE): _("too many files are open: close other programs"),
        (errno.EIO,): _("the disk reports a fault: choose another place"),
        (errno.ENXIO, errno.ENODEV): _("the device does not answer: choose another place"),
        (errno.ESTALE, errno.ENOTCONN, errno.EHOSTDOWN, errno.ETIMEDOUT): _(
            "the network folder does not answer: choose another place"
        ),
    }


def with_path(error: OSError | ValueError, path: Path | str = "") -> str:
    """One line: which file, and why not."""
    named = getattr(error, "filename", None) or path
    named = os.fsdecode(named) if isinstance(named, (str, bytes, os.PathLike)) else str(named)
    return _("{path}: {reason}").format(path=named, reason=reason(error)) if named else reason(error)
