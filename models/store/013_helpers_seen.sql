-- The actions of all meetings, now with the people who help.
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
            SELECT other.name
            FROM cooperation JOIN department AS other ON other.id = cooperation.department_id
            WHERE cooperation.action_id = action.id
            ORDER BY other.number
        )
    ) AS cooperating,
    (
        SELECT group_concat(name, '、')
        FROM (
            SELECT somebody.name
            FROM helper JOIN person AS somebody ON somebody.id = helper.person_id
            WHERE helper.action_id = action.id
            ORDER BY helper.rowid
        )
    ) AS helpers,
    (
        SELECT group_concat(name, '、')
        FROM (
            SELECT somebody.name
            FROM helper JOIN person AS somebody ON somebody.id = helper.person_id
            WHERE helper.action_id = action.id
            UNION ALL
            SELECT other.name
            FROM cooperation JOIN department AS other ON other.id = cooperation.department_id
            WHERE cooperation.action_id = action.id AND NOT EXISTS (
                SELECT 1 FROM helper JOIN person AS somebody ON somebody.id = helper.person_id
                WHERE helper.action_id = action.id AND somebody.department_id = other.id
            )
        )
    ) AS helping,
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
