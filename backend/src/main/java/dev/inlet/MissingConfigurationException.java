package dev.inlet;

import dev.inlet.platform.ConfigurationException;
import java.util.List;

/** Inlet was started without something it cannot do without. */
public final class MissingConfigurationException extends ConfigurationException {

  private static final long serialVersionUID = 1L;

  MissingConfigurationException(List<String> variables) {
    super("Inlet cannot start: set %s (see README.md).".formatted(String.join(", ", variables)));
  }
}
