package dev.inlet.deliveries;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.deliveries.terms.Terms;
import dev.inlet.webhooks.CompiledWebhook;
import dev.inlet.webhooks.privacy.PrivateNames;
import dev.inlet.webhooks.privacy.PrivatePayload;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may be stored of a payload. This is the one place that decides it: whatever is written down
 * of a payload is made of this, and not of the bytes that came.
 *
 * @param body the bytes as they came, or written anew without what is never stored
 * @param isPartial whether there were more bytes than these
 * @param isWithheld whether nothing of the body is stored, because it could not be searched for
 *     what is never stored
 * @param leftOut the names of the properties that came and are not stored
 */
public record StoredPayload(
    byte[] body, boolean isPartial, boolean isWithheld, List<String> leftOut) {

  private static final byte[] NOTHING = new byte[0];
  private static final long[] NO_TERMS = new long[0];

  /**
   * What may be stored of a body.
   *
   * @param neverStored the properties that may not
   * @param isPartial whether there were more bytes than these: who knows what the rest would make
   *     of them
   */
  public static StoredPayload of(byte[] body, boolean isPartial, PrivateNames neverStored) {
    if (neverStored.areNone() || body.length == 0) {
      return new StoredPayload(body, isPartial, false, List.of());
    }
    Optional<PrivatePayload.Rewritten> searched =
        isPartial ? Optional.empty() : PrivatePayload.without(body, neverStored);
    return searched
        .map(kept -> new StoredPayload(kept.body(), false, false, List.copyOf(kept.found())))
        .orElseGet(() -> new StoredPayload(NOTHING, isPartial, true, List.of()));
  }

  /** A body that nothing is left out of. */
  public static StoredPayload whole(byte[] body) {
    return of(body, false, PrivateNames.NONE);
  }

  /**
   * What it can be found by: never by what is sensitive, whoever searches.
   *
   * @param payload what the bytes that came say; null if they could not be read
   */
  public long[] terms(CompiledWebhook webhook, @Nullable JsonNode payload) {
    Terms terms = new Terms(webhook.organization());
    return webhook.sensitive().areNone()
        ? terms.of(body, payload)
        : PrivatePayload.beside(body, webhook.sensitive())
            .map(rest -> terms.of(body, rest))
            .orElse(NO_TERMS);
  }

  /** Whether these are all the bytes that came. */
  public boolean isAsItCame() {
    return !isWithheld && leftOut.isEmpty();
  }
}
