-- Several deliveries that are replayed together. What a batch replays is settled when it is planned: one row for each
-- delivery, with what was known of it then. Days of deliveries are dropped whole, so no row refers to one by a foreign key.
CREATE TABLE replay_batches (
  organization_id         uuid        NOT NULL,
  batch_id                uuid        NOT NULL,
  state                   text        NOT NULL,
  is_as_now               boolean     NOT NULL,
  filter                  json,
  created_by              text        NOT NULL,
  created_at              timestamptz NOT NULL,
  started_by              text,
  started_at              timestamptz,
  ended_at                timestamptz,
  pause_reason            text,
  troubles                smallint    NOT NULL DEFAULT 0,
  is_succeeded_confirmed  boolean     NOT NULL DEFAULT false,
  is_uncertain_confirmed  boolean     NOT NULL DEFAULT false,
  is_incomplete_confirmed boolean     NOT NULL DEFAULT false,
  CONSTRAINT pk_replay_batches PRIMARY KEY (organization_id, batch_id),
  CONSTRAINT fk_replay_batches_organization FOREIGN KEY (organization_id) REFERENCES organizations (organization_id) ON DELETE CASCADE,
  CONSTRAINT ck_replay_batches_state CHECK (state IN ('PLANNED', 'RUNNING', 'PAUSED', 'DONE', 'CANCELLED')),
  CONSTRAINT ck_replay_batches_ended CHECK ((state IN ('DONE', 'CANCELLED')) = (ended_at IS NOT NULL)),
  CONSTRAINT ck_replay_batches_started CHECK ((started_at IS NULL) = (started_by IS NULL))
);
COMMENT ON COLUMN replay_batches.filter IS
  'what it was planned by, without what was looked for in payloads; null if its deliveries were named one by one';
COMMENT ON COLUMN replay_batches.pause_reason IS 'why it paused by itself; null if somebody paused it';
COMMENT ON COLUMN replay_batches.troubles IS 'how many deliveries in a row failed because of the connection, and not of themselves';
CREATE INDEX ix_replay_batches_running ON replay_batches (organization_id, started_at) WHERE state = 'RUNNING';
CREATE INDEX ix_replay_batches_created ON replay_batches (created_at);

CREATE TABLE replay_batch_deliveries (
  organization_id uuid        NOT NULL,
  batch_id        uuid        NOT NULL,
  delivery_id     uuid        NOT NULL,
  webhook_id      uuid        NOT NULL,
  version_number  integer     NOT NULL,
  outcome_before  text        NOT NULL,
  attempts_before integer     NOT NULL,
  prospect        text        NOT NULL,
  state           text        NOT NULL,
  due_at          timestamptz NOT NULL,
  claimed_until   timestamptz,
  claims          smallint    NOT NULL DEFAULT 0,
  attempt         integer,
  reason          text,
  sentence        text,
  CONSTRAINT pk_replay_batch_deliveries PRIMARY KEY (organization_id, batch_id, delivery_id),
  CONSTRAINT ck_replay_batch_deliveries_prospect CHECK
    (prospect IN ('READY', 'LOOKS_FIRST', 'TOO_EARLY', 'SUCCEEDED', 'UNCERTAIN', 'INCOMPLETE', 'IMPOSSIBLE')),
  CONSTRAINT ck_replay_batch_deliveries_state CHECK (state IN ('WAITING', 'UNDER_WAY', 'SUCCEEDED', 'FAILED', 'UNKNOWN', 'SKIPPED')),
  CONSTRAINT ck_replay_batch_deliveries_claimed CHECK ((state = 'UNDER_WAY') = (claimed_until IS NOT NULL))
);
COMMENT ON COLUMN replay_batch_deliveries.version_number IS 'the version that is to handle it';
COMMENT ON COLUMN replay_batch_deliveries.outcome_before IS
  'what the delivery had become when the batch was planned, after attempts_before attempts: if it is otherwise, it is left alone';
COMMENT ON COLUMN replay_batch_deliveries.due_at IS 'not before: what was sent may still arrive until then';
COMMENT ON COLUMN replay_batch_deliveries.claimed_until IS 'tells the claim of one node from the next one''s; later than this it is anybody''s';
COMMENT ON COLUMN replay_batch_deliveries.attempt IS
  'the number of the one attempt that this batch began; written in the transaction that begins it, so that there is never another';
COMMENT ON COLUMN replay_batch_deliveries.reason IS 'why that attempt did not succeed';
COMMENT ON COLUMN replay_batch_deliveries.sentence IS 'why it was skipped; never quotes a payload';
CREATE INDEX ix_replay_batch_deliveries_state ON replay_batch_deliveries (organization_id, batch_id, state, delivery_id) INCLUDE (prospect);
CREATE INDEX ix_replay_batch_deliveries_under_way ON replay_batch_deliveries (organization_id, claimed_until) WHERE state = 'UNDER_WAY';

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY ['replay_batches', 'replay_batch_deliveries'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY of_organization ON %I TO inlet_app
      USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization())', name);
    EXECUTE format('CREATE POLICY of_journal ON %I TO inlet_journal USING (true) WITH CHECK (true)', name);
  END LOOP;
END
$$;
CREATE POLICY of_organization_eraser ON replay_batch_deliveries TO inlet_eraser USING (organization_id = current_organization());
GRANT SELECT, INSERT, UPDATE, DELETE ON replay_batches, replay_batch_deliveries TO inlet_app;
GRANT SELECT, DELETE ON replay_batch_deliveries TO inlet_eraser;
-- The journal hands out what is to be tried next, as it does with queued deliveries, and forgets what is old.
GRANT SELECT (organization_id, batch_id, state, created_at, started_at), DELETE ON replay_batches TO inlet_journal;
GRANT SELECT (organization_id, batch_id, delivery_id, version_number, outcome_before, attempts_before, prospect, state, due_at,
              claimed_until, claims, attempt), UPDATE (state, claimed_until, claims), DELETE
  ON replay_batch_deliveries TO inlet_journal;
