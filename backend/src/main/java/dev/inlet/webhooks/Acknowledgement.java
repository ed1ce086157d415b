package dev.inlet.webhooks;

/** When a webhook answers its caller. */
public enum Acknowledgement {
  /** When the action has ended: 200 means that the record is in the target. */
  AFTER_ACTION,
  /** As soon as the delivery is durable: 202 promises nothing but that. */
  ON_RECEIPT
}
