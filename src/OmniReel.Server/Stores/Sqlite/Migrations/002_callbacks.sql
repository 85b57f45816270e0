-- Times are Unix milliseconds of the wall clock. A row is written in the transaction of the change that it tells of.
CREATE TABLE deliveries (
    number      INTEGER PRIMARY KEY,
    task_id     INTEGER NOT NULL,
    sequence    INTEGER NOT NULL,
    tenant      TEXT    NOT NULL,
    event       TEXT    NOT NULL,
    url         TEXT    NOT NULL,
    receiver    TEXT    NOT NULL,
    body        BLOB    NOT NULL,
    created_at  INTEGER NOT NULL,
    waits_since INTEGER NOT NULL,
    state       INTEGER NOT NULL DEFAULT 0 CHECK (state BETWEEN 0 AND 4),
    attempts    INTEGER NOT NULL DEFAULT 0,
    due_at      INTEGER,
    tried_at    INTEGER,
    last_status INTEGER,
    last_reason TEXT    NOT NULL DEFAULT '',
    last_answer TEXT    NOT NULL DEFAULT '',
    CHECK ((state = 0) = (due_at IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX deliveries_of_task ON deliveries (task_id, sequence);
CREATE INDEX deliveries_waiting ON deliveries (receiver, due_at) WHERE state = 0;
-- Entries of one tenant are in the order of number, as in every index.
CREATE INDEX deliveries_of_tenant ON deliveries (tenant);
CREATE INDEX deliveries_undelivered ON deliveries (tenant) WHERE state IN (2, 4);
