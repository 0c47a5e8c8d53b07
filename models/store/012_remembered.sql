-- What the screens remember from one time to the next: the folder of the last export.

CREATE TABLE remembered (
    name TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
