package dev.inlet.platform.logging;

import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import io.micronaut.http.HttpRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Whom the lines of a request are about, on whichever threads it is worked on.
 *
 * @param organization null if it is about none
 */
public record RequestFields(String request, @Nullable String organization)
    implements ThreadPropagatedContextElement<@Nullable Map<String, String>> {

  private static final String KEPT = "inlet.request.fields";

  /** Keeps them with their request, for what is worked on elsewhere: what becomes of an error. */
  public void keep(HttpRequest<?> about) {
    about.setAttribute(KEPT, this);
  }

  /** Those that were kept; empty if its request is none that has any. */
  public static Optional<RequestFields> of(HttpRequest<?> about) {
    return about.getAttribute(KEPT, RequestFields.class);
  }

  /** Logs something about this request. */
  public void about(Runnable logging) {
    Map<String, String> before = updateThreadContext();
    try {
      logging.run();
    } finally {
      restoreThreadContext(before);
    }
  }

  @Override
  public @Nullable Map<String, String> updateThreadContext() {
    Map<String, String> before = MDC.getCopyOfContextMap();
    MDC.put(LogFields.REQUEST, request);
    if (organization != null) {
      MDC.put(LogFields.ORGANIZATION, organization);
    }
    return before;
  }

  @Override
  public void restoreThreadContext(@Nullable Map<String, String> before) {
    if (before == null) {
      MDC.clear();
    } else {
      MDC.setContextMap(before);
    }
  }
}
