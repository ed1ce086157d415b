-- What went wrong at one webhook, which is asked most: of a webhook that takes millions, whatever is rare among them would
-- be looked for from one to the next. What succeeds does not enter.
CREATE INDEX ix_deliveries_webhook_trouble ON deliveries (organization_id, webhook_id, outcome, received_at, delivery_id)
  INCLUDE (reason) WHERE outcome IN ('REJECTED', 'FAILED', 'UNKNOWN', 'DUPLICATE');
