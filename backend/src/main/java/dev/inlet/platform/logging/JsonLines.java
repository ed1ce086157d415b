package dev.inlet.platform.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/**
 * A line of the log as a JSON object. Named in {@code logback.xml}. All but ASCII is escaped, so
 * that nothing a stranger sent breaks, turns or hides a line where it is shown raw.
 */
public final class JsonLines extends EncoderBase<ILoggingEvent> {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final byte[] NOTHING = new byte[0];

  private static final List<String> FIELDS =
      List.of(LogFields.REQUEST, LogFields.DELIVERY, LogFields.ORGANIZATION);

  private final OneLineExceptions exceptions = new OneLineExceptions();

  @Override
  public void start() {
    exceptions.start();
    super.start();
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("time", Instant.ofEpochMilli(event.getTimeStamp()).toString());
      json.writeStringField("level", event.getLevel().toString());
      json.writeStringField("logger", event.getLoggerName());
      json.writeStringField("message", event.getFormattedMessage());
      for (String field : FIELDS) {
        String value = event.getMDCPropertyMap().get(field);
        if (value != null) {
          json.writeStringField(field, value);
        }
      }
      if (event.getThrowableProxy() != null) {
        json.writeStringField("exception", exceptions.convert(event));
      }
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e); // into memory
    }
    return line.toByteArray();
  }

  @Override
  public byte[] headerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] footerBytes() {
    return NOTHING;
  }
}
