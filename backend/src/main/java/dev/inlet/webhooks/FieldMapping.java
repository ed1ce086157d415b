package dev.inlet.webhooks;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotNull;

/**
 * What goes into one field.
 *
 * @param field the target's name of the field
 * @param value a value template: static text, {@code $$property$$}, or both mixed
 */
@Introspected
public record FieldMapping(
    @NotNull(message = "Name the field.") String field,
    @NotNull(message = "Give the field a value.") String value) {}
