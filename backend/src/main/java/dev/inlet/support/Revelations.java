package dev.inlet.support;

import dev.inlet.deliveries.DeliveryKey;
import dev.inlet.deliveries.DeliveryRepository;
import dev.inlet.deliveries.DeliveryResponse;
import dev.inlet.organizations.OrganizationRepository;
import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.audit.AuditEntry;
import dev.inlet.platform.audit.AuditTrail;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.json.OneLine;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.security.Caller;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/**
 * Shows staff a payload. It is read as the organization, in the transaction that writes down who
 * looked and why: what cannot be written down is not shown.
 */
@Singleton
class Revelations {

  private static final int REASON_LENGTH_MIN = 10;
  private static final int REASON_LENGTH_MAX = 500;

  private final Database database;
  private final OrganizationRepository organizations;
  private final DeliveryRepository deliveries;
  private final AuditTrail auditTrail;

  Revelations(
      Database database,
      OrganizationRepository organizations,
      DeliveryRepository deliveries,
      AuditTrail auditTrail) {
    this.database = database;
    this.organizations = organizations;
    this.deliveries = deliveries;
    this.auditTrail = auditTrail;
  }

  /**
   * A delivery, payload and all.
   *
   * @throws ProblemException if the reason is none, or there is no such delivery
   */
  DeliveryResponse reveal(DeliveryKey delivery, String reason, Caller.Person staff) {
    String stated = stated(reason);
    return database.inOrganization(
        delivery.organization(),
        handle -> {
          DeliveryResponse revealed = find(handle, delivery);
          auditTrail.record(
              handle, delivery.organization(), staff.actor(), entry(delivery, revealed, stated));
          return revealed;
        });
  }

  private DeliveryResponse find(Handle handle, DeliveryKey delivery) {
    return organizations
        .find(delivery.organization(), handle)
        .flatMap(_ -> deliveries.find(handle, delivery))
        .orElseThrow(ProblemException::notFound);
  }

  private static AuditEntry entry(DeliveryKey delivery, DeliveryResponse revealed, String reason) {
    String webhook = Objects.requireNonNullElse(revealed.summary().webhookName(), "");
    return AuditEntry.of(AuditAction.DELIVERY_REVEALED).on(delivery.id(), webhook).because(reason);
  }

  private static String stated(String reason) {
    String stated = reason.strip();
    if (stated.length() < REASON_LENGTH_MIN || stated.length() > REASON_LENGTH_MAX) {
      throw ProblemException.invalid(
          "/reason",
          "Give the reason in %d to %d characters."
              .formatted(REASON_LENGTH_MIN, REASON_LENGTH_MAX));
    }
    if (!stated.matches(OneLine.PATTERN)) {
      throw ProblemException.invalid("/reason", "A reason is one line of plain text.");
    }
    return stated;
  }
}
