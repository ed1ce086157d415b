-- Nodes hear of a refusal, and of its end, in any order with what they find out themselves.
ALTER TABLE connections ADD COLUMN credentials_revision bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN connections.credentials_revision IS
  'counts the changes of credentials_failing_since, so that a node never takes an older state for a newer one';
