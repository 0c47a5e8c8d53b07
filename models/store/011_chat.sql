-- What a pasted chat calls whoever said it, where nobody of the meeting is called so.

ALTER TABLE opinion ADD COLUMN said_as TEXT NOT NULL DEFAULT '';
