package dev.inlet.benchmarks;

import dev.inlet.Application;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One node of Inlet within this process, on a free port. */
public final class Node implements AutoCloseable {

  static final String SECRET_KEY = Base64.getEncoder().encodeToString(new byte[32]);
  static final String TOKEN_KEY = "a token key for benchmarks that is long enough";

  /** This machine, and what is named beside it for an iMIS elsewhere. */
  static final String ALLOWED_NETWORKS =
      Stream.of("127.0.0.0/8,::1/128", System.getenv("INLET_OUTBOUND_ALLOWED_NETWORKS"))
          .filter(Objects::nonNull)
          .collect(Collectors.joining(","));

  private final ApplicationContext context;

  private Node(ApplicationContext context) {
    this.context = context;
  }

  public static Node start(Postgres postgres, String database) {
    return new Node(
        Application.start(
            Map.of(
                "micronaut.server.host",
                "localhost",
                "inlet.port",
                -1,
                "inlet.database.url",
                postgres.url(database),
                "inlet.database.user",
                Postgres.OWNER,
                "inlet.database.password",
                Postgres.PASSWORD,
                "inlet.secret-key",
                SECRET_KEY,
                "inlet.token-key",
                TOKEN_KEY,
                "inlet.outbound-allowed-networks",
                ALLOWED_NETWORKS,
                "inlet.retention-days",
                3650)));
  }

  public URI url() {
    return context.getBean(EmbeddedServer.class).getURI();
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }
}
