-- What whoever looks on live is told of beside what was just received: replays, which may be of any day. Few rows are in
-- these, and a delivery that nobody replays never is.
CREATE INDEX ix_deliveries_replaying ON deliveries (organization_id) WHERE outcome_before IS NOT NULL;
CREATE INDEX ix_attempts_replays ON attempts (organization_id, finished_at) WHERE started_by IS NOT NULL;
