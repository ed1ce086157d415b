package dev.inlet.platform.logging;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.inlet.platform.json.OneLine;

/** A message on one line, whatever it quotes. Named in {@code logback.xml}. */
public final class OneLineMessage extends MessageConverter {

  @Override
  public String convert(ILoggingEvent event) {
    return OneLine.of(super.convert(event));
  }
}
