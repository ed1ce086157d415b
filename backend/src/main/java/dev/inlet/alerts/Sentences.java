package dev.inlet.alerts;

import dev.inlet.platform.json.OneLine;
import dev.inlet.platform.time.SpokenTime;
import java.util.Objects;

/** Incidents as people read them. Strangers choose names: each stays on its line. */
final class Sentences {

  private static final int MINUTES_OF_HOUR = 60;
  private static final int MINUTES_OF_TWO_DAYS = 48 * MINUTES_OF_HOUR;

  private Sentences() {}

  /** What fails, as one sentence. */
  static String begun(Incident incident) {
    return switch (incident.kind()) {
      case FAILURE_RATE ->
          "%s: %d of %d deliveries within %s %s."
              .formatted(
                  name(incident),
                  incident.failed(),
                  incident.counted(),
                  period(incident),
                  failed(incident, "were"));
      case FAILURE_STREAK ->
          Objects.equals(incident.failed(), 1)
              ? "%s: the last delivery %s.".formatted(name(incident), failed(incident, "was"))
              : "%s: %d deliveries in a row %s."
                  .formatted(name(incident), incident.failed(), failed(incident, "were"));
      case NO_DELIVERIES ->
          "%s: nothing was received for %s.".formatted(name(incident), period(incident));
      case CREDENTIALS_FAILING ->
          "iMIS refuses the user name or password since %s."
              .formatted(SpokenTime.day(incident.openedAt()));
    };
  }

  /** That it is over, as one sentence. */
  static String over(Incident incident) {
    if (!Objects.equals(incident.isRecovered(), true)) {
      return "%s: nobody watches for this any more; whether it works again is not known."
          .formatted(name(incident));
    }
    return switch (incident.kind()) {
      case FAILURE_RATE, FAILURE_STREAK -> name(incident) + ": deliveries succeed again.";
      case NO_DELIVERIES -> name(incident) + ": something was received again.";
      case CREDENTIALS_FAILING ->
          "iMIS took the user name and password again, or they were replaced.";
    };
  }

  private static String failed(Incident incident, String were) {
    return incident.countsRejected() ? "failed or %s rejected".formatted(were) : "failed";
  }

  private static String name(Incident incident) {
    if (incident.kind() == AlertKind.CREDENTIALS_FAILING) {
      return "The user name and password for iMIS";
    }
    String name = incident.webhookName();
    return name == null ? "All webhooks together" : "Webhook \"%s\"".formatted(OneLine.of(name));
  }

  private static String period(Incident incident) {
    int minutes = Objects.requireNonNullElse(incident.periodMinutes(), 0);
    if (minutes % MINUTES_OF_HOUR != 0) {
      return minutes + " minutes";
    }
    int hours = minutes / MINUTES_OF_HOUR;
    if (minutes >= MINUTES_OF_TWO_DAYS && hours % 24 == 0) {
      return hours / 24 + " days";
    }
    return hours == 1 ? "an hour" : hours + " hours";
  }
}
