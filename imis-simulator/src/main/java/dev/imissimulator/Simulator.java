package dev.imissimulator;

import static java.util.Map.entry;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A running simulator of iMIS. User {@code demo}, password {@code demo&100%=ok}, contacts 101 to
 * 150; see the module's README for all that it knows. iMIS is served at {@link #baseUrl()}, and the
 * same under {@code /Asi.Scheduler_Demo}.
 */
public final class Simulator implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int ANY_FREE_PORT = -1;

  /**
   * A request hangs this long at most: then the server closes a connection on which nothing
   * happens.
   */
  private static final String IDLE_TIMEOUT = "1h";

  private final ApplicationContext context;
  private final EmbeddedServer server;

  private Simulator(ApplicationContext context) {
    this.context = context;
    this.server = context.getBean(EmbeddedServer.class).start();
  }

  /** On a free port of the loopback interface. */
  public static Simulator start() {
    return start(LOOPBACK, ANY_FREE_PORT);
  }

  /** On the loopback interface. */
  public static Simulator start(int port) {
    return start(LOOPBACK, port);
  }

  /** Reads no file and no variable: a host process has its own, and they are not meant for this. */
  static Simulator start(String host, int port) {
    ApplicationContext context =
        ApplicationContext.builder()
            .enableDefaultPropertySources(false)
            .environmentPropertySource(false)
            .deduceEnvironment(false)
            .bootstrapEnvironment(false)
            .banner(false)
            .properties(properties(host, port))
            .start();
    try {
      return new Simulator(context);
    } catch (RuntimeException e) {
      context.close();
      throw e;
    }
  }

  private static Map<String, Object> properties(String host, int port) {
    return Map.ofEntries(
        entry("imis-simulator.enabled", true),
        entry("micronaut.server.host", host),
        entry("micronaut.server.port", port),
        entry("micronaut.server.max-request-size", "64MB"),
        entry("micronaut.server.idle-timeout", IDLE_TIMEOUT),
        entry("micronaut.server.read-idle-timeout", IDLE_TIMEOUT),
        entry("micronaut.server.write-idle-timeout", IDLE_TIMEOUT),
        entry("micronaut.security.enabled", false),
        entry("micronaut.metrics.enabled", false),
        entry("endpoints.all.enabled", false));
  }

  public URI baseUrl() {
    return URI.create("http://%s:%d".formatted(server.getHost(), server.getPort()));
  }

  /** Forgets rows, tokens and requests, and puts the switches back to their defaults. */
  public void reset() {
    context.getBean(Control.class).reset();
  }

  public Switches switches() {
    return context.getBean(Switchboard.class).current();
  }

  public void switches(Switches switches) {
    set(_ -> switches);
  }

  /**
   * Changes some switches: {@code set(s -> s.withPutStatus(201))}. Requests that hang go on, unless
   * they still have to.
   */
  public void set(UnaryOperator<Switches> change) {
    context.getBean(Switchboard.class).change(change);
  }

  /**
   * Answers reads of a path below {@code /api/}, such as {@code BOEntityDefinition/Name}, with this
   * JSON instead, until a reset: a definition that somebody changed, or one that nobody should
   * believe. Rows are still checked against the definition that was there.
   *
   * @throws IllegalArgumentException if it is no JSON object
   */
  public void replace(String path, String json) {
    context.getBean(Catalogue.class).replace(path, Json.object(json));
  }

  /** Makes every token issued so far a bad one. */
  public void revokeTokens() {
    context.getBean(Tokens.class).revokeAll();
  }

  /** The last requests for a token or under {@code /api}, oldest first. */
  public List<ReceivedRequest> requests() {
    return context.getBean(RequestLog.class).requests();
  }

  /** The stored activities, oldest first: what was set, by column name. */
  public List<Map<String, Object>> activities() {
    return rows(Entities.ACTIVITY.name());
  }

  /**
   * The stored rows of an entity, oldest first: what was set, by property name.
   *
   * @throws IllegalArgumentException if there is no such entity
   */
  public List<Map<String, Object>> rows(String entityName) {
    return context
        .getBean(Catalogue.class)
        .findTable(entityName)
        .orElseThrow(() -> new IllegalArgumentException("No such entity: " + entityName))
        .rows()
        .map(Row::toMap)
        .toList();
  }

  int hanging() {
    return context.getBean(Switchboard.class).hanging();
  }

  @Override
  public void close() {
    context.close();
  }
}
