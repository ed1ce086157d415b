package dev.inlet.benchmarks.deliverylog;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows in PostgreSQL's COPY text format. */
final class CopyRow {

  private static final HexFormat HEX = HexFormat.of();

  private final StringBuilder text = new StringBuilder();
  private boolean isFirst = true;

  CopyRow add(@Nullable Object value) {
    next();
    if (value == null) {
      text.append("\\N");
    } else {
      escape(value.toString());
    }
    return this;
  }

  CopyRow add(UUID organization, Object... more) {
    add(organization);
    for (Object value : more) {
      add(value);
    }
    return this;
  }

  CopyRow bytes(byte[] value) {
    next();
    text.append("\\\\x");
    HEX.formatHex(text, value);
    return this;
  }

  CopyRow numbers(long[] values) {
    next();
    text.append('{');
    for (int i = 0; i < values.length; i++) {
      text.append(i == 0 ? "" : ",").append(values[i]);
    }
    text.append('}');
    return this;
  }

  void end() {
    text.append('\n');
    isFirst = true;
  }

  byte[] take() {
    byte[] rows = text.toString().getBytes(StandardCharsets.UTF_8);
    text.setLength(0);
    return rows;
  }

  private void next() {
    if (!isFirst) {
      text.append('\t');
    }
    isFirst = false;
  }

  private void escape(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
  }
}
