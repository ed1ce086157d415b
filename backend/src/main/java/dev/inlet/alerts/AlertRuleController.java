package dev.inlet.alerts;

import dev.inlet.platform.mail.Mailer;
import dev.inlet.platform.paging.Page;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;

/** What an organization wants to be told of. */
@Controller("/api/organizations/{organizationId}/alerts/rules")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Alerts")
class AlertRuleController {

  private final AlertRuleRepository repository;
  private final AlertRules rules;
  private final Mailer mailer;

  AlertRuleController(AlertRuleRepository repository, AlertRules rules, Mailer mailer) {
    this.repository = repository;
    this.rules = rules;
    this.mailer = mailer;
  }

  /** Lists what is told, and to whom. */
  @Get
  @RequiresPermission(Permission.VIEW_ALERTS)
  Page<AlertRuleResponse> listAlertRules(@PathVariable OrganizationId organizationId) {
    return new Page<>(repository.list(organizationId).stream().map(this::response).toList(), null);
  }

  /** Has something more told. */
  @Post
  @Status(HttpStatus.CREATED)
  @RequiresPermission(Permission.EDIT_ALERTS)
  AlertRuleResponse createAlertRule(
      @PathVariable OrganizationId organizationId,
      @Valid @Body AlertRuleRequest request,
      @Parameter(hidden = true) Caller caller) {
    return response(rules.create(organizationId, request, caller));
  }

  /** Changes what is told, or to whom; its kind stays. */
  @Put("/{ruleId}")
  @RequiresPermission(Permission.EDIT_ALERTS)
  AlertRuleResponse updateAlertRule(
      @PathVariable OrganizationId organizationId,
      @PathVariable UUID ruleId,
      @Valid @Body AlertRuleRequest request,
      @Parameter(hidden = true) Caller caller) {
    return response(rules.update(organizationId, ruleId, request, caller));
  }

  /** Deletes a rule; its incidents stay to be read. */
  @Delete("/{ruleId}")
  @Status(HttpStatus.NO_CONTENT)
  @RequiresPermission(Permission.EDIT_ALERTS)
  void deleteAlertRule(
      @PathVariable OrganizationId organizationId,
      @PathVariable UUID ruleId,
      @Parameter(hidden = true) Caller caller) {
    rules.delete(organizationId, ruleId, caller);
  }

  private AlertRuleResponse response(AlertRule rule) {
    return AlertRuleResponse.of(rule, mailer.isConfigured());
  }
}
