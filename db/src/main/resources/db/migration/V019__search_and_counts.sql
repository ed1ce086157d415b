-- Finding deliveries, and counting them, however many there are.

-- A day is dropped whole; a foreign key to a partitioned table would have each attempt of all other days looked at first.
-- Attempts are written with their delivery's end, and go with it.
ALTER TABLE attempts DROP CONSTRAINT fk_attempts_delivery;

-- What members narrow the list by. Support staff look across organizations with the same ones, skipping from organization
-- to organization, but for what is rare among all: that has an index of its own, which what succeeds does not enter.
CREATE INDEX ix_deliveries_outcome ON deliveries (organization_id, outcome, received_at, delivery_id)
  WHERE outcome NOT IN ('RECEIVED', 'QUEUED');
CREATE INDEX ix_deliveries_reason ON deliveries (organization_id, reason, received_at, delivery_id) WHERE reason IS NOT NULL;
CREATE INDEX ix_deliveries_trouble ON deliveries (outcome, received_at, delivery_id)
  WHERE outcome IN ('REJECTED', 'FAILED', 'UNKNOWN', 'DUPLICATE');
CREATE INDEX ix_deliveries_source_address ON deliveries (organization_id, source_address, received_at, delivery_id);
CREATE INDEX ix_deliveries_record ON deliveries (record_id) WHERE record_id IS NOT NULL;

-- What a payload can be found by: hashes of its words and of its properties with their values, each with the organization
-- in it. Written once, and never changed, so that no outcome costs this index anything.
CREATE TABLE delivery_terms (
  organization_id uuid           NOT NULL,
  received_at     timestamptz(3) NOT NULL,
  delivery_id     uuid           NOT NULL,
  terms           bigint[]       NOT NULL,
  CONSTRAINT pk_delivery_terms PRIMARY KEY (organization_id, received_at, delivery_id)
) PARTITION BY RANGE (received_at);
COMMENT ON TABLE delivery_terms IS 'deliveries from before this table are found by everything but their payload';
-- A short list of what is not sorted in yet: whoever fills it waits for milliseconds.
CREATE INDEX ix_delivery_terms_terms ON delivery_terms USING gin (terms) WITH (gin_pending_list_limit = 512);
CREATE TABLE delivery_terms_default PARTITION OF delivery_terms DEFAULT;

ALTER TABLE delivery_terms ENABLE ROW LEVEL SECURITY;
ALTER TABLE delivery_terms FORCE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON delivery_terms FOR SELECT TO inlet_app USING (organization_id = current_organization());
CREATE POLICY of_organization_eraser ON delivery_terms TO inlet_eraser USING (organization_id = current_organization());
CREATE POLICY of_journal ON delivery_terms FOR INSERT TO inlet_journal WITH CHECK (true);
GRANT SELECT ON delivery_terms TO inlet_app;
GRANT SELECT, DELETE ON delivery_terms TO inlet_eraser;
GRANT INSERT ON delivery_terms TO inlet_journal;

-- PostgreSQL uses no index for "contains" behind a policy: the operator might tell of rows that the policy hides. This role
-- has none to get past, and sees terms alone: of another organization they say nothing, for that is hashed in.
DO $$
BEGIN
  BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'inlet_search') THEN
      CREATE ROLE inlet_search NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOINHERIT;
      COMMENT ON ROLE inlet_search IS 'Inlet, looking for deliveries by hashes of their words; sees nothing else of them';
    END IF;
  EXCEPTION
    WHEN duplicate_object OR unique_violation THEN NULL; -- another database of this server was faster
  END;
  IF NOT pg_has_role(CURRENT_USER, 'inlet_search', 'SET') THEN
    GRANT inlet_search TO CURRENT_USER WITH SET TRUE, INHERIT FALSE;
  END IF;
END
$$;
CREATE POLICY of_search ON delivery_terms FOR SELECT TO inlet_search USING (true);
GRANT SELECT ON delivery_terms TO inlet_search;

