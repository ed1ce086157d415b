package dev.inlet.deliveries;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.json.InvalidJsonException;
import dev.inlet.platform.json.JsonLimits;
import dev.inlet.platform.json.StrictJson;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.time.Deadline;
import dev.inlet.webhooks.PrivacyRepository;
import dev.inlet.webhooks.WebhookCatalog;
import dev.inlet.webhooks.WebhookId;
import dev.inlet.webhooks.privacy.PrivateNames;
import dev.inlet.webhooks.privacy.PrivatePayload;
import dev.inlet.webhooks.privacy.PrivateViolations;
import dev.inlet.webhooks.schema.CompiledSchema;
import dev.inlet.webhooks.schema.Violation;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tries a schema on deliveries that were received before it. */
@Singleton
class Rehearsals {

  private static final StrictJson JSON = new StrictJson(JsonLimits.DEFAULT);
  static final Duration TIME_MAX = Duration.ofSeconds(2);

  private static final int BYTES_MAX = 4 * 1024 * 1024;
  private static final int EXAMPLES_MAX = 20;

  private static final List<Violation> NOT_JSON =
      List.of(new Violation("", "json", "The body is not valid JSON."));

  /**
   * A body that was cut short, or that nobody looked at, says nothing about a schema. So many as
   * fit into memory, and one at least if there is one.
   */
  private static final String LAST =
      """
      SELECT delivery_id, received_at, version_number, outcome, body, left_out,
             coalesce(first_reason IN ('SCHEMA_VIOLATED', 'NOT_JSON'), false) AS was_rejected
      FROM (SELECT newest.*,
                   sum(body_bytes) OVER (ORDER BY received_at DESC, delivery_id DESC) - body_bytes AS bytes_before
            FROM (SELECT delivery_id, received_at, version_number, outcome, first_reason, body, body_bytes, left_out
                  FROM deliveries
                  WHERE organization_id = :organization AND webhook_id = :webhook AND NOT body_is_partial AND NOT body_is_withheld
                    AND (first_outcome IS DISTINCT FROM 'REJECTED'
                         OR first_reason IN ('SCHEMA_VIOLATED', 'NOT_JSON'))
                  ORDER BY received_at DESC, delivery_id DESC LIMIT :last) newest) counted
      WHERE bytes_before < :bytes
      ORDER BY received_at DESC, delivery_id DESC
      """;

  private final Database database;
  private final WebhookCatalog catalog;
  private final PrivacyRepository privacies;
  private final HeavyReads heavyReads;
  private final RehearsalThread thread;

  Rehearsals(
      Database database,
      WebhookCatalog catalog,
      PrivacyRepository privacies,
      HeavyReads heavyReads,
      RehearsalThread thread) {
    this.database = database;
    this.catalog = catalog;
    this.privacies = privacies;
    this.heavyReads = heavyReads;
    this.thread = thread;
  }

  /** A delivery that was judged by the schema of its time. */
  private record Judged(
      UUID id,
      Instant receivedAt,
      int version,
      Outcome outcome,
      byte[] body,
      List<String> leftOut,
      boolean wasRejected) {}

  Rehearsal rehearse(
      OrganizationId organization, WebhookId webhook, CompiledSchema schema, int last) {
    if (catalog.findCurrent(organization, webhook).isEmpty()) {
      throw ProblemException.notFound();
    }
    // Computing takes no connection: by then others may read.
    List<Judged> deliveries =
        heavyReads.run(
            organization,
            "The last deliveries could not be read in time. Try it on fewer of them.",
            () -> last(organization, webhook, last));
    Set<Integer> versions = deliveries.stream().map(Judged::version).collect(Collectors.toSet());
    SensitiveProperties sensitive =
        new SensitiveProperties(privacies.find(organization, Set.of(webhook), versions));
    return thread.run(
        organization,
        () ->
            rehearse(
                deliveries,
                delivery ->
                    violations(
                        organization,
                        delivery,
                        untold(delivery, sensitive.of(webhook, delivery.version())),
                        schema)));
  }

  private List<Judged> last(OrganizationId organization, WebhookId webhook, int last) {
    return database.inOrganization(
        organization,
        handle ->
            handle
                .createQuery(LAST)
                .bind("organization", organization.value())
                .bind("webhook", webhook.value())
                .bind("last", last)
                .bind("bytes", BYTES_MAX)
                .map((row, context) -> judged(row))
                .list());
  }

  private static Rehearsal rehearse(
      List<Judged> deliveries, Function<Judged, List<Violation>> judgement) {
    Deadline deadline = Deadline.in(TIME_MAX);
    int checked = 0;
    int then = 0;
    int now = 0;
    int newly = 0;
    List<Rehearsal.Example> examples = new ArrayList<>();
    for (Judged delivery : deliveries) {
      if (deadline.remaining().isZero()) {
        break;
      }
      List<Violation> violations = judgement.apply(delivery);
      checked++;
      then += delivery.wasRejected() ? 1 : 0;
      now += violations.isEmpty() ? 0 : 1;
      if (!violations.isEmpty() && !delivery.wasRejected()) {
        newly++;
        if (examples.size() < EXAMPLES_MAX) {
          examples.add(
              new Rehearsal.Example(
                  delivery.id(), delivery.receivedAt(), delivery.outcome(), violations));
        }
      }
    }
    return new Rehearsal(checked, then, now, newly, then - (now - newly), examples);
  }

  /** What a schema must not be asked about: whoever asks could find out a value by asking often. */
  private static PrivateNames untold(Judged delivery, PrivateNames masked) {
    return PrivateNames.of(
        Stream.concat(delivery.leftOut().stream(), masked.names().stream()).toList());
  }

  private static List<Violation> violations(
      OrganizationId organization, Judged delivery, PrivateNames untold, CompiledSchema schema) {
    if (untold.areNone()) {
      return violations(organization, delivery.body(), schema);
    }
    return PrivatePayload.without(delivery.body(), untold)
        .map(
            told ->
                violations(organization, told.body(), schema).stream()
                    .filter(violation -> !PrivateViolations.isAbout(violation, untold))
                    .toList())
        .orElse(NOT_JSON);
  }

  private static List<Violation> violations(
      OrganizationId organization, byte[] body, CompiledSchema schema) {
    try {
      return schema.validate(organization, JSON.read(body));
    } catch (InvalidJsonException e) {
      return NOT_JSON;
    }
  }

  private static Judged judged(ResultSet row) throws SQLException {
    return new Judged(
        row.getObject("delivery_id", UUID.class),
        DeliveryColumns.time(row, "received_at").orElseThrow(),
        row.getInt("version_number"),
        Outcome.valueOf(row.getString("outcome")),
        row.getBytes("body"),
        DeliveryColumns.leftOut(row),
        row.getBoolean("was_rejected"));
  }
}
