-- A webhook's URL is renewed by a new key; the one before goes on for a while.
ALTER TABLE webhook_keys
  ADD COLUMN ends_at timestamptz,
  ADD COLUMN last_used_at timestamptz;
COMMENT ON COLUMN webhook_keys.ends_at IS 'from when on it opens nothing; null for the key that counts';
COMMENT ON COLUMN webhook_keys.last_used_at IS
  'to a minute, when a delivery came with it since it was replaced; null if none did';
CREATE UNIQUE INDEX uq_webhook_keys_current ON webhook_keys (organization_id, webhook_id) WHERE ends_at IS NULL;

-- That a key was used is nothing that nodes would have to forget a definition for.
DROP TRIGGER notify_change ON webhook_keys;
CREATE TRIGGER notify_change AFTER INSERT OR DELETE OR UPDATE OF key, webhook_id, ends_at ON webhook_keys
  FOR EACH ROW EXECUTE FUNCTION notify_definition_change();
