package dev.inlet.deliveries;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.inlet.webhooks.schema.Violation;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One delivery with all that is known of it.
 *
 * @param headers as received, those with secrets left out
 * @param leftOut the properties that came and are never stored
 * @param isBodyWithheld whether nothing of the body is stored, because it could not be searched for
 *     what is never stored
 * @param masked the properties whose values are masked here; empty if nothing is
 * @param firstOutcome how it ended without any replay; null before it ended
 * @param firstReason why it did not succeed then; null if it did
 * @param violations how the body breaks the schema
 * @param validationMs how long reading the body, parsing and validating it took; null if it did not
 *     arrive completely
 * @param answer the body of what the caller was answered, with {@code statusCode}; null if nobody
 *     was
 * @param duplicateOf the delivery that came first with the same idempotency key; null without a key
 *     or a first
 * @param attempts the tries of its action
 */
@Introspected
public record DeliveryResponse(
    @JsonUnwrapped DeliverySummary summary,
    Map<String, List<String>> headers,
    DeliveryBody body,
    List<String> leftOut,
    boolean isBodyWithheld,
    List<String> masked,
    @Nullable Outcome firstOutcome,
    @Nullable Reason firstReason,
    List<Violation> violations,
    @Nullable Integer validationMs,
    @Nullable CallerAnswer answer,
    @Nullable UUID duplicateOf,
    List<AttemptResponse> attempts) {

  DeliveryResponse with(List<AttemptResponse> others) {
    return new DeliveryResponse(
        summary,
        headers,
        body,
        leftOut,
        isBodyWithheld,
        masked,
        firstOutcome,
        firstReason,
        violations,
        validationMs,
        answer,
        duplicateOf,
        others);
  }
}
