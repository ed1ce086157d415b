package dev.inlet.deliveries;

/** Another delivery has the idempotency key: this one was not written. */
final class KeyHeldException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Tells a result and no fault: where it came from is nobody's question. */
  KeyHeldException() {
    super("Another delivery has the key", null, false, false);
  }
}
