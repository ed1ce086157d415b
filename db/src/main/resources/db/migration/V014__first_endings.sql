-- An attempt has its number from the moment it begins, in the row that it is to end: whoever ends it tells which one it
-- was, so that the truth of an earlier attempt is never taken for that of a later one.
ALTER TABLE deliveries
  ADD COLUMN attempts_begun integer NOT NULL DEFAULT 0,
  ADD COLUMN first_outcome  text,
  ADD COLUMN first_reason   text,
  ADD CONSTRAINT ck_deliveries_attempts_begun CHECK (attempts_begun >= 0);
COMMENT ON COLUMN deliveries.attempts_begun IS
  'how many tries of the action were begun: the number of the newest; one that left no attempt was interrupted';
COMMENT ON COLUMN deliveries.first_outcome IS 'how it ended without any replay; null before it ended';
COMMENT ON COLUMN deliveries.first_reason IS 'why it did not succeed without any replay';
COMMENT ON COLUMN deliveries.outcome_before IS
  'while a replay is under way: what is known without it. If that dies, what was in iMIS still is. Reason and error are of that, too';
COMMENT ON COLUMN deliveries.finished_at IS 'when it ended without any replay';
COMMENT ON COLUMN attempts.started_by IS 'the e-mail address of whoever replayed the delivery; null for its own attempt';

-- The owner is bound by its own policies, too.
ALTER TABLE deliveries NO FORCE ROW LEVEL SECURITY;
ALTER TABLE attempts NO FORCE ROW LEVEL SECURITY;
-- What is known of deliveries from before: the first attempt, if it was the delivery's own, says how it ended; of those
-- without any, one that was replayed tells no more.
UPDATE deliveries d
SET attempts_begun = greatest(tried.last, CASE WHEN d.outcome IN ('REJECTED', 'FAILED') THEN 0 ELSE 1 END)
                     + CASE WHEN d.outcome_before IS NOT NULL OR (d.reason = 'INTERRUPTED' AND tried.last > 0) THEN 1 ELSE 0 END,
    first_outcome = CASE WHEN d.finished_at IS NULL THEN NULL
                         WHEN tried.own IS NOT NULL THEN tried.own
                         WHEN tried.last > 0 AND d.status_code BETWEEN 400 AND 499 THEN 'REJECTED'
                         WHEN tried.last > 0 THEN 'FAILED'
                         ELSE coalesce(d.outcome_before, d.outcome) END,
    first_reason = CASE WHEN d.finished_at IS NULL THEN NULL
                        WHEN tried.own IS NOT NULL THEN tried.own_reason
                        WHEN tried.last > 0 AND d.violations IS NOT NULL THEN 'SCHEMA_VIOLATED'
                        ELSE d.reason END
FROM (SELECT e.organization_id, e.received_at, e.delivery_id, coalesce(max(a.number), 0) AS last,
             max(a.outcome) FILTER (WHERE a.started_by IS NULL) AS own,
             max(a.reason) FILTER (WHERE a.started_by IS NULL) AS own_reason
      FROM deliveries e
      LEFT JOIN attempts a
        ON a.organization_id = e.organization_id AND a.received_at = e.received_at AND a.delivery_id = e.delivery_id
      GROUP BY e.organization_id, e.received_at, e.delivery_id) tried
WHERE d.organization_id = tried.organization_id AND d.received_at = tried.received_at AND d.delivery_id = tried.delivery_id;
ALTER TABLE deliveries FORCE ROW LEVEL SECURITY;
ALTER TABLE attempts FORCE ROW LEVEL SECURITY;

-- The journal learns which attempts ended and how, but reads nothing of what they said.
GRANT SELECT (organization_id, received_at, delivery_id, number, outcome) ON attempts TO inlet_journal;
GRANT SELECT (attempts_begun, first_outcome, first_reason),
      UPDATE (attempts_begun, first_outcome, first_reason) ON deliveries TO inlet_journal;
GRANT UPDATE (attempts_begun) ON deliveries TO inlet_app;
GRANT SELECT (attempts_begun, first_outcome, first_reason) ON deliveries TO inlet_support;
-- Reason and error stay what they were while a replay is under way.
REVOKE UPDATE (reason, error) ON deliveries FROM inlet_app;
