package dev.inlet.webhooks;

import dev.inlet.platform.paging.Cursor;
import dev.inlet.platform.paging.Page;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/organizations/{organizationId}/webhooks/{webhookId}/versions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Webhooks")
class WebhookVersionController {

  private final WebhookVersionRepository versions;

  WebhookVersionController(WebhookVersionRepository versions) {
    this.versions = versions;
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

  private static int before(@Nullable String cursor) {
    List<String> parts = Cursor.decode(cursor, 1);
    return parts.isEmpty() ? Integer.MAX_VALUE : Cursor.number(parts.getFirst());
  }
}
