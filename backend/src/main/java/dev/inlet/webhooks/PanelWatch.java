package dev.inlet.webhooks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.inlet.actions.ActionTypes;
import dev.inlet.actions.Freshness;
import dev.inlet.actions.PanelAction;
import dev.inlet.actions.PanelDescription;
import dev.inlet.actions.PanelListener;
import dev.inlet.actions.TargetUnreadableException;
import dev.inlet.platform.json.StorableText;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that a panel has become another than the webhooks know that insert into it: whenever
 * somebody has it read again, and soon after the target refused a record.
 */
@Singleton
class PanelWatch implements PanelListener {

  private static final Logger LOG = LoggerFactory.getLogger(PanelWatch.class);

  /** On each node: a webhook whose every record is refused is looked after now and then. */
  private static final Duration PAUSE = Duration.ofMinutes(10);

  /** Each waits for somebody's iMIS; whoever comes while so many do comes again with a failure. */
  private static final int AT_ONCE_MAX = 4;

  /** As a definition takes it; what is longer names no webhook's panel. */
  private static final int NAME_LENGTH_MAX = 100;

  private final ActionTypes actionTypes;
  private final DriftRepository drifts;
  private final Clock clock;
  private final Semaphore places = new Semaphore(AT_ONCE_MAX);

  /** Nobody's webhooks take more than one of the places. */
  private final Set<OrganizationId> lookedAt = ConcurrentHashMap.newKeySet();

  private final Cache<WebhookId, Boolean> lookedAfter =
      Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(PAUSE).build();

  PanelWatch(ActionTypes actionTypes, DriftRepository drifts, Clock clock) {
    this.actionTypes = actionTypes;
    this.drifts = drifts;
    this.clock = clock;
  }

  /** Each of them is compared once at a time: what is read of a fake target may be large. */
  private final Set<OrganizationId> compared = ConcurrentHashMap.newKeySet();

  @Override
  public void panelRead(
      OrganizationId organization, String type, String panel, Optional<PanelDescription> now) {
    if (!compared.add(organization)) {
      return;
    }
    try {
      String name = Objects.toString(StorableText.of(panel, NAME_LENGTH_MAX), "");
      for (WebhookId webhook : drifts.users(organization, type, name)) {
        drifts.use(organization, webhook).ifPresent(use -> compare(organization, use, now));
      }
    } finally {
      compared.remove(organization);
    }
  }

  private void compare(
      OrganizationId organization, DriftRepository.Use use, Optional<PanelDescription> now) {
    drifts.found(
        organization,
        use.webhook(),
        use.version(),
        PanelComparison.of(use.known(), now),
        clock.instant());
  }

  /** Looks after a webhook whose record was refused, behind whoever asks: a delivery goes on. */
  void refused(OrganizationId organization, WebhookId webhook, String type, String panel) {
    if (lookedAfter.asMap().putIfAbsent(webhook, true) != null) {
      return;
    }
    if (lookedAt.add(organization)) {
      if (places.tryAcquire()) {
        Thread.startVirtualThread(() -> lookAfter(organization, type, panel));
        return;
      }
      lookedAt.remove(organization);
    }
    lookedAfter.invalidate(webhook);
  }

  private void lookAfter(OrganizationId organization, String type, String panel) {
    try {
      PanelAction action = actionTypes.find(type).map(PanelAction.class::cast).orElseThrow();
      if (action.describe(organization).unavailableBecause() == null) {
        Optional<PanelDescription> now = action.panel(organization, panel, Freshness.ANEW).value();
        panelRead(organization, type, panel, now);
      }
    } catch (TargetUnreadableException e) {
      LOG.info("A panel of organization {} could not be looked at: {}", organization, e.reason());
    } catch (RuntimeException e) {
      LOG.error("A panel of organization {} could not be compared", organization, e);
    } finally {
      lookedAt.remove(organization);
      places.release();
    }
  }
}
