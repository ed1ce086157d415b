package dev.inlet.imis;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What iMIS answered.
 *
 * @param status the HTTP status
 * @param body its bytes, as many as are read at most
 * @param isCut whether there were more
 * @param retryAfter its {@code Retry-After}; null if it has none
 */
public record ImisAnswer(int status, byte[] body, boolean isCut, @Nullable String retryAfter) {

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Whether what was asked for does not exist: a page for people says so of the address alone. */
  boolean isNotFound() {
    return status == 404 && !text().stripLeading().startsWith("<");
  }

  boolean isSuccess() {
    return status == 200 || status == 201 || status == 202 || status == 204;
  }
}
