package dev.inlet.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** An organization's webhooks as a file: exported, planned, applied. */
class WebhookFileApiTest {

  private static final String NEWSLETTER =
      """
      version: 1
      webhooks:
        - name: Newsletter
          action:
            type: imis.activity
            mapping:
              - { field: ACTIVITY_TYPE, value: WEBHOOK }
              - { field: PartyId, value: $$id$$ }
          schema:
            type: object
            properties:
              id: { type: string }
            required: [id]
      """;

  private final TestInlet inlet = TestInlet.shared();
  private final Tenant tenant = Tenant.in(inlet);
  private final WebhookFiles files = new WebhookFiles(inlet, tenant, "EDITOR");

  @Test
  void createsWhatIsNew() {
    JsonNode plan = files.plan(NEWSLETTER);
    HttpResponse<String> applied = files.apply(NEWSLETTER, "LEAVE", plan);

    assertThat(changes(plan)).containsExactly("CREATE Newsletter");
    assertThat(applied.statusCode()).as(applied.body()).isEqualTo(200);
    JsonNode created = webhooks().get(0);
    assertThat(created.get("name").asText()).isEqualTo("Newsletter");
    assertThat(created.get("version").asInt()).isEqualTo(1);
    assertThat(created.at("/action/mapping/1/value").asText()).isEqualTo("$$id$$");
    assertThat(created.get("deadlineSeconds").asInt()).isEqualTo(10);
    assertThat(auditActions()).startsWith("WEBHOOK_CREATED");
    assertThat(tenant.deliver(created, "{\"id\":1}").statusCode()).isEqualTo(400);
  }

  @Test
  void doesNothingTheSecondTime() {
    files.apply(NEWSLETTER);
    List<String> before = auditActions();

    HttpResponse<String> again = files.apply(NEWSLETTER);

    assertThat(changes(Tenant.json(again))).containsExactly("UNCHANGED Newsletter");
    assertThat(webhooks())
        .singleElement()
        .satisfies(each -> assertThat(each.get("revision").asInt()).isEqualTo(1));
    assertThat(auditActions()).isEqualTo(before);
  }

  @Test
  void appliesItsOwnExportWithoutAnyChange() {
    tenant.createWebhook(everything());
    JsonNode verified = tenant.createWebhook(Definitions.sample().put("name", "Verified"));
    demand(
        verified,
        "{\"scheme\":\"HMAC\",\"header\":\"X-Signature\",\"algorithm\":\"SHA256\",\"encoding\":\"HEX\",\"prefix\":\"sha256=\",\"secret\":\"hush hush hush\",\"networks\":[\"203.0.113.0/24\"]}");
    tenant.setPaused(verified, true);
    List<String> before = auditActions();

    String file = files.export();

    assertThat(changes(files.plan(file)))
        .containsExactly("UNCHANGED Everything", "UNCHANGED Verified");
    assertThat(files.apply(file).statusCode()).isEqualTo(200);
    assertThat(auditActions()).isEqualTo(before);
    assertThat(files.export()).isEqualTo(file);
  }

  @Test
  void exportsNeitherSecretsNorUrls() {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    demand(webhook, "{\"scheme\":\"BASIC\",\"user\":\"sender\",\"secret\":\"hush hush hush\"}");

    String file = files.export();

    assertThat(file).contains("user: sender").doesNotContain("hush", "/hooks/", "secret:");
    String url = webhook.get("url").asText();
    assertThat(file).doesNotContain(url.substring(url.lastIndexOf('/') + 1));
  }

  @Test
  void showsEachSettingThatChangesAndLeavesTheRestAsItIs() {
    JsonNode webhook = tenant.createWebhook(everything());
    String file =
        files
            .export()
            .replace("deadlineSeconds: 7", "deadlineSeconds: 8")
            .replaceFirst(" *privacy:\n *masked:.*\n *neverStored:.*\n", "");

    JsonNode plan = files.plan(file);

    assertThat(plan.at("/webhooks/0/differences"))
        .hasSize(1)
        .first()
        .isEqualTo(
            Definitions.read("{\"setting\":\"deadlineSeconds\",\"before\":\"7\",\"after\":\"8\"}"));
    assertThat(files.planned(file))
        .contains("~ change \"Everything\"", "    ~ deadlineSeconds: 7 -> 8", "1 to change.");
    assertThat(files.apply(file).statusCode()).isEqualTo(200);
    JsonNode changed = read(webhook);
    assertThat(changed.get("deadlineSeconds").asInt()).isEqualTo(8);
    assertThat(changed.get("version").asInt()).isEqualTo(2);
    assertThat(changed.get("privacy")).isEqualTo(webhook.get("privacy"));
    assertThat(changed.get("url")).isEqualTo(webhook.get("url"));
    assertThat(auditActions()).startsWith("WEBHOOK_CHANGED");
  }

