package dev.inlet.imis;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.platform.time.Deadline;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;

/**
 * {@code POST {base}/token} with the password grant. Bad credentials are a 400 with {@code
 * invalid_grant}, not a 401; the life of a token is whatever {@code expires_in} says (iMIS REST
 * reference, sections 1.1 to 1.3).
 */
final class TokenEndpoint {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** Without a charset: it has none, and what the library would name is not what is escaped. */
  private static final ContentType FORM = ContentType.create("application/x-www-form-urlencoded");

  private static final int ANSWER_BYTES_MAX = 256 * 1024;

  /** Only if iMIS does not say how long a token lives. */
  private static final Duration LIFE_ASSUMED = Duration.ofMinutes(5);

  /** However long iMIS says; also keeps absurd numbers out of the arithmetic. */
  private static final long LIFE_SECONDS_MAX = Duration.ofDays(1).toSeconds();

  private static final Duration MARGIN_MAX = Duration.ofSeconds(60);

  private final ImisAccount account;
  private final Line line;
  private final Clock clock;
  private final RandomGenerator random;

  TokenEndpoint(ImisAccount account, Line line, Clock clock, RandomGenerator random) {
    this.account = account;
    this.line = line;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Signs in.
   *
   * @param isForced whether also while iMIS is known not to answer
   * @throws ImisException if there is no token to be had
   */
  Token fetch(boolean isForced) throws ImisException {
    Instant asked = clock.instant();
    ImisAnswer answer =
        send(
            new Line.Call(
                this::request, Deadline.in(TIMEOUT), ANSWER_BYTES_MAX, isForced, CallTimes.UNTOLD));
    JsonNode body = ImisJson.parse(answer);
    if (answer.status() == 200 && body.path("access_token").isTextual()) {
      return token(body, asked);
    }
    // Without the answer, which is kept for the log: whatever is not iMIS may have echoed the
    // password.
    ImisFailure failure = failure(answer, body);
    throw failure == ImisFailure.THROTTLED ? line.throttled(null) : ImisException.of(failure);
  }

  private HttpPost request() {
    HttpPost request = new HttpPost(account.token());
    request.setEntity(new TrackedEntity(form().getBytes(StandardCharsets.US_ASCII), FORM));
    return request;
  }

  /** Nothing is written by asking for a token, so no failure here leaves anything open. */
  private ImisAnswer send(Line.Call call) throws ImisException {
    try {
      return line.signIn(call);
    } catch (ImisException e) {
      throw e.failure().mayHaveWritten() ? ImisException.of(ImisFailure.UNREACHABLE) : e;
    }
  }

  private String form() {
    return "grant_type=password&username=%s&password=%s"
        .formatted(encode(account.username()), encode(account.password()));
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /**
   * Renewed somewhat sooner than need be, by chance: the tokens of many connections are not to be
   * renewed at one instant.
   */
  private Token token(JsonNode body, Instant asked) {
    long seconds = body.path("expires_in").asLong(0);
    Duration life =
        seconds > 0 ? Duration.ofSeconds(Math.min(seconds, LIFE_SECONDS_MAX)) : LIFE_ASSUMED;
    Duration tenth = life.dividedBy(10);
    Duration margin = tenth.compareTo(MARGIN_MAX) < 0 ? tenth : MARGIN_MAX;
    Duration sooner = Duration.ofMillis(random.nextLong(tenth.toMillis() + 1));
    Instant expiresAt = asked.plus(life);
    Instant renewAt = expiresAt.minus(margin).minus(sooner);
    return new Token(body.get("access_token").textValue(), renewAt, expiresAt);
  }

  /** Anything but this one speaks of the request, or of what stands before iMIS. */
  private static ImisFailure refusal(JsonNode error) {
    if (error.asText().equals("invalid_grant")) {
      return ImisFailure.CREDENTIALS_REFUSED;
    }
    return error.isTextual() ? ImisFailure.UNAVAILABLE : ImisFailure.NOT_IMIS;
  }

  private static ImisFailure failure(ImisAnswer answer, JsonNode body) {
    return switch (answer.status()) {
      case 400, 401 -> refusal(body.path("error"));
      case 403 -> ImisFailure.NOT_PERMITTED;
      case 429 -> ImisFailure.THROTTLED;
      case 408, 500, 502, 503, 504 -> ImisFailure.UNAVAILABLE;
      default -> ImisFailure.NOT_IMIS;
    };
  }
}
