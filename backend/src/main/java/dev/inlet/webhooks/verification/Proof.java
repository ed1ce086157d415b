package dev.inlet.webhooks.verification;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What one scheme demands. */
interface Proof {

  /**
   * Refuses what does not prove itself by any of the secrets.
   *
   * @throws RefusedException if it does not
   */
  void require(List<String> secrets, Sent sent) throws RefusedException;

  /** The headers that are nobody else's business, in lower case. */
  Set<String> headers();

  static Proof of(Verification verification) {
    return switch (verification.scheme()) {
      case NONE -> new NoProof();
      case STANDARD_WEBHOOKS -> new StandardSignature();
      case STRIPE -> new StripeSignature();
      case GITHUB ->
          new BodySignature("X-Hub-Signature-256", Algorithm.SHA256, Encoding.HEX, "sha256=");
      case SHOPIFY ->
          new BodySignature("X-Shopify-Hmac-Sha256", Algorithm.SHA256, Encoding.BASE64, "");
      case HMAC ->
          new BodySignature(
              Objects.requireNonNull(verification.header()),
              Objects.requireNonNull(verification.algorithm()),
              Objects.requireNonNull(verification.encoding()),
              Objects.requireNonNullElse(verification.prefix(), ""));
      case HEADER -> new SharedHeader(Objects.requireNonNull(verification.header()));
      case BASIC -> new BasicCredentials();
    };
  }
}
