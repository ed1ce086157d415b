package dev.inlet.platform.http;

import dev.inlet.platform.logging.RequestFields;
import dev.inlet.platform.metrics.Latencies;
import dev.inlet.platform.tenancy.Ids;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.RouteAttributes;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives each request of the management API an id, which the log and its answer carry, and times it.
 * What a caller calls its request is not taken over: it would stand in the log.
 */
@ServerFilter("/api/**")
final class ApiRequests implements Ordered {

  private static final String REQUEST_ID = "X-Request-Id";
  private static final String BEGUN = "inlet.begun";

  private final Timer[] byClass;

  ApiRequests(MeterRegistry registry) {
    this.byClass = new Timer[6];
    for (int i = 2; i < byClass.length; i++) {
      byClass[i] =
          Latencies.timer(
              registry,
              "inlet.api",
              "Requests of the management API, by the class of their status",
              "status",
              i + "xx");
    }
  }

  @RequestFilter
  void begin(HttpRequest<?> request, MutablePropagatedContext context) {
    RequestFields fields = new RequestFields(Ids.next().toString(), organization(request));
    request.setAttribute(BEGUN, System.nanoTime());
    fields.keep(request);
    context.add(fields);
  }

  @ResponseFilter
  void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
    Optional<Long> begun = request.getAttribute(BEGUN, Long.class);
    if (begun.isEmpty()) {
      return; // refused before it was a request to this API
    }
    RequestFields.of(request)
        .ifPresent(fields -> response.getHeaders().set(REQUEST_ID, fields.request()));
    byClass[Math.clamp(response.code() / 100, 2, 5)].record(
        Duration.ofNanos(System.nanoTime() - begun.get()));
  }

  /** Only an id: whatever else stands there in a path is a stranger's text. */
  private static @Nullable String organization(HttpRequest<?> request) {
    Object value =
        RouteAttributes.getRouteMatch(request)
            .map(route -> route.getVariableValues().get("organizationId"))
            .orElse(null);
    try {
      return value == null ? null : UUID.fromString(value.toString()).toString();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Before the gate, so that what it says has the ids, too. */
  @Override
  public int getOrder() {
    return ServerFilterPhase.FIRST.after();
  }
}
