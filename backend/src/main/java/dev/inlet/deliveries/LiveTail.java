package dev.inlet.deliveries;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells those who look on what becomes of deliveries, as server-sent events. The database is asked
 * every second, once for all of an organization: whichever node received or changed a delivery, it
 * is seen, and no delivery costs more because somebody looks on.
 */
@Singleton
class LiveTail {

  static final int OF_ORGANIZATION_MAX = 10;
  static final int OF_ALL_MAX = 50;

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int PAUSES_BETWEEN_CHECKS = 5;
  private static final int PAUSES_BETWEEN_HEARTBEATS = 15;
  private static final Duration RETRY_LATER = Duration.ofSeconds(30);

  private final LivePulse pulse;
  private final LiveRepository deliveries;
  private final ObjectMapper json;
  private final Map<OrganizationId, Integer> listeners = new HashMap<>();

  LiveTail(LivePulse pulse, LiveRepository deliveries, ObjectMapper json) {
    this.pulse = pulse;
    this.deliveries = deliveries;
    this.json = json;
  }

  /**
   * Takes a place, which {@link #tell} gives back.
   *
   * @throws ProblemException if there is none
   */
  synchronized void enter(OrganizationId organization) {
    int all = listeners.values().stream().mapToInt(Integer::intValue).sum();
    if (all >= OF_ALL_MAX || listeners.getOrDefault(organization, 0) >= OF_ORGANIZATION_MAX) {
      throw ProblemException.retryLater(ProblemType.TOO_MANY_REQUESTS, RETRY_LATER);
    }
    listeners.merge(organization, 1, Integer::sum);
  }

  private synchronized void leave(OrganizationId organization) {
    listeners.computeIfPresent(organization, (id, count) -> count == 1 ? null : count - 1);
  }

  /**
   * Tells until whoever looks on goes away, or may not look on any more.
   *
   * @param mayGoOn asked again and again
   */
  void tell(
      OrganizationId organization, DeliveryFilter filter, BooleanSupplier mayGoOn, OutputStream out)
      throws IOException {
    try {
      LiveListener listener = new LiveListener(pulse, deliveries, organization, filter);
      listener.begin();
      write(out, ": from here on\n\n");
      for (int pauses = 1;
          pauses % PAUSES_BETWEEN_CHECKS != 0 || mayGoOn.getAsBoolean();
          pauses++) {
        pause();
        tell(listener.next(), out);
        if (pauses % PAUSES_BETWEEN_HEARTBEATS == 0) {
          write(out, ": still here\n\n");
        }
      }
    } finally {
      leave(organization);
    }
  }

  private void tell(LiveListener.News news, OutputStream out) throws IOException {
    for (DeliverySummary delivery : news.changed()) {
      event("delivery", delivery, out);
    }
    for (DeliveryId left : news.left()) {
      event("left", Map.of("id", left.value()), out);
    }
    if (news.isMore()) {
      event("more", Map.of(), out);
    }
  }

  private void event(String name, @Nullable Object data, OutputStream out) throws IOException {
    write(out, "event: %s\ndata: %s\n\n".formatted(name, json.writeValueAsString(data)));
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static void pause() throws InterruptedIOException {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }
}
