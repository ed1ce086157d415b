package dev.inlet.webhooks.schema;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a schema document.
 *
 * @param pointer JSON Pointer to the offender within the schema; empty for the whole of it
 * @param line where it stands in the text, from 1; null if no text was given
 * @param column where it stands in its line, from 1; null if no text was given
 * @param message one sentence that says what to do
 */
@Introspected
public record SchemaProblem(
    String pointer, @Nullable Integer line, @Nullable Integer column, String message) {

  static SchemaProblem at(String pointer, String message) {
    return new SchemaProblem(pointer, null, null, message);
  }

  SchemaProblem in(int line, int column) {
    return new SchemaProblem(pointer, line, column, message);
  }
}
