package dev.inlet.webhooks.verification;

/** Ends the judging of a delivery. */
final class RefusedException extends Exception {

  private static final long serialVersionUID = 1L;
  private final transient Refusal refusal;

  RefusedException(Refusal refusal) {
    super(refusal.sentence(), null, false, false);
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
