package dev.inlet.identity.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.inlet.identity.credentials.Throttle.Kind;
import dev.inlet.identity.credentials.Throttle.Subject;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.testing.SettableClock;
import dev.inlet.testing.TestInlet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThrottleTest {

  private final SettableClock clock = new SettableClock();
  private final Throttle throttle = new Throttle(TestInlet.shared().bean(Database.class), clock);
  private final Subject subject = new Subject(Kind.SECOND_FACTOR, UUID.randomUUID().toString());

  @Test
  void doublesTheWaitWithEachAttemptUpToALimit() {
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      assertThat(isAdmitted()).isTrue();
      waits.add(waitSeconds());
    }

    assertThat(waits.subList(0, 4)).containsOnly(0L);
    assertThat(waits.subList(4, 8)).containsExactly(2L, 4L, 8L, 16L);
    assertThat(waits.getLast()).isEqualTo(Duration.ofMinutes(15).toSeconds());
  }

  @Test
  void countsManyAtOnceAsMany() {
    List<CompletableFuture<Boolean>> attempts =
        Stream.generate(() -> CompletableFuture.supplyAsync(this::isAdmitted)).limit(40).toList();

    assertThat(attempts.stream().filter(CompletableFuture::join).count()).isEqualTo(5);
  }

  @Test
  void forgetsWhatWasRightAndWhatIsLongAgo() {
    while (isAdmitted()) {}

    throttle.forgive(List.of(subject));
    assertThat(isAdmitted()).isTrue();

    while (isAdmitted()) {}
    clock.advance(Duration.ofHours(25));
    assertThat(isAdmitted()).isTrue();
    assertThat(waitSeconds()).isZero();
  }

  @Test
  void takesBackOneAttemptOnly() {
    while (isAdmitted()) {}

    throttle.takeBack(subject);

    assertThat(isAdmitted()).isTrue();
    assertThat(isAdmitted()).isFalse();
  }

  /** Two at an address sign in at once: whose attempt is written later may have begun earlier. */
  @Test
  void admitsAnAttemptThatBeganBeforeTheOneThatWasWrittenFirst() {
    assertThat(isAdmitted()).isTrue();
    clock.advance(Duration.ofMillis(-1));
    assertThat(isAdmitted()).isTrue();

    throttle.takeBack(subject);
    clock.advance(Duration.ofMillis(-1));
    assertThat(isAdmitted()).isTrue();
  }

  @Test
  void countsANetworkOfIpv6AsOneAddress() {
    String network = "2001:db8:%x:%x".formatted(clock.hashCode() & 0xffff, hashCode() & 0xffff);
    Subject one = Subject.ofAddress(Kind.SIGN_IN_FROM_ADDRESS, network + "::1");
    Subject other = Subject.ofAddress(Kind.SIGN_IN_FROM_ADDRESS, network + ":ffff:1:2:3");

    assertThat(one).isEqualTo(other);
    assertThat(Subject.ofAddress(Kind.SIGN_IN_FROM_ADDRESS, "2001:db8:0:1::1"))
        .isNotEqualTo(Subject.ofAddress(Kind.SIGN_IN_FROM_ADDRESS, "2001:db8:0:2::1"));
    assertThatCode(() -> Subject.ofAddress(Kind.SIGN_IN_FROM_ADDRESS, "not:an:address"))
        .doesNotThrowAnyException();
  }

  private boolean isAdmitted() {
    try {
      throttle.admit(List.of(subject));
      return true;
    } catch (ProblemException e) {
      return false;
    }
  }

  /** Lets the time pass that an attempt would have to wait; how long that was. */
  private long waitSeconds() {
    Duration wait = throttle.remaining(subject);
    clock.advance(wait);
    return wait.toSeconds();
  }
}
