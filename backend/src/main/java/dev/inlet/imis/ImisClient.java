package dev.inlet.imis;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.platform.time.Deadline;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.jspecify.annotations.Nullable;

/**
 * One connection to one iMIS: its token and its manners. Safe for any number of threads, meant to
 * be kept as long as the connection's settings stay.
 */
public final class ImisClient {

  private static final ContentType JSON =
      ContentType.create("application/json", StandardCharsets.UTF_8);

  private final ImisAccount account;
  private final Line line;
  private final TokenSource tokens;
  private final LargeReads largeReads;
  private final ImisMeters meters;

  /** Whose calls these are: senders of one connection take turns. */
  private final Object sender;

  private final CallTimes times;

  ImisClient(
      ImisAccount account,
      Line line,
      TokenSource tokens,
      LargeReads largeReads,
      ImisMeters meters,
      Object sender,
      CallTimes times) {
    this.account = account;
    this.line = line;
    this.tokens = tokens;
    this.largeReads = largeReads;
    this.meters = meters;
    this.sender = sender;
    this.times = times;
  }

  /** The same connection for one of those who share it, none of whom keeps the others waiting. */
  public ImisClient onBehalfOf(Object someone) {
    return new ImisClient(account, line, tokens, largeReads, meters, someone, times);
  }

  /** The same connection for one thread that wants to know what the time of its calls goes to. */
  public ImisClient timed(CallTimes spent) {
    return new ImisClient(account, line, tokens, largeReads, meters, sender, spent);
  }

  /**
   * A record that iMIS wrote.
   *
   * @param identity the first element of its identity; null if iMIS did not say
   */
  public record Inserted(@Nullable String identity, ImisAnswer answer) {}

  /**
   * Inserts a record; not to be repeated unless the failure says that nothing was written.
   *
   * @param entity the entity's name, such as {@code Activity}
   * @param body from {@link EntityBody}
   * @throws ImisException for every ending but a written record
   */
  public Inserted insert(String entity, byte[] body, Deadline deadline) throws ImisException {
    return meters.count(() -> inserted(authorized(deadline, () -> post(entity, body), Call.WRITE)));
  }

  /**
   * Signs in, whatever is known of the credentials, and reads something small: to see whether
   * address, credentials and role work. Asked for by a person: bad sign-ins may lock the account.
   *
   * @throws ImisException if they do not
   */
  public void test(Deadline deadline) throws ImisException {
    meters.count(
        () -> {
          Token token = tokens.signIn(deadline);
          ImisAnswer answer = send(deadline, () -> get("Party?limit=1"), token, Call.TEST);
          requireSuccess(answer, Call.TEST);
          if (!ImisJson.parse(answer).path("Items").isObject()) {
            throw ImisException.of(ImisFailure.NOT_IMIS, answer);
          }
          return answer;
        });
  }

  /**
   * Reads something small.
   *
   * @param path below {@code /api/}, with its query
   * @throws ImisException if it could not be read
   */
  ImisAnswer read(String path, Deadline deadline) throws ImisException {
    return meters.count(() -> authorized(deadline, () -> get(path), Call.READ));
  }

  /** Makes little of an answer that may be large. */
  @FunctionalInterface
  interface Digest<T> {
    T of(ImisAnswer answer) throws ImisException;
  }

  /**
   * Reads something that may be large, and makes something small of it while it has the memory.
   *
   * @param path below {@code /api/}, with its query
   * @throws ImisException if it could not be read as a whole
   */
  <T> T readLarge(String path, Deadline deadline, Digest<T> digest) throws ImisException {
    String host = String.valueOf(account.baseUrl().getHost());
    return meters.count(
        () -> largeReads.read(host, deadline, () -> digested(path, deadline, digest)));
  }

  private <T> T digested(String path, Deadline deadline, Digest<T> digest) throws ImisException {
    ImisAnswer answer = authorized(deadline, () -> get(path), Call.READ_LARGE);
    if (answer.isCut()) {
      throw ImisException.of(ImisFailure.UNREADABLE_ANSWER);
    }
    return digest.of(answer);
  }

  /** Whether iMIS is known not to answer, so that nothing is sent for now. */
  public boolean isSilent() {
    return line.isSilent();
  }

