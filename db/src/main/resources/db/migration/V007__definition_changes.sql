-- Nodes cache definitions; whoever changes one, by whatever means, tells them which organization's, and of what kind,
-- to forget.
CREATE FUNCTION notify_definition_change() RETURNS trigger
  LANGUAGE plpgsql
AS $$
BEGIN
  PERFORM pg_notify('inlet_definitions', TG_TABLE_NAME || ':' || coalesce(NEW.organization_id, OLD.organization_id));
  RETURN NULL;
END
$$;

CREATE TRIGGER notify_change AFTER INSERT OR UPDATE OR DELETE ON organization_slugs
  FOR EACH ROW EXECUTE FUNCTION notify_definition_change();
CREATE TRIGGER notify_change AFTER INSERT OR UPDATE OR DELETE ON connections
  FOR EACH ROW EXECUTE FUNCTION notify_definition_change();
CREATE TRIGGER notify_change AFTER INSERT OR UPDATE OR DELETE ON webhooks
  FOR EACH ROW EXECUTE FUNCTION notify_definition_change();
CREATE TRIGGER notify_change AFTER INSERT OR UPDATE OR DELETE ON webhook_keys
  FOR EACH ROW EXECUTE FUNCTION notify_definition_change();
