package dev.inlet.deliveries;

import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.PrivacyHistory;
import dev.inlet.webhooks.PrivacyHistory.Version;
import dev.inlet.webhooks.PrivacyRepository.Said;
import dev.inlet.webhooks.WebhookId;
import dev.inlet.webhooks.privacy.PrivateNames;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * What must not be found out by searching an organization's payloads, and where their terms would
 * tell it: terms are without what was sensitive when a delivery was taken, and tell what became so
 * later. Of versions that called it sensitive already, whatever else they said, terms tell nothing.
 *
 * @param tightened the versions whose terms tell what is sensitive now
 */
record SearchPrivacy(List<Version> versions, List<Version> tightened) {

  /** Nodes learn of a new version within seconds, and their clocks differ. */
  private static final Duration UNTIL_KNOWN = Duration.ofMinutes(1);

  private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");

  /** Those versions of one webhook, and when they took deliveries. */
  record Stretch(UUID webhook, Integer[] versions, Instant from, Instant to) {}

  /** Within a transaction for the organization. */
  static SearchPrivacy read(Handle handle, OrganizationId organization, DeliveryFilter filter) {
    List<Version> versions = PrivacyHistory.read(handle, organization, filter.webhook()).versions();
    List<Version> current = versions.stream().filter(Version::isCurrent).toList();
    List<Version> tightened =
        versions.stream()
            .filter(
                version ->
                    current.stream()
                        .filter(now -> now.webhook().equals(version.webhook()))
                        .anyMatch(now -> tells(version, now)))
            .toList();
    return new SearchPrivacy(versions, tightened);
  }

  /** Never of a version and itself. */
  private static boolean tells(Version taken, Version current) {
    PrivateNames left = PrivateNames.of(taken.privacy().all());
    return current.privacy().all().stream().anyMatch(name -> !left.mean(name));
  }

  /** Which webhooks call a property sensitive now. */
  UUID[] keeping(String property) {
    return versions.stream()
        .filter(Version::isCurrent)
        .filter(version -> PrivateNames.of(version.privacy().all()).mean(property))
        .map(version -> version.webhook().value())
        .toArray(UUID[]::new);
  }

  /** The tightened versions by webhook. */
  List<Stretch> tightenedStretches() {
    return stretches(tightened);
  }

  /** The others that call something sensitive: their long bodies are not read as they are. */
  List<Stretch> privateStretches() {
    Set<Version> others = new HashSet<>(tightened);
    return stretches(
        versions.stream()
            .filter(version -> !others.contains(version))
            .filter(version -> !version.privacy().concernsNothing())
            .toList());
  }

  private static List<Stretch> stretches(List<Version> versions) {
    List<Stretch> stretches = new ArrayList<>();
    versions.stream()
        .collect(Collectors.groupingBy(Version::webhook))
        .forEach((webhook, some) -> stretches.add(stretch(webhook, some)));
    return stretches;
  }

  private static Stretch stretch(WebhookId webhook, Collection<Version> versions) {
    Instant from =
        versions.stream()
            .map(version -> version.from().minus(UNTIL_KNOWN))
            .min(Comparator.naturalOrder())
            .orElseThrow();
    Instant to =
        versions.stream()
            .map(version -> version.to() == null ? END : version.to().plus(UNTIL_KNOWN))
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return new Stretch(
        webhook.value(), versions.stream().map(Version::number).toArray(Integer[]::new), from, to);
  }

  /** Which properties of deliveries are sensitive. */
  SensitiveProperties sensitive() {
    return new SensitiveProperties(
        versions.stream()
            .map(
                version ->
                    new Said(
                        version.webhook(),
                        version.number(),
                        version.isCurrent(),
                        version.privacy()))
            .toList());
  }
}
