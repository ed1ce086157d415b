package dev.inlet.imis;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.imissimulator.Simulator;
import dev.inlet.platform.http.Guards;
import dev.inlet.platform.time.Deadline;
import dev.inlet.testing.SettableClock;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;

/** One simulator for all tests of the client, as new before each. */
abstract class ImisTestBase {

  static final Simulator IMIS = Simulator.start();
  static final ImisHttp HTTP = new ImisHttp(Guards.lettingThrough("127.0.0.0/8"));

  static final byte[] ACTIVITY =
      EntityBody.begin().text("ACTIVITY_TYPE", "TEST").text("PartyId", "101").toBytes();

  final SettableClock clock = new SettableClock();

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
    return new ImisClient(
        account,
        http,
        new TokenSource(new TokenEndpoint(account, http, clock), ImisTestClients.DEAF, clock),
        new LargeReads());
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
