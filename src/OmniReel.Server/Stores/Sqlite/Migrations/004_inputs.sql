-- Tasks with inputs to be brought here wait in a part of the index of their own: while there is no room for them, those without are
-- found behind them without a walk.
ALTER TABLE tasks ADD COLUMN has_inputs INTEGER GENERATED ALWAYS AS
    (CASE WHEN json_valid(facts) THEN json_extract(facts, '$.kind.input') IS NOT 'TextToVideo' ELSE 0 END) VIRTUAL;

DROP INDEX tasks_queued;
-- Entries of one kind are in the order of queue_place, as in every index.
CREATE INDEX tasks_queued ON tasks (has_inputs) WHERE status = 0;
