package dev.imissimulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.QueryStringDecoder;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** The password grant, with the answers of the OWIN server that iMIS is built on. */
@Singleton
final class TokenEndpoint {
  static final String USER_NAME = "demo";
  static final String PASSWORD = "demo&100%=ok";

  private static final Pattern BARE_PERCENT = Pattern.compile("%(?![0-9a-fA-F]{2})");

  private final Switchboard switchboard;
  private final Tokens tokens;
  private final AtomicInteger badLogins = new AtomicInteger();

  TokenEndpoint(Switchboard switchboard, Tokens tokens) {
    this.switchboard = switchboard;
    this.tokens = tokens;
  }

  Answer answer(ImisRequest request) {
    Map<String, String> form = form(request);
    if (!request.method().equals("POST") || !"password".equals(form.get("grant_type"))) {
      return Answer.json(400, Json.object().put("error", "unsupported_grant_type"));
    }
    Switches switches = switchboard.current();
    return isAuthentic(form, switches)
        ? Answer.json(200, token(switches))
        : Answer.json(
            400,
            Json.object()
                .put("error", "invalid_grant")
                .put("error_description", switches.badCredentialsDescription()));
  }

  void reset() {
    badLogins.set(0);
    tokens.revokeAll();
  }

  private boolean isAuthentic(Map<String, String> form, Switches switches) {
    int limit = switches.badLoginsBeforeLockOut();
    if (switches.credentialsRefused() || (limit > 0 && badLogins.get() >= limit)) {
      return false;
    }
    boolean right =
        USER_NAME.equalsIgnoreCase(form.get("username")) && PASSWORD.equals(form.get("password"));
    badLogins.updateAndGet(count -> right ? 0 : count + 1);
    return right;
  }

  private ObjectNode token(Switches switches) {
    Instant issued = Instant.now();
    Instant expiry = issued.plus(switches.tokenLife());
    ObjectNode answer =
        Json.object()
            .put("access_token", tokens.issue(issued, expiry))
            .put("token_type", "bearer")
            .put("expires_in", switches.tokenLife().toSeconds())
            .put("userName", USER_NAME.toUpperCase(Locale.ROOT));
    return switches.tokenDates()
        ? answer.put(".issued", rfc1123(issued)).put(".expires", rfc1123(expiry))
        : answer;
  }

  /**
   * Names whatever their case. Empty for a body that is not a form, which this server does not look
   * into.
   */
  private static Map<String, String> form(ImisRequest request) {
    Map<String, String> form = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    String type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    if (type.startsWith("application/x-www-form-urlencoded")) {
      parameters(new String(request.body(), UTF_8))
          .forEach((name, values) -> form.put(name, values.getFirst()));
    }
    return form;
  }

  /** A percent sign that begins no escape stands for itself, as in ASP.NET. */
  private static Map<String, List<String>> parameters(String body) {
    String escaped = BARE_PERCENT.matcher(body).replaceAll("%25");
    return new QueryStringDecoder(escaped, UTF_8, false, 100, true).parameters();
  }

  private static String rfc1123(Instant instant) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        instant.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
  }
}