-- What became of the deliveries that a webhook received in a stretch of time. A delivery is counted once it has ended; if a
-- replay changes what became of it, it is counted anew.
CREATE TABLE delivery_counts (
  organization_id uuid        NOT NULL,
  resolution      text        NOT NULL,
  starts_at       timestamptz NOT NULL,
  webhook_id      uuid        NOT NULL,
  succeeded       integer     NOT NULL,
  rejected        integer     NOT NULL,
  failed          integer     NOT NULL,
  unknown         integer     NOT NULL,
  duplicate       integer     NOT NULL,
  body_bytes      bigint      NOT NULL,
  took            integer[]   NOT NULL,
  CONSTRAINT pk_delivery_counts PRIMARY KEY (organization_id, resolution, starts_at, webhook_id),
  CONSTRAINT ck_delivery_counts_resolution CHECK (resolution IN ('MINUTE', 'QUARTER', 'HOUR'))
) WITH (fillfactor = 70);
COMMENT ON COLUMN delivery_counts.took IS
  'how many took about how long without any replay: the n-th number counts those below 2^(n/4) ms and not below 2^((n-1)/4)';

-- What is not in the counts yet. The rows that many deliveries would change at once are changed by one worker instead.
CREATE TABLE delivery_count_changes (
  organization_id uuid        NOT NULL,
  webhook_id      uuid        NOT NULL,
  received_at     timestamptz NOT NULL,
  outcome         text        NOT NULL,
  change          smallint    NOT NULL,
  body_bytes      integer     NOT NULL,
  took            smallint
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

ALTER TABLE delivery_counts ENABLE ROW LEVEL SECURITY;
ALTER TABLE delivery_counts FORCE ROW LEVEL SECURITY;
ALTER TABLE delivery_count_changes ENABLE ROW LEVEL SECURITY;
ALTER TABLE delivery_count_changes FORCE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON delivery_counts FOR SELECT TO inlet_app USING (organization_id = current_organization());
CREATE POLICY of_organization ON delivery_count_changes FOR SELECT TO inlet_app USING (organization_id = current_organization());
CREATE POLICY of_organization_eraser ON delivery_counts TO inlet_eraser USING (organization_id = current_organization());
CREATE POLICY of_organization_eraser ON delivery_count_changes TO inlet_eraser USING (organization_id = current_organization());
CREATE POLICY of_journal ON delivery_counts TO inlet_journal USING (true) WITH CHECK (true);
CREATE POLICY of_journal ON delivery_count_changes TO inlet_journal USING (true) WITH CHECK (true);
CREATE POLICY of_support ON delivery_counts FOR SELECT TO inlet_support USING (true);
CREATE POLICY of_support ON delivery_count_changes FOR SELECT TO inlet_support USING (true);
GRANT SELECT ON delivery_counts, delivery_count_changes TO inlet_app, inlet_support;
GRANT SELECT, DELETE ON delivery_counts, delivery_count_changes TO inlet_eraser;
GRANT SELECT, INSERT, UPDATE, DELETE ON delivery_counts TO inlet_journal;
GRANT SELECT, INSERT, DELETE ON delivery_count_changes TO inlet_journal;

-- What is known of a delivery: while a replay is under way, what was known before it.
CREATE FUNCTION known_outcome(outcome text, outcome_before text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN outcome IN ('RECEIVED', 'QUEUED') THEN outcome_before ELSE outcome END;

CREATE FUNCTION duration_class(received_at timestamptz, finished_at timestamptz) RETURNS smallint
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN least(64, greatest(1, 1 + floor(4 * log(2.0, greatest(1, 1000 * extract(epoch FROM finished_at - received_at))))))::smallint;

-- Whatever ends a delivery or changes its end is counted here: no statement can forget it.
CREATE FUNCTION count_delivery() RETURNS trigger
  LANGUAGE plpgsql
AS $$
DECLARE
  before text;
  after  text := known_outcome(NEW.outcome, NEW.outcome_before);
  took   smallint;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    before := known_outcome(OLD.outcome, OLD.outcome_before);
  END IF;
  IF before IS NOT DISTINCT FROM after THEN
    RETURN NULL;
  END IF;
  IF before IS NULL AND NEW.first_outcome <> 'REJECTED' THEN
    took := duration_class(NEW.received_at, NEW.finished_at);
  END IF;
  INSERT INTO delivery_count_changes (organization_id, webhook_id, received_at, outcome, change, body_bytes, took)
  SELECT NEW.organization_id, NEW.webhook_id, date_trunc('minute', NEW.received_at, 'UTC'), c.outcome, c.change,
         CASE WHEN before IS NULL THEN NEW.body_bytes ELSE 0 END, took
  FROM (VALUES (before, -1), (after, 1)) AS c (outcome, change) WHERE c.outcome IS NOT NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER count_ended AFTER INSERT ON deliveries FOR EACH ROW
  WHEN (NEW.outcome NOT IN ('RECEIVED', 'QUEUED')) EXECUTE FUNCTION count_delivery();
CREATE TRIGGER count_changed AFTER UPDATE OF outcome, outcome_before ON deliveries FOR EACH ROW
  WHEN (OLD.outcome IS DISTINCT FROM NEW.outcome OR OLD.outcome_before IS DISTINCT FROM NEW.outcome_before)
  EXECUTE FUNCTION count_delivery();

CREATE FUNCTION add_counts(a integer[], b integer[]) RETURNS integer[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (SELECT coalesce(array_agg(coalesce(x, 0) + coalesce(y, 0) ORDER BY n), '{}') FROM unnest(a, b) WITH ORDINALITY AS u (x, y, n));
CREATE AGGREGATE sum_counts(integer[]) (SFUNC = add_counts, STYPE = integer[], INITCOND = '{}', PARALLEL = SAFE);

-- Moves up to so many changes into the counts; 0 if there is none, or another node is at it.
CREATE FUNCTION add_up_deliveries(changes_max integer) RETURNS integer
  LANGUAGE plpgsql
AS $$
DECLARE
  moved integer;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('add_up_deliveries')) THEN
    RETURN 0;
  END IF;
  WITH taken AS (
    DELETE FROM delivery_count_changes
    WHERE ctid IN (SELECT ctid FROM delivery_count_changes LIMIT changes_max)
    RETURNING *),
  classed AS (
    SELECT organization_id, webhook_id, received_at, took, count(*) AS n
    FROM taken WHERE took IS NOT NULL GROUP BY organization_id, webhook_id, received_at, took),
  times AS (
    SELECT organization_id, webhook_id, received_at,
           (SELECT array_agg(coalesce(c.n, 0)::integer ORDER BY i)
            FROM generate_series(1, (SELECT max(m.took) FROM classed m WHERE m.organization_id = k.organization_id
                                       AND m.webhook_id = k.webhook_id AND m.received_at = k.received_at)) AS i
            LEFT JOIN classed c ON c.organization_id = k.organization_id AND c.webhook_id = k.webhook_id
              AND c.received_at = k.received_at AND c.took = i) AS took
    FROM (SELECT DISTINCT organization_id, webhook_id, received_at FROM classed) k),
  minutes AS (
    SELECT t.organization_id, t.webhook_id, t.received_at, count(*) AS n,
           coalesce(sum(change) FILTER (WHERE outcome = 'SUCCEEDED'), 0) AS succeeded,
           coalesce(sum(change) FILTER (WHERE outcome = 'REJECTED'), 0) AS rejected,
           coalesce(sum(change) FILTER (WHERE outcome = 'FAILED'), 0) AS failed,
           coalesce(sum(change) FILTER (WHERE outcome = 'UNKNOWN'), 0) AS unknown,
           coalesce(sum(change) FILTER (WHERE outcome = 'DUPLICATE'), 0) AS duplicate,
           sum(body_bytes) AS body_bytes
    FROM taken t GROUP BY t.organization_id, t.webhook_id, t.received_at),
  added AS (
    INSERT INTO delivery_counts AS c (organization_id, resolution, starts_at, webhook_id, succeeded, rejected, failed,
                                      unknown, duplicate, body_bytes, took)
    SELECT m.organization_id, r.resolution, date_bin(r.length, m.received_at, '2000-01-01Z'), m.webhook_id,
           sum(m.succeeded), sum(m.rejected), sum(m.failed), sum(m.unknown), sum(m.duplicate), sum(m.body_bytes),
           sum_counts(coalesce(t.took, '{}'))
    FROM minutes m
    LEFT JOIN times t USING (organization_id, webhook_id, received_at)
    CROSS JOIN (VALUES ('MINUTE', interval '1 minute'), ('QUARTER', interval '15 minutes'), ('HOUR', interval '1 hour'))
      AS r (resolution, length)
    GROUP BY 1, 2, 3, 4
    ORDER BY 1, 2, 3, 4
    ON CONFLICT (organization_id, resolution, starts_at, webhook_id) DO UPDATE
    SET succeeded = c.succeeded + excluded.succeeded, rejected = c.rejected + excluded.rejected,
        failed = c.failed + excluded.failed, unknown = c.unknown + excluded.unknown,
        duplicate = c.duplicate + excluded.duplicate, body_bytes = c.body_bytes + excluded.body_bytes,
        took = add_counts(c.took, excluded.took)
    RETURNING 1)
  SELECT coalesce(sum(n), 0) INTO moved FROM minutes;
  RETURN moved;
END
$$;
REVOKE EXECUTE ON FUNCTION add_up_deliveries(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION add_up_deliveries(integer) TO inlet_journal;

-- What is there already. The owner is bound by its own policies, too.
ALTER TABLE deliveries NO FORCE ROW LEVEL SECURITY;
ALTER TABLE delivery_count_changes NO FORCE ROW LEVEL SECURITY;
INSERT INTO delivery_count_changes (organization_id, webhook_id, received_at, outcome, change, body_bytes, took)
SELECT organization_id, webhook_id, date_trunc('minute', received_at, 'UTC'), known_outcome(outcome, outcome_before), 1, body_bytes,
       CASE WHEN first_outcome <> 'REJECTED'
            THEN duration_class(received_at, finished_at)
       END
FROM deliveries WHERE known_outcome(outcome, outcome_before) IS NOT NULL;
ALTER TABLE deliveries FORCE ROW LEVEL SECURITY;
ALTER TABLE delivery_count_changes FORCE ROW LEVEL SECURITY;

-- How long an organization keeps its deliveries, within what the installation allows; no row means as long as that.
CREATE TABLE delivery_retention (
  organization_id uuid     NOT NULL,
  days            smallint NOT NULL,
  CONSTRAINT pk_delivery_retention PRIMARY KEY (organization_id),
  CONSTRAINT fk_delivery_retention_organization FOREIGN KEY (organization_id) REFERENCES organizations ON DELETE CASCADE,
  CONSTRAINT ck_delivery_retention_days CHECK (days BETWEEN 1 AND 3650)
);
ALTER TABLE delivery_retention ENABLE ROW LEVEL SECURITY;
ALTER TABLE delivery_retention FORCE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON delivery_retention TO inlet_app
  USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY of_journal ON delivery_retention FOR SELECT TO inlet_journal USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON delivery_retention TO inlet_app;
GRANT SELECT ON delivery_retention TO inlet_journal;

-- Now for three tables, each day of each made by itself: what one reader holds up holds up nothing else.
CREATE OR REPLACE FUNCTION create_delivery_partitions(first_day date, days integer) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '1s'
AS $$
DECLARE
  parent  text;
  day     date;
  part    text;
  created integer := 0;
BEGIN
  IF days NOT BETWEEN 1 AND 60 THEN
    RAISE EXCEPTION 'days must be between 1 and 60, not %', days;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('create_delivery_partitions'));
  FOREACH parent IN ARRAY ARRAY ['deliveries', 'attempts', 'delivery_terms'] LOOP
    FOR day IN SELECT first_day + i FROM generate_series(0, days - 1) AS i LOOP
      part := format('%s_%s', parent, to_char(day, 'YYYYMMDD'));
      IF to_regclass(part) IS NULL THEN
        EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)', part, parent,
                       day::timestamp AT TIME ZONE 'UTC', (day + 1)::timestamp AT TIME ZONE 'UTC');
        created := created + 1;
      END IF;
    END LOOP;
  END LOOP;
  RETURN created;
