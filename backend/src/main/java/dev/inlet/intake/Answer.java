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
 */
record Answer(int status, CallerAnswer body, @Nullable Duration retryAfter) {

  static final String DELIVERY_ID = "X-Delivery-Id";

  static Answer done() {
    return new Answer(200, CallerAnswer.ofSuccess(), null);
  }

  static Answer accepted() {
    return new Answer(202, CallerAnswer.ofSuccess(), null);
  }

  static Answer invalid(List<Violation> violations) {
    return new Answer(400, CallerAnswer.of(violations), null);
  }

  static Answer notFound() {
    return new Answer(404, CallerAnswer.of((String) null), null);
  }

  static Answer failed(int status, String error) {
    return new Answer(status, CallerAnswer.of(error), null);
  }

  static Answer later(int status, String error, Duration retryAfter) {
    return new Answer(status, CallerAnswer.of(error), retryAfter);
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
