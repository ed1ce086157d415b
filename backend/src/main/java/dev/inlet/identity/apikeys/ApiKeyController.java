package dev.inlet.identity.apikeys;

import dev.inlet.platform.json.OneLine;
import dev.inlet.platform.paging.Cursor;
import dev.inlet.platform.paging.Page;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import dev.inlet.platform.security.Role;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
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
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/organizations/{organizationId}/api-keys")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "API keys")
class ApiKeyController {

  private static final UUID AFTER_ALL = new UUID(-1, -1);
  private static final int LIFE_YEARS_MAX = 10;

  private final ApiKeyRepository repository;
  private final ApiKeys apiKeys;
  private final Clock clock;

  ApiKeyController(ApiKeyRepository repository, ApiKeys apiKeys, Clock clock) {
    this.repository = repository;
    this.apiKeys = apiKeys;
    this.clock = clock;
  }

  /** Lists the API keys, the newest first; their secrets are never shown again. */
  @Get
  @RequiresPermission(Permission.MANAGE_API_KEYS)
  Page<ApiKeyResponse> listApiKeys(
      @PathVariable OrganizationId organizationId,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue Integer limit) {
    int size = Page.size(limit);
    List<String> after = Cursor.decode(cursor, 1);
    UUID before = after.isEmpty() ? AFTER_ALL : Cursor.uuid(after.getFirst());
    List<ApiKey> found = repository.list(organizationId, before, size + 1);
    return Page.of(found, size, last -> Cursor.encode(last.id().toString()))
        .map(key -> ApiKeyResponse.of(key, null, clock.instant()));
  }

  /** Creates an API key. The answer carries its secret, which is shown this once. */
  @Post
  @Status(HttpStatus.CREATED)
  @RequiresPermission(Permission.MANAGE_API_KEYS)
  ApiKeyResponse createApiKey(
      @PathVariable OrganizationId organizationId,
      @Valid @Body ApiKeyRequest request,
      @Parameter(hidden = true) Caller.Person caller) {
    requireSound(request);
    ApiKeys.Created created =
        apiKeys.create(
            organizationId, request.name().strip(), request.role(), request.expiresAt(), caller);
    return ApiKeyResponse.of(created.key(), created.text(), clock.instant());
  }

  /** Revokes an API key, from the next request on. */
  @Delete("/{apiKeyId}")
  @Status(HttpStatus.NO_CONTENT)
  @RequiresPermission(Permission.MANAGE_API_KEYS)
  void revokeApiKey(
      @PathVariable OrganizationId organizationId,
      @PathVariable UUID apiKeyId,
      @Parameter(hidden = true) Caller.Person caller) {
    apiKeys.revoke(organizationId, apiKeyId, caller);
  }

  private void requireSound(ApiKeyRequest request) {
    if (request.role() == Role.OWNER) {
      throw ProblemException.invalid(
          "/role", "An API key is a viewer, an editor or an admin, never an owner.");
    }
    Instant expiresAt = request.expiresAt();
    Instant now = clock.instant();
    if (expiresAt != null
        && (!expiresAt.isAfter(now)
            || expiresAt.isAfter(now.plus(365L * LIFE_YEARS_MAX, ChronoUnit.DAYS)))) {
      throw ProblemException.invalid(
          "/expiresAt",
          "A key expires in the future, within %d years, or never.".formatted(LIFE_YEARS_MAX));
    }
  }

  /**
   * A key to be.
   *
   * @param name what people know it by
   * @param role VIEWER, EDITOR or ADMIN
   * @param expiresAt left out, it never does
   */
  @Introspected
  @Schema(name = "ApiKeyRequest")
  record ApiKeyRequest(
      @NotBlank(message = "Give the key a name.")
          @Size(max = 200, message = "A name has at most 200 characters.")
          @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
          String name,
      @NotNull(message = "Choose a role.") Role role,
      @Nullable Instant expiresAt) {}
}
