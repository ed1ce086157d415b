package dev.inlet.webhooks.schema;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a look at a schema document found.
 *
 * @param draft the draft it is written in; null if that could not be told
 * @param problems why it cannot be used; empty if it can
 * @param properties what it describes, as far as that could be told
 * @param compiled ready to validate; null if there are problems
 */
public record SchemaCheck(
    @Nullable Draft draft,
    List<SchemaProblem> problems,
    List<SchemaProperty> properties,
    @Nullable CompiledSchema compiled) {

  public Optional<CompiledSchema> sound() {
    return Optional.ofNullable(compiled);
  }

  /** The draft it is written in; the newest if that could not be told. */
  public Draft draftOrNewest() {
    return draft == null ? Draft.DRAFT_2020_12 : draft;
  }
}
