-- The people who help with an action; until now only their departments were kept.

CREATE TABLE helper (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting(id),
    action_id TEXT NOT NULL REFERENCES action(id),
    person_id TEXT NOT NULL REFERENCES person(id)
) STRICT;

CREATE INDEX helper_meeting_id ON helper(meeting_id);
CREATE INDEX helper_action_id ON helper(action_id);
CREATE INDEX helper_person_id ON helper(person_id);
