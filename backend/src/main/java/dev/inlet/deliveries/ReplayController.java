package dev.inlet.deliveries;

import dev.inlet.platform.audit.AuditTrail;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import dev.inlet.platform.tenancy.OrganizationId;
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
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/organizations/{organizationId}/deliveries/{deliveryId}/replay")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Deliveries")
class ReplayController {

  private final Replays replays;
  private final DeliveryDetails deliveries;
  private final AuditTrail auditTrail;

  ReplayController(Replays replays, DeliveryDetails deliveries, AuditTrail auditTrail) {
    this.replays = replays;
    this.deliveries = deliveries;
    this.auditTrail = auditTrail;
  }

  /**
   * Tries a delivery's action once more, with the body that was received, and shows the delivery as
   * it stands then: the try may have failed, too. What has to be minded is its {@code
   * replayCaution}: with TOO_EARLY and UNCERTAIN it has to be confirmed, and so has a record that
   * would lack values which are never stored. A body that does not fit is refused, and nothing is
   * sent.
   */
  @Post
  @RequiresPermission(Permission.REPLAY_DELIVERIES)
  DeliveryDetail replayDelivery(
      @PathVariable OrganizationId organizationId,
      @PathVariable UUID deliveryId,
      @Valid @Body ReplayRequest request,
      @Parameter(hidden = true) Caller caller) {
    DeliveryKey delivery = new DeliveryKey(organizationId, new DeliveryId(deliveryId));
    replays.replay(delivery, request.wanted(), new AskedReplay(caller.actor(), auditTrail));
    return deliveries.find(delivery).orElseThrow(ProblemException::notFound);
  }

  /**
   * How to replay a delivery.
   *
   * @param version the number of the webhook's version that is to handle it, the present one or
   *     not; the one that took the delivery if left out
   * @param isConfirmed whether the record may be written although it may be in iMIS already; false
   *     if left out
   * @param isIncompleteConfirmed whether the record may be written without the values that are
   *     never stored; false if left out
   */
  @Introspected
  @Schema(name = "ReplayRequest")
  record ReplayRequest(
      @Nullable @Min(1) Integer version,
      @Nullable Boolean isConfirmed,
      @Nullable Boolean isIncompleteConfirmed) {

    Replays.Wanted wanted() {
      return new Replays.Wanted(
          version, Boolean.TRUE.equals(isConfirmed), Boolean.TRUE.equals(isIncompleteConfirmed));
    }
  }
}
