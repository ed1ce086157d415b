package dev.inlet.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.imissimulator.Simulator;
import dev.inlet.identity.People;
import dev.inlet.identity.People.Someone;
import dev.inlet.isolation.Operations.Call;
import dev.inlet.isolation.Operations.Operation;
import dev.inlet.platform.security.Role;
import dev.inlet.testing.OpenApiDocument;
import dev.inlet.testing.OpenApiDocument.Example;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation of the contract has an example that is one: it fits what the operation takes and
 * answers, and so does what is really answered, in the same properties. {@code
 * INLET_WRITE_OPENAPI=true} writes them anew out of real requests and answers.
 */
class ExamplesTest {

  private static final TestInlet INLET = TestInlet.shared();
  private static final Simulator SIMULATOR = Simulator.start();
  private static final Stage STAGE = new Stage(INLET, SIMULATOR);
  private static final Map<String, Contract.Route> ROUTES = Contract.operations();
  private static final ContractSchemas SCHEMAS = new ContractSchemas(OpenApiDocument.committed());
  private static final Map<String, Example> EXAMPLES =
      OpenApiDocument.examples(OpenApiDocument.committed());
  private static final Map<String, Example> WRITTEN = new TreeMap<>();

  /** Files that nobody reads as an example; what stands in them is tested where they are made. */
  private static final Set<String> FILES = Set.of("exportOrganization", "getSenderDocumentation");

  /** Those that the stage lets do no more than be refused; what they answer has no body. */
  private static final Set<String> WITHOUT_BODY =
      Set.of("forgotPassword", "setPassword", "confirmEmail", "deleteOrganization");

  /** Of a file that has one for each thing. */
  private static final int LINES = 2;

  /** It never ends, so it is written by hand. */
  private static final String STREAM =
      """
      event: delivery
      data: {"id":"018f0000-0000-4000-8000-000000000001","outcome":"SUCCEEDED"}

      event: left
      data: {"id":"018f0000-0000-4000-8000-000000000002"}
      """;

  @AfterAll
  static void stop() {
    SIMULATOR.close();
    if (OpenApiDocument.isWritten()) {
      // Exchanges a cookie that only a browser has, for what signing in answers.
      WRITTEN.put(
          "refresh", new Example(null, Objects.requireNonNull(WRITTEN.get("login")).answer()));
      OpenApiDocument.write(WRITTEN);
    }
  }

  static List<Operation> operations() {
    return Operations.all();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void isWhatIsReallySentAndAnswered(Operation operation) {
    Someone caller = caller(operation);
    Call call = operation.caller().call(STAGE, caller);
    String token = operation.users() == Operations.Users.ANYBODY ? "" : caller.token();
    JsonNode answer = answer(operation, call(operation, call, token));
    JsonNode request = request(call.body());

    if (OpenApiDocument.isWritten()) {
      WRITTEN.put(operation.id(), StableExample.of(request, answer));
      return;
    }
    Example example = Objects.requireNonNull(EXAMPLES.get(operation.id()), operation.id());
    SCHEMAS.requireRequest(operation.id(), request);
    SCHEMAS.requireRequest(operation.id(), example.request());
    SCHEMAS.requireAnswer(operation.id(), example.answer());
    if (answer != null && !operation.id().equals("watchDeliveries")) {
      SCHEMAS.requireAnswer(operation.id(), answer);
      assertThat(names(example.answer())).isEqualTo(names(answer));
    }
  }

  @Test
  void noOperationLacksOne() {
    Set<String> without = new TreeSet<>();
    OpenApiDocument.forEachOperation(
        OpenApiDocument.committed(),
        operation -> {
          String id = operation.get("operationId").asText();
          Example example = Objects.requireNonNull(EXAMPLES.get(id));
          boolean lacksRequest = operation.has("requestBody") && example.request() == null;
          boolean lacksAnswer =
              OpenApiDocument.success(operation).has("content") && example.answer() == null;
          if (lacksRequest || lacksAnswer) {
            without.add(id);
          }
        });

    if (!OpenApiDocument.isWritten()) {
      assertThat(without).as("INLET_WRITE_OPENAPI=true makes them").isEqualTo(new TreeSet<>(FILES));
    }
  }

  private static @Nullable JsonNode answer(Operation operation, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(operation.success());
    String id = operation.id();
    if (id.equals("watchDeliveries")) {
      return TextNode.valueOf(STREAM);
    }
    boolean hasNone =
        operation.success() >= 300 || operation.success() == 204 || FILES.contains(id);
    if (hasNone) {
      assertThat(operation.success() < 300 || WITHOUT_BODY.contains(id) || id.equals("refresh"))
          .isTrue();
      return null;
    }
    String type = answer.headers().firstValue("Content-Type").orElse("");
    return type.startsWith("application/json")
        ? Tenant.json(answer)
        : TextNode.valueOf(
            answer.body().lines().limit(LINES).collect(Collectors.joining("\n", "", "\n")));
  }

  private static @Nullable JsonNode request(@Nullable Object body) {
    return body instanceof String text
        ? TextNode.valueOf(text)
        : Tenant.JSON.convertValue(body, JsonNode.class);
  }

  private static Set<String> names(@Nullable JsonNode body) {
    Set<String> names = new TreeSet<>();
    if (body != null) {
      body.fieldNames().forEachRemaining(names::add);
    }
    return names;
  }

  private static Someone caller(Operation operation) {
    return switch (operation.users()) {
      case SUPPORT -> People.support(INLET);
      case MEMBERS, MEMBERS_AND_KEYS -> STAGE.member(Role.OWNER);
      case ANYBODY -> STAGE.member(Role.VIEWER);
      case PEOPLE ->
          operation.id().equals("joinOrganization")
              ? People.someone(INLET)
              : STAGE.member(Role.VIEWER);
    };
  }

  private static HttpResponse<String> call(Operation operation, Call call, String token) {
    Map<String, String> variables = new HashMap<>(call.variables());
    variables.put("organizationId", STAGE.organization().toString());
    Contract.Route route = Objects.requireNonNull(ROUTES.get(operation.id()), operation.id());
    return STAGE.call(route.method(), route.on(variables), token, call.body());
  }
}
