-- The journal. One row per POST received, one partition per day (UTC); a day is dropped whole, never deleted from.
-- The id is a UUIDv7 whose time is received_at to the millisecond, so an id alone names its partition.
-- No foreign key to webhooks on purpose: the journal outlives what it reports on, and a hot webhook row must not be
-- locked by each delivery.
CREATE TABLE deliveries (
  organization_id uuid           NOT NULL,
  received_at     timestamptz(3) NOT NULL,
  delivery_id     uuid           NOT NULL,
  webhook_id      uuid           NOT NULL,
  version_number  integer        NOT NULL,
  outcome         text           NOT NULL,
  reason          text,
  error           text,
  violations      json,
  status_code     smallint,
  record_id       text,
  source_address  text           NOT NULL,
  headers         json           NOT NULL,
  body            bytea          NOT NULL,
  body_is_partial boolean        NOT NULL DEFAULT false,
  deadline_at     timestamptz    NOT NULL,
  finished_at     timestamptz,
  CONSTRAINT pk_deliveries PRIMARY KEY (organization_id, received_at, delivery_id),
  CONSTRAINT ck_deliveries_outcome CHECK
    (outcome IN ('RECEIVED', 'QUEUED', 'SUCCEEDED', 'REJECTED', 'FAILED', 'UNKNOWN', 'DUPLICATE'))
) PARTITION BY RANGE (received_at);
COMMENT ON COLUMN deliveries.body IS 'the bytes as they came, parsable or not';
COMMENT ON COLUMN deliveries.body_is_partial IS 'the body was over the limit or broke off: these are its first bytes';
COMMENT ON COLUMN deliveries.deadline_at IS 'later than this nobody works on it any more: RECEIVED becomes UNKNOWN';
COMMENT ON COLUMN deliveries.status_code IS 'what the caller was answered';

CREATE INDEX ix_deliveries_webhook ON deliveries (organization_id, webhook_id, received_at, delivery_id);
CREATE INDEX ix_deliveries_unfinished ON deliveries (deadline_at) WHERE outcome IN ('RECEIVED', 'QUEUED');

CREATE TABLE attempts (
  organization_id uuid           NOT NULL,
  received_at     timestamptz(3) NOT NULL,
  delivery_id     uuid           NOT NULL,
  number          integer        NOT NULL,
  outcome         text           NOT NULL,
  reason          text,
  error           text,
  record_id       text,
  request         text,
  response_status smallint,
  response        text,
  started_at      timestamptz    NOT NULL,
  finished_at     timestamptz    NOT NULL,
  CONSTRAINT pk_attempts PRIMARY KEY (organization_id, received_at, delivery_id, number),
  CONSTRAINT fk_attempts_delivery FOREIGN KEY (organization_id, received_at, delivery_id)
    REFERENCES deliveries (organization_id, received_at, delivery_id),
  CONSTRAINT ck_attempts_outcome CHECK (outcome IN ('SUCCEEDED', 'FAILED', 'UNKNOWN')),
  CONSTRAINT ck_attempts_number CHECK (number > 0)
) PARTITION BY RANGE (received_at);
COMMENT ON COLUMN attempts.request IS 'the body sent to iMIS, bounded; credentials are never part of it';
COMMENT ON COLUMN attempts.response IS 'the body iMIS answered with, bounded';

CREATE TABLE deliveries_default PARTITION OF deliveries DEFAULT;
CREATE TABLE attempts_default PARTITION OF attempts DEFAULT;

-- Privileges are checked on the table named in a query: nobody is granted a partition, so nobody steps around the
-- policies of its parent.
ALTER TABLE deliveries ENABLE ROW LEVEL SECURITY;
ALTER TABLE deliveries FORCE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON deliveries FOR SELECT TO inlet_app USING (organization_id = current_organization());
CREATE POLICY of_journal ON deliveries TO inlet_journal USING (true) WITH CHECK (true);

ALTER TABLE attempts ENABLE ROW LEVEL SECURITY;
ALTER TABLE attempts FORCE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON attempts FOR SELECT TO inlet_app USING (organization_id = current_organization());
CREATE POLICY of_journal ON attempts TO inlet_journal USING (true) WITH CHECK (true);

GRANT SELECT ON deliveries, attempts TO inlet_app;
GRANT INSERT ON deliveries, attempts TO inlet_journal;
-- The journal writes for all organizations at once, but reads no payload and changes only how a delivery ended.
GRANT SELECT (organization_id, received_at, delivery_id, webhook_id, version_number, outcome, status_code, deadline_at)
  ON deliveries TO inlet_journal;
GRANT UPDATE (outcome, reason, error, violations, status_code, record_id, deadline_at, finished_at) ON deliveries TO inlet_journal;

-- Makes the partitions of the days from first_day on. Runs as the owner, because only an owner can; safe to call
-- from several nodes at once, and again. Gives up soon where a reader holds a lock: behind whoever waits for the
-- journal's lock, every delivery would wait too.
CREATE FUNCTION create_delivery_partitions(first_day date, days integer) RETURNS integer
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
  FOREACH parent IN ARRAY ARRAY ['deliveries', 'attempts'] LOOP
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
REVOKE EXECUTE ON FUNCTION create_delivery_partitions(date, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION create_delivery_partitions(date, integer) TO inlet_journal;