  /** When iMIS wants to be called again; empty if it did not ask for a pause. */
  public Optional<Instant> wantsCallsAt() {
    return line.wantsCallsAt();
  }

  private enum Call {
    TEST(256 * 1024),
    READ(256 * 1024),
    READ_LARGE(4 * 1024 * 1024),
    WRITE(256 * 1024);

    private final int answerBytesMax;

    Call(int answerBytesMax) {
      this.answerBytesMax = answerBytesMax;
    }
  }

  /** A 401 means that nothing was done: a new token once, and once more. */
  private ImisAnswer authorized(
      Deadline deadline, Supplier<HttpUriRequestBase> requesting, Call call) throws ImisException {
    line.check(deadline);
    Token token = token(deadline);
    ImisAnswer answer = send(deadline, requesting, token, call);
    if (answer.status() == 401) {
      tokens.invalidate(token);
      answer = send(deadline, requesting, token(deadline), call);
    }
    requireSuccess(answer, call);
    return answer;
  }

  /** Once more if iMIS only asked to come back. */
  private Token token(Deadline deadline) throws ImisException {
    try {
      return tokens.get(deadline, times.signIn());
    } catch (ImisException e) {
      if (e.failure() == ImisFailure.THROTTLED && line.awaitReturn(deadline, times)) {
        return tokens.get(deadline, times.signIn());
      }
      throw e;
    }
  }

  private HttpGet get(String path) {
    return new HttpGet(account.api(path));
  }

  private HttpPost post(String entity, byte[] body) {
    HttpPost request = new HttpPost(account.api(entity));
    request.setEntity(new TrackedEntity(body, JSON));
    // What the simulated iMIS answers, a few kB, took longer to compress than to send.
    request.setHeader("Accept-Encoding", "identity");
    return request;
  }

  private ImisAnswer send(
      Deadline deadline, Supplier<HttpUriRequestBase> requesting, Token token, Call call)
      throws ImisException {
    Supplier<HttpUriRequestBase> authorized =
        () -> {
          HttpUriRequestBase request = requesting.get();
          request.setHeader("Authorization", "Bearer " + token.value());
          return request;
        };
    return line.call(
        sender, new Line.Call(authorized, deadline, call.answerBytesMax, call == Call.TEST, times));
  }

  private static Inserted inserted(ImisAnswer answer) throws ImisException {
    boolean saysNothing = answer.body().length == 0 && answer.status() != 200;
    if (saysNothing) {
      return new Inserted(null, answer);
    }
    JsonNode body = ImisJson.parse(answer);
    if (answer.isCut() || !ImisJson.isEntity(body)) {
      throw ImisException.of(ImisFailure.UNREADABLE_ANSWER, answer);
    }
    String identity = ImisJson.firstIdentityElement(body);
    return new Inserted(identity.isEmpty() ? null : identity, answer);
  }

  private void requireSuccess(ImisAnswer answer, Call call) throws ImisException {
    if (answer.isSuccess()) {
      return;
    }
    ImisFailure failure = failure(answer.status());
    boolean nothingWasAtStake = call != Call.WRITE && failure.mayHaveWritten();
    throw switch (failure) {
      case RECORD_REFUSED ->
          ImisException.recordRefused(ImisJson.validationMessages(ImisJson.parse(answer)), answer);
      case THROTTLED -> line.throttled(answer);
      default -> ImisException.of(nothingWasAtStake ? ImisFailure.UNAVAILABLE : failure, answer);
    };
  }

  private static ImisFailure failure(int status) {
    return switch (status) {
      case 400, 422 -> ImisFailure.RECORD_REFUSED;
      case 401 -> ImisFailure.NOT_AUTHENTICATED;
      case 403 -> ImisFailure.NOT_PERMITTED;
      // An unknown entity is 501 "Service not implemented", not 404.
      case 404, 405, 501 -> ImisFailure.NOT_FOUND;
      case 409 -> ImisFailure.CONFLICT;
      case 413 -> ImisFailure.TOO_LARGE;
      case 429 -> ImisFailure.THROTTLED;
      case 503 -> ImisFailure.UNAVAILABLE;
      default -> {
        if (status >= 500 || status == 408) {
          yield ImisFailure.SERVER_ERROR;
        }
        yield status >= 400 ? ImisFailure.RECORD_REFUSED : ImisFailure.NOT_IMIS;
      }
    };
  }
}
