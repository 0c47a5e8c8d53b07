-- What happens before a meeting: the company's list, and what later meetings say about the items of earlier ones.

ALTER TABLE department ADD COLUMN company_order INTEGER;
ALTER TABLE person ADD COLUMN company_order INTEGER;
ALTER TABLE open_issue ADD COLUMN settled_at TEXT;

CREATE TABLE progress (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting(id),
    item TEXT NOT NULL,
    said_in TEXT NOT NULL,
    at TEXT NOT NULL,
    text TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT '',
    due_before TEXT,
    due TEXT
) STRICT;

CREATE INDEX progress_meeting_id ON progress(meeting_id);
CREATE INDEX progress_item ON progress(item);

-- The company's departments and people, of all meetings; an import replaces them as a whole.
CREATE TABLE company_department (
    place INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    aliases TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE company_person (
    place INTEGER PRIMARY KEY,
    department TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL,
    full_name TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    head INTEGER NOT NULL DEFAULT 0,
    aliases TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT ''
) STRICT;

-- When the list was last imported; no row before the first import.
CREATE TABLE company_import (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    version INTEGER NOT NULL,
    at TEXT NOT NULL
) STRICT;

-- The actions of all meetings, now with the first date and how often it slipped.
DROP VIEW all_actions;

CREATE VIEW all_actions AS
SELECT
    action.id,
    action.meeting_id,
    meeting.name AS meeting,
    meeting.starts_at,
    topic.number AS topic_number,
    topic.title AS topic,
    'A' || action.number AS number,
    action.task,
    department.name AS owner_department,
    person.name AS owner,
    (
        SELECT group_concat(name, '、')
        FROM (
            SELECT helper.name
            FROM cooperation JOIN department AS helper ON helper.id = cooperation.department_id
            WHERE cooperation.action_id = action.id
            ORDER BY helper.number
        )
    ) AS cooperating,
    action.due_text,
    action.due,
    action.due_flags,
    action.status,
    'D' || resolution.number AS condition_of,
    action.doubt,
    (
        SELECT progress.due_before FROM progress
        WHERE progress.item = action.id AND progress.due_before IS NOT progress.due
        ORDER BY progress.at, progress.rowid LIMIT 1
    ) AS first_due,
    (
        SELECT count(*) FROM progress
        WHERE progress.item = action.id AND progress.due_before IS NOT progress.due
    ) AS slips
FROM action
JOIN meeting ON meeting.id = action.meeting_id
JOIN topic ON topic.id = action.topic_id
LEFT JOIN department ON department.id = action.owner_department_id
LEFT JOIN person ON person.id = action.owner_id
LEFT JOIN resolution ON resolution.id = action.condition_of;
