package dev.inlet.isolation;

import static dev.inlet.isolation.Stage.body;

import dev.inlet.identity.People;
import dev.inlet.identity.People.Someone;
import dev.inlet.platform.security.Role;
import dev.inlet.testing.Definitions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every operation of the API with who may use it and a request that succeeds. Written by hand, as
 * what is wanted; the test compares it with what is served.
 */
final class Operations {

  /** Who may use an operation. */
  enum Users {
    ANYBODY,
    PEOPLE,
    MEMBERS,
    MEMBERS_AND_KEYS,
    SUPPORT
  }

  /**
   * A request.
   *
   * @param variables of the path, beside the organization
   */
  record Call(Map<String, String> variables, @Nullable Object body) {

    static Call of(@Nullable Object body) {
      return new Call(Map.of(), body);
    }

    static Call of() {
      return of(null);
    }

    static Call on(String variable, String value) {
      return new Call(Map.of(variable, value), null);
    }

    Call with(Object content) {
      return new Call(variables, content);
    }
  }

  /** Makes a request that a caller may make. */
  interface Caller {
    Call call(Stage stage, Someone caller);
  }

  /**
   * An operation.
   *
   * @param least the least role that may use it, where roles matter
   * @param success the status of its success
   * @param isAudited whether its success leaves an event in the audit trail
   * @param isOnSharedNames whether its path names nothing that one organization alone has
   */
  record Operation(
      String id,
      Users users,
      @Nullable Role least,
      int success,
      boolean isAudited,
      boolean isOnSharedNames,
      Caller caller) {

    Operation answering(int status) {
      return new Operation(id, users, least, status, isAudited, isOnSharedNames, caller);
    }

    Operation audited() {
      return new Operation(id, users, least, success, true, isOnSharedNames, caller);
    }

    Operation onSharedNames() {
      return new Operation(id, users, least, success, isAudited, true, caller);
    }

    boolean isOfOrganization() {
      return users == Users.MEMBERS || users == Users.MEMBERS_AND_KEYS;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  private Operations() {}

  static List<Operation> all() {
    return List.of(
        // Signing up and in
        open("signUp", (stage, caller) -> Call.of(Requests.signUp())).answering(201).audited(),
        open(
                "login",
                (stage, caller) ->
                    Call.of(body().put("email", caller.email()).put("password", People.PASSWORD)))
            .audited(),
        open("refresh", (stage, caller) -> Call.of()).answering(401), // without a cookie
        open("logout", (stage, caller) -> Call.of()).answering(204),
        open("forgotPassword", (stage, caller) -> Call.of(body().put("email", caller.email())))
            .answering(409), // where no e-mail can be sent; see AccountMailTest
        open(
                "setPassword",
                (stage, caller) -> Call.of(body().put("token", "x").put("password", "y")))
            .answering(410),
        open("confirmEmail", (stage, caller) -> Call.of(body().put("token", "x"))).answering(410),
        open(
            "showInvitation",
            (stage, caller) ->
                Call.of(body().put("token", stage.invitationToken(Stage.address())))),
        open("acceptInvitation", (stage, caller) -> Call.of(Requests.accept(stage)))
            .answering(201)
            .audited(),

        // One's own account
        person("getMe", (stage, caller) -> Call.of()),
        person("updateMe", (stage, caller) -> Call.of(body().put("name", "Robin"))).audited(),
        person("changePassword", (stage, caller) -> Call.of(Requests.newPassword()))
            .answering(204)
            .audited(),
        person(
                "changeEmail",
                (stage, caller) ->
                    Call.of(body().put("email", Stage.address()).put("password", People.PASSWORD)))
            .audited(),
        person("listSessions", (stage, caller) -> Call.of()),
        person("endSessions", (stage, caller) -> Call.of()).answering(204).audited(),
        person("endSession", (stage, caller) -> Call.on("sessionId", caller.session().toString()))
            .answering(204)
            .audited(),
        person(
            "beginSecondFactor",
            (stage, caller) -> Call.of(body().put("password", People.PASSWORD))),
        person(
                "confirmSecondFactor",
                (stage, caller) -> Call.of(body().put("code", Requests.code(stage, caller))))
            .audited(),
        person(
                "renewRecoveryCodes",
                (stage, caller) ->
                    Call.of(body().put("code", Requests.recoveryCode(stage, caller))))
            .audited(),
        person(
                "disableSecondFactor",
                (stage, caller) ->
                    Call.of(
                        body()
                            .put("code", Requests.recoveryCode(stage, caller))
                            .put("password", People.PASSWORD)))
            .answering(204)
            .audited(),
        person(
                "foundOrganization",
                (stage, caller) -> Call.of(body().put("organizationName", "Another")))
            .answering(201),
        person(
                "joinOrganization",
                (stage, caller) ->
                    Call.of(body().put("token", stage.invitationToken(caller.email()))))
            .answering(204)
            .audited(),
        person(
                "leaveOrganization",
                (stage, caller) ->
                    Call.on("membershipOrganizationId", stage.organization().toString()))
            .answering(204)
            .audited(),
        person("listPermissions", (stage, caller) -> Call.of()),

        // The organization
        keys("getOrganization", Role.VIEWER, (stage, caller) -> Call.of()),
        keys(
                "updateOrganization",
                Role.ADMIN,
                (stage, caller) -> Call.of(body().put("name", "Renamed")))
            .audited(),
        keys("getConnection", Role.VIEWER, (stage, caller) -> Call.of()),
        keys("updateConnection", Role.ADMIN, (stage, caller) -> Call.of(Requests.connection(stage)))
            .audited(),
        keys("testConnection", Role.EDITOR, (stage, caller) -> Call.of()).audited(),
        keys("listActions", Role.VIEWER, (stage, caller) -> Call.of()),
        keys("listIdempotencyPresets", Role.VIEWER, (stage, caller) -> Call.of()).onSharedNames(),
        keys("listPanels", Role.VIEWER, (stage, caller) -> Call.on("type", "imis.panel"))
            .onSharedNames(),
        keys(
                "listChoices",
                Role.VIEWER,
                (stage, caller) ->
                    new Call(Map.of("type", "imis.activity", "field", "ACTIVITY_TYPE"), null))
            .onSharedNames(),
        keys("getPanel", Role.VIEWER, (stage, caller) -> panel()).onSharedNames(),
        keys("listAuditEvents", Role.ADMIN, (stage, caller) -> Call.of()),
        keys("exportAuditEvents", Role.ADMIN, (stage, caller) -> Call.of()).audited(),
        people("deleteOrganization", Role.OWNER, (stage, caller) -> Call.of(Requests.anotherSlug()))
            .answering(400), // as far as it goes without deleting the stage; see DeletionTest
        people("exportOrganization", Role.OWNER, (stage, caller) -> Call.of()).audited(),

        // People and keys
        keys("listMembers", Role.VIEWER, (stage, caller) -> Call.of()),
        people(
                "updateMember",
                Role.ADMIN,
                (stage, caller) -> member(stage).with(body().put("role", "EDITOR")))
            .audited(),
        people("removeMember", Role.ADMIN, (stage, caller) -> member(stage))
            .answering(204)
            .audited(),
        people("listInvitations", Role.ADMIN, (stage, caller) -> Call.of()),
        people(
                "createInvitation",
                Role.ADMIN,
                (stage, caller) ->
                    Call.of(body().put("email", Stage.address()).put("role", "EDITOR")))
            .answering(201)
            .audited(),
        people("resendInvitation", Role.ADMIN, (stage, caller) -> invitation(stage)).audited(),
        people("revokeInvitation", Role.ADMIN, (stage, caller) -> invitation(stage))
            .answering(204)
            .audited(),
        people("listApiKeys", Role.ADMIN, (stage, caller) -> Call.of()),
        people(
                "createApiKey",
                Role.ADMIN,
                (stage, caller) -> Call.of(body().put("name", "Key").put("role", "VIEWER")))
            .answering(201)
            .audited(),
        people(
                "revokeApiKey",
                Role.ADMIN,
                (stage, caller) ->
                    Call.on("apiKeyId", stage.freshApiKey(Role.VIEWER).get("id").asText()))
            .answering(204)
            .audited(),

        // Webhooks and deliveries
        keys("listWebhooks", Role.VIEWER, (stage, caller) -> Call.of()),
        keys("createWebhook", Role.EDITOR, (stage, caller) -> Call.of(Definitions.sample()))
            .answering(201)
            .audited(),
        keys("exportWebhooks", Role.VIEWER, (stage, caller) -> Call.of()),
        keys("planWebhooks", Role.VIEWER, (stage, caller) -> Call.of(Requests.file())),
        keys("applyWebhooks", Role.EDITOR, (stage, caller) -> Call.of(Requests.file())).audited(),
        keys("getWebhook", Role.VIEWER, (stage, caller) -> Call.on("webhookId", stage.webhook())),
        keys(
                "updateWebhook",
                Role.EDITOR,
                (stage, caller) ->
                    Call.on("webhookId", stage.freshWebhook())
                        .with(Definitions.sample().put("name", "Renamed")))
            .audited(),
        keys(
                "setPaused",
                Role.EDITOR,
                (stage, caller) ->
                    Call.on("webhookId", stage.freshWebhook()).with(body().put("isPaused", true)))
            .audited(),
        keys(
                "duplicateWebhook",
                Role.EDITOR,
                (stage, caller) ->
                    Call.on("webhookId", stage.webhook()).with(body().put("name", "Copy")))
            .answering(201)
            .audited(),
        keys(
                "deleteWebhook",
                Role.EDITOR,
                (stage, caller) -> Call.on("webhookId", stage.freshWebhook()))
            .answering(204)
            .audited(),
        keys(
            "getVerification",
            Role.VIEWER,
            (stage, caller) -> Call.on("webhookId", stage.webhook())),
        keys(
                "updateVerification",
                Role.EDITOR,
                (stage, caller) ->
                    Call.on("webhookId", stage.freshWebhook())
                        .with(body().put("scheme", "GITHUB").put("secret", "a sender's secret")))
            .audited(),
        keys(
                "endOldSecret",
                Role.EDITOR,
                (stage, caller) -> Call.on("webhookId", stage.webhookWithOldSecret()))
            .audited(),
        keys(
            "getWebhookUrl", Role.VIEWER, (stage, caller) -> Call.on("webhookId", stage.webhook())),
        keys(
            "getSenderDocumentation",
            Role.VIEWER,
            (stage, caller) -> Call.on("webhookId", stage.webhook())),
        keys(
                "renewWebhookUrl",
                Role.EDITOR,
                (stage, caller) -> Call.on("webhookId", stage.freshWebhook()).with(body()))
            .audited(),
        keys(
                "endOldWebhookUrl",
                Role.EDITOR,
                (stage, caller) -> Call.on("webhookId", stage.webhookWithOldUrl()))
            .audited(),
        keys("checkSchema", Role.VIEWER, (stage, caller) -> Call.of(Definitions.SAMPLE_SCHEMA)),
        keys("preview", Role.VIEWER, (stage, caller) -> Call.of(Requests.preview())),
        keys("testWebhook", Role.EDITOR, (stage, caller) -> Call.of(Requests.preview())).audited(),
        keys("listVersions", Role.VIEWER, (stage, caller) -> Call.on("webhookId", stage.webhook())),
        keys(
            "getVersion",
            Role.VIEWER,
            (stage, caller) -> new Call(Map.of("webhookId", stage.webhook(), "number", "1"), null)),
        keys(
                "restoreVersion",
                Role.EDITOR,
                (stage, caller) ->
                    new Call(
                        Map.of("webhookId", stage.webhookOfTwoVersions(), "number", "1"), body()))
            .audited(),
        keys(
            "rehearseSchema",
            Role.VIEWER,
            (stage, caller) -> Call.on("webhookId", stage.webhook()).with(Requests.schema())),
        keys("listActivity", Role.VIEWER, (stage, caller) -> Call.of()),
        keys("getStatistics", Role.VIEWER, (stage, caller) -> Call.of()),
        keys("countDeliveries", Role.VIEWER, (stage, caller) -> Call.of()),
        keys("getRetention", Role.VIEWER, (stage, caller) -> Call.of()),
        keys("updateRetention", Role.ADMIN, (stage, caller) -> Call.of(body().put("days", 30)))
            .audited(),
        keys(
                "replayDelivery",
                Role.EDITOR,
                (stage, caller) ->
                    Call.on("deliveryId", stage.delivery())
                        .with(body().put("version", 1).put("isConfirmed", true)))
            .audited(),
        keys(
                "planReplayBatch",
                Role.EDITOR,
                (stage, caller) -> Call.of(Requests.replayBatch(stage.delivery())))
            .answering(201)
            .audited(),
        keys("listReplayBatches", Role.VIEWER, (stage, caller) -> Call.of()),
        keys("getReplayBatch", Role.VIEWER, (stage, caller) -> batch(stage.plannedBatch())),
        keys(
            "listReplayBatchDeliveries",
            Role.VIEWER,
            (stage, caller) -> batch(stage.plannedBatch())),
        keys(
                "startReplayBatch",
                Role.EDITOR,
                (stage, caller) -> batch(stage.plannedBatch()).with(body()))
            .audited(),
        keys("pauseReplayBatch", Role.EDITOR, (stage, caller) -> batch(stage.runningBatch()))
            .audited(),
        keys("resumeReplayBatch", Role.EDITOR, (stage, caller) -> batch(stage.pausedBatch()))
            .audited(),
        keys("cancelReplayBatch", Role.EDITOR, (stage, caller) -> batch(stage.plannedBatch()))
            .audited(),
        keys("listDeliveries", Role.VIEWER, (stage, caller) -> Call.of()),
        keys("watchDeliveries", Role.VIEWER, (stage, caller) -> Call.of()),
        keys("exportDeliveries", Role.VIEWER, (stage, caller) -> Call.of()).audited(),
        keys(
            "getDelivery", Role.VIEWER, (stage, caller) -> Call.on("deliveryId", stage.delivery())),
        people(
                "revealSensitiveProperties",
                Role.ADMIN,
                (stage, caller) -> Call.on("deliveryId", stage.delivery()))
            .audited(),

        // Alerts
        keys("listAlertRules", Role.VIEWER, (stage, caller) -> Call.of()),
        keys("createAlertRule", Role.ADMIN, (stage, caller) -> Call.of(Requests.alertRule()))
            .answering(201)
            .audited(),
        keys(
                "updateAlertRule",
                Role.ADMIN,
                (stage, caller) ->
                    Call.on("ruleId", stage.freshAlertRule())
                        .with(Requests.alertRule().put("isOn", false)))
            .audited(),
        keys(
                "deleteAlertRule",
                Role.ADMIN,
                (stage, caller) -> Call.on("ruleId", stage.freshAlertRule()))
            .answering(204)
            .audited(),
        keys("listIncidents", Role.VIEWER, (stage, caller) -> Call.of()),
        keys("listAlertEndpoints", Role.ADMIN, (stage, caller) -> Call.of()),
        keys(
                "createAlertEndpoint",
                Role.ADMIN,
                (stage, caller) -> {
                  stage.deleteAlertEndpoints();
                  return Call.of(Requests.alertEndpoint());
                })
            .answering(201)
            .audited(),
        keys(
                "updateAlertEndpoint",
                Role.ADMIN,
                (stage, caller) ->
                    alertEndpoint(stage).with(Requests.alertEndpoint().put("isOn", false)))
            .audited(),
        keys("deleteAlertEndpoint", Role.ADMIN, (stage, caller) -> alertEndpoint(stage))
            .answering(204)
            .audited(),
        keys("renewAlertEndpointSecret", Role.ADMIN, (stage, caller) -> alertEndpoint(stage))
            .audited(),
        keys("testAlertEndpoint", Role.ADMIN, (stage, caller) -> alertEndpoint(stage)).audited(),
        keys("listAlertMessages", Role.ADMIN, (stage, caller) -> alertEndpoint(stage)),

        // The support console
        support("listSupportedOrganizations", (stage, caller) -> Call.of()),
        support("listSupportedWebhooks", (stage, caller) -> supported(stage)),
        support(
            "getSupportedWebhook",
            (stage, caller) -> supported(stage, "webhookId", stage.webhook())),
        support("listSupportedDeliveries", (stage, caller) -> Call.of()),
        support("countSupportedDeliveries", (stage, caller) -> Call.of()),
        support(
            "getSupportedDelivery",
            (stage, caller) -> supported(stage, "deliveryId", stage.delivery())),
        support(
                "revealDelivery",
                (stage, caller) ->
                    supported(stage, "deliveryId", stage.delivery())
                        .with(body().put("reason", "The organization asked us to look.")))
            .audited(),
        support("listInstallationEvents", (stage, caller) -> Call.of()));
  }

  private static Operation open(String id, Caller caller) {
    return new Operation(id, Users.ANYBODY, null, 200, false, false, caller);
  }

  private static Operation person(String id, Caller caller) {
    return new Operation(id, Users.PEOPLE, null, 200, false, false, caller);
  }

  private static Operation people(String id, Role least, Caller caller) {
    return new Operation(id, Users.MEMBERS, least, 200, false, false, caller);
  }

  private static Operation keys(String id, Role least, Caller caller) {
    return new Operation(id, Users.MEMBERS_AND_KEYS, least, 200, false, false, caller);
  }

  private static Operation support(String id, Caller caller) {
    return new Operation(id, Users.SUPPORT, null, 200, false, false, caller);
  }

  private static Call supported(Stage stage) {
    return Call.on("supportedOrganizationId", stage.organization().toString());
  }

  private static Call supported(Stage stage, String variable, String value) {
    return new Call(
        Map.of("supportedOrganizationId", stage.organization().toString(), variable, value), null);
  }

  private static Call panel() {
    return new Call(Map.of("type", "imis.panel", "panel", "Volunteer_Interests"), null);
  }

  private static Call member(Stage stage) {
    return Call.on("userId", stage.member(Role.VIEWER).id().toString());
  }

  private static Call batch(String id) {
    return Call.on("batchId", id);
  }

  private static Call alertEndpoint(Stage stage) {
    return Call.on("endpointId", stage.freshAlertEndpoint());
  }

  private static Call invitation(Stage stage) {
    return Call.on("invitationId", stage.freshInvitation(Stage.address()));
  }
}
