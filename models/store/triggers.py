"""The triggers that log every change of a row, whoever makes it.

They are made from the tables as they really are, because a rebuilt table silently loses its triggers and an added
column is missing in their bodies: so they are compared with what they should be whenever a file is opened.
"""

from __future__ import annotations

from collections import defaultdict

from models.store.connection import Connection

_PREFIX = "log_"
_LOGS = frozenset({"step", "change", "line", "search"})
"""The tables that keep what is said about rows: they are the log and its copies, and are not logged."""


def renew_triggers(connection: Connection) -> bool:
    """Makes the triggers what the tables ask for; says whether anything had to be done."""
    wanted = _wanted(connection)
    if _present(connection) == wanted:
        return False
    with connection.immediate():
        drop_triggers(connection)
        for sql in wanted.values():
            connection.execute(sql)
    return True


def drop_triggers(connection: Connection) -> None:
    """Takes the triggers away: what is written from here on is not logged."""
    for name in _present(connection):
        connection.execute(f"DROP TRIGGER {name}")


def _present(connection: Connection) -> dict[str, str]:
    return dict(
        connection.rows(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND substr(name, 1, ?) = ?",
            (len(_PREFIX), _PREFIX),
        )
    )


def logged_tables(connection: Connection) -> dict[str, list[str]]:
    """The tables that hold rows of a meeting, with their columns: each row has an id of its own and its meeting's."""
    columns: dict[str, list[str]] = defaultdict(list)
    for table, column in connection.rows(
        "SELECT m.name, p.name FROM sqlite_master AS m, pragma_table_info(m.name) AS p WHERE m.type = 'table'"
    ):
        columns[table].append(column)
    return {table: names for table, names in columns.items() if _is_of_meetings(table, names)}


def _is_of_meetings(table: str, columns: list[str]) -> bool:
    return table == "meeting" or ({"id", "meeting_id"} <= {*columns} and not _LOGS & {table})


def _wanted(connection: Connection) -> dict[str, str]:
    return dict(
        _trigger(table, columns, event)
        for table, columns in logged_tables(connection).items()
        for event in ("INSERT", "UPDATE", "DELETE")
    )


def _trigger(table: str, columns: list[str], event: str) -> tuple[str, str]:
    """One trigger's name and SQL."""
    name = f"{_PREFIX}{table}_{event.lower()}"
    row = "OLD" if event == "DELETE" else "NEW"
    meeting = "id" if table == "meeting" else "meeting_id"
    before = "NULL" if event == "INSERT" else _image("OLD", columns)
    after = "NULL" if event == "DELETE" else _image("NEW", columns)
    return name, (
        f"CREATE TRIGGER {name} AFTER {event} ON {table} BEGIN"
        ' INSERT INTO change (step_id, meeting_id, "table", row_id, before, after)'
        f" VALUES ((SELECT step_id FROM open_step), {row}.{meeting}, '{table}', {row}.id, {before}, {after});"
        " END"
    )


def _image(row: str, columns: list[str]) -> str:
    return "json_object(" + ", ".join(f"'{column}', {row}.{column}" for column in columns) + ")"
