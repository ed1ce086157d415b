-- What one organization could do to all others.

-- An id that a record's own iMIS made up: longer than an index takes, it would fail whatever is written along with it.
ALTER TABLE deliveries NO FORCE ROW LEVEL SECURITY;
UPDATE deliveries SET record_id = NULL WHERE length(record_id) > 200;
ALTER TABLE deliveries FORCE ROW LEVEL SECURITY;
ALTER TABLE deliveries ADD CONSTRAINT ck_deliveries_record_id CHECK (length(record_id) <= 200);

-- Members look among their own organization's, so that no other's same ids are gone through. Support staff look among all,
-- by an index that nobody else's question fits.
DROP INDEX ix_deliveries_record;
CREATE INDEX ix_deliveries_record ON deliveries (organization_id, record_id, received_at, delivery_id) WHERE record_id IS NOT NULL;
CREATE INDEX ix_deliveries_record_of_any ON deliveries (left(record_id, 200), received_at, delivery_id) WHERE record_id IS NOT NULL;

-- Of most that is added up there is one alone, with nothing to add to it.
CREATE OR REPLACE FUNCTION add_counts(a integer[], b integer[]) RETURNS integer[]
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
BEGIN
  IF a = '{}' THEN
    RETURN b;
  ELSIF b = '{}' THEN
    RETURN a;
  END IF;
  RETURN (SELECT array_agg(coalesce(x, 0) + coalesce(y, 0) ORDER BY n) FROM unnest(a, b) WITH ORDINALITY AS u (x, y, n));
END
$$;

-- As before, in time that grows with the changes: each is looked at once, whatever it is of.
CREATE OR REPLACE FUNCTION add_up_deliveries(changes_max integer) RETURNS integer
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
    WHERE ctid = ANY (ARRAY (SELECT ctid FROM delivery_count_changes LIMIT changes_max))
    RETURNING *),
  classed AS (
    SELECT organization_id, webhook_id, received_at, took, count(*)::integer AS n
    FROM taken WHERE took IS NOT NULL GROUP BY organization_id, webhook_id, received_at, took),
  times AS (
    SELECT organization_id, webhook_id, received_at, sum_counts(array_fill(0, ARRAY [took - 1]) || n) AS took
    FROM classed GROUP BY organization_id, webhook_id, received_at),
  minutes AS (
    SELECT organization_id, webhook_id, received_at, count(*) AS n,
           coalesce(sum(change) FILTER (WHERE outcome = 'SUCCEEDED'), 0) AS succeeded,
           coalesce(sum(change) FILTER (WHERE outcome = 'REJECTED'), 0) AS rejected,
           coalesce(sum(change) FILTER (WHERE outcome = 'FAILED'), 0) AS failed,
           coalesce(sum(change) FILTER (WHERE outcome = 'UNKNOWN'), 0) AS unknown,
           coalesce(sum(change) FILTER (WHERE outcome = 'DUPLICATE'), 0) AS duplicate,
           sum(body_bytes) AS body_bytes, '{}'::integer[] AS took
    FROM taken GROUP BY organization_id, webhook_id, received_at
    UNION ALL
    SELECT organization_id, webhook_id, received_at, 0, 0, 0, 0, 0, 0, 0, took FROM times),
  added AS (
    INSERT INTO delivery_counts AS c (organization_id, resolution, starts_at, webhook_id, succeeded, rejected, failed,
                                      unknown, duplicate, body_bytes, took)
    SELECT m.organization_id, r.resolution, date_bin(r.length, m.received_at, '2000-01-01Z'), m.webhook_id,
           sum(m.succeeded), sum(m.rejected), sum(m.failed), sum(m.unknown), sum(m.duplicate), sum(m.body_bytes),
           coalesce(sum_counts(m.took) FILTER (WHERE m.took <> '{}'), '{}')
    FROM minutes m
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

-- Messages take turns: one of an endpoint at a time, few of an organization, whoever was not sent any for longest first.
ALTER TABLE alert_messages ADD COLUMN claimed_until timestamptz;
COMMENT ON COLUMN alert_messages.claimed_until IS 'until when whoever claimed it may be sending it; the end of that once it has ended';
CREATE INDEX ix_alert_messages_claimed ON alert_messages (organization_id, claimed_until) WHERE claimed_until IS NOT NULL;
GRANT SELECT (claimed_until), UPDATE (claimed_until) ON alert_messages TO inlet_alerts;

-- What is told within the hour of a rule that is no more keeps its successor from being told, too.
DROP INDEX ix_alert_incidents_told;
CREATE INDEX ix_alert_incidents_told ON alert_incidents (organization_id, kind, webhook_id, told_at);
ALTER TABLE alert_incidents ADD COLUMN mails_left_out integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN alert_incidents.mails_left_out IS 'e-mails about it that were not written: whom they were for had got too many already';

-- Who was e-mailed about alerts within the last hour, by whichever organization: nobody may have proven the address.
CREATE TABLE alert_mails (
  recipient bytea       NOT NULL,
  sent_at   timestamptz NOT NULL
);
COMMENT ON COLUMN alert_mails.recipient IS 'a hash of the address';
CREATE INDEX ix_alert_mails_recipient ON alert_mails (recipient, sent_at);
CREATE INDEX ix_alert_mails_sent ON alert_mails (sent_at);
GRANT SELECT, INSERT, DELETE ON alert_mails TO inlet_app;
