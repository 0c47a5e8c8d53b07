"""What the system refuses is said in the user's language, with what to do about it."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from models.i18n import language
from models.importing import UnreadableError, read_bytes
from models.os_words import reason, with_path
from models.store import DiskFull, ReadOnlyStore, StoreError
from models.store.errors import denied

KINDS = (
    *("EACCES", "EPERM", "ENOENT", "EISDIR", "ENOTDIR", "EEXIST", "ENAMETOOLONG", "EINVAL", "ELOOP"),
    *("ENOSPC", "EDQUOT", "EFBIG", "EROFS", "EBUSY", "EMFILE", "EIO"),
)


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_refusal_is_said_in_either_language_with_what_to_do(name: str) -> None:
    code = getattr(errno, name)
    error = OSError(code, os.strerror(code))
    assert reason(error).isascii() is False
    assert os.strerror(code) not in reason(error)
    with language("en"):
        assert ": " in reason(error), "what is wrong, and what to do"


def test_the_file_that_is_meant_is_named_once() -> None:
    code = errno.ENAMETOOLONG
    assert with_path(OSError(code, os.strerror(code), "a.docx")) == "a.docx：名称太长，请换一个短些的名称"
    assert with_path(OSError(code, os.strerror(code)), Path("b")) == "b：名称太长，请换一个短些的名称"


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EROFS, ReadOnlyStore),
        (errno.EACCES, ReadOnlyStore),
        (errno.EIO, StoreError),
    ],
)
def test_the_store_has_its_own_errors_for_what_the_system_denies(code: int, kind: type[StoreError]) -> None:
    assert type(denied(OSError(code, os.strerror(code)), Path("a.db"))) is kind


def test_a_path_that_cannot_be_one_is_refused_in_words() -> None:
    for path in (Path("长" * 200), Path("a\x00b")):
        with pytest.raises(UnreadableError, match="请换一个"):
            read_bytes(path)
