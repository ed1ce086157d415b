package dev.inlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.platform.json.JsonLimits;
import dev.inlet.testing.TestInlet;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/limits.md says is what the code does. */
class LimitsPageTest {

  private static final Path PAGE = Path.of("../docs/limits.md");
  private static final Path CONFIGURATION = Path.of("../docs/configuration.md");
  private static final Pattern VARIABLE = Pattern.compile("INLET_[A-Z_]+");

  private static final String INTAKE = "intake.IntakeConfiguration";
  private static final String RATES = "intake.RateLimits";
  private static final String BUDGET = "webhooks.schema.ValidationBudget";
  private static final String CONNECTIONS = "platform.http.ConnectionConfiguration";
  private static final String MANAGEMENT = "platform.metrics.ManagementServer";
  private static final String DATABASE = "platform.database.DatabaseConfiguration";
  private static final String SCHEMA = "webhooks.schema.SchemaLimits";
  private static final String PATTERN = "webhooks.schema.LinearRegularExpressions";
  private static final String CATALOG = "webhooks.WebhookCatalog";

  @Test
  void namesTheDefaultsThatTheCodeHas() throws IOException {
    assertThat(documented())
        .containsExactlyElementsOf(
            Stream.of(deliveries(), connections(), outbound(), schemas(), api())
                .flatMap(List::stream)
                .toList());
  }

  @Test
  void namesNoVariableThatIsNotExplained() throws IOException {
    String explained = Files.readString(CONFIGURATION);

    assertThat(VARIABLE.matcher(Files.readString(PAGE)).results().map(MatchResult::group))
        .isNotEmpty()
        .allSatisfy(variable -> assertThat(explained).contains("`" + variable + "`"));
  }

  private static List<String> deliveries() {
    long burst = constant(RATES, "BURST_SECONDS");
    long webhook = configured(INTAKE, "webhookRequestsPerSecond");
    long organization = configured(INTAKE, "organizationRequestsPerSecond");
    long logged = constant(RATES, "LOGGED_REFUSALS_PER_SECOND");
    return List.of(
        String.format(Locale.ROOT, "%,d a second, %,d at once", webhook, burst * webhook),
        String.format(Locale.ROOT, "%,d a second, %,d at once", organization, burst * organization),
        String.format(Locale.ROOT, "%,d a second, %,d at once", logged, burst * logged),
        String.format(Locale.ROOT, "%,d", configured(INTAKE, "concurrentDeliveriesMax")),
        String.format(
            Locale.ROOT,
            "nearly %,d: counted every few seconds",
            configured("deliveries.BacklogConfiguration", "queuedDeliveriesMax")),
        String.format(Locale.ROOT, "%,d bytes", configured(INTAKE, "maxBodyBytes")),
        String.format(
            Locale.ROOT,
            "1/%d of the heap, and at least %d of the largest",
            constant("intake.BodyBudget", "HEAP_FRACTION"),
            constant("intake.BodyBudget", "LARGEST_BODIES")),
        String.format(Locale.ROOT, "%d seconds", configured(INTAKE, "bodySeconds")),
        String.format(
            Locale.ROOT,
            "%d seconds",
            constant("webhooks.WebhookRequest", "DEADLINE_SECONDS_DEFAULT")),
        String.format(
            Locale.ROOT,
            "%d seconds, or %,d entries",
            seconds("deliveries.JournalWriter", "BEHIND_AFTER"),
            constant("deliveries.JournalWriter", "WAITING_MAX") / 2),
        String.format(
            Locale.ROOT,
            "half of the application's %d connections, and %d waiting for %d seconds",
            configured(DATABASE, "connectionsMax"),
            constant(CATALOG, "WAITING_MAX"),
            seconds(CATALOG, "PATIENCE")),
        String.format(Locale.ROOT, "%d levels", JsonLimits.DEFAULT.depth()),
        String.format(
            Locale.ROOT,
            "%,d, %,d",
            JsonLimits.DEFAULT.numberLength(),
            JsonLimits.DEFAULT.nameLength()),
        String.format(Locale.ROOT, "%,d steps", constant(BUDGET, "STEPS_MAX")),
        String.format(
            Locale.ROOT,
            "as many as half of the processors, organizations by turns, and %,d waiting for %d seconds",
            constant(BUDGET, "WAITING_MAX"),
            seconds(BUDGET, "PATIENCE")),
        String.format(Locale.ROOT, "%,d", constant("deliveries.AwaitedDeliveries", "WAITING_MAX")));
  }

  private static List<String> connections() {
    NettyHttpServerConfiguration server =
        TestInlet.shared().bean(NettyHttpServerConfiguration.class);
    return List.of(
        String.format(Locale.ROOT, "%,d", configured(CONNECTIONS, "max")),
        String.format(Locale.ROOT, "%,d", configured(CONNECTIONS, "perAddressMax")),
        String.format(Locale.ROOT, "%d seconds", configured(CONNECTIONS, "headSeconds")),
        String.format(Locale.ROOT, "%d seconds", configured(CONNECTIONS, "requestSeconds")),
        String.format(Locale.ROOT, "%d seconds", server.getIdleTimeout().toSeconds()),
        String.format(
            Locale.ROOT,
            "%d, %d seconds",
            constant(MANAGEMENT, "CONNECTIONS_MAX"),
            seconds(MANAGEMENT, "PATIENCE")),
        String.format(
            Locale.ROOT,
            "%,d bytes, %,d bytes",
            server.getMaxHeaderSize(),
            server.getMaxInitialLineLength()));
  }

