package dev.inlet.webhooks;

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
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

@Controller("/api/organizations/{organizationId}/webhooks/{webhookId}/url")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Webhooks")
class WebhookUrlController {

  private static final int OVERLAP_HOURS_DEFAULT = 48;

  private final WebhookUrls urls;
  private final WebhookResponses responses;

  WebhookUrlController(WebhookUrls urls, WebhookResponses responses) {
    this.urls = urls;
    this.responses = responses;
  }

  /** Shows a webhook's URL and, while it works, the one before. */
  @Get
  @RequiresPermission(Permission.VIEW_WEBHOOKS)
  UrlResponse getWebhookUrl(
      @PathVariable OrganizationId organizationId, @PathVariable UUID webhookId) {
    return response(organizationId, urls.find(organizationId, new WebhookId(webhookId)));
  }

  /**
   * Gives a webhook a new URL, which takes deliveries at once. The one before goes on for a while,
   * so that senders can be told; while it does there is no other one.
   */
  @Post
  @Status(HttpStatus.OK)
  @RequiresPermission(Permission.EDIT_WEBHOOKS)
  UrlResponse renewWebhookUrl(
      @PathVariable OrganizationId organizationId,
      @PathVariable UUID webhookId,
      @Valid @Body UrlRequest request,
      @Parameter(hidden = true) Caller caller) {
    int hours = Objects.requireNonNullElse(request.overlapHours(), OVERLAP_HOURS_DEFAULT);
    return response(
        organizationId,
        urls.renew(organizationId, new WebhookId(webhookId), Duration.ofHours(hours), caller));
  }

  /** Ends the URL before the present one at once: it answers 404. */
  @Delete("/old")
  @RequiresPermission(Permission.EDIT_WEBHOOKS)
  UrlResponse endOldWebhookUrl(
      @PathVariable OrganizationId organizationId,
      @PathVariable UUID webhookId,
      @Parameter(hidden = true) Caller caller) {
    return response(organizationId, urls.endOld(organizationId, new WebhookId(webhookId), caller));
  }

  private UrlResponse response(OrganizationId organization, WebhookUrls.Keys keys) {
    UnaryOperator<String> url = responses.urls(organization);
    OldUrl old = keys.old();
    return new UrlResponse(
        url.apply(keys.key()),
        old == null
            ? null
            : new OldUrlResponse(url.apply(old.key()), old.endsAt(), old.lastUsedAt()));
  }

  /**
   * How a URL is renewed.
   *
   * @param overlapHours for how long the present one works, too: 0 to 720 (30 days); 48 if left out
   */
  @Introspected
  @Schema(name = "WebhookUrlRequest")
  record UrlRequest(
      @Nullable
          @Min(value = 0, message = "The old URL works for 0 to 720 hours.")
          @Max(value = 720, message = "The old URL works for 0 to 720 hours.")
          Integer overlapHours) {}

  /**
   * The URLs that open a webhook.
   *
   * @param url where a third party POSTs to; whoever knows it can
   * @param oldUrl the one before, while it works; null if none does
   */
  @Introspected
  @Schema(name = "WebhookUrlResponse")
  record UrlResponse(String url, @Nullable OldUrlResponse oldUrl) {

    @Override
    public String toString() {
      return "UrlResponse[oldUrl=%s]".formatted(oldUrl);
    }
  }

  /**
   * A URL that was replaced and works for a while.
   *
   * @param endsAt from when on it answers 404
   * @param lastUsedAt to a minute, when a delivery came by it since it was replaced; null if none
   *     did
   */
  @Introspected
  @Schema(name = "OldWebhookUrlResponse")
  record OldUrlResponse(String url, Instant endsAt, @Nullable Instant lastUsedAt) {

    @Override
    public String toString() {
      return "OldUrlResponse[endsAt=%s]".formatted(endsAt);
    }
  }
}
