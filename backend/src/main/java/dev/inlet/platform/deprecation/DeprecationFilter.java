package dev.inlet.platform.deprecation;

import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Tells callers of a deprecated operation, whatever it answers. */
@ServerFilter("/api/**")
class DeprecationFilter implements Ordered {

  /** With two digits of the day, which the JDK's own does not write. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH);

  private static final String RULE = "</api-reference#deprecation>; rel=\"deprecation\"";

  @ResponseFilter
  void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
    RouteAttributes.getRouteMatch(request)
        .map(route -> route.getAnnotationMetadata().getAnnotation(Deprecation.class))
        .ifPresent(deprecation -> tell(deprecation, response.getHeaders()));
  }

  /** Around the gate, so that what it refuses tells so, too. */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE + 1;
  }

  private static void tell(AnnotationValue<Deprecation> deprecation, MutableHttpHeaders headers) {
    LocalDate since = LocalDate.parse(deprecation.stringValue("since").orElseThrow());
    LocalDate sunset = LocalDate.parse(deprecation.stringValue("sunset").orElseThrow());
    headers.set("Deprecation", "@" + since.atStartOfDay(ZoneOffset.UTC).toEpochSecond());
    headers.set("Sunset", HTTP_DATE.format(sunset.atStartOfDay(ZoneOffset.UTC)));
    headers.add("Link", RULE);
  }
}
