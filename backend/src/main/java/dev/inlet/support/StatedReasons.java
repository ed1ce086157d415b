package dev.inlet.support;

import dev.inlet.deliveries.DeliveryKey;
import dev.inlet.deliveries.DeliveryResponse;
import dev.inlet.deliveries.Revelations;
import dev.inlet.organizations.OrganizationRepository;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.json.OneLine;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.security.Caller;
import jakarta.inject.Singleton;

/** Shows staff a payload, read as the organization, for a reason that it can read. */
@Singleton
class StatedReasons {

  private static final int REASON_LENGTH_MIN = 10;
  private static final int REASON_LENGTH_MAX = 500;

  private final Database database;
  private final OrganizationRepository organizations;
  private final Revelations revelations;

  StatedReasons(Database database, OrganizationRepository organizations, Revelations revelations) {
    this.database = database;
    this.organizations = organizations;
    this.revelations = revelations;
  }

  /**
   * A delivery, payload and all, but for what its organization masks: that is for its own people.
   *
   * @throws ProblemException if the reason is none, or there is no such delivery
   */
  DeliveryResponse reveal(DeliveryKey delivery, String reason, Caller.Person staff) {
    String stated = stated(reason);
    DeliveryResponse revealed =
        database.inOrganization(
            delivery.organization(),
            handle -> {
              if (organizations.find(delivery.organization(), handle).isEmpty()) {
                throw ProblemException.notFound();
              }
              return revelations.reveal(handle, delivery, staff.actor(), stated);
            });
    return revelations.masked(delivery.organization(), revealed);
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
