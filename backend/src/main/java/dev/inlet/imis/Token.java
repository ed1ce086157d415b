package dev.inlet.imis;

import java.time.Instant;

/** A bearer token of iMIS. */
record Token(String value, Instant renewAt, Instant expiresAt) {

  @Override
  public String toString() {
    return "Token[expiresAt=%s]".formatted(expiresAt);
  }
}
