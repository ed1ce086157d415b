package dev.inlet.webhooks;

import dev.inlet.platform.paging.ByName;
import dev.inlet.platform.paging.Page;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/organizations/{organizationId}/webhooks")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Webhooks")
class WebhookController {

  private final WebhookRepository webhooks;
  private final WebhookService service;
  private final WebhookResponses responses;

  WebhookController(
      WebhookRepository webhooks, WebhookService service, WebhookResponses responses) {
    this.webhooks = webhooks;
    this.service = service;
    this.responses = responses;
  }

  /** Lists the webhooks by name; fewer on a page where their schemas are large. */
  @Get
  @RequiresPermission(Permission.VIEW_WEBHOOKS)
  Page<WebhookResponse> listWebhooks(
      @PathVariable OrganizationId organizationId,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue Integer limit) {
    int size = Page.size(limit);
    ByName after = ByName.after(cursor);
    int fitting = webhooks.fitting(organizationId, after, size);
    List<Webhook> found = webhooks.list(organizationId, after.name(), after.id(), fitting + 1);
    return Page.of(found, fitting, last -> ByName.cursor(last.name(), last.id().value()))
        .map(responses.in(organizationId));
  }

  /** Creates a webhook; its URL takes deliveries at once. */
  @Post
  @Status(HttpStatus.CREATED)
  @RequiresPermission(Permission.EDIT_WEBHOOKS)
  WebhookResponse createWebhook(
      @PathVariable OrganizationId organizationId,
      @Valid @Body WebhookRequest request,
      @Parameter(hidden = true) Caller caller) {
    Webhook created = service.create(organizationId, request.wanted(), caller);
    return responses.of(organizationId, created);
  }

  /** Shows a webhook. */
  @Get("/{webhookId}")
  @RequiresPermission(Permission.VIEW_WEBHOOKS)
  WebhookResponse getWebhook(
      @PathVariable OrganizationId organizationId, @PathVariable UUID webhookId) {
    Webhook webhook =
        webhooks
            .find(organizationId, new WebhookId(webhookId))
            .orElseThrow(ProblemException::notFound);
    return responses.of(organizationId, webhook);
  }

  /**
   * Changes a webhook. Its URL stays, and so does whether it is paused; changed contents become its
   * next version and count from the next delivery on.
   */
  @Put("/{webhookId}")
  @RequiresPermission(Permission.EDIT_WEBHOOKS)
  WebhookResponse updateWebhook(
      @PathVariable OrganizationId organizationId,
      @PathVariable UUID webhookId,
      @Valid @Body WebhookRequest request,
      @Parameter(hidden = true) Caller caller) {
    Webhook changed =
        service.update(
            organizationId, new WebhookId(webhookId), request.wanted(), request.revision(), caller);
    return responses.of(organizationId, changed);
  }

  /** Pauses a webhook, so that its URL answers 404, or resumes it. Its definition stays. */
  @Put("/{webhookId}/paused")
  @RequiresPermission(Permission.EDIT_WEBHOOKS)
  WebhookResponse setPaused(
      @PathVariable OrganizationId organizationId,
      @PathVariable UUID webhookId,
      @Valid @Body PausedRequest request,
      @Parameter(hidden = true) Caller caller) {
    Webhook webhook =
        service.setPaused(organizationId, new WebhookId(webhookId), request.isPaused(), caller);
    return responses.of(organizationId, webhook);
  }

  /**
   * Adds a copy of a webhook as it is stored, with a URL of its own. It is paused, so that it takes
   * nothing before somebody has looked at it.
   */
  @Post("/{webhookId}/duplicate")
  @Status(HttpStatus.CREATED)
  @RequiresPermission(Permission.EDIT_WEBHOOKS)
  WebhookResponse duplicateWebhook(
      @PathVariable OrganizationId organizationId,
      @PathVariable UUID webhookId,
      @Valid @Body DuplicateRequest request,
      @Parameter(hidden = true) Caller caller) {
    Webhook copy =
        service.duplicate(organizationId, new WebhookId(webhookId), request.name().strip(), caller);
    return responses.of(organizationId, copy);
  }

  /**
   * Deletes a webhook: its URL answers 404 at once; its versions and deliveries stay for the audit.
   */
  @Delete("/{webhookId}")
  @Status(HttpStatus.NO_CONTENT)
  @RequiresPermission(Permission.EDIT_WEBHOOKS)
  void deleteWebhook(
      @PathVariable OrganizationId organizationId,
      @PathVariable UUID webhookId,
      @Parameter(hidden = true) Caller caller) {
    service.delete(organizationId, new WebhookId(webhookId), caller);
  }

  /** Whether a webhook is to be paused. */
  @Introspected
  @Schema(name = "PausedRequest")
  record PausedRequest(
      @NotNull(message = "Say whether the webhook is to be paused.") Boolean isPaused) {}

  /** What a copy is called. */
  @Introspected
  @Schema(name = "DuplicateRequest")
  record DuplicateRequest(
      @NotBlank(message = "Give the webhook a name.")
          @Size(max = 200, message = "A name has at most 200 characters.")
          String name) {}
}
