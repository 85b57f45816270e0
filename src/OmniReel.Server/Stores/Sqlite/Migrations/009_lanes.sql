-- The engine that a task is with now, and those that could not take it, one a line. Each engine has a part of the queue of its own.
ALTER TABLE tasks ADD COLUMN engine TEXT NOT NULL DEFAULT '(unreadable)';
ALTER TABLE tasks ADD COLUMN tried  TEXT NOT NULL DEFAULT '';
UPDATE tasks SET engine = CASE WHEN json_valid(facts) THEN coalesce(json_extract(facts, '$.engine'), '(unreadable)') ELSE '(unreadable)' END;

DROP INDEX tasks_queued;
-- Entries of one engine and kind are in the order of queue_place, as in every index.
CREATE INDEX tasks_queued ON tasks (engine, has_inputs) WHERE status = 0;
