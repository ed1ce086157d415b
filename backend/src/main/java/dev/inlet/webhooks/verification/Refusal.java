package dev.inlet.webhooks.verification;

/**
 * Why a delivery is not let through.
 *
 * @param sentence for its sender; tells no secret
 */
public record Refusal(Cause cause, String sentence) {

  /** What is to be told from each other. */
  public enum Cause {
    /** It comes from somewhere else than the webhook lets send from. */
    SOURCE,
    /** It has no proof that counts. */
    PROOF,
    /** Nobody can tell: the secret cannot be read. */
    UNREADABLE_SECRET
  }

  static Refusal missing(String header) {
    return proof("the header %s is missing".formatted(header));
  }

  static Refusal repeated(String header) {
    return proof("the header %s was sent more than once".formatted(header));
  }

  static Refusal malformed(String header) {
    return proof("the header %s is not what it should look like".formatted(header));
  }

  static Refusal untimely(String header) {
    return proof("the time in %s is more than 5 minutes off".formatted(header));
  }

  static Refusal wrongSignature() {
    return proof("the signature does not fit the body and the secret");
  }

  static Refusal wrongValue(String header) {
    return proof("the header %s has another value".formatted(header));
  }

  static Refusal wrongCredentials() {
    return proof("user or password is wrong");
  }

  private static Refusal proof(String why) {
    return new Refusal(
        Cause.PROOF, "The sender is not verified: %s. Nothing was done.".formatted(why));
  }

  static Refusal source() {
    return new Refusal(
        Cause.SOURCE, "This webhook takes no deliveries from this address. Nothing was done.");
  }

  static Refusal unreadableSecret() {
    return new Refusal(
        Cause.UNREADABLE_SECRET,
        "Inlet cannot verify the senders of this webhook right now; nothing was done. Try again later.");
  }
}
