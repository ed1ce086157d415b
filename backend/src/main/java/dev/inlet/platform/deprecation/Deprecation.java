package dev.inlet.platform.deprecation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of an operation that it will go. It stands beside {@link Deprecated}, which marks it in the
 * contract; its answers carry the headers of RFC 9745 and RFC 8594.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Deprecation {

  /** The day (UTC) on which it became deprecated, as in 2026-05-26. */
  String since();

  /** The day (UTC) from which on it may be gone: at least a year later. */
  String sunset();
}
