package dev.inlet.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.webhooks.idempotency.Idempotency;
import dev.inlet.webhooks.privacy.Privacy;
import dev.inlet.webhooks.queue.QueueSettings;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as its author wants it.
 *
 * @param name what people call it
 * @param schema the JSON Schema that payloads must fit
 * @param action what to do with a payload that fits
 * @param acknowledgement when the caller is answered; AFTER_ACTION if left out
 * @param deadlineSeconds how long a delivery may take, 1 to 30; 10 if left out
 * @param privacy which properties are masked or never stored; if left out, as it is: of a new
 *     webhook, none
 * @param idempotency by what it is known that a delivery is sent again; if left out, as it is: of a
 *     new webhook, the header Idempotency-Key, held for a day
 * @param queue how deliveries wait that are acknowledged on receipt; if left out, as it is: of a
 *     new webhook, tried again for a day, in any order
 * @param revision the revision this was made from, so that nobody overwrites a colleague's work;
 *     left out for a new webhook, or to save over whatever there is
 */
@Introspected
record WebhookRequest(
    @NotBlank(message = "Give the webhook a name.")
        @Size(max = 200, message = "A name has at most 200 characters.")
        String name,
    @NotNull(message = "The schema is missing.") JsonNode schema,
    @NotNull(message = "The action is missing.") @Valid ActionDefinition action,
    @Nullable Acknowledgement acknowledgement,
    @Nullable
        @Min(value = 1, message = "The deadline is 1 to 30 seconds.")
        @Max(value = 30, message = "The deadline is 1 to 30 seconds.")
        Integer deadlineSeconds,
    @Nullable @Valid Privacy privacy,
    @Nullable @Valid Idempotency idempotency,
    @Nullable @Valid QueueSettings queue,
    @Nullable Integer revision) {

  static final int DEADLINE_SECONDS_DEFAULT = 10;

  WebhookService.Wanted wanted() {
    WebhookContent content =
        new WebhookContent(
            schema,
            action,
            null,
            acknowledgement == null ? Acknowledgement.AFTER_ACTION : acknowledgement,
            Duration.ofSeconds(
                deadlineSeconds == null ? DEADLINE_SECONDS_DEFAULT : deadlineSeconds),
            Privacy.NONE,
            Idempotency.DEFAULT,
            QueueSettings.DEFAULT);
    return new WebhookService.Wanted(name.strip(), content, privacy, idempotency, queue);
  }
}
