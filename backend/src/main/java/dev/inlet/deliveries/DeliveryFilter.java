package dev.inlet.deliveries;

import static java.util.Comparator.naturalOrder;

import dev.inlet.platform.paging.FilterValues;
import dev.inlet.platform.problem.ProblemException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries are meant; what is null does not narrow.
 *
 * @param version of this webhook, which has to be named
 * @param from the first instant
 * @param to the instant after the last
 * @param source whose address
 * @param text a delivery's id, a record's id, a source address, or words of the payload, as far as
 *     whoever asks may see these
 * @param property what a property of the payload has to be
 */
public record DeliveryFilter(
    @Nullable UUID webhook,
    @Nullable Integer version,
    @Nullable Outcome outcome,
    @Nullable Reason reason,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String source,
    @Nullable String text,
    @Nullable PropertyValue property) {

  /**
   * Takes what a caller asked for.
   *
   * @throws ProblemException if nothing can be looked for by it
   */
  public DeliveryFilter {
    from = FilterValues.time(from);
    to = FilterValues.time(to);
    source = FilterValues.text(source);
    text = FilterValues.text(text);
    if (version != null && webhook == null) {
      throw ProblemException.invalid("", "A version is one of a webhook: name the webhook too.");
    }
  }

  /** Whether it may say something of payloads. */
  boolean isOfPayload() {
    return text != null || property != null;
  }

  /** Whether nothing narrows it but what is counted of each delivery as it ends. */
  boolean isCounted() {
    return version == null && reason == null && source == null && text == null && property == null;
  }

  /** The same of another stretch of time. */
  DeliveryFilter within(@Nullable Instant beginning, @Nullable Instant end) {
    return new DeliveryFilter(
        webhook, version, outcome, reason, beginning, end, source, text, property);
  }

  /** The same of the time of some deliveries. */
  DeliveryFilter during(List<DeliveryId> some) {
    Instant first = some.stream().map(DeliveryId::receivedAt).min(naturalOrder()).orElse(from);
    Instant last = some.stream().map(DeliveryId::receivedAt).max(naturalOrder()).orElse(to);
    return first == null || last == null
        ? this
        : within(
            from == null || from.isBefore(first) ? first : from,
            to == null || to.isAfter(last) ? last.plusMillis(1) : to);
  }

  /** As it may be kept: that outlives payloads, so what was looked for in them is left out. */
  public Map<String, ?> told() {
    Map<String, Object> told = new LinkedHashMap<>();
    put(told, "webhookId", webhook);
    put(told, "version", version);
    put(told, "outcome", outcome);
    put(told, "reason", reason);
    put(told, "from", from);
    put(told, "to", to);
    put(told, "source", source);
    put(told, "q", text == null ? null : "set");
    put(told, "property", property == null ? null : property.name());
    return told;
  }

  private static void put(Map<String, Object> told, String name, @Nullable Object value) {
    if (value != null) {
      told.put(name, value instanceof Integer ? value : value.toString());
    }
  }

  /** A property at the top of a payload, and its value as text. */
  public record PropertyValue(String name, String value) {

    /**
     * What a caller asked for; null if they named no property.
     *
     * @throws ProblemException if nothing can be looked for by it
     */
    public static @Nullable PropertyValue of(@Nullable String name, @Nullable String value) {
      String named = FilterValues.text(name);
      if (named == null) {
        return null;
      }
      if (value == null) {
        throw ProblemException.invalid("", "Say which value the property has.");
      }
      String wanted = FilterValues.text(value);
      return new PropertyValue(named, wanted == null ? "" : wanted);
    }
  }
}
