package dev.inlet.platform.logging;

import dev.inlet.platform.ConfigurationException;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.Set;

/**
 * How the log is written. The log itself, which begins before anything is configured, reads the
 * variable.
 *
 * @param format {@code text}, or {@code json}: one object a line, with the ids of request, delivery
 *     and organization
 */
@ConfigurationProperties("inlet.log")
record LogConfiguration(@Bindable(defaultValue = "text") String format) {

  LogConfiguration {
    if (!Set.of("text", "json").contains(format)) {
      throw new ConfigurationException("INLET_LOG_FORMAT is text or json.");
    }
  }
}
