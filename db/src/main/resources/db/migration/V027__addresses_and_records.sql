-- An address or a record first, then whose: an organization finds its own as before, and support staff those of all, without
-- going through the whole log, and with one index less. It may take as long as creating an index does, and holds up writing:
-- there is no release yet that it would have to consider.
DROP INDEX ix_deliveries_source_address;
DROP INDEX ix_deliveries_record;
DROP INDEX ix_deliveries_record_of_any;
CREATE INDEX ix_deliveries_source_address ON deliveries (source_address, organization_id, received_at, delivery_id);
CREATE INDEX ix_deliveries_record ON deliveries (record_id, organization_id, received_at, delivery_id)
  WHERE record_id IS NOT NULL;
