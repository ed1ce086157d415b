package dev.inlet.intake;

import dev.inlet.deliveries.CallerAnswer;
import dev.inlet.deliveries.DeliveryId;
import dev.inlet.webhooks.schema.Violation;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller of an open URL is answered.
 *
 * @param retryAfter when to try again; null if that is not known to help
 * @param isRepeated whether it is what another delivery with the same key was answered
 * @param asksForBasic whether its caller is asked for user and password
 * @param quota what is left of what the caller may send; null if nobody asked
 */
record Answer(
    int status,
    CallerAnswer body,
    @Nullable Duration retryAfter,
    boolean isRepeated,
    boolean asksForBasic,
    @Nullable Quota quota) {

  static final String DELIVERY_ID = "X-Delivery-Id";
  static final Duration RETRY_SOON = Duration.ofSeconds(5);
  private static final String BASIC = "Basic realm=\"webhook\", charset=\"UTF-8\"";
  private static final String REPEATED = "Idempotent-Replayed";

  private Answer(int status, CallerAnswer body, @Nullable Duration retryAfter, boolean isRepeated) {
    this(status, body, retryAfter, isRepeated, false, null);
  }

  static Answer done() {
    return new Answer(200, CallerAnswer.ofSuccess(), null, false);
  }

  static Answer accepted() {
    return new Answer(202, CallerAnswer.ofSuccess(), null, false);
  }

  static Answer invalid(List<Violation> violations) {
    return new Answer(400, CallerAnswer.of(violations), null, false);
  }

  static Answer notFound() {
    return new Answer(404, CallerAnswer.of((String) null), null, false);
  }

  static Answer failed(int status, String error) {
    return new Answer(status, CallerAnswer.of(error), null, false);
  }

  static Answer later(int status, String error, Duration retryAfter) {
    return new Answer(status, CallerAnswer.of(error), retryAfter, false);
  }

  static Answer unverified(String error, boolean asksForBasic) {
    return new Answer(401, CallerAnswer.of(error), null, false, asksForBasic, null);
  }

  static Answer repeated(int status, CallerAnswer body) {
    return new Answer(status, body, status == 503 ? RETRY_SOON : null, true);
  }

  /** Nothing was done, because the node has no room: for all, or for this organization. */
  static Answer crowded() {
    return later(503, "Inlet is at its limit; nothing was done. Try again later.", RETRY_SOON);
  }

  Answer under(Quota left) {
    return new Answer(status, body, retryAfter, isRepeated, asksForBasic, left);
  }

  MutableHttpResponse<CallerAnswer> response(DeliveryId delivery) {
    MutableHttpResponse<CallerAnswer> response =
        HttpResponse.<CallerAnswer>status(status, reason())
            .contentType(MediaType.APPLICATION_JSON_TYPE)
            .header(DELIVERY_ID, delivery.toString())
            .body(body);
    if (retryAfter != null) {
      response.header(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, retryAfter.toSeconds())));
    }
    if (asksForBasic) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, BASIC);
    }
    if (isRepeated) {
      response.header(REPEATED, "true");
    }
    if (quota != null) {
      quota.tell(response);
    }
    if (status == 408 || status == 413 || status == 503) {
      // The rest of the body is not wanted; the next request needs a new connection.
      response.header(HttpHeaders.CONNECTION, "close");
    }
    return response;
  }

  private String reason() {
    return HttpStatus.getDefaultReason(status);
  }
}
