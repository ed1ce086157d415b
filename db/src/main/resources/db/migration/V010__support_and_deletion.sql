-- The support console reads what every organization defined and what became of every delivery. It is granted columns:
-- no payload, no header, no text that may quote one, no key of an open URL, no credential. What staff reveal with a
-- reason is read as the organization, in the transaction that writes the reason down.
ALTER TABLE deliveries ADD COLUMN body_bytes integer GENERATED ALWAYS AS (octet_length(body)) STORED;
GRANT SELECT (body_bytes) ON deliveries TO inlet_journal;
COMMENT ON COLUMN deliveries.body_bytes IS 'so that a list need not fetch a body to tell its size';

-- For lists across organizations, the newest first; the ids of one millisecond are sorted as they are read.
CREATE INDEX ix_deliveries_received ON deliveries (received_at);

GRANT SELECT (organization_id, name, slug, created_at, requires_second_factor) ON organizations TO inlet_support;
GRANT SELECT (organization_id, webhook_id, name, is_paused, version_number, created_at, updated_at, deleted_at)
  ON webhooks TO inlet_support;
GRANT SELECT (organization_id, webhook_id, number, schema, action, acknowledgement, deadline_ms, created_by, created_at)
  ON webhook_versions TO inlet_support;
GRANT SELECT (organization_id, received_at, delivery_id, webhook_id, version_number, outcome, reason, status_code, record_id,
              source_address, body_bytes, body_is_partial, deadline_at, finished_at) ON deliveries TO inlet_support;
GRANT SELECT (organization_id, received_at, delivery_id, number, outcome, reason, record_id, response_status, started_at,
              finished_at) ON attempts TO inlet_support;
GRANT SELECT (organization_id, event_id, occurred_at, action, actor_kind, actor_id, actor_name, target_id, target_name,
              source_address, device, before, after, reason) ON audit_events TO inlet_support;

CREATE POLICY of_support ON organizations FOR SELECT TO inlet_support USING (true);
CREATE POLICY of_support ON webhooks FOR SELECT TO inlet_support USING (true);
CREATE POLICY of_support ON webhook_versions FOR SELECT TO inlet_support USING (true);
CREATE POLICY of_support ON deliveries FOR SELECT TO inlet_support USING (true);
CREATE POLICY of_support ON attempts FOR SELECT TO inlet_support USING (true);
-- Only what concerns the installation itself; what organizations did is theirs to read.
CREATE POLICY of_installation ON audit_events FOR SELECT TO inlet_support
  USING (organization_id = '00000000-0000-0000-0000-000000000000');

-- Deleting an organization: its own row takes most others with it (foreign keys cascade); what has no foreign key is
-- deleted by name. One organization at a time, as everywhere.
GRANT SELECT, DELETE ON organizations, deliveries, attempts, audit_events TO inlet_eraser;
GRANT SELECT, UPDATE (closed_at, erased_at) ON organization_slugs TO inlet_eraser;
CREATE INDEX ix_organization_slugs_unerased ON organization_slugs (closed_at) WHERE closed_at IS NOT NULL AND erased_at IS NULL;

CREATE POLICY of_organization_eraser ON organizations TO inlet_eraser USING (organization_id = current_organization());
CREATE POLICY of_organization_eraser ON deliveries TO inlet_eraser USING (organization_id = current_organization());
CREATE POLICY of_organization_eraser ON attempts TO inlet_eraser USING (organization_id = current_organization());
-- The installation's own trail is nobody's to delete.
CREATE POLICY of_organization_eraser ON audit_events TO inlet_eraser
  USING (organization_id = current_organization() AND organization_id <> '00000000-0000-0000-0000-000000000000');
