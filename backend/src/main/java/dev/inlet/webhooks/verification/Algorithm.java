package dev.inlet.webhooks.verification;

/** The hash that a signature is made with. */
public enum Algorithm {
  SHA1("HmacSHA1"),
  SHA256("HmacSHA256"),
  SHA512("HmacSHA512");

  private final String mac;

  Algorithm(String mac) {
    this.mac = mac;
  }

  /** Its HMAC as Java calls it. */
  String mac() {
    return mac;
  }
}
