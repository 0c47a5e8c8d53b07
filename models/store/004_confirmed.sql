-- When somebody's attendance was changed after it had been confirmed.

ALTER TABLE person ADD COLUMN changed_at TEXT;
