package dev.inlet.webhooks;

import dev.inlet.platform.paging.Cursor;
import dev.inlet.platform.paging.Page;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/organizations/{organizationId}/webhooks/{webhookId}/versions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Webhooks")
class WebhookVersionController {

  private final WebhookVersionRepository versions;
  private final WebhookService service;
  private final WebhookResponses responses;

  WebhookVersionController(
      WebhookVersionRepository versions, WebhookService service, WebhookResponses responses) {
    this.versions = versions;
    this.service = service;
    this.responses = responses;
  }

  /** Lists the versions of a webhook, deleted or not, the newest first. */
  @Get
  @RequiresPermission(Permission.VIEW_WEBHOOKS)
  Page<WebhookVersion.Summary> listVersions(
      @PathVariable OrganizationId organizationId,
      @PathVariable UUID webhookId,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue Integer limit) {
    int size = Page.size(limit);
    List<WebhookVersion.Summary> found =
        versions.list(organizationId, new WebhookId(webhookId), before(cursor), size + 1);
    if (found.isEmpty() && cursor == null) {
      throw ProblemException.notFound();
    }
    return Page.of(found, size, last -> Cursor.encode(String.valueOf(last.number())));
  }

  /** Shows one version of a webhook, deleted or not. */
  @Get("/{number}")
  @RequiresPermission(Permission.VIEW_WEBHOOKS)
  WebhookVersion getVersion(
      @PathVariable OrganizationId organizationId,
      @PathVariable UUID webhookId,
      @PathVariable int number) {
    return versions
        .find(organizationId, new WebhookId(webhookId), number)
        .orElseThrow(ProblemException::notFound);
  }

  /**
   * Makes a version, as it is stored and with what it knows of its panel, the next version of its
   * webhook. If the current one is the same already, nothing changes.
   */
  @Post("/{number}/restore")
  @RequiresPermission(Permission.EDIT_WEBHOOKS)
  WebhookResponse restoreVersion(
      @PathVariable OrganizationId organizationId,
      @PathVariable UUID webhookId,
      @PathVariable int number,
      @Valid @Body RestoreRequest request,
      @Parameter(hidden = true) Caller caller) {
    Webhook restored =
        service.restore(
            organizationId, new WebhookId(webhookId), number, request.revision(), caller);
    return responses.of(organizationId, restored);
  }

  /**
   * What somebody who restores a version had before them.
   *
   * @param revision the webhook's, so that nobody overwrites a colleague's work; may be left out
   */
  @Introspected
  @Schema(name = "RestoreRequest")
  record RestoreRequest(@Nullable Integer revision) {}

  private static int before(@Nullable String cursor) {
    List<String> parts = Cursor.decode(cursor, 1);
    return parts.isEmpty() ? Integer.MAX_VALUE : Cursor.number(parts.getFirst());
  }
}
