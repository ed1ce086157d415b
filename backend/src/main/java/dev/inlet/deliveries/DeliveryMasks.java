package dev.inlet.deliveries;

import dev.inlet.actions.ActionResult.Exchange;
import dev.inlet.platform.json.Mask;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.CompiledWebhook;
import dev.inlet.webhooks.PrivacyRepository;
import dev.inlet.webhooks.WebhookCatalog;
import dev.inlet.webhooks.WebhookId;
import dev.inlet.webhooks.privacy.PrivateNames;
import dev.inlet.webhooks.privacy.PrivatePayload;
import dev.inlet.webhooks.privacy.PrivateViolations;
import dev.inlet.webhooks.schema.Violation;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Masks the sensitive properties of deliveries: everybody sees them so, until they reveal one. What
 * counts is what the version that took the delivery says, and what the last one says: whoever
 * notices late that a property is sensitive means what has arrived already, too.
 */
@Singleton
class DeliveryMasks {

  private final PrivacyRepository privacies;
  private final WebhookCatalog catalog;

  DeliveryMasks(PrivacyRepository privacies, WebhookCatalog catalog) {
    this.privacies = privacies;
    this.catalog = catalog;
  }

  /** A page of deliveries, masked. Not within a transaction: this reads for itself. */
  List<DeliverySummary> masked(OrganizationId organization, List<DeliverySummary> deliveries) {
    SensitiveProperties sensitive = sensitive(organization, deliveries);
    ToldErrors errors = new ToldErrors(organization, catalog);
    return sensitive.areNone()
        ? deliveries
        : deliveries.stream().map(delivery -> masked(delivery, sensitive, errors)).toList();
  }

  /** Deliveries with their bodies, masked. Not within a transaction: this reads for itself. */
  List<ExportedDelivery> maskedWhole(
      OrganizationId organization, List<ExportedDelivery> deliveries) {
    SensitiveProperties sensitive =
        sensitive(organization, deliveries.stream().map(ExportedDelivery::summary).toList());
    ToldErrors errors = new ToldErrors(organization, catalog);
    return sensitive.areNone()
        ? deliveries
        : deliveries.stream().map(delivery -> masked(delivery, sensitive, errors)).toList();
  }

  private static ExportedDelivery masked(
      ExportedDelivery delivery, SensitiveProperties sensitive, ToldErrors errors) {
    DeliverySummary summary = delivery.summary();
    PrivateNames names = sensitive.of(new WebhookId(summary.webhookId()), summary.version());
    if (names.areNone()) {
      return delivery;
    }
    Optional<PrivatePayload.Rewritten> rewritten =
        delivery.isPartial() ? Optional.empty() : PrivatePayload.masked(delivery.body(), names);
    byte[] body =
        delivery.body().length == 0
            ? delivery.body()
            : rewritten.map(PrivatePayload.Rewritten::body).orElseGet(DeliveryMasks::mask);
    return new ExportedDelivery(masked(summary, sensitive, errors), body, delivery.isPartial());
  }

  private static byte[] mask() {
    return Mask.TEXT.getBytes(StandardCharsets.UTF_8);
  }

  private SensitiveProperties sensitive(
      OrganizationId organization, List<DeliverySummary> deliveries) {
    Set<WebhookId> webhooks =
        deliveries.stream()
            .map(delivery -> new WebhookId(delivery.webhookId()))
            .collect(Collectors.toSet());
    Set<Integer> versions =
        deliveries.stream().map(DeliverySummary::version).collect(Collectors.toSet());
    return new SensitiveProperties(privacies.find(organization, webhooks, versions));
  }

  /**
   * One delivery, masked. Of a body that can be read it is known what there is to be masked: if
   * nothing is, nothing else of the delivery tells it either. Not within a transaction: this reads
   * for itself.
   */
  DeliveryResponse masked(OrganizationId organization, DeliveryResponse delivery) {
    DeliverySummary summary = delivery.summary();
    WebhookId webhook = new WebhookId(summary.webhookId());
    int[] tried =
        delivery.attempts().stream().mapToInt(AttemptResponse::version).distinct().toArray();
    Set<Integer> versions =
        IntStream.concat(IntStream.of(summary.version()), IntStream.of(tried))
            .boxed()
            .collect(Collectors.toSet());
    SensitiveProperties said =
        new SensitiveProperties(privacies.find(organization, Set.of(webhook), versions));
    SensitiveProperties sensitive =
        said.within(there(delivery, said.of(webhook, summary.version(), tried)));
    return sensitive.areNone()
        ? delivery
        : new Masking(organization, webhook, summary.version(), sensitive).of(delivery);
  }

