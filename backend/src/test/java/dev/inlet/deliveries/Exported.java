package dev.inlet.deliveries;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.testing.Tenant;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** What a tenant exports, whatever the filter. */
record Exported(Tenant tenant) {

  List<ObjectNode> lines(String filter) {
    return tenant
        .get("/deliveries/export?format=NDJSON" + filter)
        .body()
        .lines()
        .map(Exported::line)
        .toList();
  }

  private static ObjectNode line(String line) {
    try {
      return (ObjectNode) Tenant.JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError(line, e);
    }
  }

  List<CSVRecord> csv(String filter) throws IOException {
    String body = tenant.get("/deliveries/export?format=CSV" + filter).body();
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(body.substring(1)))
        .getRecords();
  }
}
