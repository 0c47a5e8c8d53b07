-- The screen a step was made on: undo on one screen stops at what was done on another, and names it.

ALTER TABLE step ADD COLUMN screen TEXT NOT NULL DEFAULT '';

-- Of earlier steps only those on what no other screen changes are known for sure.
UPDATE step SET screen = 'prepare' WHERE kind = 'edit' AND id IN (
    SELECT step_id FROM change WHERE "table" IN ('material', 'checklist_item') AND step_id IS NOT NULL
);
UPDATE step SET screen = 'recap' WHERE kind = 'edit' AND id IN (
    SELECT step_id FROM change WHERE "table" IN ('objection', 'confirmation') AND after IS NOT NULL
        AND step_id IS NOT NULL
);
UPDATE step SET screen = 'polish' WHERE kind = 'edit' AND id IN (
    SELECT step_id FROM change WHERE "table" IN ('written', 'written_source') AND after IS NOT NULL
        AND step_id IS NOT NULL
);
