package dev.inlet.actions.imis;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.inlet.actions.Freshness;
import dev.inlet.actions.Reading;
import dev.inlet.imis.ImisException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Future;
import java.util.function.ToIntFunction;

/**
 * What was read of the iMIS of each connection, remembered for ten minutes and read once however
 * many ask: designing a webhook asks often, and iMIS is not to notice. What fails is not
 * remembered, and takes the place of nothing.
 */
final class Readings<K, V> {

  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  /** Whoever wants it anew so soon after a reading gets that one. */
  private static final Duration JUST_NOW = Duration.ofSeconds(5);

  /** Characters in all; a definition of a stranger's iMIS may be large. */
  private static final int CHARACTERS_MAX = 8_000_000;

  private final Source<K, V> source;
  private final Ticker ticker;
  private final Clock clock;
  private final AsyncCache<K, Kept<V>> kept;
  private final ConcurrentMap<K, CompletableFuture<Kept<V>>> anew = new ConcurrentHashMap<>();

  Readings(Source<K, V> source, ToIntFunction<V> characters, Ticker ticker, Clock clock) {
    this.source = source;
    this.ticker = ticker;
    this.clock = clock;
    this.kept =
        Caffeine.newBuilder()
            .ticker(ticker)
            .expireAfterWrite(REMEMBERED)
            .maximumWeight(CHARACTERS_MAX)
            .weigher((K key, Kept<V> of) -> 100 + characters.applyAsInt(of.reading().value()))
            .buildAsync();
  }

  /** Reads from iMIS, and gives up at some time. */
  @FunctionalInterface
  interface Source<K, V> {
    V read(K key) throws ImisException;
  }

  private record Kept<V>(Reading<V> reading, long nanos) {}

  Reading<V> get(K key, Freshness freshness) throws ImisException {
    boolean isDue = freshness == Freshness.ANEW && !wasReadJustNow(key);
    CompletableFuture<Kept<V>> reading =
        isDue ? anew.computeIfAbsent(key, this::beginAnew) : remembered(key);
    return await(reading).reading();
  }

  private CompletableFuture<Kept<V>> remembered(K key) {
    CompletableFuture<Kept<V>> known = kept.getIfPresent(key);
    if (known != null && isOld(known)) {
      kept.asMap().remove(key, known);
    }
    return kept.get(key, (missing, executor) -> begin(() -> read(missing)));
  }

  /** Counted from the reading: the cache counts from when it hears of it, a moment later. */
  private boolean isOld(CompletableFuture<Kept<V>> known) {
    return known.state() == Future.State.SUCCESS
        && ticker.read() - known.resultNow().nanos() >= REMEMBERED.toNanos();
  }

  private boolean wasReadJustNow(K key) {
    Kept<V> known = kept.synchronous().getIfPresent(key);
    return known != null && ticker.read() - known.nanos() < JUST_NOW.toNanos();
  }

  private Kept<V> read(K key) throws ImisException {
    V value = source.read(key);
    return new Kept<>(new Reading<>(value, clock.instant()), ticker.read());
  }

  /** What is known stays until there is something newer. */
  private CompletableFuture<Kept<V>> beginAnew(K key) {
    return begin(
        () -> {
          try {
            Kept<V> fresh = read(key);
            kept.synchronous().put(key, fresh);
            return fresh;
          } finally {
            anew.remove(key);
          }
        });
  }

  @FunctionalInterface
  private interface Work<T> {
    T run() throws ImisException;
  }

  private static <T> CompletableFuture<T> begin(Work<T> work) {
    CompletableFuture<T> future = new CompletableFuture<>();
    Thread.startVirtualThread(
        () -> {
          try {
            future.complete(work.run());
          } catch (ImisException | RuntimeException | Error e) {
            future.completeExceptionally(e);
          }
        });
    return future;
  }

  /** Not for ever: each reading has a deadline. */
  private static <T> T await(CompletableFuture<T> reading) throws ImisException {
    try {
      return reading.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof ImisException failure) {
        throw failure;
      }
      throw new IllegalStateException("iMIS could not be read", e.getCause());
    }
  }
}
