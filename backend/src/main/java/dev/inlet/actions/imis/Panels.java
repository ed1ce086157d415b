package dev.inlet.actions.imis;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.inlet.actions.Freshness;
import dev.inlet.actions.PanelDescription;
import dev.inlet.actions.PanelName;
import dev.inlet.actions.Reading;
import dev.inlet.imis.EntityDefinitions;
import dev.inlet.imis.EntitySummary;
import dev.inlet.imis.ImisClient;
import dev.inlet.imis.ImisException;
import dev.inlet.platform.time.Deadline;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The panels of each connection. A changed connection has a client of its own, so nothing is
 * remembered for it.
 */
@Singleton
final class Panels {

  private static final Duration LIST_TIMEOUT = Duration.ofSeconds(15);
  private static final Duration PANEL_TIMEOUT = Duration.ofSeconds(10);

  private final Clock clock;
  private final Readings<ImisClient, List<PanelName>> lists;
  private final Readings<Key, Optional<PanelDescription>> panels;

  @Inject
  Panels(Clock clock) {
    this(Ticker.systemTicker(), clock);
  }

  Panels(Ticker ticker, Clock clock) {
    this.clock = clock;
    this.lists = new Readings<>(Panels::readList, Panels::characters, ticker, clock);
    this.panels =
        new Readings<>(
            Panels::readPanel,
            panel -> panel.map(PanelFields::characters).orElse(0),
            ticker,
            clock);
  }

  private record Key(ImisClient client, String panel) {}

  /** By label; also those that the connection's user may turn out not to be let into. */
  Reading<List<PanelName>> list(ImisClient client, Freshness freshness) throws ImisException {
    return lists.get(client, freshness);
  }

  /** Empty if there is none of exactly that name. */
  Reading<Optional<PanelDescription>> find(ImisClient client, String name, Freshness freshness)
      throws ImisException {
    return EntityDefinitions.isName(name)
        ? panels.get(new Key(client, name), freshness)
        // And nothing is remembered of any length.
        : new Reading<>(Optional.empty(), clock.instant());
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

  private static int characters(List<PanelName> list) {
    return list.stream().mapToInt(each -> each.name().length() + each.label().length()).sum();
  }

  private static Optional<PanelDescription> readPanel(Key key) throws ImisException {
    return new EntityDefinitions(key.client())
        .find(key.panel(), Deadline.in(PANEL_TIMEOUT))
        .flatMap(PanelFields::describe);
  }
}
