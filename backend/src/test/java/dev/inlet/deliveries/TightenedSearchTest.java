package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * What a webhook says of sensitive properties later hides what is sensitive now, and nothing else.
 */
class TightenedSearchTest {

  private static final Simulator SIMULATOR = Simulator.start();
  private static final TestInlet INLET = TestInlet.shared();
  private static final String PAYLOAD =
      "{\"firstName\":\"Homer\",\"lastName\":\"Secretson\",\"count\":12345,\"x\":{\"LASTNAME\":\"Deepson\"}}";

  private final Tenant tenant = Tenant.connected(INLET, SIMULATOR);
  private final JsonNode webhook = tenant.createWebhook(masking());
  private final String id = deliver(PAYLOAD);

  @AfterAll
  static void stop() {
    SIMULATOR.close();
  }

  @Test
  void findsByWhatIsNotSensitive() {
    save(masking("lastName"));

    for (String query : List.of("q=homer", "q=12345", "property=count&value=12345.0")) {
      assertThat(ids(query)).as(query).containsExactly(id);
      assertThat(counted(query)).as(query).isEqualTo(1);
      assertThat(exported(query)).as(query).contains(id).doesNotContain("Secretson");
      assertThat(isWhole(query)).as(query).isTrue();
    }
    assertThat(ids("q=homer&property=count&value=12345")).containsExactly(id);
    assertThat(ids("q=homer&property=count&value=1")).isEmpty();
    assertThat(ids("q=homer&outcome=FAILED")).isEmpty();
  }

  @Test
  void findsNothingByWhatIsSensitiveNow() {
    save(masking("lastName"));

    for (String query :
        List.of(
            "q=secretson",
            "q=homer%20secretson",
            "q=deepson",
            "property=lastName&value=Secretson",
            "property=LASTNAME&value=Secretson",
            "q=homer&property=lastName&value=Secretson")) {
      assertThat(ids(query)).as(query).isEmpty();
      assertThat(counted(query)).as(query).isZero();
      assertThat(exported(query)).as(query).doesNotContain(id);
    }
  }

  @Test
  void findsNothingInABodyThatIsMaskedWhole() {
    deliver("{\"lastName\": Unreadable");
    deliver("\"Unreadable\"");
    assertThat(ids("q=unreadable")).hasSize(2);

    save(masking("lastName"));

    assertThat(ids("q=unreadable")).isEmpty();
  }

  @Test
  void looseningHidesNothing() {
    save(masking("lastName"));
    String masked = deliver(PAYLOAD);
    save(masking());
    String open = deliver(PAYLOAD);

    assertThat(ids("q=secretson")).containsExactly(open, id);
    assertThat(ids("property=lastName&value=secretson")).containsExactly(open, id);
    assertThat(ids("q=homer")).containsExactly(open, masked, id);
  }

  @Test
  void maskingAnotherPropertyHidesOnlyThat() {
    save(masking("lastName"));
    String second = deliver(PAYLOAD);
    save(masking("count"));

    assertThat(ids("q=12345")).isEmpty();
    assertThat(ids("property=count&value=12345")).isEmpty();
    assertThat(ids("q=homer")).containsExactly(second, id);
    assertThat(ids("q=secretson")).containsExactly(id);
    assertThat(ids("property=lastName&value=secretson")).containsExactly(id);
  }

  @Test
  void hidesNothingOfAnotherWebhook() {
    JsonNode other = tenant.createWebhook(masking());
    String theirs = tenant.delivery(tenant.deliver(other, PAYLOAD)).get("id").asText();
    save(masking("lastName"));

    assertThat(ids("q=secretson")).containsExactly(theirs);
    assertThat(ids("property=lastName&value=secretson")).containsExactly(theirs);
  }

  @Test
  void readsOnInALongBodyBesideWhatIsMasked() {
    String words =
        IntStream.range(0, 400).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
    String payload = "{\"firstName\":\"%s\",\"lastName\":\"Secretson\"}".formatted(words);
    String before = deliver(payload);
    save(masking("lastName"));
    String after = deliver(payload);

    assertThat(ids("q=word399")).containsExactly(after, before);
    assertThat(ids("q=Secretson")).isEmpty();
    assertThat(ids("q=ecretso")).isEmpty();

    save(masking());
    assertThat(ids("q=word399")).containsExactly(after, before);
    assertThat(ids("q=Secretson&from=" + timeOf(after))).isEmpty();
  }

