-- Numbers become consecutive once, or their gaps are kept: which it was, and since when.

ALTER TABLE meeting ADD COLUMN numbered_at TEXT;
ALTER TABLE meeting ADD COLUMN gaps_kept INTEGER NOT NULL DEFAULT 0;

-- Which change an unfinished line was typed after: the numbers in it are those of that moment.
ALTER TABLE draft ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;

-- What was shown to the room and when: it is no change of the meeting, and nothing to be undone.
CREATE TABLE shown (
    meeting_id TEXT NOT NULL REFERENCES meeting(id),
    what TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (meeting_id, what)
) STRICT, WITHOUT ROWID;
