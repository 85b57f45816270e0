-- Paid submits, never deleted: what was sent for money, and what became of it. Times are Unix milliseconds of the wall clock.
-- lost_at: when it came to be Unknown; it stays where the answer comes after all.
CREATE TABLE submits (
    id          INTEGER PRIMARY KEY,
    task_id     INTEGER NOT NULL,
    tenant      TEXT    NOT NULL,
    sequence    INTEGER NOT NULL,
    connection  TEXT    NOT NULL,
    reference   TEXT    NOT NULL,
    supersedes  INTEGER NOT NULL DEFAULT 0,
    body_sum    TEXT    NOT NULL,
    state       INTEGER NOT NULL CHECK (state BETWEEN 0 AND 11),
    sent_at     INTEGER NOT NULL,
    settles_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL,
    lost_at     INTEGER,
    upstream_id TEXT,
    units       TEXT    NOT NULL,
    note        TEXT    NOT NULL DEFAULT '',
    film_url    TEXT,
    CHECK (state <> 2 OR upstream_id IS NOT NULL)
) STRICT;

CREATE UNIQUE INDEX submits_of_task ON submits (task_id, sequence);
-- Whatever the program does: no task waits for two films that cost money.
CREATE UNIQUE INDEX submits_open ON submits (task_id) WHERE state IN (0, 1, 2);
-- A reference is used once, and once more only for what is sent again in place of a certain other.
CREATE UNIQUE INDEX submits_reference ON submits (reference, supersedes);
-- One film is one task's. What is given up may name it too: it is found by that.
CREATE UNIQUE INDEX submits_film ON submits (connection, upstream_id) WHERE state IN (2, 3, 4);
CREATE INDEX submits_upstream ON submits (connection, upstream_id) WHERE upstream_id IS NOT NULL;
-- Entries of one key are in the order of id, as in every index.
CREATE INDEX submits_unfinished ON submits (connection) WHERE state IN (0, 1, 2);
CREATE INDEX submits_states ON submits (state);
CREATE INDEX submits_counts ON submits (connection, state);
CREATE INDEX submits_lost ON submits (connection, lost_at) WHERE lost_at IS NOT NULL;

-- What an upstream has under a reference of ours, and no submit is known for.
CREATE TABLE strange_films (
    number      INTEGER PRIMARY KEY,
    connection  TEXT    NOT NULL,
    upstream_id TEXT    NOT NULL,
    reference   TEXT    NOT NULL,
    created_at  INTEGER NOT NULL,
    found_at    INTEGER NOT NULL,
    note        TEXT    NOT NULL,
    UNIQUE (connection, upstream_id)
) STRICT;
