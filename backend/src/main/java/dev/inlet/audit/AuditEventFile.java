package dev.inlet.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes audit events to a file, the newest first, some at a time. */
@Singleton
class AuditEventFile {

  private static final int BATCH = 500;

  /** What a spreadsheet would take for a formula, were it the first character of a cell. */
  private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r].*", Pattern.DOTALL);

  private static final CSVFormat CSV =
      CSVFormat.RFC4180
          .builder()
          .setHeader(
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
              "id")
          .get();

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

  /** For a spreadsheet; no cell is a formula. */
  void writeCsv(OrganizationId organization, AuditEventFilter filter, OutputStream out)
      throws IOException {
    CSVPrinter printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSV);
    forEach(organization, filter, event -> printer.printRecord(cells(event)));
    printer.flush(); // not closed: whoever gave the stream closes it
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

  private static List<String> cells(AuditEventResponse event) {
    return List.of(
        event.occurredAt().toString(),
        event.action().toString(),
        event.actorKind().toString(),
        cell(event.actorName()),
        cell(event.targetId()),
        cell(event.targetName()),
        cell(event.sourceAddress()),
        cell(event.device()),
        cell(text(event.before())),
        cell(text(event.after())),
        cell(event.reason()),
        cell(Objects.toString(event.actorId(), "")),
        event.id().toString());
  }

  private static String cell(@Nullable String text) {
    if (text == null) {
      return "";
    }
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }

  private static @Nullable String text(@Nullable JsonNode document) {
    return document == null ? null : document.toString();
  }
}
