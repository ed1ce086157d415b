-- How deliveries wait that are acknowledged on receipt: a setting of each version.
ALTER TABLE webhook_versions ADD COLUMN queue json;
COMMENT ON COLUMN webhook_versions.queue IS
  'for how long deliveries are tried again, and whether in order; null for a day and any order';
GRANT SELECT (queue) ON webhook_versions TO inlet_support;

-- A delivery whose attempt failed for a reason that can pass is QUEUED again.
ALTER TABLE deliveries
  ADD COLUMN retry_until timestamptz,
  ADD COLUMN queue_place bigint;
COMMENT ON COLUMN deliveries.retry_until IS
  'until when it is tried again by itself, as the version said that took it; null if it is tried once';
COMMENT ON COLUMN deliveries.queue_place IS
  'of a webhook that keeps an order: it waits for those with a lower one. From a sequence, because nodes'' clocks differ';
COMMENT ON COLUMN deliveries.deadline_at IS
  'RECEIVED: later than this nobody works on it any more, and it becomes UNKNOWN; QUEUED: its next attempt begins no sooner';
COMMENT ON COLUMN deliveries.attempts_begun IS
  'how many tries of the action were begun, the one that it is QUEUED for included: the number of the newest; one that left no attempt was interrupted';
COMMENT ON COLUMN attempts.queued_ms IS
  'between when it might have begun and started_at: of the first one, the acknowledgement; null if it did not wait in the queue';

CREATE SEQUENCE queue_places;
GRANT USAGE ON SEQUENCE queue_places TO inlet_journal;
GRANT SELECT (retry_until, queue_place, replays_begun) ON deliveries TO inlet_journal;
-- What waits for mended credentials is tried as soon as they are.
GRANT SELECT (reason) ON attempts TO inlet_journal;

-- Lines of webhooks that keep an order: what is in them, and nothing else.
CREATE INDEX ix_deliveries_in_order ON deliveries (organization_id, webhook_id, queue_place)
  WHERE queue_place IS NOT NULL AND outcome IN ('RECEIVED', 'QUEUED') AND outcome_before IS NULL;

-- Which webhooks have deliveries that failed so far: whoever is told of failures need not wait until they are given up.
CREATE INDEX ix_deliveries_retried ON deliveries (organization_id, webhook_id) WHERE outcome = 'QUEUED' AND attempts_begun > 1;
GRANT SELECT (attempts_begun) ON deliveries TO inlet_alerts;

-- Whoever looks on sees further attempts, too.
CREATE INDEX ix_attempts_retries ON attempts (organization_id, finished_at) WHERE number > 1 AND started_by IS NULL;
