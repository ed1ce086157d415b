package dev.inlet.actions;

import io.micronaut.core.annotation.Introspected;

/** Why a value does not go into a field, as a sentence for the designer of the webhook. */
@Introspected
public record FieldProblem(String field, String message) {}
