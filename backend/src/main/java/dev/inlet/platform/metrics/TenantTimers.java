package dev.inlet.platform.metrics;

import dev.inlet.platform.sharing.Shares;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Times of what tenants have without end, told apart for so many of them only: for whoever came
 * first and is not idle. All others are timed together, as "other". An organization is told apart
 * in no more places than it leaves to the rest.
 *
 * @param <O> how what is timed can end
 */
public final class TenantTimers<O extends Enum<O>> {

  /** What stands in the place of an id. */
  public static final String OTHER = "other";

  private static final Duration IDLE_MAX = Duration.ofHours(1);

  private final MeterRegistry registry;
  private final String name;
  private final String description;
  private final Shares places;
  private final LongSupplier nanoTime;
  private final Series others;
  private final ConcurrentMap<UUID, Series> apart = new ConcurrentHashMap<>();

  /**
   * Timers that nothing was recorded by yet.
   *
   * @param max how many are told apart at once
   * @param keys the names of the tags that tell them apart
   */
  public TenantTimers(
      MeterRegistry registry, String name, String description, int max, List<String> keys) {
    this(registry, name, description, max, keys, System::nanoTime);
  }

  TenantTimers(
      MeterRegistry registry,
      String name,
      String description,
      int max,
      List<String> keys,
      LongSupplier nanoTime) {
    this.registry = registry;
    this.name = name;
    this.description = description;
    this.places = new Shares(max);
    this.nanoTime = nanoTime;
    Tags tags = Tags.empty();
    for (String key : keys) {
      tags = tags.and(key, OTHER);
    }
    this.others = new Series(null, tags);
  }

  /** What a tag tells it apart by. */
  @FunctionalInterface
  public interface Telling {
    Tags tags();
  }

  /**
   * Records one time.
   *
   * @param id whose it is
   * @param telling asked once while it is told apart
   */
  public void record(
      OrganizationId organization, UUID id, Telling telling, O outcome, Duration time) {
    Series series = apart.get(id);
    if (series == null) {
      series = admitted(organization, id, telling);
    }
    series.record(outcome, time);
  }

  private synchronized Series admitted(OrganizationId organization, UUID id, Telling telling) {
    Series known = apart.get(id);
    if (known != null) {
      return known;
    }
    if (!places.take(organization, 1)) {
      return others;
    }
    Series series = new Series(organization, telling.tags());
    apart.put(id, series);
    return series;
  }

  /** Gives the places of those that nothing was recorded of for long to whoever comes next. */
  public synchronized void forgetIdle() {
    long now = nanoTime.getAsLong();
    apart
        .values()
        .removeIf(
            series -> {
              boolean isIdle = series.isIdle(now);
              if (isIdle) {
                series.forget();
              }
              return isIdle;
            });
  }

  /** The timers of one that is told apart, or of all others. */
  private final class Series {

    private final @Nullable OrganizationId organization;
    private final Tags tags;
    private final Map<O, Timer> timers = new ConcurrentHashMap<>();
    private volatile long usedAt = nanoTime.getAsLong();
    private boolean isForgotten;

    Series(@Nullable OrganizationId organization, Tags tags) {
      this.organization = organization;
      this.tags = tags;
    }

    void record(O outcome, Duration time) {
      usedAt = nanoTime.getAsLong();
      Timer known = timers.get(outcome);
      if (known != null) {
        known.record(time);
      } else {
        recordFirst(outcome, time);
      }
    }

    /** What was forgotten in this very moment makes no timer that nobody would remove. */
    private synchronized void recordFirst(O outcome, Duration time) {
      if (isForgotten) {
        others.record(outcome, time);
      } else {
        timers.computeIfAbsent(outcome, this::timer).record(time);
      }
    }

    boolean isIdle(long now) {
      return now - usedAt > IDLE_MAX.toNanos();
    }

    /** What is recorded in this very moment is lost to its count. */
    synchronized void forget() {
      isForgotten = true;
      timers.values().forEach(registry::remove);
      if (organization != null) {
        places.giveBack(organization, 1);
      }
    }

    private Timer timer(O outcome) {
      return Timer.builder(name)
          .description(description)
          .tags(tags.and("outcome", outcome.name()))
          .register(registry);
    }
  }
}
