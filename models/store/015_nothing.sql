-- That there is none, where somebody said so: no dispute on a topic, nobody who helps with an action.

ALTER TABLE topic ADD COLUMN no_dispute INTEGER NOT NULL DEFAULT 0;
ALTER TABLE action ADD COLUMN cooperating_none INTEGER NOT NULL DEFAULT 0;
