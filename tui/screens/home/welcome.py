"""Welcome of the home screen: the one key that begins a meeting, and where to see a finished one."""

from __future__ import annotations

from collections.abc import Callable

from models import i18n
from models.i18n import _
from tui.theme import Palette, style
from tui.widgets.typesetting import Paragraph, Span


def welcome(palette: Palette, key_of: Callable[[str], str]) -> list[Paragraph]:
    """The page shown while there is no meeting; `key_of` gives the key of a command."""
    bold, text, dim = style(palette.text, bold=True), style(palette.text), style(palette.dim)
    key = style(palette.accent, bold=True)

    def step(name: str, words: str) -> Paragraph:
        lead: list[Span] = [("    ", text), (name, key)]
        return Paragraph([(words, text)], lead, 14)

    return [
        Paragraph([]),
        Paragraph([("  " + _("No meeting yet. Three ways to begin:"), bold)]),
        Paragraph([]),
        step(key_of("home.new"), _("a new meeting: its name, its kind, and you record")),
        step(key_of("home.import"), _("lines typed elsewhere (.txt), or a meeting (.json)")),
        step(key_of("home.demo"), _("a finished sample meeting (also: jiyao demo)")),
        Paragraph([]),
        Paragraph([("  " + _("Then type what is said, a line each:"), text)]),
        Paragraph([]),
        *[Paragraph([(f"    {line}", dim)]) for line in _lines()],
        Paragraph([]),
        step(key_of("app.help"), _("keys and grammar on one page, at any time")),
    ]


def _lines() -> list[str]:
    """A few lines of the grammar, in the language in use."""
    if i18n.current() == "zh_CN":
        return [
            "出席：市场部：李经理；研发部：陈工程师",
            "议题：上市时间节点对齐",
            "市场部：预热10月8日启动",
            "研发部反对：测试10月12日才完成",
            "决议：10月15日上市，由市场部执行",
            "行动：提交测试报告 @陈工程师 +市场部 、10月12日前",
        ]
    return [
        "present: Marketing: Li; Development: Chen",
        "topic: launch date",
        "Marketing: warm-up starts on 8 October",
        "decision: launch on 15 October",
        "action: hand in the test report @Chen +Marketing /12 Oct",
    ]
