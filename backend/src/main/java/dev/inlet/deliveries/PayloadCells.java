package dev.inlet.deliveries;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.inlet.platform.csv.Spreadsheet;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Spreads payloads over the columns of a spreadsheet: one for each property that a schema
 * describes, and one for the whole body where these do not tell all of it.
 */
final class PayloadCells {

  private static final JsonFactory JSON = new JsonFactory();

  private final List<String> properties;
  private final Map<String, Integer> columns = new HashMap<>();
  private final @Nullable String[] cells;
  private final boolean[] areNumbers;

  /**
   * Cells of payloads.
   *
   * @param properties the names of those that have a column
   */
  PayloadCells(List<String> properties) {
    this.properties = List.copyOf(properties);
    this.cells = new String[properties.size()];
    this.areNumbers = new boolean[properties.size()];
    for (int i = 0; i < properties.size(); i++) {
      columns.put(properties.get(i), i);
    }
  }

  List<String> headings() {
    return properties.stream().map(name -> "payload." + name).toList();
  }

  void write(byte[] body, Spreadsheet sheet) throws IOException {
    Arrays.fill(cells, null);
    Arrays.fill(areNumbers, false);
    boolean isToldWhole = !columns.isEmpty() && spread(body);
    for (int i = 0; i < cells.length; i++) {
      if (areNumbers[i]) {
        sheet.value(cells[i]);
      } else {
        sheet.text(cells[i]);
      }
    }
    sheet.text(isToldWhole ? null : text(body));
  }

  /** Whether the cells tell all of it. */
  private boolean spread(byte[] body) {
    try (JsonParser parser = JSON.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      boolean isToldWhole = true;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        Integer column = columns.get(parser.currentName());
        JsonToken value = parser.nextToken();
        if (column == null || cells[column] != null || value.isStructStart()) {
          isToldWhole = false;
          parser.skipChildren();
        } else if (value != JsonToken.VALUE_NULL) {
          cells[column] = parser.getText();
          areNumbers[column] = value.isNumeric();
        }
      }
      return isToldWhole && parser.nextToken() == null;
    } catch (IOException e) {
      return false; // as far as it could be read
    }
  }

  private static String text(byte[] body) {
    DeliveryBody whole = DeliveryBody.of(body, false);
    return whole.encoding().equals("utf-8")
        ? whole.content()
        : whole.encoding() + ":" + whole.content();
  }
}
