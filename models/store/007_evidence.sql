-- Whose an opinion is: known only because nobody else was named, or not at all (谁说的？).

ALTER TABLE opinion ADD COLUMN asks TEXT NOT NULL DEFAULT '';
ALTER TABLE opinion ADD COLUMN carried INTEGER NOT NULL DEFAULT 0;
ALTER TABLE point ADD COLUMN asks TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN speaker_asks INTEGER NOT NULL DEFAULT 0;

-- An action of every department that is there (各部门), which is none of the list.
ALTER TABLE action ADD COLUMN for_all INTEGER NOT NULL DEFAULT 0;
