package dev.inlet.benchmarks.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inlet.benchmarks.Caller;
import dev.inlet.benchmarks.Node;
import dev.inlet.benchmarks.Postgres;
import dev.inlet.identity.Founding;
import dev.inlet.organizations.Slug;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Two organizations, each with a webhook that waits for iMIS and one that acknowledges on receipt.
 */
final class Hooks {

  private static final String PASSWORD = "a password for breaking things";
  private static final ObjectMapper JSON = new ObjectMapper();

  private Hooks() {}

  /** Makes them, and gives the paths of their open URLs. */
  static List<String> create(Postgres postgres, int imisPort)
      throws IOException, InterruptedException {
    List<String> hooks = new ArrayList<>();
    try (Node node = Node.start(postgres, Faults.DATABASE)) {
      for (String slug : List.of("first", "second")) {
        String email = slug + "@inlet.example";
        var organization =
            node.bean(Founding.class)
                .found(slug, new Slug(slug), new Founding.Owner("Olive", email, PASSWORD));
        Caller owner = Caller.signIn(node.url(), email, PASSWORD);
        String path = "/api/organizations/" + organization;
        owner.put(
            path + "/connection",
            Map.of(
                "edition", "EMS",
                "baseUrl", "http://localhost:" + imisPort,
                "username", "demo",
                "password", "demo&100%=ok",
                "timeZone", "America/New_York"));
        hooks.add(create(owner, path, false));
        hooks.add(create(owner, path, true));
      }
    }
    return hooks;
  }

  private static String create(Caller owner, String organization, boolean isAcknowledged)
      throws IOException, InterruptedException {
    JsonNode webhook =
        owner.post(
            organization + "/webhooks",
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
                    .formatted(
                        isAcknowledged ? "Acknowledges" : "Waits",
                        isAcknowledged ? "ON_RECEIPT" : "AFTER_ACTION")));
    return URI.create(webhook.get("url").asText()).getPath();
  }
}
