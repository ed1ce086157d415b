package dev.inlet.imis;

import dev.inlet.platform.http.Guards;
import java.net.URI;
import java.time.Clock;

/** Clients for tests of other packages. */
public final class ImisTestClients {

  /** Nobody listens. */
  static final CredentialsListener DEAF =
      new CredentialsListener() {
        @Override
        public void accepted() {}

        @Override
        public void refused() {}
      };

  private ImisTestClients() {}

  /** A client of the simulator that is served at an address. */
  public static ImisClient of(URI baseUrl) {
    ImisHttp http = new ImisHttp(Guards.lettingThrough("127.0.0.0/8"));
    return new ImisClients(http, Clock.systemUTC())
        .connect(new ImisAccount(baseUrl, "demo", "demo&100%=ok", 4), DEAF);
  }
}
