package dev.inlet.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import dev.inlet.platform.problem.FieldError;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import io.micronaut.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The contract: what is compiled out of the controllers, with every error of the catalogue and an
 * example for each operation. The examples live in the committed file alone; what is compiled anew
 * takes them over.
 */
public final class OpenApiDocument {

  private static final Path COMMITTED = Path.of("openapi.yml");
  private static final String PROBLEM_JSON = "application/problem+json";

  /** As the library writes that compiles the controllers. */
  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .build());

  /** What is said of an error beside its title; what is not here says nothing more. */
  private static final Map<ProblemType, String> DETAILS =
      Map.of(
          ProblemType.CONFLICT,
          "Somebody saved this webhook in the meantime: load it again.",
          ProblemType.TOO_MANY_REQUESTS,
          "Too many attempts; try again in 30 seconds.",
          ProblemType.NOT_POSSIBLE,
          "The URL was renewed before and the old one still works; end it first.",
          ProblemType.TARGET_UNREADABLE,
          "iMIS refused the credentials: check user name and password of the connection.");

  private OpenApiDocument() {}

  /**
   * An operation's example.
   *
   * @param request the body that is sent; null if none is
   * @param answer the body of success; null if there is none
   */
  public record Example(@Nullable JsonNode request, @Nullable JsonNode answer) {}

  /** Whether the file is to be written anew, and not compared. */
  public static boolean isWritten() {
    return "true".equals(System.getenv("INLET_WRITE_OPENAPI"));
  }

  public static ObjectNode committed() {
    return read(COMMITTED);
  }

  public static String committedText() {
    try {
      return Files.readString(COMMITTED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void write(Map<String, Example> examples) {
    try {
      Files.writeString(COMMITTED, text(examples));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole contract with these examples. */
  public static String text(Map<String, Example> examples) {
    try {
      return YAML.writeValueAsString(with(examples));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The examples in a contract, by operation. */
  public static Map<String, Example> examples(ObjectNode document) {
    Map<String, Example> examples = new TreeMap<>();
    forEachOperation(
        document,
        operation ->
            examples.put(
                operation.get("operationId").asText(),
                new Example(example(operation.path("requestBody")), example(success(operation)))));
    return examples;
  }

  /** What an operation answers when it does what it was asked. */
  public static JsonNode success(JsonNode operation) {
    for (Map.Entry<String, JsonNode> response : operation.get("responses").properties()) {
      if (response.getKey().startsWith("2")) {
        return response.getValue();
      }
    }
    throw new IllegalStateException("Nothing says how it succeeds: " + operation);
  }

  public static void forEachOperation(JsonNode document, Consumer<ObjectNode> reader) {
    document
        .get("paths")
        .forEach(path -> path.forEach(operation -> reader.accept((ObjectNode) operation)));
  }

  private static ObjectNode with(Map<String, Example> examples) {
    ObjectNode document = compiled();
    forEachOperation(
        document,
        operation -> {
          describe((ObjectNode) operation.get("responses"));
          Example example = examples.get(operation.get("operationId").asText());
          if (example != null) {
            set(operation.path("requestBody"), example.request());
            set(success(operation), example.answer());
          }
        });
    ObjectNode components = (ObjectNode) document.get("components");
    components.set("responses", problems());
    ((ObjectNode) components.get("schemas")).set("Problem", problemSchema());
    return document;
  }

  private static void describe(ObjectNode responses) {
    responses
        .properties()
        .forEach(
            named -> {
              int status = Integer.parseInt(named.getKey());
              ObjectNode response = (ObjectNode) named.getValue();
              response.put("description", HttpStatus.valueOf(status).getReason());
              if (status == HttpStatus.NO_CONTENT.getCode()) {
                response.remove("content");
              }
            });
    responses.putObject("4XX").put("$ref", "#/components/responses/Refused");
    responses.putObject("5XX").put("$ref", "#/components/responses/Failed");
  }

  private static ObjectNode problems() {
    ObjectNode responses = YAML.createObjectNode();
    ObjectNode refused = problems(responses.putObject("Refused"), "The request was refused.");
    ObjectNode failed = problems(responses.putObject("Failed"), "Inlet could not do it.");
    for (ProblemType type : ProblemType.values()) {
      ObjectNode example =
          (type.status().getCode() < 500 ? refused : failed).putObject(type.slug());
      example.put("summary", type.title());
      example.set("value", problem(type));
    }
    return responses;
  }

  private static ObjectNode problems(ObjectNode response, String description) {
    ObjectNode content =
        response.put("description", description).putObject("content").putObject(PROBLEM_JSON);
    content.putObject("schema").put("$ref", "#/components/schemas/Problem");
    return content.putObject("examples");
  }

  /** As Inlet writes it. */
  private static JsonNode problem(ProblemType type) {
    List<FieldError> errors =
        switch (type) {
          case INVALID_REQUEST -> List.of(new FieldError("/name", "Give the webhook a name."));
          case INVALID_DEFINITION ->
              List.of(
                  new FieldError(
                      "/action/mapping/1/value",
                      "The schema has no property \"ID\"; did you mean \"id\"?"));
          default -> List.of();
        };
    String detail =
        type == ProblemType.INVALID_REQUEST ? errors.getFirst().detail() : DETAILS.get(type);
    Object problem = new ProblemException(type, detail, errors).answer().body();
    ObjectNode written =
        Tenant.JSON.convertValue(Objects.requireNonNull(problem), ObjectNode.class);
    return type == ProblemType.UNEXPECTED
        ? written.put("traceId", "018f0000-0000-4000-8000-000000000001")
        : written;
  }

  private static JsonNode problemSchema() {
    try (InputStream stream = OpenApiDocument.class.getResourceAsStream("/problem-schema.yml")) {
      return YAML.readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode compiled() {
    try (InputStream stream =
        OpenApiDocument.class.getResourceAsStream("/META-INF/swagger/inlet.yml")) {
      return (ObjectNode) YAML.readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode read(Path file) {
    try {
      return (ObjectNode) YAML.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable JsonNode example(JsonNode described) {
    for (JsonNode content : described.path("content")) {
      if (content.has("example")) {
        return content.get("example");
      }
    }
    return null;
  }

  /** Where one form is as good as another, the first has it. */
  private static void set(JsonNode described, @Nullable JsonNode example) {
    if (example != null && described.path("content").elements().hasNext()) {
      ((ObjectNode) described.get("content").elements().next()).set("example", example);
    }
  }
}