  @Test
  void pausesResumesAndDemandsAsByHand() {
    files.apply(NEWSLETTER);
    String paused =
        NEWSLETTER.replace(
            "    action:",
            "    isPaused: true\n    verification: { scheme: NONE, networks: [203.0.113.7] }\n    action:");

    HttpResponse<String> applied = files.apply(paused);

    assertThat(applied.statusCode()).as(applied.body()).isEqualTo(200);
    assertThat(webhooks().getFirst().get("isPaused").asBoolean()).isTrue();
    assertThat(webhooks().getFirst().get("revision").asInt()).isEqualTo(1);
    assertThat(auditActions()).startsWith("WEBHOOK_VERIFICATION_CHANGED", "WEBHOOK_PAUSED");
    assertThat(Tenant.json(files.apply(paused)).at("/webhooks/0/change").asText())
        .isEqualTo("UNCHANGED");
  }

  @Test
  void leavesOthersAloneUnlessToldOtherwise() {
    JsonNode other = tenant.createWebhook(Definitions.sample().put("name", "Other"));

    JsonNode left = files.plan(NEWSLETTER);
    JsonNode paused = files.plan(NEWSLETTER, "PAUSE");
    JsonNode deleted = files.plan(NEWSLETTER, "DELETE");

    assertThat(changes(left)).containsExactly("CREATE Newsletter", "LEAVE Other");
    assertThat(changes(paused)).containsExactly("CREATE Newsletter", "PAUSE Other");
    assertThat(changes(deleted)).containsExactly("CREATE Newsletter", "DELETE Other");
    assertThat(files.apply(NEWSLETTER, "PAUSE", paused).statusCode()).isEqualTo(200);
    assertThat(read(other).get("isPaused").asBoolean()).isTrue();
    assertThat(files.apply(NEWSLETTER, "DELETE", files.plan(NEWSLETTER, "DELETE")).statusCode())
        .isEqualTo(200);
    assertThat(tenant.get("/webhooks/" + other.get("id").asText()).statusCode()).isEqualTo(404);
    assertThat(auditActions()).startsWith("WEBHOOK_DELETED", "WEBHOOK_PAUSED", "WEBHOOK_CREATED");
  }

  @Test
  void renamesByTheFormerNameAndKeepsTheUrl() {
    files.apply(NEWSLETTER);
    JsonNode before = webhooks().getFirst();
    String renamed =
        NEWSLETTER.replace("name: Newsletter", "name: News\n    formerName: Newsletter");

    assertThat(files.planned(renamed)).contains("~ name: \"Newsletter\" -> \"News\"");
    assertThat(files.apply(renamed).statusCode()).isEqualTo(200);
    assertThat(files.apply(renamed).statusCode()).isEqualTo(200);

    assertThat(webhooks())
        .singleElement()
        .satisfies(
            after -> {
              assertThat(after.get("name").asText()).isEqualTo("News");
              assertThat(after.get("url")).isEqualTo(before.get("url"));
              assertThat(after.get("version").asInt()).isEqualTo(1);
              assertThat(after.get("revision").asInt()).isEqualTo(2);
            });
  }

  @Test
  void tellsWebhooksOfTheSameNameApartByTheirIds() {
    tenant.createWebhook(Definitions.sample().put("name", "Twin"));
    JsonNode second = tenant.createWebhook(Definitions.sample().put("name", "Twin"));

    String file = files.export();

    assertThat(file).contains("id: " + second.get("id").asText());
    assertThat(changes(files.plan(file))).containsExactly("UNCHANGED Twin", "UNCHANGED Twin");
    assertThat(problem(NEWSLETTER.replace("Newsletter", "Twin")))
        .contains("several webhooks of this name");
  }

  @Test
  void refusesWhatWasNotPlanned() {
    JsonNode plan = files.plan(NEWSLETTER);
    tenant.createWebhook(Definitions.sample());

    HttpResponse<String> outdated = files.apply(NEWSLETTER, "LEAVE", plan);
    HttpResponse<String> another =
        files.apply(NEWSLETTER + "# more\n", "LEAVE", files.plan(NEWSLETTER));
    HttpResponse<String> more = files.apply(NEWSLETTER, "DELETE", files.plan(NEWSLETTER));

    assertThat(List.of(outdated.statusCode(), another.statusCode(), more.statusCode()))
        .containsExactly(409, 409, 409);
    assertThat(Tenant.json(outdated).get("detail").asText()).contains("Plan again");
    assertThat(webhooks()).hasSize(1);
  }

