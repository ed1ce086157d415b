package dev.inlet.webhooks.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * What was sent.
 *
 * @param body as it came, byte for byte
 * @param headers all values of a header, by its name in any case
 * @param at when it came
 */
public record Sent(byte[] body, Function<String, List<String>> headers, Instant at) {

  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  /** The one value of a header: whoever sends two has one of them judged and the other one used. */
  String header(String name) throws RefusedException {
    List<String> values = headers.apply(name);
    if (values.isEmpty()) {
      throw new RefusedException(Refusal.missing(name));
    }
    if (values.size() > 1) {
      throw new RefusedException(Refusal.repeated(name));
    }
    return values.getFirst().strip();
  }

  /** Refuses a time, in seconds since 1970, at which this was not sent. */
  void requireTimely(String seconds, String header) throws RefusedException {
    if (!seconds.matches("[0-9]{1,12}")) {
      throw new RefusedException(Refusal.malformed(header));
    }
    Duration off = Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), at).abs();
    if (off.compareTo(TOLERANCE) > 0) {
      throw new RefusedException(Refusal.untimely(header));
    }
  }
}
