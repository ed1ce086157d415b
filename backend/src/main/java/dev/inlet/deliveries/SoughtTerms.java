package dev.inlet.deliveries;

import dev.inlet.deliveries.DeliveryFilter.PropertyValue;
import dev.inlet.deliveries.terms.Terms;
import dev.inlet.platform.tenancy.OrganizationId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the payloads are that a filter means.
 *
 * @param property where the property has the value; null if none is asked for
 * @param words where the text's words are; null if they are not looked for
 * @param beyond what has more words than can be found; null if none are looked for
 */
record SoughtTerms(
    @Nullable TermMatches property, @Nullable TermMatches words, @Nullable TermMatches beyond) {

  static SoughtTerms of(
      OrganizationId organization,
      DeliveryFilter filter,
      Function<List<Long>, TermMatches> search) {
    Terms terms = new Terms(organization);
    PropertyValue property = filter.property();
    List<Long> words = filter.text() == null ? List.of() : terms.words(filter.text());
    return new SoughtTerms(
        property == null
            ? null
            : search.apply(List.of(terms.property(property.name(), property.value()))),
        words.isEmpty() ? null : search.apply(words),
        words.isEmpty() ? null : search.apply(List.of(terms.beyond())));
  }

  boolean areSought() {
    return property != null || words != null;
  }

  /** Up to where all are known; empty if that is everywhere. */
  Optional<Instant> reach(boolean isTowardsNewer) {
    Comparator<Instant> nearest =
        isTowardsNewer ? Comparator.naturalOrder() : Comparator.reverseOrder();
    return Stream.of(
            Optional.ofNullable(property), Optional.ofNullable(words), Optional.ofNullable(beyond))
        .flatMap(Optional::stream)
        .map(TermMatches::reach)
        .flatMap(Stream::ofNullable)
        .min(nearest);
  }
}
