package dev.inlet.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imissimulator.Simulator;
import dev.inlet.identity.People;
import dev.inlet.identity.People.Someone;
import dev.inlet.isolation.Operations.Call;
import dev.inlet.isolation.Operations.Operation;
import dev.inlet.isolation.Operations.Users;
import dev.inlet.platform.security.Role;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks the served contract and calls every operation as everybody: no operation is served that is
 * not covered here.
 */
class EveryOperationTest {

  private static final TestInlet INLET = TestInlet.shared();
  private static final Simulator SIMULATOR = Simulator.start();
  private static final Map<String, Contract.Route> ROUTES = Contract.operations();
  private static final Stage STAGE = new Stage(INLET, SIMULATOR);
  private static final Stage OTHER = new Stage(INLET, SIMULATOR);

  @AfterAll
  static void stop() {
    SIMULATOR.close();
  }

  static List<Operation> operations() {
    return Operations.all();
  }

  static List<Operation> closedOperations() {
    return operations().stream().filter(each -> each.users() != Users.ANYBODY).toList();
  }

  static List<Operation> operationsOfPeople() {
    return operations().stream().filter(each -> each.users() == Users.PEOPLE).toList();
  }

  static List<Operation> operationsOfOrganizations() {
    return operations().stream().filter(Operation::isOfOrganization).toList();
  }

  static List<Operation> operationsOfSupport() {
    return operations().stream().filter(each -> each.users() == Users.SUPPORT).toList();
  }

  static List<Operation> operationsOnNestedThings() {
    return operationsOfOrganizations().stream()
        .filter(each -> !each.isOnSharedNames())
        .filter(each -> route(each).path().split("\\{", -1).length > 2)
        .toList();
  }

  @Test
  void coversEveryOperationThatIsServed() {
    assertThat(operations().stream().map(Operation::id).toList())
        .containsExactlyInAnyOrderElementsOf(ROUTES.keySet());
  }

