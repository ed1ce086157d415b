package dev.inlet.imis;

import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes clients; all of them share one pool of HTTP connections. */
@Singleton
public class ImisClients {

  private final ImisHttp http;
  private final Clock clock;
  private final LargeReads largeReads = new LargeReads();

  ImisClients(ImisHttp http, Clock clock) {
    this.http = http;
    this.clock = clock;
  }

  public ImisClient connect(ImisAccount account, CredentialsListener listener) {
    TokenEndpoint endpoint = new TokenEndpoint(account, http, clock);
    return new ImisClient(account, http, new TokenSource(endpoint, listener, clock), largeReads);
  }
}
