package dev.inlet.benchmarks.deliverylog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inlet.benchmarks.Caller.GivenUpException;
import dev.inlet.benchmarks.Postgres;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** The plans by which PostgreSQL answered, as it explains them itself in its log. */
final class Plans {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Postgres postgres;
  private final StringBuilder text = new StringBuilder();

  Plans(Postgres postgres) {
    this.postgres = postgres;
  }

  String text() {
    return text.toString();
  }

  /** One request. */
  interface Request {
    Object send() throws IOException, InterruptedException;
  }

  /** Sends the request once more, explained. Sessions notice a while later that they have to. */
  void explain(String name, Request request)
      throws IOException, SQLException, InterruptedException {
    postgres.explain(true);
    Instant end = Instant.now().plus(PATIENCE);
    String plans = "";
    while (plans.isEmpty() && Instant.now().isBefore(end)) {
      long begin = Files.size(postgres.log());
      try {
        request.send();
        plans = since(begin);
      } catch (GivenUpException e) {
        plans = "(given up before it could be explained)\n";
      }
    }
    postgres.explain(false);
    text.append("== ").append(name).append("\n\n").append(plans).append('\n');
  }

  /** What is said of reading deliveries; who calls and what is open to them is looked up, too. */
  private String since(long begin) throws IOException {
    StringBuilder found = new StringBuilder();
    try (RandomAccessFile log = new RandomAccessFile(postgres.log().toFile(), "r")) {
      log.seek(begin);
      byte[] rest = new byte[(int) (log.length() - begin)];
      log.readFully(rest);
      for (String line : new String(rest, StandardCharsets.UTF_8).lines().toList()) {
        String message = message(line);
        if (message.contains("plan:") && isOfDeliveries(message)) {
          found.append(message).append("\n\n");
        }
      }
    }
    return found.toString();
  }

  private static boolean isOfDeliveries(String message) {
    return message.contains("FROM deliveries") || message.contains("FROM delivery_terms");
  }

  private static String message(String line) {
    try {
      JsonNode entry = JSON.readTree(line);
      return entry.path("message").asText();
    } catch (IOException e) {
      return ""; // the rest of a line that was being written
    }
  }
}
