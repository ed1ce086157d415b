package dev.inlet.webhooks.verification;

/** How a sender proves itself. */
public enum Scheme {
  /** Not at all: whoever knows the URL may send. */
  NONE,
  /** Signatures after the Standard Webhooks specification. */
  STANDARD_WEBHOOKS,
  STRIPE,
  GITHUB,
  SHOPIFY,
  /** A signature of the body in a header, whose kind the webhook names. */
  HMAC,
  /** A header whose value nobody else knows. */
  HEADER,
  /** User and password (RFC 7617). */
  BASIC
}
