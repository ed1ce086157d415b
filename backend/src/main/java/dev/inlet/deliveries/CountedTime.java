package dev.inlet.deliveries;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time, split into what is counted already, as coarsely as it can be, and the rests at
 * its ends, of less than a minute as a rule, whose deliveries are counted themselves.
 */
record CountedTime(List<Stretch> counted, List<Stretch> rests) {

  /**
   * A part of the time.
   *
   * @param resolution null for a rest
   */
  record Stretch(@Nullable Resolution resolution, Instant from, Instant to) {

    boolean isEmpty() {
      return !from.isBefore(to);
    }
  }

  /**
   * Splits the time.
   *
   * @param coarsest no count spans more than this
   * @param now tells what is still kept
   */
  static CountedTime of(Instant from, Instant to, Duration coarsest, Instant now) {
    List<Stretch> counted = new ArrayList<>();
    List<Stretch> rests = new ArrayList<>();
    split(new Stretch(null, from, to), coarsest, now, counted, rests);
    return new CountedTime(List.copyOf(counted), List.copyOf(rests));
  }

  /**
   * As {@code :resolutions}, {@code :froms}, {@code :tos}, {@code :restFroms}, {@code :restTos}.
   */
  Query bindTo(Query query) {
    return query
        .bindArray(
            "resolutions",
            String.class,
            counted.stream().map(stretch -> String.valueOf(stretch.resolution())).toList())
        .bindArray("froms", OffsetDateTime.class, times(counted, Stretch::from))
        .bindArray("tos", OffsetDateTime.class, times(counted, Stretch::to))
        .bindArray("restFroms", OffsetDateTime.class, times(rests, Stretch::from))
        .bindArray("restTos", OffsetDateTime.class, times(rests, Stretch::to));
  }

  private static List<OffsetDateTime> times(
      List<Stretch> stretches, Function<Stretch, Instant> end) {
    return stretches.stream().map(end).map(time -> time.atOffset(ZoneOffset.UTC)).toList();
  }

  private static void split(
      Stretch stretch, Duration coarsest, Instant now, List<Stretch> counted, List<Stretch> rests) {
    if (stretch.isEmpty()) {
      return;
    }
    Optional<Stretch> middle = middle(stretch, coarsest, now);
    if (middle.isEmpty()) {
      rests.add(stretch);
      return;
    }
    Stretch found = middle.get();
    counted.add(found);
    split(new Stretch(null, stretch.from(), found.from()), coarsest, now, counted, rests);
    split(new Stretch(null, found.to(), stretch.to()), coarsest, now, counted, rests);
  }

  /** The longest run of whole counts. */
  private static Optional<Stretch> middle(Stretch stretch, Duration coarsest, Instant now) {
    return Arrays.stream(Resolution.values())
        .filter(resolution -> resolution.length().compareTo(coarsest) <= 0)
        .filter(resolution -> stretch.from().isAfter(resolution.keptSince(now)))
        .map(
            resolution ->
                new Stretch(
                    resolution, resolution.ceiling(stretch.from()), resolution.floor(stretch.to())))
        .filter(whole -> !whole.isEmpty())
        .max(Comparator.comparing(Stretch::resolution));
  }
}
