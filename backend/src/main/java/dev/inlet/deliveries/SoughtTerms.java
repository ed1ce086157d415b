package dev.inlet.deliveries;

import dev.inlet.deliveries.DeliveryFilter.PropertyValue;
import dev.inlet.deliveries.terms.Terms;
import dev.inlet.platform.tenancy.OrganizationId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
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

  /** Within a transaction for the organization. */
  static SoughtTerms find(Handle handle, OrganizationId organization, DeliveryFilter filter) {
    Terms terms = new Terms(organization);
    PropertyValue property = filter.property();
    List<Long> words = filter.text() == null ? List.of() : terms.words(filter.text());
    Function<List<Long>, TermMatches> find =
        some -> TermSearch.find(handle, organization, some, filter);
    return new SoughtTerms(
        property == null
            ? null
            : find.apply(List.of(terms.property(property.name(), property.value()))),
        words.isEmpty() ? null : find.apply(words),
        words.isEmpty() ? null : find.apply(List.of(terms.beyond())));
  }

  /** The same in a time that contains the one before: what was in many there is in many here. */
  SoughtTerms widened(Handle handle, OrganizationId organization, DeliveryFilter filter) {
    UnaryOperator<@Nullable TermMatches> find =
        matches ->
            matches == null || !matches.areFew()
                ? matches
                : TermSearch.find(handle, organization, matches.terms(), filter);
    return new SoughtTerms(find.apply(property), find.apply(words), find.apply(beyond));
  }

  /** Whether some are met on the way only. */
  boolean areMany() {
    return all().anyMatch(matches -> !matches.areFew());
  }

  private Stream<TermMatches> all() {
    return Stream.of(
            Optional.ofNullable(property), Optional.ofNullable(words), Optional.ofNullable(beyond))
        .flatMap(Optional::stream);
  }
}
