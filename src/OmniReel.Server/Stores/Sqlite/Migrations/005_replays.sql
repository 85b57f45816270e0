-- How often a delivery was replayed: an attempt that began before a replay does not write over its fresh schedule.
ALTER TABLE deliveries ADD COLUMN replays INTEGER NOT NULL DEFAULT 0;
