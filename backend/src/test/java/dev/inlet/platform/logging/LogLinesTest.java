package dev.inlet.platform.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A real logger with the configuration of production, and what strangers would like to write. */
class LogLinesTest {

  private static final Logger LOG = (Logger) LoggerFactory.getLogger(LogLinesTest.class);
  private static final Logger ROOT = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

  /** Whatever a terminal, an editor or a collector may take for the end of a line, and more. */
  private static final List<String> BREAKS =
      List.of(
          "\n",
          "\r",
          "\r\n",
          "\u000B",
          "\f",
          "\u0085",
          "\u2028",
          "\u2029",
          "\u001B[2K\r",
          "\0",
          "\u009B1A",
          "\b");

  private static final String FORGED = "2026-05-26T14:30:00.000Z ERROR d.i.Forged all is lost";

  private final String mark = UUID.randomUUID().toString();

  @Test
  void aMessageIsOneLineWhateverItQuotes() {
    String hostile = mark + String.join(FORGED, BREAKS) + FORGED;

    String logged = logged(() -> LOG.warn("Quoting {}", hostile));

    assertThat(logged.split("\\R")).hasSize(1);
    assertThat(logged).contains(FORGED).matches("\\d{4}-.*WARN .*Quoting [^\\p{Cc}]*\\R");
  }

  @Test
  void theTextOfAnExceptionIsOneLineWhateverItQuotes() {
    String logged = logged(() -> LOG.warn("Failed", new IllegalStateException(hostile())));

    assertNothingForged(logged, 0);
  }

  @Test
  void theTextOfANestedCauseIsOneLineWhateverItQuotes() {
    Exception cause = new IllegalArgumentException(hostile());
    Exception suppressed = new IllegalStateException(hostile(), new Exception(hostile()));
    cause.addSuppressed(suppressed);
    Exception failure = new IllegalStateException(hostile(), new Exception("between", cause));

    String logged = logged(() -> LOG.error("Failed", failure));

    assertNothingForged(logged, 3);
    assertThat(logged).contains("Suppressed: java.lang.IllegalStateException: ");
  }

  @Test
  void anExceptionThatWritesItselfIsOneLineToo() {
    String logged = logged(() -> LOG.warn("Failed", new SelfWritten(hostile())));

    assertNothingForged(logged, 0);
  }

  @Test
  void nothingTurnsOrHidesWhatStandsAroundIt() {
    String hostile = mark + "a\u202Eb\u2066c\u200Fd\u2069e";

    String logged = logged(() -> LOG.warn("{}", hostile, new IllegalStateException(hostile)));

    assertThat(logged).doesNotContainPattern("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");
  }

  @Test
  void aCauseThatGoesInCirclesIsLogged() {
    Exception one = new IllegalStateException(mark + " one");
    Exception two = new IllegalStateException("two", one);
    one.initCause(two);

    assertThat(logged(() -> LOG.warn("Failed", one))).contains("CIRCULAR REFERENCE");
  }

  /** Also what a trace itself is made of. */
  private String hostile() {
    StringBuilder text = new StringBuilder(mark);
    for (String end : BREAKS) {
      text.append(end).append(FORGED);
      text.append(end).append("Caused by: forged.Exception: ").append(FORGED);
      text.append(end).append("\tat forged.Frame.of(Forged.java:1)");
      text.append(end).append("\t... 7 common frames omitted");
    }
    return text.toString();
  }

  private static void assertNothingForged(String logged, int causes) {
    List<String> lines = logged.lines().toList();
    assertThat(logged.split("\\R")).hasSameSizeAs(lines);
    assertThat(logged).doesNotContainPattern("[\\p{Cc}\\u2028\\u2029&&[^\\n\\t]]");
    assertThat(lines).noneMatch(line -> line.startsWith(FORGED));
    assertThat(lines).noneMatch(line -> line.strip().startsWith("at forged"));
    assertThat(lines).noneMatch(line -> line.strip().startsWith("... 7 common"));
    assertThat(lines).noneMatch(line -> line.strip().startsWith("Caused by: forged"));
    assertThat(lines.stream().filter(line -> line.strip().startsWith("Caused by: ")))
        .hasSize(causes);
    assertThat(lines).anyMatch(line -> line.contains(FORGED)); // nothing is kept from the reader
  }

  /** What the appender of production writes for the one event. */
  private static String logged(Runnable logging) {
    ListAppender<ILoggingEvent> events = new ListAppender<>();
    events.start();
    LOG.addAppender(events);
    try {
      logging.run();
    } finally {
      LOG.detachAppender(events);
    }
    OutputStreamAppender<ILoggingEvent> stdout =
        (OutputStreamAppender<ILoggingEvent>) ROOT.getAppender("stdout");
    byte[] written = stdout.getEncoder().encode(events.list.getFirst());
    return new String(written, StandardCharsets.UTF_8);
  }

  @SuppressWarnings("OverrideThrowableToString")
  private static final class SelfWritten extends Exception {

    private static final long serialVersionUID = 1L;

    SelfWritten(String message) {
      super(message);
    }

    @Override
    public String toString() {
      return "Written by itself: " + getMessage();
    }
  }
}