  /** And that it does, whatever is looked for: else this would tell what is masked. */
  @Test
  void saysThatItDidNotLookThroughAll() {
    copy(10_001);
    save(masking("lastName"));
    String period = "&from=" + timeOf(id).minusMillis(5_000);

    for (String word : List.of("homer", "secretson", "nobody")) {
      assertThat(isWhole("q=" + word)).as(word).isFalse();
      assertThat(tenant.get("/deliveries/count?q=" + word).body()).contains("shorter period");
      assertThat(isWhole("q=" + word + period)).as(word).isTrue();
    }
    assertThat(isWhole("property=count&value=12345")).isTrue();
    assertThat(counted("q=homer" + period)).isEqualTo(5_001);
    assertThat(counted("q=secretson" + period)).isZero();
    assertThat(exported("q=homer" + period).lines()).hasSize(5_001);
    // So close together that no stretch is shorter, and no part is taken for the whole.
    String all = "&from=" + timeOf(id).minusSeconds(11) + "&to=" + timeOf(id).plusSeconds(1);
    assertThatThrownBy(() -> exported("q=homer" + all)).isInstanceOf(IllegalStateException.class);
  }

  /** The log is looked for in parts, of which each by itself has few enough. */
  @Test
  void looksThroughNoMoreOfAllPartsTogether() {
    Sql.execute(
        INLET, "SELECT create_delivery_partitions((now() AT TIME ZONE 'UTC')::date - 2, 2)");
    copy(6_000, "24 hours");
    copy(6_000, "48 hours");
    Sql.execute(
        INLET,
        """
        BEGIN;
        ALTER TABLE webhook_versions NO FORCE ROW LEVEL SECURITY;
        UPDATE webhook_versions SET created_at = created_at - interval '3 days' WHERE webhook_id = '%s';
        ALTER TABLE webhook_versions FORCE ROW LEVEL SECURITY;
        COMMIT
        """
            .formatted(webhook.get("id").asText()));
    save(masking("lastName"));

    for (String word : List.of("secretson", "nobody")) {
      assertThat(isWhole("q=" + word)).as(word).isFalse();
      assertThat(isWhole("q=" + word + "&from=" + timeOf(id).minus(Duration.ofHours(36))))
          .as(word)
          .isTrue();
    }
  }

  private void copy(int copies) {
    copy(copies, "0 hours");
  }

  /** Copies the first delivery, each a millisecond earlier, and all of them so much more. */
  private void copy(int copies, String earlier) {
    Sql.execute(
        INLET,
        """
        BEGIN;
        ALTER TABLE deliveries NO FORCE ROW LEVEL SECURITY;
        ALTER TABLE delivery_count_changes NO FORCE ROW LEVEL SECURITY;
        INSERT INTO deliveries (organization_id, received_at, delivery_id, webhook_id, version_number, outcome, reason,
                                source_address, headers, body, deadline_at, finished_at, first_outcome)
        SELECT organization_id, received_at - n * interval '1 ms' - interval '%1$s',
               (lpad(to_hex((extract(epoch FROM received_at - interval '%1$s') * 1000)::bigint - n), 12, '0')
                || '70008000000000000000')::uuid,
               webhook_id, version_number, outcome, reason, source_address, headers, body, deadline_at, finished_at, first_outcome
        FROM deliveries, generate_series(1, %2$d) n WHERE delivery_id = '%3$s';
        ALTER TABLE deliveries FORCE ROW LEVEL SECURITY;
        ALTER TABLE delivery_count_changes FORCE ROW LEVEL SECURITY;
        COMMIT
        """
            .formatted(earlier, copies, id));
  }

  private static Instant timeOf(String id) {
    return new DeliveryId(UUID.fromString(id)).receivedAt();
  }

  private static ObjectNode masking(String... names) {
    ObjectNode definition = Definitions.sample();
    ObjectNode privacy = definition.putObject("privacy");
    privacy.putArray("neverStored");
    privacy.putArray("masked");
    List.of(names).forEach(privacy.withArray("masked")::add);
    return definition;
  }

  private void save(ObjectNode definition) {
    assertThat(tenant.put("/webhooks/" + webhook.get("id").asText(), definition).statusCode())
        .isEqualTo(200);
  }

  private String deliver(String payload) {
    return tenant.deliver(webhook, payload).headers().firstValue("X-Delivery-Id").orElseThrow();
  }

  private List<String> ids(String query) {
    return page(query).get("items").findValuesAsText("id");
  }

  private boolean isWhole(String query) {
    return page(query).get("isSearchedWhole").asBoolean();
  }

  private JsonNode page(String query) {
    HttpResponse<String> answer = tenant.get("/deliveries?" + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Tenant.json(answer);
  }

  private int counted(String query) {
    return Tenant.json(tenant.get("/deliveries/count?" + query)).get("count").asInt();
  }

  private String exported(String query) {
    return tenant.get("/deliveries/export?format=NDJSON&" + query).body();
  }
}
