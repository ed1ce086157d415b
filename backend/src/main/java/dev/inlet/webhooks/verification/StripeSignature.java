package dev.inlet.webhooks.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Stripe's signatures: of time and body, any number of them in one header. */
record StripeSignature() implements Proof {

  private static final String HEADER = "Stripe-Signature";

  @Override
  public void require(List<String> secrets, Sent sent) throws RefusedException {
    List<String> times = new ArrayList<>();
    List<String> signatures = new ArrayList<>();
    for (String element : sent.header(HEADER).split(",", -1)) {
      String[] parts = element.strip().split("=", 2);
      if (parts.length < 2) {
        throw new RefusedException(Refusal.malformed(HEADER));
      }
      switch (parts[0]) {
        case "t" -> times.add(parts[1]);
        case "v1" -> signatures.add(parts[1]);
        default -> {
          // v0 is no proof, and what comes after v1 is not known yet.
        }
      }
    }
    if (times.size() != 1 || signatures.isEmpty()) {
      throw new RefusedException(Refusal.malformed(HEADER));
    }
    sent.requireTimely(times.getFirst(), HEADER);
    require(secrets, times.getFirst(), signatures, sent.body());
  }

  private static void require(
      List<String> secrets, String time, List<String> signatures, byte[] body)
      throws RefusedException {
    boolean isVerified = false;
    for (String secret : secrets) {
      byte[] signed = Macs.sign(Algorithm.SHA256, Macs.utf8(secret), Macs.utf8(time + "."), body);
      byte[] expected = Encoding.HEX.write(signed);
      for (String signature : signatures) {
        isVerified |= Macs.isEqual(Encoding.HEX.usual(signature), expected);
      }
    }
    if (!isVerified) {
      throw new RefusedException(Refusal.wrongSignature());
    }
  }

  @Override
  public Set<String> headers() {
    return Set.of("stripe-signature");
  }
}
