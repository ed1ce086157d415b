package dev.inlet.platform.csv;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file that is written row after row. No text in it is a formula to a spreadsheet, whoever
 * wrote it, and none of its characters is unseen: what ends a text or turns its direction around is
 * written as an escape. It begins with a byte order mark: without it Excel takes UTF-8 for
 * something else, and names lose their accents.
 */
public final class Spreadsheet {

  private static final char BYTE_ORDER_MARK = '\ufeff';

  /** What a spreadsheet takes for the beginning of a formula; some take wide ones, too. */
  private static final String FORMULA_BEGINNINGS = "=+-@\t\r\n＝＋－＠";

  /** Control characters but those that break lines, and what turns text around. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069&&[^\\t\\r\\n]]");

  private final CSVPrinter printer;

  /**
   * Begins a file.
   *
   * @param out is not closed: whoever gave it closes it
   */
  public Spreadsheet(OutputStream out, List<String> columns) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write(BYTE_ORDER_MARK);
    printer = new CSVPrinter(writer, CSVFormat.RFC4180);
    for (String column : columns) {
      text(column);
    }
    endRow();
  }

  /** Adds a cell of a text that anybody may have written; null is an empty cell. */
  public void text(@Nullable String text) throws IOException {
    String seen = text == null ? null : UNSEEN.matcher(text).replaceAll(Spreadsheet::escape);
    printer.print(seen == null || !isFormula(seen) ? seen : "'" + seen);
  }

  /** Adds a cell of what is no text: a number, a time, a word of Inlet's own. */
  public void value(@Nullable Object value) throws IOException {
    printer.print(value);
  }

  public void endRow() throws IOException {
    printer.println();
  }

  public void flush() throws IOException {
    printer.flush();
  }

  private static String escape(MatchResult unseen) {
    return "\\\\u%04x".formatted((int) unseen.group().charAt(0));
  }

  private static boolean isFormula(String text) {
    return !text.isEmpty() && FORMULA_BEGINNINGS.indexOf(text.charAt(0)) >= 0;
  }
}
