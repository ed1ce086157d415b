package dev.inlet.webhooks.senders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.webhooks.idempotency.Idempotency;
import dev.inlet.webhooks.idempotency.KeySource;
import dev.inlet.webhooks.schema.EmbeddedSchema;
import dev.inlet.webhooks.verification.Verification;

/**
 * What a sender has to know, as OpenAPI 3.1: its one operation with the webhook's own JSON Schema,
 * which only 3.1 takes as it is.
 */
public final class SenderOpenApi {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String PAYLOAD = "/components/schemas/Payload";
  private static final String ANSWER = "/components/schemas/Answer";
  private static final String PROOF = "proof";

  private final Sending sending;

  private SenderOpenApi(Sending sending) {
    this.sending = sending;
  }

  /** The whole document. */
  public static JsonNode of(Sending sending) {
    return new SenderOpenApi(sending).document();
  }

  private JsonNode document() {
    int path = sending.url().lastIndexOf("/hooks/");
    ObjectNode document = JSON.objectNode().put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "%s: %s".formatted(sending.organization(), sending.webhook()))
        .put("version", String.valueOf(sending.version()))
        .put(
            "description",
            "Keep this document secret: whoever knows the URL in it can send. Quote X-Delivery-Id when you ask %s about a delivery."
                .formatted(sending.organization()));
    document.putArray("servers").addObject().put("url", sending.url().substring(0, path));
    ObjectNode operation =
        document.putObject("paths").putObject(sending.url().substring(path)).putObject("post");
    describe(operation);
    ObjectNode components = document.putObject("components");
    ObjectNode schemas = components.putObject("schemas");
    schemas.set("Payload", EmbeddedSchema.of(sending.schema(), sending.draft(), PAYLOAD));
    schemas.set("Answer", AnswerBody.schema());
    if (sending.verification().needsSecret()) {
      components.putObject("securitySchemes").set(PROOF, proof());
    }
    return document;
  }

  private void describe(ObjectNode operation) {
    operation.put("operationId", "send").put("summary", "Sends a delivery.");
    if (sending.verification().needsSecret()) {
      operation.putArray("security").addObject().putArray(PROOF);
    }
    Idempotency idempotency = sending.idempotency();
    if (idempotency.from() == KeySource.HEADER) {
      ObjectNode key =
          operation
              .putArray("parameters")
              .addObject()
              .put("name", idempotency.name())
              .put("in", "header")
              .put(
                  "description",
                  "The same each time an event is sent again; held for %s."
                      .formatted(Words.time(idempotency.window())));
      key.putObject("schema").put("type", "string").put("minLength", 1);
    }
    ObjectNode body = operation.putObject("requestBody").put("required", true);
    ObjectNode content = body.putObject("content").putObject("application/json");
    content.putObject("schema").put("$ref", "#" + PAYLOAD);
    if (sending.example() != null) {
      content.set("example", sending.example());
    }
    ObjectNode responses = operation.putObject("responses");
    SenderAnswer.of(sending).forEach(answer -> describe(responses, answer));
  }

  private static void describe(ObjectNode responses, SenderAnswer answer) {
    ObjectNode response =
        responses
            .putObject(String.valueOf(answer.status()))
            .put("description", "%s %s".formatted(answer.meaning(), answer.advice()));
    ObjectNode headers = response.putObject("headers");
    headers
        .putObject("X-Delivery-Id")
        .put("description", "Quote it when you ask about this delivery.")
        .putObject("schema")
        .put("type", "string");
    if (answer.isTimed()) {
      headers
          .putObject("Retry-After")
          .put("description", "How many seconds to wait.")
          .putObject("schema")
          .put("type", "integer");
    }
    ObjectNode content = response.putObject("content").putObject("application/json");
    content.putObject("schema").put("$ref", "#" + ANSWER);
    content.set("example", AnswerBody.example(answer.status()));
  }

  /** OpenAPI has no word for signatures: the header that carries one is what it can tell. */
  private ObjectNode proof() {
    Verification verification = sending.verification();
    ProofOfSender proof = ProofOfSender.of(verification);
    ObjectNode scheme =
        JSON.objectNode()
            .put("description", "%s. %s".formatted(proof.title(), proof.explanation()));
    return switch (verification.scheme()) {
      case BASIC -> scheme.put("type", "http").put("scheme", "basic");
      default ->
          scheme.put("type", "apiKey").put("in", "header").put("name", proof.headers().getLast());
    };
  }
}
