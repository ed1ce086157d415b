package dev.inlet.webhooks;

import io.micronaut.core.annotation.Introspected;

/**
 * What goes into one field.
 *
 * @param field the target's name of the field
 * @param value a value template: static text, {@code $$property$$}, or both mixed
 */
@Introspected
public record FieldMapping(String field, String value) {}
