-- Who did what to which thing, when, from where. Append-only: Inlet's role may insert and read, nothing else.
-- No foreign key to organizations: the events of the installation itself (support staff, deleted organizations) have
-- the nil UUID for their organization, and an organization's own are deleted with it.
CREATE TABLE audit_events (
  organization_id uuid        NOT NULL,
  event_id        uuid        NOT NULL,
  occurred_at     timestamptz NOT NULL,
  action          text        NOT NULL,
  actor_kind      text        NOT NULL,
  actor_id        uuid,
  actor_name      text        NOT NULL,
  target_id       text,
  target_name     text,
  source_address  text        NOT NULL,
  device          text        NOT NULL,
  before          json,
  after           json,
  reason          text,
  CONSTRAINT pk_audit_events PRIMARY KEY (organization_id, event_id),
  CONSTRAINT ck_audit_events_actor_kind CHECK (actor_kind IN ('USER', 'SUPPORT', 'API_KEY', 'STRANGER', 'OPERATOR'))
);
COMMENT ON COLUMN audit_events.event_id IS 'a UUIDv7: events are read in its order';
COMMENT ON COLUMN audit_events.before IS 'what the change replaced; secrets as "set"';
COMMENT ON COLUMN audit_events.after IS 'what the change made of it; secrets as "changed"';

ALTER TABLE audit_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_events FORCE ROW LEVEL SECURITY;
CREATE POLICY read_by_organization ON audit_events FOR SELECT TO inlet_app USING (organization_id = current_organization());
CREATE POLICY written_by_organization ON audit_events FOR INSERT TO inlet_app
  WITH CHECK (organization_id = current_organization());
-- What a user does to their own account concerns every organization they belong to, and the installation.
CREATE POLICY written_by_member ON audit_events FOR INSERT TO inlet_app
  WITH CHECK (organization_id IN (SELECT m.organization_id FROM members m WHERE m.user_id = current_user_id())
              OR (current_user_id() IS NOT NULL AND organization_id = '00000000-0000-0000-0000-000000000000'));

GRANT SELECT, INSERT ON audit_events TO inlet_app;