  /** Which of some properties a delivery has: all of them where that cannot be told. */
  private static PrivateNames there(DeliveryResponse delivery, PrivateNames names) {
    DeliveryBody body = delivery.body();
    return body.isPartial() || !body.holdsText()
        ? names
        : PrivatePayload.masked(body.content().getBytes(StandardCharsets.UTF_8), names)
            .map(rewritten -> PrivateNames.of(rewritten.found()))
            .orElse(names);
  }

  private static DeliverySummary masked(
      DeliverySummary delivery, SensitiveProperties sensitive, ToldErrors errors) {
    WebhookId webhook = new WebhookId(delivery.webhookId());
    PrivateNames names = sensitive.of(webhook, delivery.version());
    Violation first = delivery.firstViolation();
    return names.areNone()
        ? delivery
        : delivery.with(
            errors.of(delivery, names),
            first == null ? null : PrivateViolations.told(first, names));
  }

  /** One delivery's way to being shown. */
  private final class Masking {

    private final WebhookId webhook;
    private final int version;
    private final SensitiveProperties sensitive;
    private final PrivateNames names;
    private final ToldErrors errors;

    Masking(
        OrganizationId organization,
        WebhookId webhook,
        int version,
        SensitiveProperties sensitive) {
      this.webhook = webhook;
      this.version = version;
      this.sensitive = sensitive;
      this.names = sensitive.of(webhook, version);
      this.errors = new ToldErrors(organization, catalog);
    }

    DeliveryResponse of(DeliveryResponse delivery) {
      List<AttemptResponse> attempts = delivery.attempts().stream().map(this::attempt).toList();
      if (names.areNone()) {
        return delivery.with(attempts);
      }
      List<Violation> violations = PrivateViolations.told(delivery.violations(), names);
      CallerAnswer answer = delivery.answer();
      return new DeliveryResponse(
          DeliveryMasks.masked(delivery.summary(), sensitive, errors),
          headers(delivery.headers()),
          body(delivery.body()),
          delivery.leftOut(),
          delivery.isBodyWithheld(),
          delivery.body().content().isEmpty() ? List.of() : List.copyOf(names.names()),
          delivery.firstOutcome(),
          delivery.firstReason(),
          violations,
          delivery.validationMs(),
          answer == null ? null : answer(answer, violations, delivery),
          delivery.duplicateOf(),
          attempts);
    }

    private CallerAnswer answer(
        CallerAnswer answer, List<Violation> violations, DeliveryResponse delivery) {
      return answer.validationErrors() == null
          ? new CallerAnswer(
              answer.success(),
              null,
              errors.of(delivery.firstReason(), answer.error(), webhook, version, names))
          : CallerAnswer.of(violations);
    }

    private Map<String, List<String>> headers(Map<String, List<String>> headers) {
      Map<String, List<String>> shown = new TreeMap<>(headers);
      shown.keySet().removeIf(StoredHeaders::tellsOfBody);
      return shown;
    }

    private DeliveryBody body(DeliveryBody body) {
      if (body.content().isEmpty()) {
        return body;
      }
      Optional<PrivatePayload.Rewritten> masked =
          body.isPartial() || !body.holdsText()
              ? Optional.empty()
              : PrivatePayload.masked(body.content().getBytes(StandardCharsets.UTF_8), names);
      return masked
          .map(rewritten -> DeliveryBody.of(rewritten.body(), false))
          .orElseGet(() -> DeliveryBody.masked(body.isPartial()));
    }

    private AttemptResponse attempt(AttemptResponse attempt) {
      PrivateNames untold = sensitive.of(webhook, version, attempt.version());
      if (untold.areNone()) {
        return attempt;
      }
      Optional<CompiledWebhook> tried = errors.version(webhook, attempt.version());
      Set<String> fields =
          tried.map(webhook -> PrivateResults.fields(webhook, untold)).orElse(Set.of());
      if (tried.isPresent() && fields.isEmpty()) {
        return attempt;
      }
      String request = attempt.request();
      Exchange sent =
          request == null
              ? null
              : new Exchange(request, attempt.responseStatus(), attempt.response());
      Exchange shown =
          sent == null
              ? null
              : tried
                  .map(webhook -> webhook.action().masked(sent, fields))
                  .orElseGet(() -> hidden(sent));
      return attempt.with(
          errors.of(attempt.reason(), attempt.error(), webhook, attempt.version(), untold),
          shown == null ? null : shown.request(),
          shown == null ? null : shown.response());
    }

    /** Of a version that does not compile any more nobody knows what went where. */
    private static Exchange hidden(Exchange sent) {
      return new Exchange(Mask.TEXT, sent.status(), sent.response() == null ? null : Mask.TEXT);
    }
  }
}
