package dev.inlet.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.actions.ActionCall;
import dev.inlet.actions.ActionResult;
import dev.inlet.actions.FailureReason;
import dev.inlet.actions.FieldProblem;
import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.audit.AuditEntry;
import dev.inlet.platform.audit.AuditTrail;
import dev.inlet.platform.security.Actor;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.tenancy.Places;
import dev.inlet.platform.time.Deadline;
import dev.inlet.webhooks.schema.Violation;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Controller("/api/organizations/{organizationId}/webhooks/test")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Webhooks")
class WebhookTestController {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookTestController.class);

  /**
   * Each waits for iMIS as long as a delivery does; how many an iMIS can be asked at once is few.
   */
  private static final int OF_ORGANIZATION_MAX = 2;

  private static final int OF_ALL_MAX = 64;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Places places = new Places(OF_ORGANIZATION_MAX, OF_ALL_MAX, PATIENCE);
  private final WebhookCompiler compiler;
  private final AuditTrail auditTrail;
  private final Clock clock;

  WebhookTestController(WebhookCompiler compiler, AuditTrail auditTrail, Clock clock) {
    this.compiler = compiler;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  /**
   * Does with a payload what a definition, saved or not, would do with a delivery: the record is
   * really written. It is no delivery and does not stand in the log; the audit trail tells of it.
   */
  @Post
  @RequiresPermission(Permission.EDIT_WEBHOOKS)
  WebhookTestResponse testWebhook(
      @PathVariable OrganizationId organizationId,
      @Valid @Body WebhookTestRequest request,
      @Parameter(hidden = true) Caller caller) {
    Preview preview =
        Preview.of(compiler, organizationId, request.schema(), request.action(), request.payload());
    if (preview.record() == null) {
      return new WebhookTestResponse(preview.violations(), preview.problems(), null);
    }
    TestResult result =
        places.in(organizationId, () -> audited(organizationId, request, preview, caller.actor()));
    return new WebhookTestResponse(List.of(), List.of(), result);
  }

  /** The trail tells of it before anything is sent: a process that dies tells no more. */
  private TestResult audited(
      OrganizationId organization, WebhookTestRequest request, Preview preview, Actor actor) {
    Map<String, Object> target = target(request.action());
    auditTrail.record(
        organization, actor, AuditEntry.of(AuditAction.WEBHOOK_TEST_STARTED).with(target));
    TestResult result = result(preview, request.deadline());
    target.put("outcome", result.outcome());
    if (result.recordId() != null) {
      target.put("recordId", result.recordId());
    }
    recordEnd(organization, actor, target);
    return result;
  }

  /** What the person has to know is how it ended, whatever becomes of the trail. */
  private void recordEnd(OrganizationId organization, Actor actor, Map<String, Object> target) {
    try {
      auditTrail.record(
          organization, actor, AuditEntry.of(AuditAction.WEBHOOK_TESTED).with(target));
    } catch (RuntimeException e) {
      LOG.error("The end of a test could not be written into the audit trail", e);
    }
  }

  private static Map<String, Object> target(ActionDefinition action) {
    Map<String, Object> target = new LinkedHashMap<>();
    target.put("action", action.type());
    if (action.panel() != null) {
      target.put("panel", action.panel());
    }
    return target;
  }

  private TestResult result(Preview preview, Duration deadline) {
    Instant startedAt = clock.instant();
    ActionResult result = execute(preview, Deadline.in(deadline));
    ActionResult.Exchange exchange = result.exchange();
    return new TestResult(
        result.outcome(),
        result.reason(),
        result.error(),
        result.recordId(),
        exchange == null ? null : exchange.request(),
        exchange == null ? null : exchange.status(),
        exchange == null ? null : exchange.response(),
        Duration.between(startedAt, clock.instant()).toMillis());
  }

  private static ActionResult execute(Preview preview, Deadline deadline) {
    try {
      return preview
          .action()
          .execute(new ActionCall(preview.values(), UUID.randomUUID().toString(), deadline));
    } catch (RuntimeException e) {
      LOG.error("The action of a test could not be executed", e);
      return ActionResult.notPrepared();
    }
  }

  /**
   * A definition, saved or not, and a payload to send with it.
   *
   * @param deadlineSeconds how long it may take, 1 to 30; 10 if left out
   */
  @Introspected
  @Schema(name = "WebhookTestRequest")
  record WebhookTestRequest(
      @NotNull(message = "The schema is missing.") JsonNode schema,
      @NotNull(message = "The action is missing.") @Valid ActionDefinition action,
      @NotNull(message = "The payload is missing.") JsonNode payload,
      @Nullable
          @Min(value = 1, message = "The deadline is 1 to 30 seconds.")
          @Max(value = 30, message = "The deadline is 1 to 30 seconds.")
          Integer deadlineSeconds) {

    Duration deadline() {
      return Duration.ofSeconds(
          deadlineSeconds == null ? WebhookRequest.DEADLINE_SECONDS_DEFAULT : deadlineSeconds);
    }
  }

  /**
   * What happened.
   *
   * @param violations how the payload breaks the schema; nothing was sent then
   * @param problems values that do not go into their fields; nothing was sent then
   * @param result how the action ended; null if it was not begun
   */
  @Introspected
  @Schema(name = "WebhookTestResponse")
  record WebhookTestResponse(
      List<Violation> violations, List<FieldProblem> problems, @Nullable TestResult result) {}

  /**
   * How the action ended.
   *
   * @param reason why the record is not there, or perhaps not; null on success
   * @param error the same as a sentence
   * @param recordId the target's id of the record; null if it is not known
   * @param request the body that was sent; null if nothing was
   * @param responseStatus null if no answer came
   * @param response the body that was answered; null if none was
   */
  @Introspected
  @Schema(name = "TestResult")
  record TestResult(
      ActionResult.Outcome outcome,
      @Nullable FailureReason reason,
      @Nullable String error,
      @Nullable String recordId,
      @Nullable String request,
      @Nullable Integer responseStatus,
      @Nullable String response,
      long durationMs) {}
}
