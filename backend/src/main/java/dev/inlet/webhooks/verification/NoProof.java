package dev.inlet.webhooks.verification;

import java.util.List;
import java.util.Set;

/** Demands nothing. */
record NoProof() implements Proof {

  @Override
  public void require(List<String> secrets, Sent sent) {}

  @Override
  public Set<String> headers() {
    return Set.of();
  }
}
