package dev.inlet.benchmarks.deliverylog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.benchmarks.deliverylog.Population.Member;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as it ended: 95 % succeeded, 3 % were rejected, 2 % failed, some for a reason that is
 * rare, and of one in ten thousand nobody knows.
 */
record GeneratedDelivery(
    Member member,
    UUID webhook,
    UUID id,
    Instant receivedAt,
    Instant finishedAt,
    String outcome,
    @Nullable String reason,
    int status,
    @Nullable String recordId,
    String source,
    ObjectNode payload,
    byte[] body) {

  private static final int RECORDS = 100_000_000;

  static GeneratedDelivery next(Population population, RandomGenerator random, Instant receivedAt) {
    Member member = population.any(random);
    double luck = random.nextDouble();
    String outcome = outcome(luck);
    ObjectNode payload = Forms.next(random, receivedAt);
    return new GeneratedDelivery(
        member,
        member.webhook(random),
        id(random, receivedAt),
        receivedAt,
        receivedAt.plusMillis(30 + random.nextInt(400)),
        outcome,
        reason(outcome, random),
        status(outcome),
        outcome.equals("SUCCEEDED") ? Integer.toString(random.nextInt(RECORDS)) : null,
        "198.51.%d.%d".formatted(random.nextInt(4), 1 + random.nextInt(250)),
        payload,
        payload.toString().getBytes(StandardCharsets.UTF_8));
  }

  boolean isRejected() {
    return outcome.equals("REJECTED");
  }

  private static UUID id(RandomGenerator random, Instant time) {
    return new UUID(
        time.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000),
        random.nextLong() >>> 2 | 1L << 63);
  }

  private static String outcome(double luck) {
    if (luck < 0.95) {
      return "SUCCEEDED";
    }
    return luck < 0.98 ? "REJECTED" : luck < 0.9999 ? "FAILED" : "UNKNOWN";
  }

  private static @Nullable String reason(String outcome, RandomGenerator random) {
    return switch (outcome) {
      case "REJECTED" -> "SCHEMA_VIOLATED";
      case "FAILED" -> random.nextInt(1000) > 0 ? "RECORD_REFUSED" : "CREDENTIALS_REFUSED";
      case "UNKNOWN" -> "NO_ANSWER";
      default -> null;
    };
  }

  private static int status(String outcome) {
    return switch (outcome) {
      case "SUCCEEDED" -> 200;
      case "REJECTED" -> 400;
      default -> 500;
    };
  }
}
