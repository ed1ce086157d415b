package dev.inlet.testing;

import dev.inlet.Application;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Inlet as it runs in production, on a free port; one for all tests that need nothing special of
 * it.
 */
public final class TestInlet {

  /** Signs the access tokens of tests. */
  public static final String TOKEN_KEY = "a token key for tests as long as it has to be";

  public static final String SECRET_KEY = Base64.getEncoder().encodeToString(new byte[32]);

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final TestInlet SHARED = start(TestPostgres.newDatabase("inlet_shared"), Map.of());

  private final ApplicationContext context;
  private final TestPostgres.Database database;

  private TestInlet(ApplicationContext context, TestPostgres.Database database) {
    this.context = context;
    this.database = database;
  }

  public static TestInlet shared() {
    return SHARED;
  }

  /** One with a database and settings of its own; the caller closes it. */
  public static TestInlet start(Map<String, Object> settings) {
    String name = "inlet_own_" + DATABASES.incrementAndGet();
    return start(TestPostgres.newDatabase(name), settings);
  }

  /** One on a database that is there already. */
  public static TestInlet start(TestPostgres.Database database, Map<String, Object> settings) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("inlet.port", -1);
    properties.put("inlet.public-url", "http://inlet.example");
    properties.put("inlet.database.url", database.url());
    properties.put("inlet.database.user", database.user());
    properties.put("inlet.database.password", database.password());
    properties.put("inlet.secret-key", SECRET_KEY);
    properties.put("inlet.token-key", TOKEN_KEY);
    properties.put("inlet.outbound-allowed-networks", "127.0.0.0/8,::1/128");
    properties.put("inlet.webhook-requests-per-second", 5_000);
    properties.put("inlet.organization-requests-per-second", 10_000);
    properties.putAll(settings);
    return new TestInlet(Application.start(properties), database);
  }

  public URI url() {
    return context.getBean(EmbeddedServer.class).getURI();
  }

  public int port() {
    return url().getPort();
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** One of its pools. */
  public DataSource pool(String name) {
    return context.getBean(DataSource.class, Qualifiers.byName(name));
  }

  /** A connection of one of its pools. */
  public Connection connection(String pool) throws SQLException {
    return pool(pool).getConnection();
  }

  /** All of its beans whose class is called so, of whatever package. */
  public List<Object> beansNamed(String ending) {
    return context.getAllBeanDefinitions().stream()
        .map(definition -> (Class<?>) definition.getBeanType())
        .filter(type -> type.getName().startsWith("dev.inlet."))
        .filter(type -> type.getSimpleName().endsWith(ending))
        .distinct()
        .map(type -> (Object) context.getBean(type))
        .toList();
  }

  public TestPostgres.Database database() {
    return database;
  }

  /** Waits until this node has heard of every change that was committed before. */
  public void settle() {
    UUID marker = UUID.randomUUID();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_notify('inlet_definitions', 'marker:" + marker + "')");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    Await.until(() -> bean(HeardChanges.class).hasHeard(new OrganizationId(marker)));
  }

  public void close() {
    context.close();
  }
}
