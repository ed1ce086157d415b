-- What a caller was told, to the word: a replay replaces why the delivery failed, and not what somebody was answered.
ALTER TABLE deliveries
  ADD COLUMN answered_error text,
  ADD COLUMN replays_begun  integer NOT NULL DEFAULT 0,
  ADD COLUMN first_violation json;
COMMENT ON COLUMN deliveries.answered_error IS
  'the error in the answer to the caller, if it is not that of the delivery''s own attempt';
COMMENT ON COLUMN deliveries.first_violation IS
  'the first of the violations: a list shows it, and all of them together may be large';
COMMENT ON COLUMN deliveries.replays_begun IS 'how often somebody asked for another try';

-- The owner is bound by its own policies, too.
ALTER TABLE deliveries NO FORCE ROW LEVEL SECURITY;
ALTER TABLE attempts NO FORCE ROW LEVEL SECURITY;
UPDATE deliveries d
SET replays_begun = tried.replays,
    first_violation = d.violations->0,
    answered_error = CASE WHEN d.status_code >= 400 AND d.violations IS NULL
                               AND tried.replays = 0 AND NOT tried.own THEN d.error END
FROM (SELECT e.organization_id, e.received_at, e.delivery_id, count(a.started_by)::integer AS replays,
             coalesce(bool_or(a.started_by IS NULL) FILTER (WHERE a.number IS NOT NULL), false) AS own
      FROM deliveries e
      LEFT JOIN attempts a
        ON a.organization_id = e.organization_id AND a.received_at = e.received_at AND a.delivery_id = e.delivery_id
      GROUP BY e.organization_id, e.received_at, e.delivery_id) tried
WHERE d.organization_id = tried.organization_id AND d.received_at = tried.received_at AND d.delivery_id = tried.delivery_id;
-- V014 took what was interrupted and then replayed for a failure; a failure has a reason.
UPDATE deliveries SET first_outcome = 'UNKNOWN', first_reason = 'INTERRUPTED'
WHERE first_outcome = 'FAILED' AND first_reason IS NULL;
ALTER TABLE deliveries FORCE ROW LEVEL SECURITY;
ALTER TABLE attempts FORCE ROW LEVEL SECURITY;

GRANT UPDATE (answered_error) ON deliveries TO inlet_journal;
GRANT UPDATE (replays_begun) ON deliveries TO inlet_app;
-- Support staff learn that it was replayed; a sentence may quote a payload.
GRANT SELECT (replays_begun) ON deliveries TO inlet_support;
