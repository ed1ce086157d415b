package dev.inlet.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.testing.Api;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;

/** Exports, plans and applies files of an organization, with a key of its own. */
final class WebhookFiles {

  private final Tenant tenant;
  private final Api api;
  private final String key;

  WebhookFiles(TestInlet inlet, Tenant tenant, String role) {
    this.tenant = tenant;
    this.api = new Api(inlet);
    this.key =
        Tenant.json(
                tenant.post(
                    "/api-keys",
                    Tenant.JSON.createObjectNode().put("name", "CI").put("role", role)))
            .get("key")
            .asText();
  }

  String key() {
    return key;
  }

  String export() {
    HttpResponse<String> answer = api.get(path("export"), key);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  JsonNode plan(String file) {
    return plan(file, "LEAVE");
  }

  JsonNode plan(String file, String others) {
    HttpResponse<String> answer = api.post(path("plan?others=" + others), key, file);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return Tenant.json(answer);
  }

  /** What is planned in lines to read. */
  String planned(String file) {
    return Tenant.send(api.request("POST", path("plan"), key, file).header("Accept", "text/plain"))
        .body();
  }

  HttpResponse<String> apply(String file) {
    return api.post(path("apply"), key, file);
  }

  HttpResponse<String> apply(String file, String others, JsonNode plan) {
    String fingerprint = plan.get("fingerprint").asText();
    return api.post(
        path("apply?others=%s&fingerprint=%s".formatted(others, fingerprint)), key, file);
  }

  private String path(String operation) {
    return "/api/organizations/" + tenant.organization() + "/webhooks/" + operation;
  }
}
