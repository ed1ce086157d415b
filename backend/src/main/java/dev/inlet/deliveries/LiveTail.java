package dev.inlet.deliveries;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inlet.platform.life.Departure;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells those who look on what becomes of deliveries, as server-sent events. The database is asked
 * every second, once for all of an organization: whichever node received or changed a delivery, it
 * is seen, and no delivery costs more because somebody looks on.
 */
@Singleton
class LiveTail {

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int PAUSES_BETWEEN_CHECKS = 5;
  private static final int PAUSES_BETWEEN_HEARTBEATS = 15;

  private final LivePulse pulse;
  private final LiveRepository deliveries;
  private final ObjectMapper json;
  private final Departure departure;
  private final LivePlaces places = new LivePlaces();

  LiveTail(LivePulse pulse, LiveRepository deliveries, ObjectMapper json, Departure departure) {
    this.pulse = pulse;
    this.deliveries = deliveries;
    this.json = json;
    this.departure = departure;
  }

  /**
   * Takes a place, which {@link #tell} gives back.
   *
   * @throws ProblemException if there is none
   */
  LivePlaces.Place enter(OrganizationId organization, UUID person) {
    return places.enter(organization, person);
  }

  /**
   * Tells until whoever looks on goes away, or may not look on any more, or this node ends: then
   * another one tells on.
   *
   * @param mayGoOn asked again and again
   */
  void tell(
      LivePlaces.Place place, DeliveryFilter filter, BooleanSupplier mayGoOn, OutputStream out)
      throws IOException {
    try {
      LiveListener listener = new LiveListener(pulse, deliveries, place.organization(), filter);
      listener.begin();
      write(out, ": from here on\n\n");
      for (int pauses = 1;
          !departure.isBegun() && (pauses % PAUSES_BETWEEN_CHECKS != 0 || mayGoOn.getAsBoolean());
          pauses++) {
        pause();
        tell(listener.next(), out);
        if (pauses % PAUSES_BETWEEN_HEARTBEATS == 0) {
          write(out, ": still here\n\n");
        }
      }
    } finally {
      places.leave(place);
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
