package dev.inlet.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.organizations.OrganizationRepository;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.database.DatabaseConfiguration;
import dev.inlet.testing.Await;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.SettableClock;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A webhook gets a new URL, and the one before goes on for a while. */
class WebhookUrlApiTest {

  private static final TestInlet INLET = TestInlet.shared();
  private static TestInlet other;

  private final Tenant tenant = Tenant.in(INLET);
  private final JsonNode webhook = tenant.createWebhook(Definitions.sample());
  private final String first = webhook.get("url").asText();
  private final String path = "/webhooks/%s/url".formatted(webhook.get("id").asText());

  @BeforeAll
  static void startAnother() {
    other = TestInlet.start(INLET.database(), Map.of());
  }

  @AfterAll
  static void stop() {
    other.close();
  }

  @Test
  void theNewOneWorksAtOnceAndTheOldOneForTwoDays() {
    Instant before = Instant.now();

    JsonNode renewed = renew("{}");

    String second = renewed.get("url").asText();
    assertThat(second).isNotEqualTo(first);
    assertThat(renewed.at("/oldUrl/url").asText()).isEqualTo(first);
    assertThat(Instant.parse(renewed.at("/oldUrl/endsAt").asText()))
        .isBetween(before.plus(Duration.ofDays(2)), Instant.now().plus(Duration.ofDays(2)));
    assertThat(
            Tenant.json(tenant.get("/webhooks/" + webhook.get("id").asText())).get("url").asText())
        .isEqualTo(second);
    assertThat(isThere(INLET, first)).isTrue();
    assertThat(isThere(INLET, second)).isTrue();
    Await.until(() -> isThere(other, second));
    assertThat(isThere(other, first)).isTrue();
  }

  @Test
  void withoutAnOverlapTheOldOneIsGoneOnEveryNode() {
    other.settle();
    assertThat(isThere(other, first)).isTrue();

    JsonNode renewed = renew("{\"overlapHours\":0}");

    assertThat(renewed.path("oldUrl").isObject()).isFalse();
    assertThat(isThere(INLET, first)).isFalse();
    Await.until(() -> !isThere(other, first));
  }

  @Test
  void theOldOneCanBeEndedEarly() {
    renew("{\"overlapHours\":720}");

    JsonNode left = Tenant.json(tenant.delete(path + "/old"));

    assertThat(left.path("oldUrl").isObject()).isFalse();
    assertThat(isThere(INLET, first)).isFalse();
    assertThat(isThere(INLET, left.get("url").asText())).isTrue();
    assertThat(tenant.delete(path + "/old").statusCode()).isEqualTo(200);
    assertThat(Tenant.json(tenant.get("/audit-events?action=WEBHOOK_OLD_URL_ENDED")).get("items"))
        .hasSize(1);
  }

  /** Or else whoever asks twice by mistake ends the URL that every sender has. */
  @Test
  void whileAnOldOneWorksThereIsNoOther() {
    String second = renew("{}").get("url").asText();

    HttpResponse<String> again = tenant.post(path, "{}");

    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("end it first");
    assertThat(Tenant.json(tenant.get(path)).get("url").asText()).isEqualTo(second);
    tenant.delete(path + "/old");
    assertThat(tenant.post(path, "{}").statusCode()).isEqualTo(200);
  }

  /** As after a renewal by a node whose clock is ahead of the one that renewed before. */
  @Test
  void ofTwoOldOnesThatWorkTheOneThatWorksLongerIsTold() {
    Instant now = Instant.now();
    replaceUrl(now, now.plus(Duration.ofHours(2)));
    replaceUrl(now, now.plus(Duration.ofHours(1)));

    HttpResponse<String> answer = tenant.get(path);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(Tenant.json(answer).at("/oldUrl/url").asText()).isEqualTo(first);
    assertThat(tenant.post(path, "{}").statusCode()).isEqualTo(409);
    assertThat(Tenant.json(tenant.delete(path + "/old")).path("oldUrl").isObject()).isFalse();
  }

  /** Nobody tells the node: it asks its clock. */
  @Test
  void theOldOneEndsByTheClock() {
    SettableClock clock = new SettableClock();
    WebhookCatalog catalog =
        new WebhookCatalog(
            INLET.bean(OrganizationRepository.class),
            INLET.bean(WebhookRepository.class),
            INLET.bean(WebhookCompiler.class),
            INLET.bean(PanelWatch.class),
            INLET.bean(UrlRepository.class),
            INLET.bean(Verifiers.class),
            clock,
            INLET.bean(DatabaseConfiguration.class));
    Instant end = Instant.parse(renew("{}").at("/oldUrl/endsAt").asText());
    String key = first.substring(first.lastIndexOf('/') + 1);

    clock.advance(Duration.between(clock.instant(), end).minusMillis(1));
    assertThat(catalog.find(tenant.slug(), key)).isPresent();
    clock.advance(Duration.ofMillis(1));
    assertThat(catalog.find(tenant.slug(), key)).isEmpty();
  }

  @Test
  void whenTheOldOneWasUsedLastIsTold() {
    JsonNode renewed = renew("{}");
    assertThat(renewed.at("/oldUrl/lastUsedAt").asText("")).isIn("", "null");

    isThere(INLET, renewed.get("url").asText());
    isThere(INLET, first);

    Await.until(
        () ->
            !Tenant.json(tenant.get(path)).at("/oldUrl/lastUsedAt").asText("null").equals("null"));
  }

  @Test
  void noUrlStandsInTheAuditTrail() {
    JsonNode renewed = renew("{}");

    String events = tenant.get("/audit-events?action=WEBHOOK_URL_RENEWED").body();

    assertThat(events)
        .contains("oldUrlEndsAt")
        .doesNotContain(key(first), key(renewed.get("url").asText()));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 721})
  void anOverlapIsThirtyDaysAtMost(int hours) {
    HttpResponse<String> answer = tenant.post(path, "{\"overlapHours\":%d}".formatted(hours));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Tenant.json(answer).at("/errors/0/pointer").asText()).isEqualTo("/overlapHours");
  }

  private void replaceUrl(Instant now, Instant oldUntil) {
    INLET
        .bean(Database.class)
        .useOrganization(
            tenant.organization(),
            handle ->
                INLET
                    .bean(UrlRepository.class)
                    .replace(
                        tenant.organization(),
                        handle,
                        new WebhookId(UUID.fromString(webhook.get("id").asText())),
                        WebhookKeys.next(),
                        now,
                        oldUntil));
  }

  private JsonNode renew(String request) {
    HttpResponse<String> answer = tenant.post(path, request);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Tenant.json(answer);
  }

  private static String key(String url) {
    return url.substring(url.lastIndexOf('/') + 1);
  }

  /** Not whether it succeeds: nothing is connected. */
  private static boolean isThere(TestInlet inlet, String url) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(inlet.url().resolve(URI.create(url).getPath()))
            .POST(BodyPublishers.ofString(Definitions.SAMPLE_PAYLOAD));
    return Tenant.send(request).statusCode() != 404;
  }
}
