-- What an office file says of itself: its number, who gets a copy, who signs it, who issues it.

ALTER TABLE meeting ADD COLUMN document_number TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN copies TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN signed_by TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN issuer TEXT NOT NULL DEFAULT '';
