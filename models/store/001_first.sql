-- The first schema. It is never edited once released: what comes later is a migration of its own.
-- Every table whose rows belong to a meeting mirrors a class of models/meeting.py.

CREATE TABLE meeting (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    scenario TEXT NOT NULL DEFAULT '',
    theme TEXT NOT NULL DEFAULT '',
    goal TEXT NOT NULL DEFAULT '',
    sponsor TEXT NOT NULL DEFAULT '',
    starts_at TEXT,
    ends_at TEXT,
    place TEXT NOT NULL DEFAULT '',
    online TEXT NOT NULL DEFAULT '',
    host TEXT NOT NULL DEFAULT '',
    recorder TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT 'draft',
    next_at TEXT,
    next_place TEXT NOT NULL DEFAULT '',
    previous_meeting_id TEXT REFERENCES meeting(id),
    adjourned_at TEXT,
    recapped_at TEXT,
    closed_at TEXT,
    closed_by TEXT NOT NULL DEFAULT '',
    live_topic_id TEXT REFERENCES topic(id),
    speaker_department_id TEXT REFERENCES department(id),
    speaker_person_id TEXT REFERENCES person(id)
) STRICT;

CREATE TABLE material (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting(id),
    seq INTEGER NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE checklist_item (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting(id),
    seq INTEGER NOT NULL,
    text TEXT NOT NULL,
    done INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE department (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting(id),
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    aliases TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE person (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting(id),
    department_id TEXT REFERENCES department(id),
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    full_name TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    head INTEGER NOT NULL DEFAULT 0,
    role TEXT NOT NULL DEFAULT 'attendee',
    attendance TEXT NOT NULL DEFAULT 'unknown',
    reason TEXT NOT NULL DEFAULT '',
    proxy TEXT NOT NULL DEFAULT '',
    arrived_at TEXT,
    left_at TEXT
) STRICT;

CREATE TABLE topic (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting(id),
    seq INTEGER NOT NULL,
    number TEXT NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    minutes INTEGER,
    expected TEXT NOT NULL DEFAULT '',
    presenter TEXT NOT NULL DEFAULT '',
    head_count INTEGER,
    outcome TEXT
) STRICT;

CREATE TABLE topic_department (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting(id),
    topic_id TEXT NOT NULL REFERENCES topic(id),
    department_id TEXT NOT NULL REFERENCES department(id)
) STRICT;

CREATE TABLE topic_time (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting(id),
    topic_id TEXT NOT NULL REFERENCES topic(id),
    began_at TEXT NOT NULL,
    ended_at TEXT
) STRICT;

CREATE TABLE pause (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting(id),
    began_at TEXT NOT NULL,
    minutes INTEGER,
    ended_at TEXT
) STRICT;

CREATE TABLE background (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting(id),
    topic_id TEXT NOT NULL REFERENCES topic(id),
    seq INTEGER NOT NULL,
    at TEXT,
    changed_at TEXT,
    doubt INTEGER NOT NULL DEFAULT 0,
    left_out INTEGER NOT NULL DEFAULT 0,
    candidates TEXT NOT NULL DEFAULT '',
    line_id TEXT REFERENCES line(id),
    text TEXT NOT NULL
) STRICT;

CREATE TABLE point (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting(id),
    topic_id TEXT NOT NULL REFERENCES topic(id),
    seq INTEGER NOT NULL,
    at TEXT,
    changed_at TEXT,
    doubt INTEGER NOT NULL DEFAULT 0,
    left_out INTEGER NOT NULL DEFAULT 0,
    candidates TEXT NOT NULL DEFAULT '',
    line_id TEXT REFERENCES line(id),
    text TEXT NOT NULL
) STRICT;

CREATE TABLE opinion (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting(id),
    topic_id TEXT NOT NULL REFERENCES topic(id),
    seq INTEGER NOT NULL,
    at TEXT,
    changed_at TEXT,
    doubt INTEGER NOT NULL DEFAULT 0,
    left_out INTEGER NOT NULL DEFAULT 0,
    candidates TEXT NOT NULL DEFAULT '',
    line_id TEXT REFERENCES line(id),
    department_id TEXT REFERENCES department(id),
    person_id TEXT REFERENCES person(id),
    stance TEXT NOT NULL DEFAULT 'none',
    text TEXT NOT NULL
) STRICT;

CREATE TABLE disagreement (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting(id),
    topic_id TEXT NOT NULL REFERENCES topic(id),
    seq INTEGER NOT NULL,
    at TEXT,
    changed_at TEXT,
    doubt INTEGER NOT NULL DEFAULT 0,
    left_out INTEGER NOT NULL DEFAULT 0,
    candidates TEXT NOT NULL DEFAULT '',
    line_id TEXT REFERENCES line(id),
    dispute TEXT NOT NULL DEFAULT '',
    consensus TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT 'open',
    reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE resolution (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting(id),
    topic_id TEXT NOT NULL REFERENCES topic(id),
    seq INTEGER NOT NULL,
    at TEXT,
    changed_at TEXT,
    doubt INTEGER NOT NULL DEFAULT 0,
    left_out INTEGER NOT NULL DEFAULT 0,
    candidates TEXT NOT NULL DEFAULT '',
    line_id TEXT REFERENCES line(id),
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    executing_department_id TEXT REFERENCES department(id),
    effective_text TEXT NOT NULL DEFAULT '',
    effective TEXT,
    vote TEXT NOT NULL DEFAULT '',
    superseded_by TEXT REFERENCES resolution(id)
) STRICT;

CREATE TABLE action (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting(id),
    topic_id TEXT NOT NULL REFERENCES topic(id),
    seq INTEGER NOT NULL,
    at TEXT,
    changed_at TEXT,
    doubt INTEGER NOT NULL DEFAULT 0,
    left_out INTEGER NOT NULL DEFAULT 0,
    candidates TEXT NOT NULL DEFAULT '',
    line_id TEXT REFERENCES line(id),
    number INTEGER NOT NULL,
    task TEXT NOT NULL,
    owner_department_id TEXT REFERENCES department(id),
    owner_id TEXT REFERENCES person(id),
    due_text TEXT NOT NULL DEFAULT '',
    due TEXT,
    due_flags TEXT NOT NULL DEFAULT '',
    due_by_hand INTEGER NOT NULL DEFAULT 0,
    status TEXT NOT NULL DEFAULT 'open',
    condition_of TEXT REFERENCES resolution(id)
) STRICT;

CREATE TABLE open_issue (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting(id),
    topic_id TEXT NOT NULL REFERENCES topic(id),
    seq INTEGER NOT NULL,
    at TEXT,
    changed_at TEXT,
    doubt INTEGER NOT NULL DEFAULT 0,
    left_out INTEGER NOT NULL DEFAULT 0,
    candidates TEXT NOT NULL DEFAULT '',
    line_id TEXT REFERENCES line(id),
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    lead_department_id TEXT REFERENCES department(id),
    lead_id TEXT REFERENCES person(id),
    handling TEXT NOT NULL DEFAULT '',
    revisit_text TEXT NOT NULL DEFAULT '',
    revisit TEXT
) STRICT;

CREATE TABLE note (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting(id),
    topic_id TEXT NOT NULL REFERENCES topic(id),
    seq INTEGER NOT NULL,
    at TEXT,
    changed_at TEXT,
    doubt INTEGER NOT NULL DEFAULT 0,
    left_out INTEGER NOT NULL DEFAULT 0,
    candidates TEXT NOT NULL DEFAULT '',
    line_id TEXT REFERENCES line(id),
    text TEXT NOT NULL
) STRICT;

CREATE TABLE party (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting(id),
    disagreement_id TEXT NOT NULL REFERENCES disagreement(id),
    department_id TEXT NOT NULL REFERENCES department(id)
) STRICT;

CREATE TABLE cooperation (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting(id),
    action_id TEXT NOT NULL REFERENCES action(id),
    department_id TEXT NOT NULL REFERENCES department(id)
) STRICT;

CREATE TABLE written (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting(id),
    topic_id TEXT NOT NULL REFERENCES topic(id),
    seq INTEGER NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE objection (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting(id),
    topic_id TEXT REFERENCES topic(id),
    item TEXT NOT NULL,
    by TEXT NOT NULL,
    text TEXT NOT NULL,
    at TEXT
) STRICT;

CREATE TABLE confirmation (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting(id),
    page TEXT NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL DEFAULT '',
    head_count INTEGER
) STRICT;

CREATE TABLE waiver (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting(id),
    rule TEXT NOT NULL,
    item TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

-- How the meetings were changed: every accepted line and every other change is a step, every row it touched a change.
-- Rows of `change` are written by triggers, whoever writes; one written from outside has no step.
CREATE TABLE step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id TEXT NOT NULL,
    label TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL,
    "window" TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT 'edit' CHECK (kind IN ('start', 'edit', 'undo', 'redo')),
    target INTEGER REFERENCES step(id),
    state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone', 'dead'))
) STRICT;

CREATE TABLE change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    step_id INTEGER REFERENCES step(id),
    meeting_id TEXT NOT NULL,
    "table" TEXT NOT NULL,
    row_id TEXT NOT NULL,
    before TEXT,
    after TEXT
) STRICT;

-- The step that is being written; empty outside a step.
CREATE TABLE open_step (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    step_id INTEGER
) STRICT;

-- Every accepted or imported line as it was typed; rows are only ever added.
CREATE TABLE line (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting(id),
    step_id INTEGER NOT NULL REFERENCES step(id),
    at TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

-- The unfinished text of a window's capture bar.
CREATE TABLE draft (
    meeting_id TEXT NOT NULL REFERENCES meeting(id),
    "window" TEXT NOT NULL,
    text TEXT NOT NULL,
    cursor INTEGER NOT NULL,
    editing TEXT,
    at TEXT NOT NULL,
    PRIMARY KEY (meeting_id, "window")
) STRICT;

-- The last number given of each kind; never taken back.
CREATE TABLE counter (
    meeting_id TEXT NOT NULL,
    name TEXT NOT NULL,
    value INTEGER NOT NULL,
    PRIMARY KEY (meeting_id, name)
) STRICT, WITHOUT ROWID;

-- The last step of each meeting, for the list of meetings.
CREATE TABLE latest (
    meeting_id TEXT PRIMARY KEY NOT NULL,
    step_id INTEGER NOT NULL,
    at TEXT NOT NULL
) STRICT;

-- Pinyin codes by which a name can be typed, computed once.
CREATE TABLE name_code (
    name TEXT PRIMARY KEY NOT NULL,
    codes TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A copy of what can be searched, NFKC and lower case, and up to which change it stands.
CREATE TABLE search (
    id INTEGER PRIMARY KEY,
    meeting_id TEXT NOT NULL,
    "table" TEXT NOT NULL,
    row_id TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE search_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    change_id INTEGER NOT NULL
) STRICT;

CREATE INDEX meeting_live_topic_id ON meeting(live_topic_id);
CREATE INDEX meeting_speaker_department_id ON meeting(speaker_department_id);
CREATE INDEX meeting_speaker_person_id ON meeting(speaker_person_id);
CREATE INDEX meeting_previous_meeting_id ON meeting(previous_meeting_id);
CREATE INDEX material_meeting_id ON material(meeting_id);
CREATE INDEX checklist_item_meeting_id ON checklist_item(meeting_id);
CREATE INDEX department_meeting_id ON department(meeting_id);
CREATE INDEX person_meeting_id ON person(meeting_id);
CREATE INDEX person_department_id ON person(department_id);
CREATE INDEX topic_meeting_id ON topic(meeting_id);
CREATE INDEX topic_department_meeting_id ON topic_department(meeting_id);
CREATE INDEX topic_department_topic_id ON topic_department(topic_id);
CREATE INDEX topic_department_department_id ON topic_department(department_id);
CREATE INDEX topic_time_meeting_id ON topic_time(meeting_id);
CREATE INDEX topic_time_topic_id ON topic_time(topic_id);
CREATE INDEX pause_meeting_id ON pause(meeting_id);
CREATE INDEX background_meeting_id ON background(meeting_id);
CREATE INDEX background_topic_id ON background(topic_id);
CREATE INDEX point_meeting_id ON point(meeting_id);
CREATE INDEX point_topic_id ON point(topic_id);
CREATE INDEX opinion_meeting_id ON opinion(meeting_id);
CREATE INDEX opinion_topic_id ON opinion(topic_id);
CREATE INDEX opinion_department_id ON opinion(department_id);
CREATE INDEX opinion_person_id ON opinion(person_id);
CREATE INDEX disagreement_meeting_id ON disagreement(meeting_id);
CREATE INDEX disagreement_topic_id ON disagreement(topic_id);
CREATE INDEX resolution_meeting_id ON resolution(meeting_id);
CREATE INDEX resolution_topic_id ON resolution(topic_id);
CREATE INDEX resolution_executing_department_id ON resolution(executing_department_id);
CREATE INDEX resolution_superseded_by ON resolution(superseded_by);
CREATE INDEX action_meeting_id ON action(meeting_id);
CREATE INDEX action_topic_id ON action(topic_id);
CREATE INDEX action_owner_department_id ON action(owner_department_id);
CREATE INDEX action_owner_id ON action(owner_id);
CREATE INDEX action_condition_of ON action(condition_of);
CREATE INDEX open_issue_meeting_id ON open_issue(meeting_id);
CREATE INDEX open_issue_topic_id ON open_issue(topic_id);
CREATE INDEX open_issue_lead_department_id ON open_issue(lead_department_id);
CREATE INDEX open_issue_lead_id ON open_issue(lead_id);
CREATE INDEX note_meeting_id ON note(meeting_id);
CREATE INDEX note_topic_id ON note(topic_id);
CREATE INDEX party_meeting_id ON party(meeting_id);
CREATE INDEX party_disagreement_id ON party(disagreement_id);
CREATE INDEX party_department_id ON party(department_id);
CREATE INDEX cooperation_meeting_id ON cooperation(meeting_id);
CREATE INDEX cooperation_action_id ON cooperation(action_id);
CREATE INDEX cooperation_department_id ON cooperation(department_id);
CREATE INDEX written_meeting_id ON written(meeting_id);
CREATE INDEX written_topic_id ON written(topic_id);
CREATE INDEX objection_meeting_id ON objection(meeting_id);
CREATE INDEX objection_topic_id ON objection(topic_id);
CREATE INDEX confirmation_meeting_id ON confirmation(meeting_id);
CREATE INDEX waiver_meeting_id ON waiver(meeting_id);
CREATE INDEX step_meeting_id ON step(meeting_id, id);
CREATE INDEX step_target ON step(target);
CREATE INDEX step_undone ON step(meeting_id) WHERE state = 'undone';
CREATE INDEX change_meeting_id ON change(meeting_id, id);
CREATE INDEX change_step_id ON change(step_id);
CREATE INDEX change_row_id ON change(row_id);
CREATE INDEX line_meeting_id ON line(meeting_id);
CREATE INDEX line_step_id ON line(step_id);
CREATE INDEX latest_step_id ON latest(step_id);

INSERT INTO open_step (id, step_id) VALUES (1, NULL);
INSERT INTO search_state (id, change_id) VALUES (1, 0);

-- The actions of all meetings, in words, for people who query the file.
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
    action.doubt
FROM action
JOIN meeting ON meeting.id = action.meeting_id
JOIN topic ON topic.id = action.topic_id
LEFT JOIN department ON department.id = action.owner_department_id
LEFT JOIN person ON person.id = action.owner_id
LEFT JOIN resolution ON resolution.id = action.condition_of;
