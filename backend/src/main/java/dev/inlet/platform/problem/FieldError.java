package dev.inlet.platform.problem;

import io.micronaut.core.annotation.Introspected;

/**
 * What is wrong with one part of a request.
 *
 * @param pointer RFC 6901 JSON Pointer into the request's body; empty for the whole of it
 * @param detail one sentence a person can act on
 */
@Introspected
public record FieldError(String pointer, String detail) {}
