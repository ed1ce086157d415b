package dev.inlet.platform.problem;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one part of a request.
 *
 * @param pointer RFC 6901 JSON Pointer into the request's body; empty for the whole of it
 * @param field the action's field that it is about; null if it is about none
 * @param detail one sentence a person can act on
 */
@Introspected
public record FieldError(String pointer, @Nullable String field, String detail) {

  public FieldError(String pointer, String detail) {
    this(pointer, null, detail);
  }
}
