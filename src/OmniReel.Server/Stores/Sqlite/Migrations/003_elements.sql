-- An element and the task that makes it are one row. Times are Unix milliseconds of the wall clock and are only shown.
CREATE TABLE elements (
    task_id          INTEGER PRIMARY KEY,
    id               INTEGER NOT NULL UNIQUE,
    tenant           TEXT    NOT NULL,
    external_task_id TEXT,
    form             INTEGER NOT NULL CHECK (form BETWEEN 0 AND 1),
    status           INTEGER NOT NULL CHECK (status BETWEEN 0 AND 3),
    status_message   TEXT    NOT NULL DEFAULT '',
    facts            TEXT    NOT NULL,
    media            TEXT,
    deleted          INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    attempts         INTEGER NOT NULL DEFAULT 0,
    created_at       INTEGER NOT NULL,
    updated_at       INTEGER NOT NULL CHECK (updated_at >= created_at),
    idempotency_key  TEXT,
    body_hash        BLOB,
    request_id       TEXT,
    CHECK ((status = 2) = (media IS NOT NULL)),
    CHECK (deleted = 0 OR status = 2)
) STRICT;

CREATE UNIQUE INDEX elements_external ON elements (tenant, external_task_id) WHERE external_task_id IS NOT NULL;
CREATE UNIQUE INDEX elements_key ON elements (tenant, idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX elements_newest ON elements (tenant, form, created_at, task_id);
CREATE INDEX elements_pending ON elements (status) WHERE status < 2;

-- Only while the element is being made: inline images may be many megabytes.
CREATE TABLE element_bodies (
    task_id INTEGER PRIMARY KEY REFERENCES elements (task_id) ON DELETE CASCADE,
    body    BLOB NOT NULL
) STRICT;
