package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.actions.ActionCall;
import dev.inlet.actions.ActionResult;
import dev.inlet.actions.ActionResult.Exchange;
import dev.inlet.actions.ConvertedRecord;
import dev.inlet.actions.FailureReason;
import dev.inlet.actions.PreparedAction;
import dev.inlet.testing.Definitions;
import dev.inlet.webhooks.Acknowledgement;
import dev.inlet.webhooks.CompiledWebhook;
import dev.inlet.webhooks.WebhookId;
import dev.inlet.webhooks.idempotency.Idempotency;
import dev.inlet.webhooks.mapping.Mapping;
import dev.inlet.webhooks.mapping.Template;
import dev.inlet.webhooks.mapping.TemplateException;
import dev.inlet.webhooks.privacy.PrivateNames;
import dev.inlet.webhooks.queue.QueueSettings;
import dev.inlet.webhooks.schema.Schemas;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What may be stored of an attempt whose payload brought what is never stored. */
class PrivateResultsTest {

  private static final JsonNode PAYLOAD =
      Definitions.read("{\"id\":\"101\",\"ssn\":\"123-45-6789\"}");
  private static final Exchange EXCHANGE = new Exchange("sent 123-45-6789", 201, "got 123-45-6789");

  @Test
  void isWhatItIsWhereNothingPrivateCame() {
    ActionResult result = ActionResult.succeeded("77", EXCHANGE);

    for (String payload : List.of("{\"id\":\"101\"}", "{\"id\":\"101\",\"ssn\":null}")) {
      assertThat(PrivateResults.storable(result, webhook("id"), Definitions.read(payload)))
          .isSameAs(result);
    }
  }

  @Test
  void tellsNoValueOfAFieldThatIsFilledFromWhatIsPrivate() {
    ActionResult stored =
        PrivateResults.storable(ActionResult.succeeded("77", EXCHANGE), webhook("id"), PAYLOAD);

    assertThat(stored.recordId()).isEqualTo("77");
    assertThat(stored.exchange()).isEqualTo(new Exchange("without [UF_1]", 201, "without [UF_1]"));
  }

  /** A record that is there must not be taken for one that is not, nor the other way round. */
  @Test
  void keepsHowItEndedAndTellsNoMoreWhereItCannotBeMasked() {
    Instant notBefore = Instant.parse("2026-01-02T03:04:05Z");
    ActionResult unmaskable =
        new ActionResult(
            ActionResult.Outcome.UNKNOWN,
            FailureReason.RECORD_REFUSED,
            "iMIS does not like 123-45-6789",
            "77",
            new Exchange("", 400, "unmaskable"),
            notBefore);

    ActionResult stored = PrivateResults.storable(unmaskable, webhook("id"), PAYLOAD);

    assertThat(stored)
        .isEqualTo(
            new ActionResult(
                unmaskable.outcome(),
                unmaskable.reason(),
                Reason.RECORD_REFUSED.plainly().orElseThrow(),
                "77",
                null,
                notBefore));
  }

  @Test
  void quotesTheContactOnlyWhereItIsFoundByNothingPrivate() {
    ActionResult unknown =
        ActionResult.failed(FailureReason.CONTACT_NOT_FOUND, "iMIS knows no 123-45-6789");

    assertThat(PrivateResults.storable(unknown, webhook("id"), PAYLOAD).error())
        .isEqualTo("iMIS knows no 123-45-6789");
    assertThat(PrivateResults.storable(unknown, webhook("ssn"), PAYLOAD).error())
        .isEqualTo(Reason.CONTACT_NOT_FOUND.plainly().orElseThrow());
  }

  /** The contact is found by a property; the number of the insured goes into a field, too. */
  private static CompiledWebhook webhook(String contact) {
    return new CompiledWebhook(
        Definitions.SOMEBODY,
        new WebhookId(UUID.randomUUID()),
        1,
        new Schemas().checkText(Definitions.SAMPLE_SCHEMA).sound().orElseThrow(),
        new Mapping(Map.of("PartyId", template(contact), "UF_1", template("ssn"))),
        new Masking(),
        Acknowledgement.AFTER_ACTION,
        PrivateNames.of(Set.of("ssn")),
        PrivateNames.NONE,
        Idempotency.DEFAULT,
        QueueSettings.DEFAULT,
        Duration.ofSeconds(10));
  }

  private static Template template(String property) {
    try {
      return Template.parse("$$" + property + "$$", Set.of("id", "ssn"));
    } catch (TemplateException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Is never executed here. */
  private static final class Masking implements PreparedAction {

    @Override
    public ConvertedRecord convert(Map<String, String> values) {
      throw new UnsupportedOperationException();
    }

    @Override
    public ActionResult execute(ActionCall call) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Exchange masked(Exchange exchange, Set<String> fields) {
      if ("unmaskable".equals(exchange.response())) {
        throw new IllegalStateException("What is this?");
      }
      String masked = "without " + fields;
      return new Exchange(masked, exchange.status(), masked);
    }

    @Override
    public boolean findsContactBy(Set<String> fields) {
      return fields.contains("PartyId");
    }
  }
}
