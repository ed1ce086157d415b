package dev.inlet.webhooks.file;

import dev.inlet.platform.json.TextLocation;

/**
 * A text that is not YAML, or not YAML that Inlet takes; the message is a sentence for its author.
 */
public final class YamlException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient TextLocation location;

  YamlException(String message, TextLocation location) {
    super(message, null, false, false);
    this.location = location;
  }

  public TextLocation location() {
    return location;
  }
}
