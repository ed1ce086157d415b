-- By what a sender says that it sends something again: a setting of each version.
ALTER TABLE webhook_versions ADD COLUMN idempotency json;
COMMENT ON COLUMN webhook_versions.idempotency IS
  'where the key of a delivery stands and for how long it is held; null for the header Idempotency-Key and a day';
GRANT SELECT (idempotency) ON webhook_versions TO inlet_support;

ALTER TABLE deliveries ADD COLUMN duplicate_of uuid;
COMMENT ON COLUMN deliveries.duplicate_of IS 'the delivery that came first with this one''s idempotency key';
GRANT SELECT (duplicate_of) ON deliveries TO inlet_support;

-- Which delivery holds a key. Written in the transaction that begins the delivery, or not at all; whether the key is still
-- held is what became of that delivery, which stands in deliveries and nowhere else. No foreign key on purpose: neither
-- the organization's row nor a day of deliveries may be locked by each delivery.
CREATE TABLE idempotency_keys (
  organization_id uuid        NOT NULL,
  webhook_id      uuid        NOT NULL,
  key_hash        bytea       NOT NULL,
  body_hash       bytea       NOT NULL,
  delivery_id     uuid        NOT NULL,
  claimed_at      timestamptz NOT NULL,
  held_until      timestamptz NOT NULL,
  CONSTRAINT pk_idempotency_keys PRIMARY KEY (organization_id, webhook_id, key_hash),
  CONSTRAINT ck_idempotency_keys_key_hash CHECK (octet_length(key_hash) = 32),
  CONSTRAINT ck_idempotency_keys_body_hash CHECK (octet_length(body_hash) = 32),
  CONSTRAINT ck_idempotency_keys_held_until CHECK (held_until > claimed_at)
);
COMMENT ON COLUMN idempotency_keys.key_hash IS
  'made with a key of the organization that is not in the database in the clear: what was sent may be a secret';
COMMENT ON COLUMN idempotency_keys.body_hash IS 'of the bytes as they came, made like key_hash';
COMMENT ON COLUMN idempotency_keys.held_until IS 'later than this the key is anybody''s';
CREATE INDEX ix_idempotency_keys_held ON idempotency_keys (held_until);

ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON idempotency_keys FOR SELECT TO inlet_app USING (organization_id = current_organization());
CREATE POLICY of_journal ON idempotency_keys TO inlet_journal USING (true) WITH CHECK (true);
CREATE POLICY of_organization_eraser ON idempotency_keys TO inlet_eraser USING (organization_id = current_organization());
GRANT SELECT ON idempotency_keys TO inlet_app;
GRANT SELECT, INSERT, UPDATE (body_hash, delivery_id, claimed_at, held_until), DELETE ON idempotency_keys TO inlet_journal;
GRANT SELECT, DELETE ON idempotency_keys TO inlet_eraser;
