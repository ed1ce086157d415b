package dev.bareendpoint;

import static java.util.Map.entry;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;

/** Starts it at the port that is its argument. */
public final class BareEndpoint {

  private BareEndpoint() {}

  public static void main(String[] args) {
    ApplicationContext.builder()
        .enableDefaultPropertySources(false)
        .environmentPropertySource(false)
        .deduceEnvironment(false)
        .bootstrapEnvironment(false)
        .banner(false)
        .properties(properties(Integer.parseInt(args[0])))
        .start()
        .getBean(EmbeddedServer.class)
        .start();
  }

  /** What Inlet sets of the server, and nothing of the rest. */
  private static Map<String, Object> properties(int port) {
    return Map.ofEntries(
        entry("bare-endpoint.enabled", true),
        entry("imis-simulator.enabled", false),
        entry("micronaut.server.host", "127.0.0.1"),
        entry("micronaut.server.port", port),
        entry("micronaut.server.max-request-size", "11MB"),
        entry("micronaut.server.max-request-buffer-size", "11MB"),
        entry("micronaut.security.enabled", false),
        entry("micronaut.metrics.enabled", false),
        entry("endpoints.all.enabled", false));
  }
}
