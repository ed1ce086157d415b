package dev.inlet.alerts;

import dev.inlet.platform.http.OutboundGuard;
import dev.inlet.platform.paging.Cursor;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Addresses of an organization's own that are told, too; for admins: one may hold a secret. */
@Controller("/api/organizations/{organizationId}/alerts/endpoints")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Alerts")
class EndpointController {

  private static final UUID AFTER_ALL = new UUID(-1, -1);

  private final EndpointRepository repository;
  private final MessageRepository messages;
  private final Endpoints endpoints;
  private final OutboundGuard guard;

  EndpointController(
      EndpointRepository repository,
      MessageRepository messages,
      Endpoints endpoints,
      OutboundGuard guard) {
    this.repository = repository;
    this.messages = messages;
    this.endpoints = endpoints;
    this.guard = guard;
  }

  /** Lists the addresses that incidents are POSTed to. */
  @Get
  @RequiresPermission(Permission.EDIT_ALERTS)
  Page<EndpointResponse> listAlertEndpoints(@PathVariable OrganizationId organizationId) {
    return new Page<>(
        repository.list(organizationId).stream()
            .map(endpoint -> EndpointResponse.of(endpoint, null))
            .toList(),
        null);
  }

  /**
   * Has incidents POSTed to an address. The answer carries its secret, which is shown this once.
   */
  @Post
  @Status(HttpStatus.CREATED)
  @RequiresPermission(Permission.EDIT_ALERTS)
  EndpointResponse createAlertEndpoint(
      @PathVariable OrganizationId organizationId,
      @Valid @Body EndpointRequest request,
      @Parameter(hidden = true) Caller caller) {
    return EndpointResponse.of(
        endpoints.create(organizationId, EndpointUrl.parse(request.url(), guard), caller));
  }

  /** Changes an address, or switches it off and on. */
  @Put("/{endpointId}")
  @RequiresPermission(Permission.EDIT_ALERTS)
  EndpointResponse updateAlertEndpoint(
      @PathVariable OrganizationId organizationId,
      @PathVariable UUID endpointId,
      @Valid @Body EndpointChange request,
      @Parameter(hidden = true) Caller caller) {
    return EndpointResponse.of(
        endpoints.update(
            organizationId,
            endpointId,
            EndpointUrl.parse(request.url(), guard),
            request.isOn(),
            caller),
        null);
  }

  /** Deletes an address, and what it still was to be sent. */
  @Delete("/{endpointId}")
  @Status(HttpStatus.NO_CONTENT)
  @RequiresPermission(Permission.EDIT_ALERTS)
  void deleteAlertEndpoint(
      @PathVariable OrganizationId organizationId,
      @PathVariable UUID endpointId,
      @Parameter(hidden = true) Caller caller) {
    endpoints.delete(organizationId, endpointId, caller);
  }

  /**
   * Makes a new secret, which is shown this once. For 24 hours messages are signed with the one
   * before, too.
   */
  @Post("/{endpointId}/secret")
  @RequiresPermission(Permission.EDIT_ALERTS)
  @Status(HttpStatus.OK)
  EndpointResponse renewAlertEndpointSecret(
      @PathVariable OrganizationId organizationId,
      @PathVariable UUID endpointId,
      @Parameter(hidden = true) Caller caller) {
    return EndpointResponse.of(endpoints.renewSecret(organizationId, endpointId, caller));
  }

  /** Sends a message that says it is a test, once, and tells what became of it. */
  @Post("/{endpointId}/test")
  @RequiresPermission(Permission.EDIT_ALERTS)
  @Status(HttpStatus.OK)
  MessageResponse testAlertEndpoint(
      @PathVariable OrganizationId organizationId,
      @PathVariable UUID endpointId,
      @Parameter(hidden = true) Caller caller) {
    return MessageResponse.of(endpoints.test(organizationId, endpointId, caller));
  }

  /** Lists what an address was sent in the last 30 days, the newest first. */
  @Get("/{endpointId}/messages")
  @RequiresPermission(Permission.EDIT_ALERTS)
  Page<MessageResponse> listAlertMessages(
      @PathVariable OrganizationId organizationId,
      @PathVariable UUID endpointId,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue Integer limit) {
    int size = Page.size(limit);
    List<String> after = Cursor.decode(cursor, 1);
    UUID before = after.isEmpty() ? AFTER_ALL : Cursor.uuid(after.getFirst());
    if (repository.list(organizationId).stream().noneMatch(each -> each.id().equals(endpointId))) {
      throw ProblemException.notFound();
    }
    return Page.of(
            messages.listOf(organizationId, endpointId, before, size + 1),
            size,
            last -> Cursor.encode(last.id().toString()))
        .map(MessageResponse::of);
  }

  /**
   * An address to be.
   *
   * @param url begins with https://
   */
  @Introspected
  @Schema(name = "AlertEndpointRequest")
  record EndpointRequest(@NotBlank(message = "Give an address.") String url) {}

  /**
   * What an address is to become.
   *
   * @param url begins with https://
   * @param isOn whether it gets messages
   */
  @Introspected
  @Schema(name = "AlertEndpointChange")
  record EndpointChange(@NotBlank(message = "Give an address.") String url, boolean isOn) {}

  /**
   * An address that incidents are POSTed to.
   *
   * @param secret what messages are signed with; only in the answer that made it
   * @param disabledBecause why it gets no messages; GONE if it answered 410
   * @param oldSecretUntil until when messages are signed with the secret before, too
   */
  @Introspected
  @Schema(name = "AlertEndpointResponse")
  record EndpointResponse(
      UUID id,
      String url,
      @Nullable String secret,
      String createdBy,
      Instant createdAt,
      @Nullable Instant disabledAt,
      Endpoint.@Nullable Reason disabledBecause,
      @Nullable Instant oldSecretUntil) {

    static EndpointResponse of(Endpoints.WithSecret made) {
      return of(made.endpoint(), made.secret());
    }

    static EndpointResponse of(Endpoint endpoint, @Nullable String secret) {
      return new EndpointResponse(
          endpoint.id(),
          endpoint.url().toString(),
          secret,
          endpoint.createdBy(),
          endpoint.createdAt(),
          endpoint.disabledAt(),
          endpoint.disabledBecause(),
          endpoint.oldSecretUntil());
    }

    @Override
    public String toString() {
      return "EndpointResponse[id=%s]".formatted(id);
    }
  }

  /**
   * What an address was sent.
   *
   * @param type alert.opened, alert.closed or alert.test
   * @param summary what it says, as a sentence
   * @param nextAttemptAt null once it was taken or is given up
   * @param statusCode what the last attempt was answered with
   * @param failure why the last attempt was none that counts
   */
  @Introspected
  @Schema(name = "AlertMessageResponse")
  record MessageResponse(
      UUID id,
      String type,
      String summary,
      Instant createdAt,
      @Nullable Instant nextAttemptAt,
      int attempts,
      @Nullable Instant attemptedAt,
      @Nullable Instant deliveredAt,
      @Nullable Integer statusCode,
      @Nullable MessageFailure failure) {

    static MessageResponse of(Message message) {
      return new MessageResponse(
          message.id(),
          message.type(),
          message.summary(),
          message.createdAt(),
          message.dueAt(),
          message.attempts(),
          message.attemptedAt(),
          message.deliveredAt(),
          message.statusCode(),
          message.failure());
    }
  }
}
