package dev.inlet.support;

import dev.inlet.platform.paging.ByName;
import dev.inlet.platform.paging.FilterValues;
import dev.inlet.platform.paging.Page;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.WebhookDefinition;
import dev.inlet.webhooks.WebhookDefinitions;
import dev.inlet.webhooks.WebhookId;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The organizations as support staff see them. Their ids are deliberately not called {@code
 * organizationId} in the paths: by that name the gate asks for members.
 */
@Controller("/api/support/organizations")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Support")
class SupportedOrganizationController {

  private final SupportedOrganizations organizations;
  private final WebhookDefinitions webhooks;

  SupportedOrganizationController(
      SupportedOrganizations organizations, WebhookDefinitions webhooks) {
    this.organizations = organizations;
    this.webhooks = webhooks;
  }

  /**
   * Lists all organizations by name.
   *
   * @param q text that occurs in the name or the slug
   */
  @Get
  @RequiresPermission(Permission.AUDIT_ALL_ORGANIZATIONS)
  Page<SupportedOrganization> listSupportedOrganizations(
      @Nullable @QueryValue String q,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue Integer limit) {
    int size = Page.size(limit);
    ByName after = ByName.after(cursor);
    String text = Objects.requireNonNullElse(FilterValues.text(q), "");
    List<SupportedOrganization> found =
        organizations.list(text, after.name(), after.id(), size + 1);
    return Page.of(found, size, last -> ByName.cursor(last.name(), last.id()));
  }

  /** Lists an organization's webhooks by name, deleted ones too, without their URLs. */
  @Get("/{supportedOrganizationId}/webhooks")
  @RequiresPermission(Permission.AUDIT_ALL_ORGANIZATIONS)
  Page<WebhookDefinition> listSupportedWebhooks(
      @PathVariable OrganizationId supportedOrganizationId,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue Integer limit) {
    int size = Page.size(limit);
    ByName after = ByName.after(cursor);
    int fitting = webhooks.fitting(supportedOrganizationId, after, size);
    List<WebhookDefinition> found =
        webhooks.list(supportedOrganizationId, after.name(), after.id(), fitting + 1);
    return Page.of(found, fitting, last -> ByName.cursor(last.name(), last.id()));
  }

  /** Shows an organization's webhook, deleted or not, without its URL. */
  @Get("/{supportedOrganizationId}/webhooks/{webhookId}")
  @RequiresPermission(Permission.AUDIT_ALL_ORGANIZATIONS)
  WebhookDefinition getSupportedWebhook(
      @PathVariable OrganizationId supportedOrganizationId, @PathVariable UUID webhookId) {
    return webhooks
        .find(supportedOrganizationId, new WebhookId(webhookId))
        .orElseThrow(ProblemException::notFound);
  }
}
