package dev.inlet.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What becomes of a webhook that is saved again, renamed, or paused. */
class WebhookChangesApiTest {

  private final Tenant tenant = Tenant.in(TestInlet.shared());

  @Test
  void countsAVersionForChangedContentButNotForAName() {
    JsonNode created = tenant.createWebhook(Definitions.sample());

    JsonNode renamed = update(created, Definitions.sample().put("name", "Renamed"));
    JsonNode changed = update(created, Definitions.sample().put("deadlineSeconds", 3));

    assertThat(renamed.get("version").asInt()).isEqualTo(1);
    assertThat(renamed.get("name").asText()).isEqualTo("Renamed");
    assertThat(changed.get("version").asInt()).isEqualTo(2);
    assertThat(changed.get("url")).isEqualTo(created.get("url"));
  }

  @Test
  void refusesToOverwriteAColleaguesWork() {
    JsonNode created = tenant.createWebhook(Definitions.sample());
    update(created, Definitions.sample().put("deadlineSeconds", 3).put("revision", 1));

    HttpResponse<String> answer =
        put(created, Definitions.sample().put("deadlineSeconds", 4).put("revision", 1));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(Tenant.json(answer).get("detail").asText()).contains("in the meantime");
  }

  @Test
  void refusesToUndoARename() {
    JsonNode created = tenant.createWebhook(Definitions.sample());
    JsonNode renamed =
        update(created, Definitions.sample().put("name", "Renamed").put("revision", 1));

    HttpResponse<String> answer =
        put(created, Definitions.sample().put("deadlineSeconds", 4).put("revision", 1));

    assertThat(renamed.get("revision").asInt()).isEqualTo(2);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(read(created).get("name").asText()).isEqualTo("Renamed");
  }

  @Test
  void letsOneOfThoseWhoSaveAtTheSameTimeSave() throws Exception {
    JsonNode created = tenant.createWebhook(Definitions.sample());
    List<Integer> statuses;
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> saves = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        ObjectNode wanted = Definitions.sample().put("name", "By " + i).put("revision", 1);
        saves.add(() -> put(created, wanted).statusCode());
      }
      statuses = people.invokeAll(saves).stream().map(Future::resultNow).sorted().toList();
    }

    assertThat(statuses).containsExactly(200, 409, 409, 409, 409, 409, 409, 409);
    assertThat(read(created).get("revision").asInt()).isEqualTo(2);
  }

  @Test
  void savingWhatIsThereChangesNothing() {
    JsonNode created = tenant.createWebhook(Definitions.sample());

    assertThat(update(created, Definitions.sample())).isEqualTo(created);

    assertThat(events(created)).containsExactly("WEBHOOK_CREATED");
  }

  @Test
  void pausesAndResumesBesideTheDefinition() {
    JsonNode created = tenant.createWebhook(Definitions.sample());

    JsonNode paused = tenant.setPaused(created, true);
    tenant.setPaused(created, true);

    assertThat(paused).isEqualTo(((ObjectNode) created.deepCopy()).put("isPaused", true));
    assertThat(read(created)).isEqualTo(paused);
    assertThat(tenant.setPaused(created, false)).isEqualTo(created);
    assertThat(events(created))
        .containsExactly("WEBHOOK_RESUMED", "WEBHOOK_PAUSED", "WEBHOOK_CREATED");
  }

  @Test
  void savingLeavesAWebhookPaused() {
    JsonNode created = tenant.createWebhook(Definitions.sample());
    tenant.setPaused(created, true);

    JsonNode changed =
        update(created, Definitions.sample().put("deadlineSeconds", 3).put("revision", 1));

    assertThat(changed.get("isPaused").asBoolean()).isTrue();
    assertThat(read(created)).isEqualTo(changed);
  }

  @Test
  void refusesToPauseWithoutBeingToldSo() {
    JsonNode created = tenant.createWebhook(Definitions.sample());

    HttpResponse<String> answer =
        tenant.put("/webhooks/" + created.get("id").asText() + "/paused", "{}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Tenant.json(answer).at("/errors/0/pointer").asText()).isEqualTo("/isPaused");
  }

  private JsonNode read(JsonNode webhook) {
    return Tenant.json(tenant.get("/webhooks/" + webhook.get("id").asText()));
  }

  private List<String> events(JsonNode webhook) {
    return Tenant.json(tenant.get("/audit-events?targetId=" + webhook.get("id").asText()))
        .get("items")
        .findValuesAsText("action");
  }

  private JsonNode update(JsonNode webhook, ObjectNode definition) {
    HttpResponse<String> answer = put(webhook, definition);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Tenant.json(answer);
  }

  private HttpResponse<String> put(JsonNode webhook, ObjectNode definition) {
    return tenant.put("/webhooks/" + webhook.get("id").asText(), definition);
  }
}
