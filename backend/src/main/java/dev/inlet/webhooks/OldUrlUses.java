package dev.inlet.webhooks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down that a URL that was replaced is still used: to a minute, and behind the delivery,
 * which does not wait for it.
 */
@Singleton
public class OldUrlUses {

  private static final Logger LOG = LoggerFactory.getLogger(OldUrlUses.class);
  private static final Duration TOLD_EVERY = Duration.ofMinutes(1);

  private final UrlRepository urls;
  private final Clock clock;
  private final Cache<String, Boolean> told =
      Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(TOLD_EVERY).build();

  OldUrlUses(UrlRepository urls, Clock clock) {
    this.urls = urls;
    this.clock = clock;
  }

  /** A delivery came that is from whom it should be; by which URL is found out here. */
  public void note(OpenWebhook open) {
    String key = open.oldKey();
    if (key != null && told.asMap().putIfAbsent(key, true) == null) {
      OrganizationId organization = open.webhook().organization();
      Instant now = clock.instant();
      Thread.startVirtualThread(() -> write(organization, key, now));
    }
  }

  private void write(OrganizationId organization, String key, Instant at) {
    try {
      urls.used(organization, key, at);
    } catch (RuntimeException e) {
      LOG.warn("That an old URL of {} is used could not be written down", organization, e);
    }
  }
}
