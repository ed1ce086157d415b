-- What has become of a webhook's panel since its version was saved. Nobody changes a webhook by finding out, so its
-- revision stays. Support staff are granted neither: what a tenant's iMIS looks like now is not what they look at.
ALTER TABLE webhooks
  ADD COLUMN drift          json,
  ADD COLUMN drift_found_at timestamptz,
  ADD CONSTRAINT ck_webhooks_drift CHECK ((drift IS NULL) = (drift_found_at IS NULL));
COMMENT ON COLUMN webhooks.drift IS 'what no longer fits, as sentences for people; null if nothing is known to';
