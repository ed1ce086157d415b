package dev.inlet.imis;

import dev.inlet.platform.http.Guards;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Clients for tests of other packages. */
public final class ImisTestClients {

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
    ImisHttp http = new ImisHttp(Guards.lettingThrough("127.0.0.0/8"));
    return new ImisClients(http, Clock.systemUTC(), new SimpleMeterRegistry())
        .connect(new ImisAccount(baseUrl, "demo", "demo&100%=ok", 4), CAREFREE);
  }
}
