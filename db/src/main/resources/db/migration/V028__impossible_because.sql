ALTER TABLE replay_batches ADD COLUMN impossible_because json NOT NULL DEFAULT '[]';
COMMENT ON COLUMN replay_batches.impossible_because IS
  'why deliveries could not be tried when it was planned: the most frequent sentences, and of how many each was true';
