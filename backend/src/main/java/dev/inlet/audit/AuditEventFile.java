package dev.inlet.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inlet.platform.csv.Spreadsheet;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes audit events to a file, the newest first, some at a time. */
@Singleton
class AuditEventFile {

  private static final int BATCH = 500;

  private static final List<String> COLUMNS =
      List.of(
          "occurredAt",
          "action",
          "actorKind",
          "actorName",
          "targetId",
          "targetName",
          "sourceAddress",
          "device",
          "before",
          "after",
          "reason",
          "actorId",
          "id");

  private final AuditEventRepository events;
  private final ObjectMapper json;

  AuditEventFile(AuditEventRepository events, ObjectMapper json) {
    this.events = events;
    this.json = json;
  }

  /** A JSON document in each line. */
  void writeNdjson(OrganizationId organization, AuditEventFilter filter, OutputStream out)
      throws IOException {
    forEach(
        organization,
        filter,
        event -> {
          out.write(json.writeValueAsBytes(event));
          out.write('\n');
        });
  }

  /** For a spreadsheet. */
  void writeCsv(OrganizationId organization, AuditEventFilter filter, OutputStream out)
      throws IOException {
    Spreadsheet sheet = new Spreadsheet(out, COLUMNS);
    forEach(organization, filter, event -> write(event, sheet));
    sheet.flush();
  }

  private interface Sink {
    void take(AuditEventResponse event) throws IOException;
  }

  /** Each batch is read in a transaction of its own; a slow reader holds none. */
  private void forEach(OrganizationId organization, AuditEventFilter filter, Sink sink)
      throws IOException {
    List<AuditEventResponse> batch = events.list(organization, filter, BATCH);
    while (!batch.isEmpty()) {
      for (AuditEventResponse event : batch) {
        sink.take(event);
      }
      batch = events.list(organization, filter.before(batch.getLast().id()), BATCH);
    }
  }

  private static void write(AuditEventResponse event, Spreadsheet sheet) throws IOException {
    sheet.value(event.occurredAt());
    sheet.value(event.action());
    sheet.value(event.actorKind());
    sheet.text(event.actorName());
    sheet.text(event.targetId());
    sheet.text(event.targetName());
    sheet.text(event.sourceAddress());
    sheet.text(event.device());
    sheet.text(text(event.before()));
    sheet.text(text(event.after()));
    sheet.text(event.reason());
    sheet.value(event.actorId());
    sheet.value(event.id());
    sheet.endRow();
  }

  private static @Nullable String text(@Nullable JsonNode document) {
    return document == null ? null : document.toString();
  }
}
