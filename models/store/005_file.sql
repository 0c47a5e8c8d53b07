-- Which file this is: another for each file that is made and each copy that is written, so that a copy put in the
-- place of an open file is known, whatever keeps its name.

CREATE TABLE file (
    id TEXT PRIMARY KEY NOT NULL
) STRICT;

INSERT INTO file (id) VALUES (lower(hex(randomblob(8))));
