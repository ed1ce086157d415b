package dev.inlet.isolation;

import static dev.inlet.isolation.Stage.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.identity.People;
import dev.inlet.identity.People.Someone;
import dev.inlet.identity.credentials.Totp;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import java.time.Instant;
import java.util.UUID;

/** What is sent with requests that succeed. */
final class Requests {

  private Requests() {}

  static ObjectNode anotherSlug() {
    return body().put("slug", "another").put("password", People.PASSWORD);
  }

  static ObjectNode signUp() {
    return body()
        .put("organizationName", "New")
        .put("name", "Nora")
        .put("email", Stage.address())
        .put("password", People.PASSWORD);
  }

  static ObjectNode accept(Stage stage) {
    return body()
        .put("token", stage.invitationToken(Stage.address()))
        .put("name", "Ina")
        .put("password", People.PASSWORD);
  }

  static ObjectNode newPassword() {
    return body()
        .put("currentPassword", People.PASSWORD)
        .put("newPassword", "eleven crooked ladders");
  }

  static ObjectNode connection(Stage stage) {
    JsonNode known = Tenant.json(stage.tenant().get("/connection"));
    return Tenant.connection(known.get("baseUrl").asText());
  }

  static ObjectNode preview() {
    ObjectNode definition = Definitions.sample();
    ObjectNode request = body();
    request.set("schema", definition.get("schema"));
    request.set("action", definition.get("action"));
    request.set("payload", Definitions.read(Definitions.SAMPLE_PAYLOAD));
    return request;
  }

  /** Of one new webhook; what is JSON is YAML. */
  static String file() {
    ObjectNode file = body().put("version", 1);
    file.putArray("webhooks").add(Definitions.sample().put("name", "New " + UUID.randomUUID()));
    return file.toString();
  }

  static ObjectNode schema() {
    ObjectNode request = body();
    request.set("schema", Definitions.read(Definitions.SAMPLE_SCHEMA));
    return request;
  }

  static ObjectNode replayBatch(String delivery) {
    ObjectNode request = body().put("isAsNow", false);
    request.putArray("deliveryIds").add(delivery);
    return request;
  }

  static ObjectNode alertRule() {
    ObjectNode rule =
        body()
            .put("kind", "FAILURE_STREAK")
            .put("isOn", true)
            .put("deliveries", 3)
            .put("countsRejected", true)
            .put("tellsAdministrators", true);
    rule.putArray("members");
    return rule;
  }

  /** Where nobody listens. */
  static ObjectNode alertEndpoint() {
    return body().put("url", "http://127.0.0.1:1/alerts");
  }

  static String code(Stage stage, Someone caller) {
    JsonNode begun =
        Tenant.json(
            stage.call(
                "POST",
                "/api/me/second-factor",
                caller.token(),
                body().put("password", People.PASSWORD)));
    return Totp.code(begun.path("secret").asText(), Instant.now());
  }

  static String recoveryCode(Stage stage, Someone caller) {
    JsonNode confirmed =
        Tenant.json(
            stage.call(
                "POST",
                "/api/me/second-factor/confirm",
                caller.token(),
                body().put("code", code(stage, caller))));
    return confirmed.at("/recoveryCodes/0").asText();
  }
}
