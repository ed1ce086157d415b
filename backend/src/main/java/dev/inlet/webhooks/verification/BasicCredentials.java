package dev.inlet.webhooks.verification;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** User and password after RFC 7617; a secret is both, with a colon between them. */
record BasicCredentials() implements Proof {

  private static final String HEADER = "Authorization";
  private static final String NAME = "Basic ";

  @Override
  public void require(List<String> secrets, Sent sent) throws RefusedException {
    byte[] credentials = credentials(sent.header(HEADER));
    boolean isVerified = false;
    for (String secret : secrets) {
      isVerified |= MessageDigest.isEqual(credentials, Macs.utf8(secret));
    }
    if (!isVerified) {
      throw new RefusedException(Refusal.wrongCredentials());
    }
  }

  private static byte[] credentials(String value) throws RefusedException {
    if (value.regionMatches(true, 0, NAME, 0, NAME.length())) {
      try {
        return Base64.getDecoder().decode(value.substring(NAME.length()).strip());
      } catch (IllegalArgumentException e) {
        // No Base64: the same remedy as for another kind of authorization.
      }
    }
    throw new RefusedException(Refusal.malformed(HEADER));
  }

  @Override
  public Set<String> headers() {
    return Set.of("authorization");
  }
}
