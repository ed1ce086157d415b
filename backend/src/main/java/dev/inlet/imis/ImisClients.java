package dev.inlet.imis;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** Makes clients; all of them share one pool of HTTP connections. */
@Singleton
public class ImisClients {

  private final ImisHttp http;
  private final Clock clock;
  private final RandomGenerator random;
  private final SlowDown.Pause pause;
  private final ImisMeters meters;
  private final LargeReads largeReads = new LargeReads();

  @Inject
  ImisClients(ImisHttp http, Clock clock, MeterRegistry registry) {
    this(http, clock, new SecureRandom(), Thread::sleep, registry);
  }

  ImisClients(
      ImisHttp http,
      Clock clock,
      RandomGenerator random,
      SlowDown.Pause pause,
      MeterRegistry registry) {
    this.http = http;
    this.clock = clock;
    this.random = random;
    this.pause = pause;
    this.meters = new ImisMeters(registry);
  }

  public ImisClient connect(ImisAccount account, CredentialsHealth health) {
    Circuit circuit = new Circuit(clock, random, meters::circuitOpened);
    Line line = new Line(http, account.concurrentCallsMax(), circuit, new SlowDown(clock, pause));
    TokenEndpoint endpoint = new TokenEndpoint(account, line, clock, random);
    SignInGate gate = new SignInGate(health, clock, random);
    TokenSource tokens = new TokenSource(endpoint, health, gate, clock);
    return new ImisClient(account, line, tokens, largeReads, meters, account, CallTimes.UNTOLD);
  }
}
