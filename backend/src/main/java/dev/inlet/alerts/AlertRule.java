package dev.inlet.alerts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an organization wants to be told of.
 *
 * @param webhookId null: each webhook by itself; of {@link AlertKind#NO_DELIVERIES} all together
 * @param deliveries how many in a row, or how many at least before a rate says anything
 * @param percent of which on a rate is too high
 * @param countsRejected whether what did not fit counts as failed; or else it does not count
 * @param members who is told beside owners and admins
 */
record AlertRule(
    UUID id,
    AlertKind kind,
    @Nullable UUID webhookId,
    boolean isOn,
    @Nullable Integer deliveries,
    @Nullable Integer percent,
    @Nullable Integer periodMinutes,
    boolean countsRejected,
    boolean tellsAdministrators,
    List<UUID> members) {

  AlertRule withMembers(List<UUID> chosen) {
    return new AlertRule(
        id,
        kind,
        webhookId,
        isOn,
        deliveries,
        percent,
        periodMinutes,
        countsRejected,
        tellsAdministrators,
        chosen);
  }

  /** As the audit trail tells it. */
  Map<String, ?> audited() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("kind", kind);
    values.put("webhookId", webhookId);
    values.put("isOn", isOn);
    values.put("deliveries", deliveries);
    values.put("percent", percent);
    values.put("periodMinutes", periodMinutes);
    values.put("countsRejected", countsRejected);
    values.put("tellsAdministrators", tellsAdministrators);
    values.put("members", members);
    values.values().removeIf(value -> value == null);
    return values;
  }
}
