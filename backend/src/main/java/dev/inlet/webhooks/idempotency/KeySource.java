package dev.inlet.webhooks.idempotency;

/** Where the key of a delivery stands. */
public enum KeySource {
  /** In a header of the request. */
  HEADER,
  /** In a property of the payload. */
  PROPERTY,
  /** Nowhere: whatever is sent twice is done twice. */
  NONE
}
