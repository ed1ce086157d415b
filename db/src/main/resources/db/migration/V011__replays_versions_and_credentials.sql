-- A replay is one more attempt of a delivery. While it runs, the delivery is RECEIVED again.
ALTER TABLE deliveries ADD COLUMN outcome_before text;
COMMENT ON COLUMN deliveries.outcome_before IS
  'what the delivery had become before the replay that is under way: if that dies, what was in iMIS still is';
GRANT SELECT (outcome_before, finished_at), UPDATE (outcome_before) ON deliveries TO inlet_journal;

ALTER TABLE attempts ADD COLUMN version_number integer, ADD COLUMN started_by text;
UPDATE attempts a SET version_number = d.version_number FROM deliveries d
  WHERE d.organization_id = a.organization_id AND d.received_at = a.received_at AND d.delivery_id = a.delivery_id;
ALTER TABLE attempts ALTER COLUMN version_number SET NOT NULL;
COMMENT ON COLUMN attempts.started_by IS 'who replayed the delivery, by the name they had then; null for its own attempt';
GRANT SELECT (version_number, started_by) ON attempts TO inlet_support;

-- The application may put a delivery that has ended under way again, and change nothing else of it.
GRANT UPDATE (outcome, outcome_before, reason, error, deadline_at) ON deliveries TO inlet_app;
CREATE POLICY replay ON deliveries FOR UPDATE TO inlet_app
  USING (organization_id = current_organization() AND outcome NOT IN ('RECEIVED', 'QUEUED'))
  WITH CHECK (organization_id = current_organization() AND outcome = 'RECEIVED' AND outcome_before IS NOT NULL);

-- Who saved a version, by the name they had then; null for what was saved before this was kept.
ALTER TABLE webhook_versions ADD COLUMN author text;

ALTER TABLE connections ADD COLUMN credentials_failing_since timestamptz;
COMMENT ON COLUMN connections.credentials_failing_since IS 'since when iMIS refuses user name and password';
