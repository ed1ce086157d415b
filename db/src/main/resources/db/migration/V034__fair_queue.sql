-- What is due is claimed by organization, so that one with very many waiting makes no other one wait.
CREATE INDEX ix_deliveries_queued ON deliveries (organization_id, deadline_at) WHERE outcome = 'QUEUED' AND queue_place IS NULL;
