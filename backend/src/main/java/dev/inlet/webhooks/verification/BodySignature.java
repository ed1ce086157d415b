package dev.inlet.webhooks.verification;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A signature of the body alone, in a header: GitHub's, Shopify's and most others'. It tells
 * nothing of when it was made.
 *
 * @param prefix what stands before it; may be empty
 */
record BodySignature(String header, Algorithm algorithm, Encoding encoding, String prefix)
    implements Proof {

  @Override
  public void require(List<String> secrets, Sent sent) throws RefusedException {
    String value = sent.header(header);
    if (!value.startsWith(prefix)) {
      throw new RefusedException(Refusal.malformed(header));
    }
    String signature = encoding.usual(value.substring(prefix.length()));
    boolean isVerified = false;
    for (String secret : secrets) {
      byte[] expected = encoding.write(Macs.sign(algorithm, Macs.utf8(secret), sent.body()));
      isVerified |= Macs.isEqual(signature, expected);
    }
    if (!isVerified) {
      throw new RefusedException(Refusal.wrongSignature());
    }
  }

  @Override
  public Set<String> headers() {
    return Set.of(header.toLowerCase(Locale.ROOT));
  }
}
