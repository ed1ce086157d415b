package dev.inlet.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.testing.SettableClock;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a node believes of what it finds out and of what it hears, in whatever order. */
class CredentialsStateTest {

  private static final TestInlet INLET = TestInlet.shared();

  private final SettableClock clock = new SettableClock();
  private final Instant start = clock.instant();
  private final Tenant tenant = Tenant.in(INLET).connect("https://org.imiscloud.com");
  private final CredentialsState one = state();
  private final CredentialsState two = state();

  @Test
  void isNotTakenBackByWhatWasReadBefore() {
    StoredCredentials before = stored();

    one.refused();
    one.learn(before);

    assertThat(one.failingSince()).isEqualTo(start);
  }

  @Test
  void endsWithWhatAnotherNodeFoundOut() {
    one.refused();
    two.learn(stored());
    assertThat(two.failingSince()).isEqualTo(start);

    two.accepted();
    one.learn(stored());

    assertThat(one.failingSince()).isNull();
    assertThat(stored().failingSince()).isNull();
  }

  @Test
  void isSinceTheFirstRefusalWhicheverNodeSawIt() {
    one.refused();
    clock.advance(Duration.ofHours(1));
    two.refused();
    one.refused();

    assertThat(one.failingSince()).isEqualTo(start);
    assertThat(two.failingSince()).isEqualTo(start);
    assertThat(stored().failingSince()).isEqualTo(start);
  }

  @Test
  void countsForNothingOnceTheConnectionIsAnother() {
    tenant.connect("https://org.imiscloud.com");

    one.refused();

    assertThat(stored().failingSince()).isNull();
  }

  private StoredCredentials stored() {
    return found().credentials();
  }

  private ConnectionRepository.WithPassword found() {
    return INLET
        .bean(ConnectionRepository.class)
        .findWithPassword(tenant.organization())
        .orElseThrow();
  }

  private CredentialsState state() {
    return new CredentialsState(
        tenant.organization(),
        found().connection(),
        stored(),
        INLET.bean(CredentialsIncidents.class),
        clock);
  }
}
