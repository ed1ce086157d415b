package dev.inlet.deliveries;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.inlet.webhooks.schema.Violation;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of what the caller of an open URL is answered: {@code success} always, the others where
 * they say something.
 *
 * @param validationErrors how the caller's body breaks the schema
 * @param error why it did not succeed otherwise
 */
@Introspected
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallerAnswer(
    boolean success, @Nullable List<Violation> validationErrors, @Nullable String error) {

  /** The error when a delivery could not be written down before its action. */
  public static final String NOT_TAKEN =
      "Inlet cannot take deliveries right now; nothing was done. Try again later.";

  /** The error when nobody knows whether a delivery is queued whose action was to come later. */
  public static final String NOT_CONFIRMED =
      "Inlet could not confirm that it took the delivery; the record may or may not be in iMIS, now or later.";

  /** The error when nobody knows whether the journal knows how the action ended. */
  public static final String NOT_RECORDED =
      "The outcome could not be recorded; the record may or may not be in iMIS.";

  public static CallerAnswer ofSuccess() {
    return new CallerAnswer(true, null, null);
  }

  public static CallerAnswer of(List<Violation> violations) {
    return new CallerAnswer(false, violations, null);
  }

  public static CallerAnswer of(@Nullable String error) {
    return new CallerAnswer(false, null, error);
  }

  /** What a delivery's row says that its caller was answered; null if nobody was. */
  static @Nullable CallerAnswer of(
      @Nullable Integer statusCode, List<Violation> violations, @Nullable String error) {
    if (statusCode == null) {
      return null;
    }
    if (statusCode < 400) {
      return ofSuccess();
    }
    return violations.isEmpty() ? of(error) : of(violations);
  }
}
