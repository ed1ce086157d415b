-- Of what PostgreSQL did to end a delivery, two fifths was compressing what iMIS was sent and answered (ADR 28).
-- The nodes deflate it.
SET LOCAL lock_timeout = '2s';
ALTER TABLE attempts ADD COLUMN exchange bytea;
ALTER TABLE attempts ALTER COLUMN exchange SET STORAGE EXTERNAL;
COMMENT ON COLUMN attempts.exchange IS
  'the body sent to iMIS, and the one it answered: each as the length of its UTF-8 (four bytes; -1 if there was none) and that, both deflated (RFC 1950)';
COMMENT ON COLUMN attempts.request IS
  'the body sent to iMIS, bounded; credentials are never part of it. Of attempts before exchange was there';
COMMENT ON COLUMN attempts.response IS 'the body that iMIS answered, bounded. Of attempts before exchange was there';
