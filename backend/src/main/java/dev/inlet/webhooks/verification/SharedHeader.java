package dev.inlet.webhooks.verification;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A header whose value is the secret. */
record SharedHeader(String header) implements Proof {

  @Override
  public void require(List<String> secrets, Sent sent) throws RefusedException {
    String value = sent.header(header);
    boolean isVerified = false;
    for (String secret : secrets) {
      isVerified |= Macs.isEqual(value, Macs.utf8(secret));
    }
    if (!isVerified) {
      throw new RefusedException(Refusal.wrongValue(header));
    }
  }

  @Override
  public Set<String> headers() {
    return Set.of(header.toLowerCase(Locale.ROOT));
  }
}
