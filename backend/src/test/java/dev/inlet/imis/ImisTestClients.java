package dev.inlet.imis;

import dev.inlet.platform.http.Guards;
import dev.inlet.testing.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Clients for tests of other packages. */
public final class ImisTestClients {

  private static final ImisHttp HTTP = new ImisHttp(Guards.lettingThrough("127.0.0.0/8"));

  /** Knows of nothing, and remembers nothing. */
  private static final CredentialsHealth CAREFREE =
      new CredentialsHealth() {
        @Override
        public @Nullable Instant failingSince() {
          return null;
        }

        @Override
        public void accepted() {}

        @Override
        public void refused() {}
      };

  private ImisTestClients() {}

  /** A client of the simulator that is served at an address. */
  public static ImisClient of(URI baseUrl) {
    return new ImisClients(HTTP, Clock.systemUTC(), new SimpleMeterRegistry())
        .connect(account(baseUrl), CAREFREE);
  }

  /** The same, but waiting is the clock's business, and nothing happens by chance. */
  public static ImisClient of(URI baseUrl, SettableClock clock) {
    return new ImisClients(HTTP, clock, () -> 0, clock::advance, new SimpleMeterRegistry())
        .connect(account(baseUrl), CAREFREE);
  }

  private static ImisAccount account(URI baseUrl) {
    return new ImisAccount(baseUrl, "demo", "demo&100%=ok", 4);
  }
}
