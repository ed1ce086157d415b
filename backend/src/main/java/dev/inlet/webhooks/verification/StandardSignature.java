package dev.inlet.webhooks.verification;

import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * Signatures after the Standard Webhooks specification: of id, time and body. Its Java library,
 * which signs Inlet's own messages, is not used to verify: it takes the body as text, so that bytes
 * that are no UTF-8 are all the same to it, and the time from the machine.
 */
record StandardSignature() implements Proof {

  private static final String ID = "webhook-id";
  private static final String TIMESTAMP = "webhook-timestamp";
  private static final String SIGNATURE = "webhook-signature";
  private static final String SECRET_PREFIX = "whsec_";
  private static final String VERSION = "v1,";

  @Override
  public void require(List<String> secrets, Sent sent) throws RefusedException {
    String id = sent.header(ID);
    String timestamp = sent.header(TIMESTAMP);
    String signatures = sent.header(SIGNATURE);
    // With a dot in the id, part of what was signed as time or body could be told as something
    // else.
    if (id.isEmpty() || id.contains(".")) {
      throw new RefusedException(Refusal.malformed(ID));
    }
    sent.requireTimely(timestamp, TIMESTAMP);
    byte[] head = Macs.utf8("%s.%s.".formatted(id, timestamp));
    boolean isVerified = false;
    for (String secret : secrets) {
      byte[] expected =
          Encoding.BASE64.write(Macs.sign(Algorithm.SHA256, key(secret), head, sent.body()));
      for (String signature : signatures.split(" ", -1)) {
        isVerified |=
            signature.startsWith(VERSION)
                && Macs.isEqual(signature.substring(VERSION.length()), expected);
      }
    }
    if (!isVerified) {
      throw new RefusedException(Refusal.wrongSignature());
    }
  }

  /**
   * The bytes of a secret, which is Base64 with or without its prefix.
   *
   * @throws IllegalArgumentException if it is not
   */
  static byte[] key(String secret) {
    return Base64.getDecoder()
        .decode(
            secret.startsWith(SECRET_PREFIX) ? secret.substring(SECRET_PREFIX.length()) : secret);
  }

  @Override
  public Set<String> headers() {
    return Set.of(SIGNATURE);
  }
}
