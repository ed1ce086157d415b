package dev.inlet.webhooks.schema;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One property that a schema describes.
 *
 * @param name its name, as it stands between {@code $$} in a template
 * @param types the JSON types it may have
 * @param format its {@code format}; null if it has none
 * @param isRequired whether every payload must have it
 * @param description what its author says of it; null if nothing
 */
@Introspected
public record SchemaProperty(
    String name,
    List<String> types,
    @Nullable String format,
    boolean isRequired,
    @Nullable String description) {}