  private static List<String> outbound() {
    return List.of(
        String.format(
            Locale.ROOT,
            "%d",
            constant("connections.ConnectionController", "CONCURRENT_CALLS_DEFAULT")),
        String.format(
            Locale.ROOT, "%,d, of one webhook half", constant("imis.Line", "WAITING_MAX")),
        String.format(Locale.ROOT, "%d", constant("imis.Circuit", "OUTAGES_MAX")),
        String.format(Locale.ROOT, "%,d", constant("imis.ImisHttp", "CONNECTIONS_MAX")),
        String.format(Locale.ROOT, "%,d", constant("alerts.EndpointHttp", "CONNECTIONS_MAX")));
  }

  private static List<String> schemas() {
    return List.of(
        String.format(Locale.ROOT, "%,d bytes", constant(SCHEMA, "TEXT_BYTES_MAX")),
        String.format(Locale.ROOT, "%,d levels", constant(SCHEMA, "DEPTH_MAX")),
        String.format(Locale.ROOT, "%,d", constant(SCHEMA, "SCHEMAS_MAX")),
        String.format(Locale.ROOT, "%,d", constant(SCHEMA, "REFERENCES_MAX")),
        String.format(Locale.ROOT, "%,d characters", constant(SCHEMA, "NAME_LENGTH_MAX")),
        String.format(
            Locale.ROOT,
            "%,d characters, %,d instructions",
            constant(PATTERN, "LENGTH_MAX"),
            constant(PATTERN, "SIZE_MAX")),
        String.format(Locale.ROOT, "%,d", constant(SCHEMA, "PATTERN_PROPERTIES_MAX")),
        String.format(Locale.ROOT, "%,d", constant(SCHEMA, "ALIKE_VALUES_MAX")),
        String.format(Locale.ROOT, "%,d characters", constant(SCHEMA, "VALUE_LENGTH_MAX")),
        String.format(
            Locale.ROOT, "%,d characters", constant("webhooks.schema.BoundedFormat", "LENGTH_MAX")),
        String.format(Locale.ROOT, "%,d", constant("webhooks.schema.Violations", "LISTED_MAX")));
  }

  private static List<String> api() {
    return List.of(
        String.format(
            Locale.ROOT,
            "%,d bytes",
            TestInlet.shared().bean(NettyHttpServerConfiguration.class).getMaxRequestBufferSize()),
        String.format(Locale.ROOT, "%,d", configured("webhooks.WebhooksConfiguration", "max")),
        String.format(
            Locale.ROOT,
            "%,d, %d levels",
            constant("webhooks.file.YamlReader", "VALUES_MAX"),
            constant("webhooks.file.YamlReader", "DEPTH_MAX")),
        String.format(
            Locale.ROOT,
            "%d, %d",
            constant("webhooks.WebhookFileController", "OF_EACH_MAX"),
            constant("webhooks.WebhookFileController", "OF_ALL_MAX")),
        String.format(Locale.ROOT, "%d seconds", seconds("webhooks.FilePlanner", "PATIENCE")),
        String.format(Locale.ROOT, "%,d", constant("deliveries.HeavyReads", "OF_EACH_MAX")),
        String.format(Locale.ROOT, "%,d", constant("alerts.Endpoints", "ENDPOINTS_MAX")),
        String.format(
            Locale.ROOT,
            "%d, %d",
            configured(DATABASE, "connectionsMax"),
            configured(DATABASE, "journalConnectionsMax")));
  }

  /** The second column of every table. */
  private static List<String> documented() throws IOException {
    List<String> defaults = new ArrayList<>();
    for (String line : Files.readAllLines(PAGE)) {
      if (line.startsWith("| ") && !line.startsWith("| Limit |")) {
        defaults.add(line.split("\\|", -1)[2].strip());
      }
    }
    return defaults;
  }

  private static long configured(String record, String name) {
    Class<?> type = type(record);
    RecordComponent[] components = type.getRecordComponents();
    int index =
        IntStream.range(0, components.length)
            .filter(i -> components[i].getName().equals(name))
            .findFirst()
            .orElseThrow();
    return Long.parseLong(
        type.getDeclaredConstructors()[0]
            .getParameters()[index]
            .getAnnotation(Bindable.class)
            .defaultValue());
  }

  private static long constant(String type, String name) {
    return ((Number) value(type, name)).longValue();
  }

  private static long seconds(String type, String name) {
    return ((Duration) value(type, name)).toSeconds();
  }

  private static Object value(String type, String name) {
    try {
      Field field = type(type).getDeclaredField(name);
      field.setAccessible(true);
      return field.get(null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName("dev.inlet." + name);
    } catch (ClassNotFoundException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
