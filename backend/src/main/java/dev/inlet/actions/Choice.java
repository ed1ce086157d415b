package dev.inlet.actions;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that the target system suggests for a field.
 *
 * @param value what to send
 * @param label what people call it
 * @param warning why it is better left alone, as one sentence; null if it is not
 * @param fields the fields that a record of this choice uses, as they are called then; empty if
 *     nothing is known of them
 */
@Introspected
public record Choice(
    String value, String label, @Nullable String warning, List<FieldLabel> fields) {

  /** What a field is called with a choice. */
  @Introspected
  @Schema(name = "FieldLabel")
  public record FieldLabel(String name, String label) {}
}
