-- Elements of ours that were made at an upstream, so that each is made there once.
CREATE TABLE upstream_elements (
    connection  TEXT    NOT NULL,
    element     TEXT    NOT NULL, -- our id of it, decimal digits
    edition     INTEGER NOT NULL,
    task_id     TEXT    NOT NULL,
    upstream_id TEXT    NOT NULL,
    made_at     INTEGER NOT NULL, -- Unix milliseconds
    PRIMARY KEY (connection, element)
) STRICT, WITHOUT ROWID;
