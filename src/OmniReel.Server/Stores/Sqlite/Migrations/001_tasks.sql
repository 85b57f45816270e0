-- Times are Unix milliseconds of the wall clock and are only shown. lease_until is not one of them: it counts milliseconds on the
-- monotonic clock named lease_clock, which lives as long as one opening of this file.
--
-- Rows lie in the order they were accepted in, not by id: an id is random within its second, and a group of accepts would touch a
-- page of its own with each row, where the end of a table takes them all into one or two.
CREATE TABLE tasks (
    queue_place      INTEGER PRIMARY KEY,
    id               INTEGER NOT NULL UNIQUE,
    tenant           TEXT    NOT NULL,
    external_task_id TEXT,
    status           INTEGER NOT NULL CHECK (status BETWEEN 0 AND 4),
    status_message   TEXT    NOT NULL DEFAULT '',
    facts            TEXT    NOT NULL,
    created_at       INTEGER NOT NULL,
    updated_at       INTEGER NOT NULL CHECK (updated_at >= created_at),
    version          INTEGER NOT NULL DEFAULT 1,
    attempts         INTEGER NOT NULL DEFAULT 0,
    result           TEXT,
    node             TEXT,
    lease_epoch      INTEGER NOT NULL DEFAULT 0,
    lease_clock      TEXT,
    lease_until      INTEGER,
    leases_lost      INTEGER NOT NULL DEFAULT 0,
    take_ups         INTEGER NOT NULL DEFAULT 0,
    CHECK ((status = 1) = (node IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX tasks_external ON tasks (tenant, external_task_id) WHERE external_task_id IS NOT NULL;
-- Ascending, and read backwards: new entries go to the end here too.
CREATE INDEX tasks_newest ON tasks (tenant, created_at, id);
-- Entries of one status are in the order of queue_place, as in every index.
CREATE INDEX tasks_queued ON tasks (status) WHERE status = 0;
CREATE INDEX tasks_running ON tasks (status) WHERE status = 1;

-- Apart, so that rows of tasks stay small: a body may be many megabytes.
CREATE TABLE bodies (
    queue_place INTEGER PRIMARY KEY REFERENCES tasks (queue_place) ON DELETE CASCADE,
    body        BLOB NOT NULL
) STRICT;

CREATE TABLE idempotency (
    tenant     TEXT    NOT NULL,
    key        TEXT    NOT NULL,
    body_hash  BLOB    NOT NULL,
    task_id    INTEGER NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
    request_id TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (tenant, key)
) STRICT, WITHOUT ROWID;
