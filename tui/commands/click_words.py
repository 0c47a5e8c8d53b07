"""The sentences click itself says about a command line, named here so that the catalogues hold their translation.

Click asks the standard gettext for them when it speaks; `tui.command` lets that answer from jiyao's catalogues.
"""

from __future__ import annotations

from models.i18n import _, ngettext


def sentences() -> tuple[str, ...]:
    """Every sentence of click that a jiyao command line can bring about, in the language in use."""
    return (
        _("Usage:"),
        _("Options"),
        _("Commands"),
        _("Positional arguments"),
        _("Show this message and exit."),
        _("required"),
        _("default: {default}"),
        _("Error: {message}"),
        _("Try '{command} {option}' for help."),
        _("Invalid value: {message}"),
        _("Invalid value for {param_hint}: {message}"),
        _("Missing argument"),
        _("Missing option"),
        _("Missing parameter: {param_name}"),
        _("No such option {name!r}."),
        _("No such command {name!r}."),
        _("Option {name!r} does not take a value."),
        _("Aborted!"),
        ngettext("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", 2),
        ngettext("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})", 2),
        ngettext("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments.", 1),
        ngettext("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", 2),
    )
