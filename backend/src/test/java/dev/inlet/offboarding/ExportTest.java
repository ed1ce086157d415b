package dev.inlet.offboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import dev.inlet.testing.Unzipped;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What an organization takes with it. */
class ExportTest {

  private static final TestInlet INLET = TestInlet.shared();
  private static final Simulator SIMULATOR = Simulator.start();

  /** Where the rows of each tenants' table are found in the archive. */
  private static final Map<String, ToIntFunction<Unzipped>> EXPORTED =
      Map.ofEntries(
          Map.entry("organizations", lines("organization.json")),
          Map.entry("members", lines("members.ndjson")),
          Map.entry("invitations", lines("invitations.ndjson")),
          Map.entry("api_keys", lines("api-keys.ndjson")),
          Map.entry("connections", lines("connection.json")),
          Map.entry("webhooks", lines("webhooks.ndjson")),
          Map.entry("webhook_keys", elements("webhooks.ndjson", "urls")),
          Map.entry("webhook_versions", lines("webhook-versions.ndjson")),
          Map.entry("webhook_verifications", lines("webhook-verifications.ndjson")),
          Map.entry("webhook_secrets", elements("webhook-verifications.ndjson", "secrets")),
          Map.entry("deliveries", lines("deliveries.ndjson")),
          Map.entry("delivery_retention", lines("delivery-retention.json")),
          Map.entry("attempts", elements("deliveries.ndjson", "attempts")),
          Map.entry("replay_batches", lines("replay-batches.ndjson")),
          Map.entry("replay_batch_deliveries", lines("replay-batch-deliveries.ndjson")),
          Map.entry("alert_rules", lines("alert-rules.ndjson")),
          Map.entry("alert_rule_members", elements("alert-rules.ndjson", "members")),
          Map.entry("alert_incidents", lines("alert-incidents.ndjson")),
          Map.entry("alert_endpoints", lines("alert-endpoints.ndjson")),
          Map.entry("alert_messages", lines("alert-messages.ndjson")),
          Map.entry("audit_events", lines("audit-events.ndjson")));

  /** Tables that are left out, each with the reason. */
  private static final Map<String, String> LEFT_OUT =
      Map.of(
          "delivery_terms", "hashes of the words that are in deliveries.ndjson",
          "delivery_counts", "counted out of what is in deliveries.ndjson",
          "delivery_count_changes", "what is not added to the counts yet",
          "idempotency_keys", "hashes that only Inlet can make, of what is in deliveries.ndjson",
          "alert_endpoint_secrets", "what messages are signed with, encrypted",
          "organization_keys", "a wrapped key: it opens secrets that are not exported either",
          "organization_slugs", "a look-up table: the slug is in organization.json");

  private final Furnished organization = Furnished.in(INLET, SIMULATOR);
  private final Tenant tenant = organization.tenant();
  private final JsonNode webhook = organization.webhook();

  @AfterAll
  static void stop() {
    SIMULATOR.close();
  }

  @Test
  void holdsEveryRowOfEveryTenantsTable() throws IOException {
    organization.completely();

    Unzipped archive = Unzipped.of(Downloads.export(INLET, tenant).body());

    TreeSet<String> known = new TreeSet<>(EXPORTED.keySet());
    known.addAll(LEFT_OUT.keySet());
    assertThat(known).containsExactlyElementsOf(Furnished.tables(INLET));
    EXPORTED.forEach(
        (table, count) -> {
          int rows = organization.count(table);
          assertThat(rows).as(table).isPositive();
          assertThat(count.applyAsInt(archive)).as(table).isEqualTo(rows);
        });
  }

  @Test
  void tellsADeliveryAsTheApiDoes() throws IOException {
    HttpResponse<String> answer = tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);

    Unzipped archive = Unzipped.of(Downloads.export(INLET, tenant).body());