END
$$;

-- Drops the oldest day that lies before another one, whole: false if there is none. A file is removed, no row is looked at.
CREATE FUNCTION drop_delivery_partitions(before_day date) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '1s'
AS $$
DECLARE
  oldest text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('create_delivery_partitions'));
  SELECT min(right(c.relname, 8)) INTO oldest
  FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
  WHERE i.inhparent IN ('deliveries'::regclass, 'attempts'::regclass, 'delivery_terms'::regclass)
    AND c.relname ~ '_[0-9]{8}$' AND to_date(right(c.relname, 8), 'YYYYMMDD') < before_day;
  IF oldest IS NULL THEN
    RETURN false;
  END IF;
  EXECUTE format('DROP TABLE IF EXISTS %I, %I, %I', 'attempts_' || oldest, 'delivery_terms_' || oldest, 'deliveries_' || oldest);
  RETURN true;
END
$$;
REVOKE EXECUTE ON FUNCTION drop_delivery_partitions(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION drop_delivery_partitions(date) TO inlet_journal;

-- How many rows no day was made for: there should be none.
CREATE FUNCTION stray_rows() RETURNS bigint
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN (SELECT count(*) FROM deliveries_default) + (SELECT count(*) FROM attempts_default)
       + (SELECT count(*) FROM delivery_terms_default);
REVOKE EXECUTE ON FUNCTION stray_rows() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stray_rows() TO inlet_journal;