  /** Or else the forgeries would be refused for another reason than theirs. */
  @Test
  void takesATokenThatIsRightInEverything() {
    Someone owner = STAGE.member(Role.OWNER);

    assertThat(STAGE.call("GET", "/api/me", Forgeries.sound(owner), null).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("closedOperations")
  void refusesWhoeverDoesNotProveWhoTheyAre(Operation operation) {
    Someone owner = powerful(operation);
    Call call = operation.caller().call(STAGE, owner);
    for (Map.Entry<String, String> token : Forgeries.of(INLET, owner).entrySet()) {
      HttpResponse<String> answer = call(operation, STAGE, call, token.getValue());

      assertThat(answer.statusCode()).as(token.getKey()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @MethodSource("closedOperations")
  void refusesUsersWhoWereDisabledOrSignedOut(Operation operation) {
    Someone disabled = powerful(operation);
    Call call = operation.caller().call(STAGE, disabled);
    People.disable(INLET, disabled);
    assertThat(call(operation, STAGE, call, disabled.token()).statusCode()).isEqualTo(401);

    Someone signedOut = powerful(operation);
    Call another = operation.caller().call(STAGE, signedOut);
    STAGE.call("DELETE", "/api/me/sessions", signedOut.token(), null);
    assertThat(call(operation, STAGE, another, signedOut.token()).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void letsThroughWhoeverMayAndTellsTheAuditTrail(Operation operation) {
    Someone caller = caller(operation);
    Call call = operation.caller().call(STAGE, caller);
    long before = STAGE.auditEvents();

    HttpResponse<String> answer =
        call(operation, STAGE, call, operation.users() == Users.ANYBODY ? "" : caller.token());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(operation.success());
    if (operation.isAudited() && !operation.id().equals("signUp")) {
      assertThat(STAGE.auditEvents()).isGreaterThan(before);
    }
  }

  @Test
  void auditsEveryOperationThatChangesSomething() {
    assertThat(
            operations().stream()
                .filter(each -> !each.isAudited() && !route(each).method().equals("GET"))
                .map(Operation::id))
        .containsExactlyInAnyOrder(
            "refresh", // stays what was signed in
            "logout", // without a session
            "forgotPassword", // where no e-mail can be sent
            "setPassword", // with a link that is none
            "confirmEmail", // with a link that is none
            "showInvitation", // changes nothing
            "beginSecondFactor", // counts only once it is confirmed
            "deleteOrganization", // of another name
            "foundOrganization", // in the new organization's trail
            "checkSchema", // changes nothing
            "planWebhooks", // changes nothing
            "preview", // changes nothing
            "rehearseSchema"); // changes nothing
  }

  @ParameterizedTest
  @MethodSource("operationsOfOrganizations")
  void holdsEachRoleToWhatItMay(Operation operation) {
    for (Role role : Role.values()) {
      Someone member = STAGE.member(role);

      HttpResponse<String> answer = call(operation, STAGE, member, member.token());

      int expected = role.includes(least(operation)) ? operation.success() : 403;
      assertThat(answer.statusCode()).as(role + ": " + answer.body()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("operationsOfOrganizations")
  void holdsApiKeysToWhatTheyMay(Operation operation) {
    Someone nobody = People.someone(INLET);
    for (Role role : List.of(Role.VIEWER, Role.EDITOR, Role.ADMIN)) {
      String key = STAGE.freshApiKey(role).get("key").asText();

      HttpResponse<String> answer = call(operation, STAGE, nobody, key);

      boolean mayDoIt =
          operation.users() == Users.MEMBERS_AND_KEYS && role.includes(least(operation));
      assertThat(answer.statusCode())
          .as(role + ": " + answer.body())
          .isEqualTo(mayDoIt ? operation.success() : 403);
    }
  }

  @ParameterizedTest
  @MethodSource("operationsOfPeople")
  void isForPeopleAndNotForKeys(Operation operation) {
    String key = STAGE.freshApiKey(Role.ADMIN).get("key").asText();

    assertThat(call(operation, STAGE, caller(operation), key).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @MethodSource("operationsOfOrganizations")
  void hidesTheOrganizationFromEverybodyElse(Operation operation) {
    Someone stranger = OTHER.member(Role.OWNER);
    Someone support = People.support(INLET);
    String strangeKey = OTHER.freshApiKey(Role.ADMIN).get("key").asText();

    assertThat(call(operation, STAGE, stranger, stranger.token()).statusCode()).isEqualTo(404);
    assertThat(call(operation, STAGE, support, support.token()).statusCode()).isEqualTo(404);
    assertThat(call(operation, STAGE, stranger, strangeKey).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @MethodSource("operationsOfSupport")
  void keepsTheSupportConsoleToStaffWithASecondFactor(Operation operation) {
    Call call = operation.caller().call(STAGE, People.support(INLET));
    String key = STAGE.freshApiKey(Role.ADMIN).get("key").asText();

    assertThat(call(operation, STAGE, call, STAGE.member(Role.OWNER).token()).statusCode())
        .isEqualTo(403);
    assertThat(call(operation, STAGE, call, People.supportWithoutSecondFactor(INLET).token()))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(403);
    assertThat(call(operation, STAGE, call, key).statusCode()).isEqualTo(403);
  }

  /** One's own organization in the path, and another's thing. */
  @ParameterizedTest
  @MethodSource("operationsOnNestedThings")
  void findsNothingOfAnotherOrganizationUnderItsOwn(Operation operation) {
    Someone owner = STAGE.member(Role.OWNER);
    Call ofOther = operation.caller().call(OTHER, OTHER.member(Role.OWNER));

    assertThat(call(operation, STAGE, ofOther, owner.token()).statusCode()).isEqualTo(404);
  }

  /** Somebody who could do it, and more. */
  private static Someone powerful(Operation operation) {
    return operation.isOfOrganization() ? STAGE.member(Role.OWNER) : caller(operation);
  }

  private static Someone caller(Operation operation) {
    return switch (operation.users()) {
      case MEMBERS, MEMBERS_AND_KEYS -> STAGE.member(least(operation));
      case SUPPORT -> People.support(INLET);
      case ANYBODY -> STAGE.member(Role.VIEWER);
      case PEOPLE ->
          operation.id().equals("joinOrganization")
              ? People.someone(INLET)
              : STAGE.member(Role.VIEWER);
    };
  }

  private static HttpResponse<String> call(
      Operation operation, Stage stage, Someone caller, String token) {
    return call(operation, stage, operation.caller().call(stage, caller), token);
  }

  private static HttpResponse<String> call(
      Operation operation, Stage stage, Call call, String token) {
    Map<String, String> variables = new HashMap<>(call.variables());
    variables.put("organizationId", stage.organization().toString());
    Contract.Route route = route(operation);
    return stage.call(route.method(), route.on(variables), token, call.body());
  }

  private static Contract.Route route(Operation operation) {
    return Objects.requireNonNull(ROUTES.get(operation.id()), operation.id());
  }

  private static Role least(Operation operation) {
    return Objects.requireNonNull(operation.least());
  }

  @Test
  void refusesAnAddressWhereNothingIs() {
    Someone owner = STAGE.member(Role.OWNER);
    String path = "/api/organizations/" + STAGE.organization() + "/" + UUID.randomUUID();

    assertThat(STAGE.call("GET", path, owner.token(), null).statusCode()).isEqualTo(404);
  }
}
