"""`org import`: the company's list, taken in once for all meetings."""

from __future__ import annotations

from pathlib import Path

import click

from models.i18n import _, ngettext
from models.importing import take_in_company
from tui.commands.session import Session, command, shared_options


def commands() -> list[click.Command]:
    """The subcommands of this module."""
    file = click.Argument(["file"], type=click.Path(path_type=Path), metavar="FILE.csv")
    summary = _("Takes in the company's list: departments, people, titles, heads, order, aliases, addresses.")
    group = click.Group(
        "org",
        help=_("The company's list, from which names, titles and the order of departments come."),
        params=shared_options(),
        options_metavar=_("[OPTIONS]"),
        subcommand_metavar=_("[COMMAND] [ARGUMENTS]"),
    )
    group.add_command(command("import", import_list, summary, file))
    return [group]


def import_list(session: Session, file: Path) -> None:
    """Puts the list of a file in the place of the one that stands."""
    found = take_in_company(session.store, file)
    heads = sum(person.head for person in found.people)
    counts = {"departments": len(found.departments), "people": len(found.people), "heads": heads}
    session.answer(counts, lambda: _counted(counts))


def _counted(counts: dict[str, int]) -> str:
    departments, people = counts["departments"], counts["people"]
    return _("{departments}, {people}").format(
        departments=ngettext("{n} department", "{n} departments", departments).format(n=departments),
        people=ngettext("{n} person", "{n} people", people).format(n=people),
    )
