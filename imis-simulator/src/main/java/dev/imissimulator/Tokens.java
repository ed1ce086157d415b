package dev.imissimulator;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The tokens that are good, each with the moment it expires. */
@Singleton
final class Tokens {
  private final Map<String, Instant> expiries = new ConcurrentHashMap<>();

  String issue(Instant issued, Instant expiry) {
    expiries.values().removeIf(other -> !other.isAfter(issued));
    String token = UUID.randomUUID().toString().replace("-", "") + UUID.randomUUID();
    expiries.put(token, expiry);
    return token;
  }

  boolean isGood(String token) {
    Instant expiry = expiries.get(token);
    return expiry != null && Instant.now().isBefore(expiry);
  }

  void revokeAll() {
    expiries.clear();
  }
}
