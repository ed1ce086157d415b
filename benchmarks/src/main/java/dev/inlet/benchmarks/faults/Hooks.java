package dev.inlet.benchmarks.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.benchmarks.Caller;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two organizations, each with a webhook that waits for iMIS and one that acknowledges on receipt.
 * One of them has a third one, which acknowledges on receipt and keeps the order.
 */
final class Hooks {

  private static final String PASSWORD = "a password for breaking things";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<String> inAnyOrder = new ArrayList<>();
  private final Caller owner;
  private final String organization;

  private Hooks(Caller owner, String organization) {
    this.owner = owner;
    this.organization = organization;
  }

  /** Makes them at a node, as its users do, but for the one that keeps the order. */
  static Hooks create(URI node, int imisPort) throws IOException, InterruptedException {
    Hooks other = found(node, "second", imisPort);
    Hooks hooks = found(node, "first", imisPort);
    hooks.inAnyOrder.addAll(other.inAnyOrder);
    return hooks;
  }

  private static Hooks found(URI node, String slug, int imisPort)
      throws IOException, InterruptedException {
    Caller owner = Caller.signUp(node, slug, slug + "@inlet.example", PASSWORD);
    JsonNode me = owner.get("/api/me");
    String path = "/api/organizations/" + me.at("/memberships/0/organizationId").asText();
    owner.put(
        path + "/connection",
        Map.of(
            "edition", "EMS",
            "baseUrl", "http://localhost:" + imisPort,
            "username", "demo",
            "password", "demo&100%=ok",
            "timeZone", "America/New_York"));
    Hooks hooks = new Hooks(owner, path);
    hooks.inAnyOrder.add(hooks.create("Waits", "AFTER_ACTION", false));
    hooks.inAnyOrder.add(hooks.create("Acknowledges", "ON_RECEIPT", false));
    return hooks;
  }

  /** The paths of their open URLs. */
  List<String> inAnyOrder() {
    return inAnyOrder;
  }

  /** Makes the one that keeps the order; empty if this build of Inlet knows none that does. */
  Optional<String> inOrder() throws InterruptedException {
    try {
      return Optional.of(create("Keeps the order", "ON_RECEIPT", true));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private String create(String name, String acknowledgement, boolean isInOrder)
      throws IOException, InterruptedException {
    ObjectNode webhook =
        (ObjectNode)
            JSON.readTree(
                """
                {"name": "%s",
                 "schema": {"type": "object", "properties": {"number": {"type": "integer"}}, "required": ["number"]},
                 "acknowledgement": "%s",
                 "action": {"type": "imis.activity", "mapping": [
                   {"field": "ACTIVITY_TYPE", "value": "TEST"},
                   {"field": "PartyId", "value": "101"},
                   {"field": "TRANSACTION_DATE", "value": ""},
                   {"field": "SOURCE_CODE", "value": "$$number$$"}]}}
                """
                    .formatted(name, acknowledgement));
    if (isInOrder) {
      webhook.putObject("queue").put("retryForSeconds", 86_400).put("isInOrder", true);
    }
    return URI.create(owner.post(organization + "/webhooks", webhook).get("url").asText())
        .getPath();
  }
}