    // What a replay takes is a matter of now, and of who asks.
    JsonNode told = ((ObjectNode) tenant.delivery(answer)).without("replayCaution");
    assertThat(archive.documents("deliveries.ndjson")).hasSize(2).endsWith(told);
  }

  @Test
  void tellsRowsWithTheNamesOfTheApi() throws IOException {
    organization.completely();

    Unzipped archive = Unzipped.of(Downloads.export(INLET, tenant).body());

    JsonNode connection = Definitions.read(archive.text("connection.json"));
    assertThat(connection.get("password").asText()).isEqualTo("set");
    assertThat(connection.get("timeZone").asText()).isEqualTo("America/New_York");
    assertThat(archive.documents("webhooks.ndjson"))
        .extracting(each -> each.at("/urls/0/url").asText())
        .contains(webhook.get("url").asText());
    JsonNode version = archive.documents("webhook-versions.ndjson").getFirst();
    assertThat(version.get("schema")).isEqualTo(webhook.get("schema"));
    assertThat(version.get("createdAt").asText()).endsWith("Z");
    assertThat(archive.documents("members.ndjson").getFirst().get("email").asText())
        .isEqualTo(tenant.email());
  }

  @Test
  void holdsNoSecret() throws IOException {
    organization.completely();
    List<String> secrets = new ArrayList<>();
    for (String query :
        List.of(
            "SELECT encode(password_ciphertext, 'hex') FROM connections",
            "SELECT encode(wrapped_key, 'hex') FROM organization_keys",
            "SELECT encode(secret_hash, 'hex') FROM api_keys",
            "SELECT encode(ciphertext, 'hex') FROM alert_endpoint_secrets",
            "SELECT encode(secret_ciphertext, 'hex') FROM invitations")) {
      Sql.rowsOf(tenant.organization(), INLET, query).forEach(hex -> addForms(secrets, hex));
    }
    secrets.addAll(Sql.rows(INLET, "SELECT password_hash FROM users"));
    secrets.add(Tenant.connection("").get("password").asText());
    secrets.add(Tenant.PASSWORD);
    secrets.add(organization.apiKey().get("key").asText());
    String url = organization.invitation().get("url").asText();
    secrets.add(url.substring(url.indexOf('#') + 1));

    Unzipped archive = Unzipped.of(Downloads.export(INLET, tenant).body());

    assertThat(secrets).hasSizeGreaterThan(12);
    archive
        .files()
        .forEach(
            (name, text) ->
                assertThat(secrets).as(name).noneMatch(secret -> text.contains(secret)));
  }

  @Test
  void explainsEachOfItsFilesFirst() throws IOException {
    Unzipped archive = Unzipped.of(Downloads.export(INLET, tenant).body());

    assertThat(archive.files().keySet()).first().isEqualTo("README.txt");
    assertThat(archive.text("README.txt"))
        .contains("Org " + tenant.slug())
        .contains(archive.files().keySet().stream().skip(1).toList());
  }

  @Test
  void isASavedFileAndStandsInTheAuditTrail() throws IOException {
    HttpResponse<byte[]> answer = Downloads.export(INLET, tenant);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/zip");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .hasValue(
            "attachment; filename=\"inlet-%s-%s.zip\""
                .formatted(tenant.slug(), LocalDate.now(ZoneOffset.UTC)));
    assertThat(
            Sql.rowsOf(
                tenant.organization(),
                INLET,
                "SELECT actor_name FROM audit_events WHERE action = 'ORGANIZATION_EXPORTED'"))
        .containsExactly(tenant.email());
    assertThat(Unzipped.of(answer.body()).text("audit-events.ndjson"))
        .contains("ORGANIZATION_EXPORTED");
  }

  @Test
  void isForOwnersOnly() throws IOException {
    Tenant other = Tenant.in(INLET);
    String path = "/api/organizations/" + tenant.organization() + "/export";

    assertThat(other.call("GET", path, null).statusCode()).isEqualTo(404);
    assertThat(Downloads.get(INLET, path, organization.apiKey().get("key").asText()).statusCode())
        .isEqualTo(403);
  }

  private static ToIntFunction<Unzipped> lines(String file) {
    return archive -> archive.documents(file).size();
  }

  private static ToIntFunction<Unzipped> elements(String file, String array) {
    return archive ->
        archive.documents(file).stream().mapToInt(document -> document.get(array).size()).sum();
  }

  private static void addForms(List<String> secrets, String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    secrets.add(hex);
    secrets.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
    secrets.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }
}
