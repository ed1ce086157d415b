package dev.inlet.imis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Part;
import dev.inlet.platform.time.Deadline;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever iMIS does, the caller is told in time. */
class DeadlineTest extends ImisTestBase {

  private static final Duration PATIENCE = Duration.ofMillis(400);

  /** For a machine that is busy: what is not ended hangs for ever. */
  private static final Duration TOLERANCE = Duration.ofSeconds(10);

  @Test
  void endsACallThatHangs() throws ImisException {
    ImisClient client = warm();
    IMIS.set(s -> s.withFault(Fault.hang(Part.INSERT)));

    assertThat(failureInTime(client)).isEqualTo(ImisFailure.NO_ANSWER);
  }

  @Test
  void endsAnAnswerThatTrickles() throws ImisException {
    ImisClient client = warm();
    IMIS.set(s -> s.withFault(Fault.trickle(Part.INSERT, Duration.ofMillis(20))));

    assertThat(failureInTime(client)).isEqualTo(ImisFailure.NO_ANSWER);
  }

  @Test
  void endsTheWaitForATokenWithADefiniteFailure() {
    IMIS.set(s -> s.withFault(Fault.hang(Part.TOKEN)));

    assertThat(failureInTime(client())).isEqualTo(ImisFailure.UNREACHABLE);
    assertThat(inserts()).isZero();
  }

  @Test
  void endsTheWaitForATokenThatTrickles() {
    IMIS.set(s -> s.withFault(Fault.trickle(Part.TOKEN, Duration.ofMillis(20))));

    assertThat(failureInTime(client())).isEqualTo(ImisFailure.UNREACHABLE);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1000})
  void sendsNothingOnceItIsOver(int millis) {
    ImisException thrown = failure(client(), Deadline.in(Duration.ofMillis(millis)));

    assertThat(thrown.failure().mayHaveWritten()).isFalse();
    assertThat(inserts()).isZero();
  }

  @Test
  void leavesTheConnectionFitForTheNextCall() throws ImisException {
    ImisClient client = warm();
    IMIS.set(s -> s.withFault(Fault.hang(Part.INSERT).once()));
    failureInTime(client);
    IMIS.set(s -> s);

    insert(client);

    assertThat(IMIS.activities()).hasSizeGreaterThanOrEqualTo(2);
  }

  private ImisClient warm() throws ImisException {
    ImisClient client = client();
    insert(client);
    return client;
  }

  private static ImisFailure failureInTime(ImisClient client) {
    long started = System.nanoTime();

    ImisException thrown = failure(client, Deadline.in(PATIENCE));

    Duration took = Duration.ofNanos(System.nanoTime() - started);
    assertThat(took).isBetween(PATIENCE.minusMillis(5), PATIENCE.plus(TOLERANCE));
    return thrown.failure();
  }
}
