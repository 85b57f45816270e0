-- A digest of all that a finished film was made from: the same digest is the same film. Null for films that no other task may show.
ALTER TABLE tasks ADD COLUMN film_key TEXT;
-- Entries of one film are in the order of queue_place, as in every index.
CREATE INDEX tasks_film ON tasks (tenant, film_key) WHERE film_key IS NOT NULL;
