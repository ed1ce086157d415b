package dev.inlet.deliveries;

import dev.inlet.webhooks.PrivacyRepository.Said;
import dev.inlet.webhooks.WebhookId;
import dev.inlet.webhooks.privacy.PrivateNames;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which properties of stored deliveries are not to be told, by what some versions say. */
record SensitiveProperties(List<Said> said) {

  boolean areNone() {
    return said.isEmpty();
  }

  /** As far as these are among some that are there. */
  SensitiveProperties within(PrivateNames there) {
    return new SensitiveProperties(
        said.stream()
            .map(
                each ->
                    new Said(
                        each.webhook(),
                        each.version(),
                        each.isCurrent(),
                        each.privacy().within(there)))
            .filter(each -> !each.privacy().concernsNothing())
            .toList());
  }

  /**
   * Those of a delivery. What its own version never stored is not there to be masked; what another
   * version would not store is there, and masked.
   *
   * @param version the one that took it
   * @param more others that count beside the last one
   */
  PrivateNames of(WebhookId webhook, int version, int... more) {
    Set<String> names = new LinkedHashSet<>();
    Set<String> absent = new LinkedHashSet<>();
    for (Said each : said) {
      boolean counts =
          each.webhook().equals(webhook)
              && (each.isCurrent()
                  || each.version() == version
                  || Arrays.stream(more).anyMatch(other -> other == each.version()));
      if (counts) {
        names.addAll(each.privacy().all());
      }
      if (each.webhook().equals(webhook) && each.version() == version) {
        absent.addAll(each.privacy().neverStored());
      }
    }
    names.removeAll(absent);
    return PrivateNames.of(names);
  }
}
