package dev.inlet.alerts;

import dev.inlet.platform.problem.ProblemException;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told, and to whom.
 *
 * @param kind cannot be changed later
 * @param webhookId left out: each webhook by itself; of NO_DELIVERIES all of them together
 * @param deliveries of FAILURE_STREAK how many in a row; of FAILURE_RATE how many there have to be
 * @param percent of FAILURE_RATE
 * @param periodMinutes of FAILURE_RATE, 5 to 1440; of NO_DELIVERIES, 60 to 43200
 * @param countsRejected whether what did not fit counts as failed, too; or else it does not count
 * @param tellsAdministrators whether owners and admins get an e-mail
 * @param members other members who get one
 */
@Introspected
@Schema(name = "AlertRuleRequest")
record AlertRuleRequest(
    @NotNull(message = "Choose what to watch for.") AlertKind kind,
    @Nullable UUID webhookId,
    boolean isOn,
    @Nullable Integer deliveries,
    @Nullable Integer percent,
    @Nullable Integer periodMinutes,
    boolean countsRejected,
    boolean tellsAdministrators,
    @NotNull(message = "Say which members, or none.")
        @Size(max = 50, message = "At most 50 members.")
        List<@NotNull UUID> members) {

  private static final int DELIVERIES_MAX = 100;
  private static final int RATE_MINUTES_MIN = 5;
  private static final int RATE_MINUTES_MAX = 24 * 60;
  private static final int SILENCE_MINUTES_MIN = 60;
  private static final int SILENCE_MINUTES_MAX = 30 * 24 * 60;

  /**
   * The rule; what does not belong to its kind is left out.
   *
   * @throws ProblemException if something that does is not there, or out of bounds
   */
  AlertRule rule(UUID id) {
    return switch (kind) {
      case FAILURE_RATE ->
          rule(id, someDeliveries(), percent(1, 100), period(RATE_MINUTES_MIN, RATE_MINUTES_MAX));
      case FAILURE_STREAK -> rule(id, someDeliveries(), null, null);
      case NO_DELIVERIES -> rule(id, null, null, period(SILENCE_MINUTES_MIN, SILENCE_MINUTES_MAX));
      case CREDENTIALS_FAILING -> rule(id, null, null, null);
    };
  }

  private AlertRule rule(
      UUID id, @Nullable Integer some, @Nullable Integer rate, @Nullable Integer period) {
    boolean isOfCredentials = kind == AlertKind.CREDENTIALS_FAILING;
    boolean isOfFailures = kind == AlertKind.FAILURE_RATE || kind == AlertKind.FAILURE_STREAK;
    return new AlertRule(
        id,
        kind,
        isOfCredentials ? null : webhookId,
        isOn,
        some,
        rate,
        period,
        isOfFailures && countsRejected,
        tellsAdministrators,
        members.stream().distinct().toList());
  }

  private int someDeliveries() {
    return within("/deliveries", deliveries, 1, DELIVERIES_MAX);
  }

  private int percent(int min, int max) {
    return within("/percent", percent, min, max);
  }

  private int period(int min, int max) {
    return within("/periodMinutes", periodMinutes, min, max);
  }

  private static int within(String pointer, @Nullable Integer value, int min, int max) {
    if (value == null || value < min || value > max) {
      throw ProblemException.invalid(pointer, "Give a number from %d to %d.".formatted(min, max));
    }
    return value;
  }
}