  @Test
  void noticesThatAWebhookWasPausedOrItsDemandChangedSinceThePlan() {
    files.apply(NEWSLETTER);
    String changed = NEWSLETTER.replace("WEBHOOK", "OTHER");
    JsonNode first = files.plan(changed);
    demand(webhooks().getFirst(), "{\"scheme\":\"NONE\",\"networks\":[\"203.0.113.7\"]}");
    JsonNode second = files.plan(changed);
    tenant.setPaused(webhooks().getFirst(), true);

    assertThat(files.apply(changed, "LEAVE", first).statusCode()).isEqualTo(409);
    assertThat(files.apply(changed, "LEAVE", second).statusCode()).isEqualTo(409);
  }

  @Test
  void letsOneOfThoseWhoApplyAtTheSameTimeApply() throws Exception {
    JsonNode plan = files.plan(NEWSLETTER);
    List<Integer> statuses;
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> apply = () -> files.apply(NEWSLETTER, "LEAVE", plan).statusCode();
      statuses =
          people.invokeAll(List.of(apply, apply, apply)).stream()
              .map(Future::resultNow)
              .sorted()
              .toList();
    }

    assertThat(statuses).containsExactly(200, 409, 409);
    assertThat(webhooks()).hasSize(1);
  }

  @Test
  void changesNothingIfOneOfThemCannotBeSaved() {
    String second =
        NEWSLETTER
            .substring(NEWSLETTER.indexOf("  - name"))
            .replace("Newsletter", "Second")
            .replace("$$id$$", "$$idd$$");

    HttpResponse<String> answer = files.apply(NEWSLETTER + second);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Tenant.json(answer).at("/errors/0/detail").asText())
        .isEqualTo(
            "Line 19, column 29 (Second): The schema has no property \"idd\"; did you mean \"id\"?");
    assertThat(webhooks()).isEmpty();
  }

  @Test
  void saysWhereAFileIsWrong() {
    assertThat(problem(NEWSLETTER.replace("    action:", "    deadlineSeconds: 31\n    action:")))
        .isEqualTo("Line 4, column 5 (Newsletter): deadlineSeconds must be at most 30.");
    assertThat(problem(NEWSLETTER.replace("    action:", "    nmae: x\n    action:")))
        .contains("is not expected here");
    assertThat(problem(NEWSLETTER.replace("version: 1", "version: 2")))
        .contains("version must be 1");
    assertThat(problem(NEWSLETTER + NEWSLETTER.substring(NEWSLETTER.indexOf("  - name"))))
        .contains("Two webhooks of this file are called \"Newsletter\"");
    assertThat(problem(NEWSLETTER.replace("name: Newsletter", "name: &n Newsletter")))
        .contains("no anchors");
    assertThat(problem("webhooks: [")).startsWith("Line 1");
    assertThat(
            problem(
                NEWSLETTER.replace(
                    "    action:",
                    "    verification: { scheme: GITHUB, secret: hush }\n    action:")))
        .contains("A secret stands in no file");
    assertThat(
            problem(
                NEWSLETTER.replace(
                    "    action:", "    id: 0192e4b4-0000-7000-8000-000000000000\n    action:")))
        .contains("no webhook with this id");
  }

  @Test
  void demandsOfNewSendersWhatNobodyCanProveBeforeTheSecretIsSet() {
    String file =
        NEWSLETTER.replace("    action:", "    verification: { scheme: GITHUB }\n    action:");

    assertThat(files.planned(file)).contains("all its senders are refused");
    assertThat(files.apply(file).statusCode()).isEqualTo(200);
    JsonNode webhook = webhooks().getFirst();
    assertThat(tenant.deliver(webhook, "{\"id\":\"1\"}").statusCode()).isBetween(401, 503);
    assertThat(changes(files.plan(file))).containsExactly("UNCHANGED Newsletter");

    demand(webhook, "{\"scheme\":\"GITHUB\",\"secret\":\"hush hush hush\"}");

    assertThat(changes(files.plan(file))).containsExactly("UNCHANGED Newsletter");
    assertThat(files.planned(file)).doesNotContain("refused");
  }

  @Test
  void keepsTheSecretAndRefusesToTakeAnotherKindOfProof() {
    files.apply(NEWSLETTER);
    JsonNode webhook = webhooks().getFirst();
    demand(webhook, "{\"scheme\":\"GITHUB\",\"secret\":\"hush hush hush\"}");
    String networks =
        NEWSLETTER.replace(
            "    action:",
            "    verification: { scheme: GITHUB, networks: [127.0.0.1] }\n    action:");

    assertThat(files.apply(networks).statusCode()).isEqualTo(200);

    JsonNode verification =
        Tenant.json(tenant.get("/webhooks/" + webhook.get("id").asText() + "/verification"));
    assertThat(verification.get("secretSetAt").isNull()).isFalse();
    assertThat(verification.at("/networks/0").asText()).isEqualTo("127.0.0.1");
    assertThat(problem(networks.replace("GITHUB", "STRIPE"))).contains("another secret");
  }

  @Test
  void letsNoKeyLoosenPrivacy() {
    tenant.createWebhook(everything());
    String file = files.export().replaceFirst("masked: \\[[^]]*]", "masked: []");

    assertThat(problem(file)).contains("(Everything)", "takes a person with the role");
  }

  @Test
  void letsAViewersKeyExportAndPlanButNotApply() {
    WebhookFiles viewer = new WebhookFiles(inlet, tenant, "VIEWER");

    assertThat(viewer.export()).contains("webhooks: []");
    assertThat(changes(viewer.plan(NEWSLETTER))).containsExactly("CREATE Newsletter");
    assertThat(viewer.apply(NEWSLETTER).statusCode()).isEqualTo(403);
    assertThat(webhooks()).isEmpty();
  }

  @Test
  void refusesAnotherOrganizationsFileWhereItDoesNotFit() {
    tenant.createWebhook(Definitions.sample().put("name", "Shared"));
    Tenant other = Tenant.in(inlet);
    WebhookFiles others = new WebhookFiles(inlet, other, "EDITOR");
    String panel =
        NEWSLETTER.replace(
            "type: imis.activity", "type: imis.panel\n      panel: Volunteer_Interests");

    JsonNode plan = others.plan(panel);

    assertThat(plan.at("/problems/0/detail").asText()).endsWith(".");
    assertThat(others.apply(panel).statusCode()).isEqualTo(422);
    assertThat(changes(others.plan(files.export()))).containsExactly("CREATE Shared");
  }

  @Test
  void refusesMoreWebhooksThanThereMayBe() {
    StringBuilder many = new StringBuilder("version: 1\nwebhooks:\n");
    for (int i = 0; i < 501; i++) {
      many.append(
          "- {name: w%d, action: {type: imis.activity, mapping: []}, schema: {}}\n".formatted(i));
    }

    assertThat(problem(many.toString())).contains("there may be 500");
  }

  /** What names say is shown, and moves nobody's cursor. */
  @Test
  void showsHostileNamesAsPlainText() {
    String file = NEWSLETTER.replace("name: Newsletter", "name: \"a\\e[2Jb\"");

    assertThat(files.planned(file)).contains("a [2Jb").doesNotContain("\u001b");
  }

  private String problem(String file) {
    JsonNode plan = files.plan(file);
    assertThat(plan.get("webhooks")).isEmpty();
    JsonNode problem = plan.at("/problems/0");
    String webhook =
        problem.get("webhook").isNull() ? "" : " (%s)".formatted(problem.get("webhook").asText());
    return "Line %s, column %s%s: %s"
        .formatted(
            problem.get("line"), problem.get("column"), webhook, problem.get("detail").asText());
  }

  private static ObjectNode everything() {
    ObjectNode definition =
        Definitions.sample().put("name", "Everything").put("deadlineSeconds", 7);
    definition.putObject("privacy").putArray("neverStored").add("lastName");
    ((ObjectNode) definition.get("privacy")).putArray("masked").add("firstName");
    definition
        .putObject("idempotency")
        .put("from", "PROPERTY")
        .put("name", "firstName")
        .put("windowSeconds", 90);
    definition.putObject("queue").put("retryForSeconds", 60).put("isInOrder", true);
    return definition;
  }

  private void demand(JsonNode webhook, String verification) {
    HttpResponse<String> answer =
        tenant.put("/webhooks/" + webhook.get("id").asText() + "/verification", verification);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private JsonNode read(JsonNode webhook) {
    return Tenant.json(tenant.get("/webhooks/" + webhook.get("id").asText()));
  }

  private List<JsonNode> webhooks() {
    return list(Tenant.json(tenant.get("/webhooks")).get("items"));
  }

  /** The newest first. */
  private List<String> auditActions() {
    return list(Tenant.json(tenant.get("/audit-events")).get("items")).stream()
        .map(event -> event.get("action").asText())
        .filter(action -> action.startsWith("WEBHOOK"))
        .toList();
  }

  private static List<String> changes(JsonNode plan) {
    assertThat(plan.get("problems")).isEmpty();
    return list(plan.get("webhooks")).stream()
        .map(each -> each.get("change").asText() + " " + each.get("name").asText())
        .toList();
  }

  private static List<JsonNode> list(JsonNode items) {
    return StreamSupport.stream(items.spliterator(), false).toList();
  }
}
