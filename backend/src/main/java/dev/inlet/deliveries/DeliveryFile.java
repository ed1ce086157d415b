package dev.inlet.deliveries;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.inlet.platform.csv.Spreadsheet;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.CompiledWebhook;
import dev.inlet.webhooks.WebhookCatalog;
import dev.inlet.webhooks.WebhookId;
import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes deliveries to a file, the newest first, in as little memory as those take that are read at
 * once.
 */
@Singleton
class DeliveryFile {

  private static final List<String> COLUMNS =
      List.of(
          "receivedAt",
          "webhookName",
          "version",
          "outcome",
          "reason",
          "error",
          "firstViolation",
          "statusCode",
          "recordId",
          "sourceAddress",
          "finishedAt",
          "replaysBegun",
          "storedBytes",
          "bodyIsPartial",
          "webhookId",
          "id");

  private final DeliveryStretches stretches;
  private final ExportRepository deliveries;
  private final WebhookCatalog catalog;
  private final ObjectWriter lines;

  DeliveryFile(
      DeliveryStretches stretches,
      ExportRepository deliveries,
      WebhookCatalog catalog,
      ObjectMapper json) {
    this.stretches = stretches;
    this.deliveries = deliveries;
    this.catalog = catalog;
    this.lines =
        json.writerFor(Line.class)
            .withRootValueSeparator("")
            .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
  }

  /** A delivery in a line, with its body as it came. */
  @Introspected
  record Line(@JsonUnwrapped DeliverySummary summary, DeliveryBody body) {}

  /** A JSON document in each line. */
  void writeNdjson(OrganizationId organization, DeliveryFilter filter, OutputStream out)
      throws IOException {
    // Not closed: whoever gave the stream closes it.
    JsonGenerator generator = lines.createGenerator(out);
    stretches.forEach(
        organization,
        filter,
        deliveries::list,
        delivery -> {
          DeliveryBody body = DeliveryBody.of(delivery.body(), delivery.isPartial());
          lines.writeValue(generator, new Line(delivery.summary(), body));
          generator.writeRaw('\n');
        });
    generator.flush();
  }

  /** For a spreadsheet; of one webhook's deliveries, each property has a column. */
  void writeCsv(OrganizationId organization, DeliveryFilter filter, OutputStream out)
      throws IOException {
    PayloadCells payload = new PayloadCells(properties(organization, filter));
    List<String> columns = new ArrayList<>(COLUMNS);
    columns.addAll(payload.headings());
    columns.add("payload");
    Spreadsheet sheet = new Spreadsheet(out, columns);
    stretches.forEach(
        organization,
        filter,
        deliveries::list,
        delivery -> {
          write(delivery, sheet);
          payload.write(delivery.body(), sheet);
          sheet.endRow();
        });
    sheet.flush();
  }

  private List<String> properties(OrganizationId organization, DeliveryFilter filter) {
    if (filter.webhook() == null) {
      return List.of();
    }
    WebhookId webhook = new WebhookId(filter.webhook());
    Optional<CompiledWebhook> found =
        filter.version() == null
            ? catalog.findCurrent(organization, webhook)
            : catalog.findVersion(organization, webhook, filter.version());
    return found.map(each -> each.schema().propertyNames()).orElse(List.of());
  }

  private static void write(ExportedDelivery delivery, Spreadsheet sheet) throws IOException {
    DeliverySummary summary = delivery.summary();
    sheet.value(summary.receivedAt());
    sheet.text(summary.webhookName());
    sheet.value(summary.version());
    sheet.value(summary.outcome());
    sheet.value(summary.reason());
    sheet.text(summary.error());
    sheet.text(summary.firstViolation() == null ? null : summary.firstViolation().message());
    sheet.value(summary.statusCode());
    sheet.text(summary.recordId());
    sheet.text(summary.sourceAddress());
    sheet.value(summary.finishedAt());
    sheet.value(summary.replaysBegun());
    sheet.value(summary.bodyBytes());
    sheet.value(delivery.isPartial());
    sheet.value(summary.webhookId());
    sheet.value(summary.id());
  }
}
