package dev.inlet.actions.imis;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.inlet.actions.ActionField;
import dev.inlet.actions.FailureReason;
import dev.inlet.actions.FieldType;
import dev.inlet.actions.PanelDescription;
import dev.inlet.connections.Edition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A recorded exchange with iMIS; the README beside the files says what each member means. */
record ConformanceCase(
    String title,
    String source,
    Connection connection,
    Ask ask,
    List<Exchange> exchanges,
    Outcome outcome,
    @Nullable Simulated simulator) {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /** What most cases begin with. */
  static final Exchange SIGN_IN = read(root().resolve("sign-in.json"), Exchange.class);

  ConformanceCase {
    connection = connection == null ? new Connection("", Edition.EMS, ZoneOffset.UTC) : connection;
    exchanges = beginning(exchanges, connection.base());
  }

  /** All of them, by the names of their files. */
  static Stream<ConformanceCase> all() {
    try (Stream<Path> files = Files.walk(root(), 2)) {
      return files
          .filter(file -> file.toString().endsWith(".json") && !root().equals(file.getParent()))
          .sorted()
          .toList()
          .stream()
          .map(file -> read(file, ConformanceCase.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<ConformanceCase> simulated() {
    return all().filter(each -> each.simulator() != null);
  }

  private static Path root() {
    URL root =
        Objects.requireNonNull(ConformanceCase.class.getResource("/imis-conformance"), "no cases");
    try {
      return Path.of(root.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T read(Path file, Class<T> type) {
    try {
      return MAPPER.readValue(file.toFile(), type);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the case " + file.getFileName(), e);
    }
  }

  /** Most cases begin with signing in, and need not say so. */
  private static List<Exchange> beginning(@Nullable List<Exchange> exchanges, String base) {
    if (exchanges == null || exchanges.isEmpty()) {
      return List.of();
    }
    boolean signsIn = exchanges.getFirst().request().path().endsWith("/token");
    return signsIn
        ? List.copyOf(exchanges)
        : Stream.concat(Stream.of(SIGN_IN.below(base)), exchanges.stream()).toList();
  }

  @Override
  public String toString() {
    return title;
  }

  /** Which iMIS is called. */
  record Connection(String base, Edition edition, ZoneId timeZone) {
    Connection {
      base = Objects.requireNonNullElse(base, "");
      edition = Objects.requireNonNullElse(edition, Edition.EMS);
      timeZone = Objects.requireNonNullElse(timeZone, ZoneOffset.UTC);
    }
  }

  enum What {
    INSERT_ACTIVITY,
    FIND_ACTIVITY,
    INSERT_PANEL_RECORD,
    FIND_PANEL_RECORD,
    INSERT_BODY,
    LIST_PANELS,
    DESCRIBE_PANEL,
    LIST_ACTIVITY_TYPES,
    TEST_CONNECTION
  }

  /** What Inlet is asked to do. */
  record Ask(
      What what,
      @Nullable String entity,
      Map<String, String> values,
      Map<String, String> options,
      @Nullable String ownerField,
      List<Field> fields,
      @Nullable Body body,
      String reference,
      Duration deadline) {

    Ask {
      values = Objects.requireNonNullElse(values, Map.of());
      options = Objects.requireNonNullElse(options, Map.of());
      fields = Objects.requireNonNullElse(fields, List.of());
      reference = Objects.requireNonNullElse(reference, "");
      deadline = Objects.requireNonNullElse(deadline, Duration.ofSeconds(8));
    }

    String entityName() {
      return Objects.requireNonNullElse(entity, "Activity");
    }

    PanelDescription panel() {
      return new PanelDescription(
          entityName(),
          entityName(),
          Objects.requireNonNull(ownerField),
          fields.stream().map(Field::described).toList());
    }
  }

  /** A field as the panel's definition had it when the webhook was designed. */
  record Field(
      String name,
      FieldType type,
      @Nullable Integer lengthMax,
      @Nullable Integer precision,
      @Nullable Integer scale,
      boolean isRequired,
      @Nullable List<String> allowedValues) {

    ActionField described() {
      return new ActionField(
          name,
          name,
          type,
          lengthMax,
          precision,
          scale,
          isRequired,
          null,
          null,
          Objects.requireNonNullElse(allowedValues, List.of()));
    }
  }

  enum Fault {
    /** The connection is closed without an answer. */
    DROP,
    /** Nothing comes, and nothing ends. */
    HANG
  }

  /** A request that is due, and what comes back: an answer or a fault. */
  record Exchange(Request request, @Nullable Answer answer, @Nullable Fault fault) {
    Exchange {
      if ((answer == null) == (fault == null)) {
        throw new IllegalArgumentException("An exchange has an answer or a fault.");
      }
    }

    private Exchange below(String base) {
      Request moved =
          new Request(request.method(), base + request.path(), request.headers(), request.body());
      return new Exchange(moved, answer, fault);
    }
  }

  record Request(String method, String path, Map<String, String> headers, Body body) {
    Request {
      headers = Objects.requireNonNullElse(headers, Map.of());
      body = Objects.requireNonNullElse(body, Body.NONE);
    }
  }

  record Answer(
      int status,
      @Nullable String reason,
      Map<String, String> headers,
      Body body,
      Duration delay,
      Duration pausePerByte) {
    Answer {
      headers = Objects.requireNonNullElse(headers, Map.of());
      body = Objects.requireNonNullElse(body, Body.NONE);
      delay = Objects.requireNonNullElse(delay, Duration.ZERO);
      pausePerByte = Objects.requireNonNullElse(pausePerByte, Duration.ZERO);
    }
  }

  /** Bytes, in the form that is best to read. */
  record Body(
      @Nullable JsonNode json,
      @Nullable String text,
      @Nullable String base64,
      @Nullable Integer filler) {

    private static final Body NONE = new Body(null, "", null, null);

    byte[] bytes() {
      if (json != null) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
      }
      if (base64 != null) {
        return Base64.getDecoder().decode(base64);
      }
      return filler == null
          ? Objects.requireNonNull(text).getBytes(StandardCharsets.UTF_8)
          : "\"%s\"".formatted("x".repeat(filler - 2)).getBytes(StandardCharsets.UTF_8);
    }

    /** A character for each byte. */
    String wire() {
      return new String(bytes(), StandardCharsets.ISO_8859_1);
    }
  }

  /** How it ends; {@code is} is an outcome of a delivery's attempt, or of a search. */
  record Outcome(
      String is,
      @Nullable String recordId,
      @Nullable FailureReason reason,
      @Nullable String sentence,
      @Nullable JsonNode read) {

    static Outcome failed(FailureReason reason, String sentence) {
      return new Outcome("FAILED", null, reason, sentence, null);
    }

    static Outcome succeeded(@Nullable JsonNode read) {
      return new Outcome("SUCCEEDED", null, null, null, read);
    }
  }

  /**
   * How the simulator is brought to give the same answers.
   *
   * @param before what is sent first, signed in and with the switches at their defaults
   * @param rows how many rows of the entity there are in the end; null if that is no matter
   */
  record Simulated(ObjectNode switches, List<Request> before, @Nullable Integer rows) {
    Simulated {
      switches = switches == null ? MAPPER.createObjectNode() : switches;
      before = Objects.requireNonNullElse(before, List.of());
    }
  }
}
