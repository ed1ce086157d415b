package dev.inlet.webhooks;

import dev.inlet.platform.security.Caller;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.verification.Algorithm;
import dev.inlet.webhooks.verification.Encoding;
import dev.inlet.webhooks.verification.Scheme;
import dev.inlet.webhooks.verification.Verification;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
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
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/organizations/{organizationId}/webhooks/{webhookId}/verification")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Webhooks")
class VerificationController {

  private static final int OVERLAP_HOURS_DEFAULT = 48;

  private final Verifications verifications;
  private final Clock clock;

  VerificationController(Verifications verifications, Clock clock) {
    this.verifications = verifications;
    this.clock = clock;
  }

  /** Shows what a webhook demands of its senders; its secret is never shown. */
  @Get
  @RequiresPermission(Permission.VIEW_WEBHOOKS)
  VerificationResponse getVerification(
      @PathVariable OrganizationId organizationId, @PathVariable UUID webhookId) {
    return response(verifications.find(organizationId, new WebhookId(webhookId)));
  }

  /**
   * Sets what a webhook demands of its senders; counts from the next delivery on, on all nodes
   * within seconds. A secret that is replaced by another one of the same scheme counts on for a
   * while; one that is left out stays what it was, unless the scheme or the user changes.
   */
  @Put
  @RequiresPermission(Permission.EDIT_WEBHOOKS)
  VerificationResponse updateVerification(
      @PathVariable OrganizationId organizationId,
      @PathVariable UUID webhookId,
      @Valid @Body VerificationRequest request,
      @Parameter(hidden = true) Caller caller) {
    return response(
        verifications.save(organizationId, new WebhookId(webhookId), request.wanted(), caller));
  }

  /** Ends the secret before the present one at once. */
  @Delete("/old-secret")
  @RequiresPermission(Permission.EDIT_WEBHOOKS)
  VerificationResponse endOldSecret(
      @PathVariable OrganizationId organizationId,
      @PathVariable UUID webhookId,
      @Parameter(hidden = true) Caller caller) {
    return response(verifications.endOldSecret(organizationId, new WebhookId(webhookId), caller));
  }

  private VerificationResponse response(StoredVerification stored) {
    Verification verification = stored.verification();
    return new VerificationResponse(
        verification.scheme(),
        verification.header(),
        verification.algorithm(),
        verification.encoding(),
        verification.prefix(),
        verification.user(),
        stored.secretSetAt(),
        stored.oldSecretUntil(clock.instant()),
        verification.networks());
  }

  /**
   * What is to be demanded of senders.
   *
   * @param header where the signature or the secret stands; with HMAC and HEADER
   * @param algorithm with HMAC
   * @param encoding with HMAC
   * @param prefix what stands before the signature, such as sha256=; with HMAC, may be left out
   * @param user with BASIC
   * @param secret what senders sign with, the value of the header, or the password: written, never
   *     read back; left out, the stored one stays
   * @param overlapHours for how long a secret that is replaced counts, too: 0 to 720 (30 days); 48
   *     if left out
   * @param networks where deliveries may come from, addresses or networks in CIDR notation, at most
   *     50; left out or empty for anywhere
   */
  @Introspected
  @Schema(name = "VerificationRequest")
  record VerificationRequest(
      @NotNull(message = "Say how senders prove themselves; NONE if they do not.") Scheme scheme,
      @Nullable String header,
      @Nullable Algorithm algorithm,
      @Nullable Encoding encoding,
      @Nullable String prefix,
      @Nullable String user,
      @Nullable String secret,
      @Nullable
          @Min(value = 0, message = "The old secret counts for 0 to 720 hours.")
          @Max(value = 720, message = "The old secret counts for 0 to 720 hours.")
          Integer overlapHours,
      @Nullable List<@NotNull(message = "A network is missing.") String> networks) {

    Verifications.Wanted wanted() {
      return new Verifications.Wanted(
          new Verification(
              scheme,
              stripped(header),
              algorithm,
              encoding,
              stripped(prefix),
              stripped(user),
              networks == null ? List.of() : networks.stream().map(String::strip).toList()),
          stripped(secret),
          Duration.ofHours(Objects.requireNonNullElse(overlapHours, OVERLAP_HOURS_DEFAULT)));
    }

    /** What was copied comes with a blank or a new line; what is empty is nothing. */
    private static @Nullable String stripped(@Nullable String text) {
      String stripped = text == null ? "" : text.strip();
      return stripped.isEmpty() ? null : stripped;
    }

    @Override
    public String toString() {
      return "VerificationRequest[scheme=%s]".formatted(scheme);
    }
  }

  /**
   * What is demanded of senders.
   *
   * @param header where the signature or the secret stands; with HMAC and HEADER
   * @param algorithm with HMAC
   * @param encoding with HMAC
   * @param prefix what stands before the signature; with HMAC
   * @param user with BASIC
   * @param secretSetAt when the secret was set; null if there is none
   * @param oldSecretUntil until when the secret before counts, too; null if it does not
   * @param networks where deliveries may come from; empty for anywhere
   */
  @Introspected
  @Schema(name = "VerificationResponse")
  record VerificationResponse(
      Scheme scheme,
      @Nullable String header,
      @Nullable Algorithm algorithm,
      @Nullable Encoding encoding,
      @Nullable String prefix,
      @Nullable String user,
      @Nullable Instant secretSetAt,
      @Nullable Instant oldSecretUntil,
      List<String> networks) {}
}
