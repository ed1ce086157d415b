package dev.inlet.imis;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.platform.time.Deadline;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.jspecify.annotations.Nullable;

/**
 * One connection to one iMIS: its token, and no more calls at once than it allows. Safe for any
 * number of threads, meant to be kept as long as the connection's settings stay.
 */
public final class ImisClient {

  /** Whoever would wait behind so many others is told at once instead. */
  private static final int WAITING_MAX = 1_000;

  private static final ContentType JSON =
      ContentType.create("application/json", StandardCharsets.UTF_8);

  private final ImisAccount account;
  private final ImisHttp http;
  private final TokenSource tokens;
  private final Semaphore calls;
  private final LargeReads largeReads;

  ImisClient(ImisAccount account, ImisHttp http, TokenSource tokens, LargeReads largeReads) {
    this.account = account;
    this.http = http;
    this.tokens = tokens;
    this.largeReads = largeReads;
    this.calls = new Semaphore(account.concurrentCallsMax(), true);
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
    ImisAnswer answer = authorized(deadline, () -> post(entity, body), Call.WRITE);
    return inserted(answer);
  }

  /**
   * Reads something small to see whether address, credentials and role work.
   *
   * @throws ImisException if they do not
   */
  public void test(Deadline deadline) throws ImisException {
    ImisAnswer answer = read("Party?limit=1", deadline);
    if (!ImisJson.parse(answer).path("Items").isObject()) {
      throw ImisException.of(ImisFailure.NOT_IMIS, answer);
    }
  }

  /**
   * Reads something small.
   *
   * @param path below {@code /api/}, with its query
   * @throws ImisException if it could not be read
   */
  ImisAnswer read(String path, Deadline deadline) throws ImisException {
    return authorized(deadline, () -> new HttpGet(account.api(path)), Call.READ);
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
    return largeReads.read(
        host,
        deadline,
        () -> {
          ImisAnswer answer =
              authorized(deadline, () -> new HttpGet(account.api(path)), Call.READ_LARGE);
          if (answer.isCut()) {
            throw ImisException.of(ImisFailure.UNREADABLE_ANSWER);
          }
          return digest.of(answer);
        });
  }

  private enum Call {
    READ(256 * 1024),
    READ_LARGE(4 * 1024 * 1024),
    WRITE(256 * 1024);

    private final int answerBytesMax;

    Call(int answerBytesMax) {
      this.answerBytesMax = answerBytesMax;
    }
  }

  @FunctionalInterface
  private interface Requesting {
    HttpUriRequestBase request();
  }

  /** A 401 means that nothing was done: a new token once, and once more. */
  private ImisAnswer authorized(Deadline deadline, Requesting requesting, Call call)
      throws ImisException {
    Token token = tokens.get(deadline);
    ImisAnswer answer = limited(deadline, requesting.request(), token, call);
    if (answer.status() == 401) {
      tokens.invalidate(token);
      answer = limited(deadline, requesting.request(), tokens.get(deadline), call);
    }
    if (!answer.isSuccess()) {
      throw refusal(answer, call);
    }
    return answer;
  }

  private HttpPost post(String entity, byte[] body) {
    HttpPost request = new HttpPost(account.api(entity));
    request.setEntity(new TrackedEntity(body, JSON));
    return request;
  }

  private ImisAnswer limited(Deadline deadline, HttpUriRequestBase request, Token token, Call call)
      throws ImisException {
    acquire(calls, deadline);
    try {
      request.setHeader("Authorization", "Bearer " + token.value());
      request.setHeader("Accept", "application/json");
      TrackedEntity body =
          request.getEntity() instanceof TrackedEntity entity
              ? entity
              : new TrackedEntity(new byte[0], JSON);
      return http.send(request, body, deadline, call.answerBytesMax);
    } finally {
      calls.release();
    }
  }

  private static void acquire(Semaphore permits, Deadline deadline) throws ImisException {
    try {
      if (permits.getQueueLength() < WAITING_MAX
          && permits.tryAcquire(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw ImisException.of(ImisFailure.BUSY);
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

  private static ImisException refusal(ImisAnswer answer, Call call) {
    ImisFailure failure = failure(answer.status());
    if (failure == ImisFailure.RECORD_REFUSED) {
      List<String> messages = ImisJson.validationMessages(ImisJson.parse(answer));
      return new ImisException(failure, messages, answer);
    }
    boolean nothingWasAtStake = call != Call.WRITE && failure.mayHaveWritten();
    return ImisException.of(nothingWasAtStake ? ImisFailure.UNAVAILABLE : failure, answer);
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
