package dev.inlet.actions.imis;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.inlet.actions.PanelDescription;
import dev.inlet.actions.PanelName;
import dev.inlet.imis.EntityDefinitions;
import dev.inlet.imis.EntitySummary;
import dev.inlet.imis.ImisClient;
import dev.inlet.imis.ImisException;
import dev.inlet.platform.time.Deadline;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The panels of each connection, remembered for a minute and read once however many ask: designing
 * a webhook asks often, and iMIS is not to notice. A changed connection has a client of its own, so
 * nothing is remembered for it.
 */
@Singleton
final class Panels {

  private static final Duration REMEMBERED = Duration.ofMinutes(1);
  private static final Duration LIST_TIMEOUT = Duration.ofSeconds(15);
  private static final Duration PANEL_TIMEOUT = Duration.ofSeconds(10);

  /** Names and fields in all; a definition of a stranger's iMIS may be large. */
  private static final int WEIGHT_MAX = 100_000;

  private final AsyncCache<ImisClient, List<PanelName>> lists;
  private final AsyncCache<Key, Optional<PanelDescription>> panels;

  @Inject
  Panels() {
    this(Ticker.systemTicker());
  }

  Panels(Ticker ticker) {
    lists =
        Caffeine.newBuilder()
            .ticker(ticker)
            .expireAfterWrite(REMEMBERED)
            .maximumWeight(WEIGHT_MAX)
            .weigher((ImisClient client, List<PanelName> list) -> list.size() + 1)
            .buildAsync();
    panels =
        Caffeine.newBuilder()
            .ticker(ticker)
            .expireAfterWrite(REMEMBERED)
            .maximumWeight(WEIGHT_MAX)
            .weigher(
                (Key key, Optional<PanelDescription> panel) ->
                    1 + panel.map(found -> found.fields().size()).orElse(0))
            .buildAsync();
  }

  private record Key(ImisClient client, String panel) {}

  /** Reads from iMIS. */
  @FunctionalInterface
  private interface Reading<T> {
    T read() throws ImisException;
  }

  /** By label; also those that the connection's user may turn out not to be let into. */
  List<PanelName> list(ImisClient client) throws ImisException {
    return await(lists.get(client, (key, executor) -> begin(() -> readList(client))));
  }

  /** Empty if there is none of exactly that name. */
  Optional<PanelDescription> find(ImisClient client, String name) throws ImisException {
    if (!EntityDefinitions.isName(name)) {
      return Optional.empty(); // and nothing is remembered of any length
    }
    return await(
        panels.get(
            new Key(client, name),
            (key, executor) ->
                begin(
                    () ->
                        new EntityDefinitions(client)
                            .find(name, Deadline.in(PANEL_TIMEOUT))
                            .flatMap(PanelFields::describe))));
  }

  private static List<PanelName> readList(ImisClient client) throws ImisException {
    return new EntityDefinitions(client)
        .list(Deadline.in(LIST_TIMEOUT)).stream()
            .filter(EntitySummary::isMultiInstancePanel)
            .map(summary -> new PanelName(summary.name(), PanelFields.label(summary)))
            .sorted(
                Comparator.comparing(PanelName::label, String.CASE_INSENSITIVE_ORDER)
                    .thenComparing(PanelName::name))
            .toList();
  }

  /** What fails is forgotten at once. */
  private static <T> CompletableFuture<T> begin(Reading<T> reading) {
    CompletableFuture<T> future = new CompletableFuture<>();
    Thread.startVirtualThread(
        () -> {
          try {
            future.complete(reading.read());
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
      throw new IllegalStateException("Panels could not be read", e.getCause());
    }
  }
}
