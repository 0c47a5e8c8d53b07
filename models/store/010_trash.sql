-- Meetings that were put into the trash, and when; what stands here is deleted for good after thirty days.

CREATE TABLE trash (
    meeting_id TEXT PRIMARY KEY NOT NULL REFERENCES meeting(id),
    at TEXT NOT NULL
) STRICT;
