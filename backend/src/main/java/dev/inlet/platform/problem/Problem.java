package dev.inlet.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem document.
 *
 * @param type identifies the kind of problem, for programs
 * @param title the kind of problem, for people
 * @param status the HTTP status
 * @param detail what happened this time and what to do about it
 * @param errors the parts of the request that are wrong
 * @param traceId finds this answer in Inlet's log; only where Inlet itself failed
 */
@Introspected
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    @Nullable String detail,
    List<FieldError> errors,
    @Nullable String traceId) {

  static Problem of(ProblemType type, @Nullable String detail, List<FieldError> errors) {
    return new Problem(urn(type), type.title(), type.status().getCode(), detail, errors, null);
  }

  static Problem traced(ProblemType type, String traceId) {
    return new Problem(urn(type), type.title(), type.status().getCode(), null, List.of(), traceId);
  }

  private static String urn(ProblemType type) {
    return "urn:inlet:problem:" + type.slug();
  }
}
