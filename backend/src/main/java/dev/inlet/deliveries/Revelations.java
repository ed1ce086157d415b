package dev.inlet.deliveries;

import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.audit.AuditEntry;
import dev.inlet.platform.audit.AuditTrail;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.security.Actor;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Shows a delivery as it is stored, nothing masked. It is read in the transaction that writes down
 * who looked: what cannot be written down is not shown.
 */
@Singleton
public class Revelations {

  private final DeliveryRepository deliveries;
  private final DeliveryMasks masks;
  private final AuditTrail auditTrail;

  Revelations(DeliveryRepository deliveries, DeliveryMasks masks, AuditTrail auditTrail) {
    this.deliveries = deliveries;
    this.masks = masks;
    this.auditTrail = auditTrail;
  }

  /**
   * Reveals a delivery, within a transaction for its organization.
   *
   * @param reason why, where it takes one
   * @throws ProblemException if there is no such delivery
   */
  public DeliveryResponse reveal(
      Handle handle, DeliveryKey delivery, Actor actor, @Nullable String reason) {
    DeliveryResponse revealed =
        deliveries.findUnmasked(handle, delivery).orElseThrow(ProblemException::notFound);
    String webhook = Objects.requireNonNullElse(revealed.summary().webhookName(), "");
    AuditEntry entry = AuditEntry.of(AuditAction.DELIVERY_REVEALED).on(delivery.id(), webhook);
    auditTrail.record(
        handle, delivery.organization(), actor, reason == null ? entry : entry.because(reason));
    return revealed;
  }

  /**
   * What was revealed to somebody who may see a payload, but nothing that its organization masks.
   * Not within a transaction: this reads for itself.
   */
  public DeliveryResponse masked(OrganizationId organization, DeliveryResponse revealed) {
    return masks.masked(organization, revealed);
  }
}
