-- What an element holds: its body while it is to be made, then its media. Of those made before this, the media are not known.
ALTER TABLE elements ADD COLUMN bytes INTEGER NOT NULL DEFAULT 0;
UPDATE elements SET bytes = coalesce((SELECT length(body) FROM element_bodies WHERE element_bodies.task_id = elements.task_id), 0) WHERE status < 2;

CREATE INDEX elements_bytes ON elements (tenant, bytes) WHERE bytes > 0;
CREATE INDEX elements_leaving ON elements (updated_at) WHERE deleted = 1 AND media <> '[]';
