-- The written side of the minutes: which entries a sentence stands for, and what they said when it was written.

CREATE TABLE written_source (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting(id),
    written_id TEXT NOT NULL REFERENCES written(id),
    item TEXT NOT NULL,
    part TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL
) STRICT;

CREATE INDEX written_source_meeting_id ON written_source(meeting_id);
CREATE INDEX written_source_written_id ON written_source(written_id);
