package dev.inlet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How long an attempt of a queued delivery may take. */
class QueueWorkerTest {

  private static final Instant NOW = Instant.parse("2027-03-01T10:00:00Z");
  private static final Duration WEBHOOK = Duration.ofSeconds(30);

  @Test
  void isWhatTheWebhookSays() {
    assertThat(remaining(Duration.ofSeconds(40)))
        .isBetween(WEBHOOK.minus(Duration.ofSeconds(1)), WEBHOOK);
  }

  @Test
  void endsBeforeTheLeaseSoThatItsOutcomeCanBeWritten() {
    assertThat(remaining(Duration.ofSeconds(12)))
        .isBetween(Duration.ofSeconds(6), Duration.ofSeconds(7));
  }

  @Test
  void isNothingOnceTheLeaseIsNearlyOver() {
    assertThat(remaining(Duration.ofSeconds(4))).isZero();
    assertThat(remaining(Duration.ofSeconds(-4))).isZero();
  }

  private static Duration remaining(Duration leaseLeft) {
    return QueueWorker.deadline(NOW.plus(leaseLeft), NOW, WEBHOOK).remaining();
  }
}
