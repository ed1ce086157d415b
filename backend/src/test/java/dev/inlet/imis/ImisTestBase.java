package dev.inlet.imis;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.imissimulator.Simulator;
import dev.inlet.platform.http.Guards;
import dev.inlet.platform.time.Deadline;
import dev.inlet.testing.SettableClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** One simulator for all tests of the client, as new before each. */
abstract class ImisTestBase {

  static final Simulator IMIS = Simulator.start();
  static final ImisHttp HTTP = new ImisHttp(Guards.lettingThrough("127.0.0.0/8"));

  static final byte[] ACTIVITY =
      EntityBody.begin().text("ACTIVITY_TYPE", "TEST").text("PartyId", "101").toBytes();

  final SettableClock clock = new SettableClock();
  final MeterRegistry meters = new SimpleMeterRegistry();

  /** What one node knows by itself. */
  final class KnownHealth implements CredentialsHealth {

    private volatile @Nullable Instant failingSince;

    @Override
    public @Nullable Instant failingSince() {
      return failingSince;
    }

    @Override
    public void accepted() {
      failingSince = null;
    }

    @Override
    public void refused() {
      failingSince = failingSince == null ? clock.instant() : failingSince;
    }
  }

  @BeforeEach
  void resetSimulator() {
    IMIS.reset();
  }

  ImisClient client() {
    return client(account(IMIS.baseUrl()));
  }

  ImisClient client(ImisAccount account) {
    return client(account, HTTP);
  }

  ImisClient client(ImisAccount account, ImisHttp http) {
    return client(account, http, new KnownHealth());
  }

  /** Waiting is the clock's business, and nothing happens by chance. */
  ImisClient client(ImisAccount account, ImisHttp http, CredentialsHealth health) {
    return new ImisClients(http, clock, () -> 0, clock::advance, meters).connect(account, health);
  }

  static ImisAccount account(URI baseUrl) {
    return new ImisAccount(baseUrl, "demo", "demo&100%=ok", 100);
  }

  static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(8));
  }

  static ImisClient.Inserted insert(ImisClient client) throws ImisException {
    return client.insert("Activity", ACTIVITY, soon());
  }

  static ImisException failure(ImisClient client) {
    return failure(client, soon());
  }

  static ImisException failure(ImisClient client, Deadline deadline) {
    return catchThrowableOfType(
        ImisException.class, () -> client.insert("Activity", ACTIVITY, deadline));
  }

  static long tokenRequests() {
    return IMIS.requests().stream().filter(request -> request.path().endsWith("/token")).count();
  }

  static long inserts() {
    return IMIS.requests().stream().filter(request -> request.path().contains("/api/")).count();
  }
}
