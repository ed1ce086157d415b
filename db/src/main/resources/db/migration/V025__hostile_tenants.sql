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
