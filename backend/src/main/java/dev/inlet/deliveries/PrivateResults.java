package dev.inlet.deliveries;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.actions.ActionResult;
import dev.inlet.actions.ActionResult.Exchange;
import dev.inlet.platform.logging.Wordless;
import dev.inlet.webhooks.CompiledWebhook;
import dev.inlet.webhooks.privacy.PrivateNames;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What may be told of an attempt that handled private properties. Where one went into a field,
 * neither that field's value is told nor any sentence that may quote it.
 */
final class PrivateResults {

  private static final Logger LOG = LoggerFactory.getLogger(PrivateResults.class);

  private PrivateResults() {}

  /**
   * How an action ended, as it may be stored, and told to the caller. Whatever happens here, it
   * stays as it ended: a record that is there must not be taken for one that is not.
   */
  static ActionResult storable(ActionResult result, CompiledWebhook webhook, JsonNode payload) {
    try {
      return masked(result, webhook, payload);
    } catch (RuntimeException e) {
      LOG.error("What an action sent and got could not be masked", new Wordless(e));
      return new ActionResult(
          result.outcome(),
          result.reason(),
          error(result.reason() == null ? null : Reason.of(result.reason()), result.error()),
          result.recordId(),
          null,
          result.notBefore());
    }
  }

  private static ActionResult masked(
      ActionResult result, CompiledWebhook webhook, JsonNode payload) {
    Set<String> fields =
        webhook
            .mapping()
            .filledFrom(name -> webhook.neverStored().mean(name) && payload.hasNonNull(name))
            .keySet();
    if (fields.isEmpty()) {
      return result;
    }
    Exchange exchange = result.exchange();
    return new ActionResult(
        result.outcome(),
        result.reason(),
        error(
            result.reason() == null ? null : Reason.of(result.reason()),
            result.error(),
            webhook,
            fields),
        result.recordId(),
        exchange == null ? null : webhook.action().masked(exchange, fields),
        result.notBefore());
  }

  /** A sentence about a failure that quotes nothing. */
  static @Nullable String error(@Nullable Reason reason, @Nullable String error) {
    return reason == null || error == null ? error : reason.plainly().orElse(error);
  }

  /**
   * The same where it is known which version of the webhook failed, and which of its fields are
   * private: a contact is no secret because something else is.
   */
  static @Nullable String error(
      @Nullable Reason reason,
      @Nullable String error,
      CompiledWebhook webhook,
      Set<String> fields) {
    return reason != null && reason.isAboutContact() && !webhook.action().findsContactBy(fields)
        ? error
        : error(reason, error);
  }

  /** The fields that a webhook fills from private properties. */
  static Set<String> fields(CompiledWebhook webhook, PrivateNames names) {
    return webhook.mapping().filledFrom(names::mean).keySet();
  }
}
