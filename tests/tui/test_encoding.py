"""The encoding of the terminal: told by its locale, read whatever comes, and never a reason to end."""

from __future__ import annotations

import pytest

from tui.encoding import lenient_decoder, terminal_encoding


@pytest.mark.parametrize(
    ("environ", "encoding"),
    [
        ({}, "utf-8"),
        ({"LANG": "zh_CN.UTF-8"}, "utf-8"),
        ({"LANG": "zh_CN.GBK"}, "gb18030"),
        ({"LANG": "zh_CN.gb2312"}, "gb18030"),
        ({"LANG": "zh_CN.GB18030@stroke"}, "gb18030"),
        ({"LANG": "zh_TW.Big5"}, "big5hkscs"),
        ({"LANG": "zh_CN.GBK", "LC_ALL": "C.UTF-8"}, "utf-8"),
        ({"LANG": "C", "LC_CTYPE": "zh_CN.EUC-CN"}, "gb18030"),
        ({"LANG": "zh_CN.GBK", "LC_CTYPE": "C.UTF-8"}, "gb18030"),
        ({"LANG": "en_US.ISO-8859-1"}, "utf-8"),
        ({"LANG": "zh_CN"}, "utf-8"),
    ],
)
def test_a_chinese_encoding_is_told_by_the_locale_in_use(environ: dict[str, str], encoding: str) -> None:
    assert terminal_encoding(environ) == encoding


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        (b"\xc4\xe3a", "\ufffd\ufffda"),
        (b"\xffa", "\ufffda"),
        (b"\xe9 ", "\ufffd "),
        ("你".encode()[:2] + b"a", "\ufffda"),
        (b"\xed\xa0\x80a", "\ufffd\ufffd\ufffda"),
        ("预算".encode(), "预算"),
    ],
)
def test_bytes_that_are_no_character_cost_a_sign_each(
    sent: bytes, read: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "C.UTF-8")
    decoder = lenient_decoder("utf-8")()
    assert "".join(decoder.decode(sent[n : n + 1]) for n in range(len(sent))) == read


def test_a_gbk_terminal_is_read_in_its_own_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "zh_CN.GBK")
    decoder = lenient_decoder("utf-8")()
    sent = "市场部：先试点".encode("gbk")
    assert "".join(decoder.decode(sent[n : n + 1]) for n in range(len(sent))) == "市场部：先试点"
