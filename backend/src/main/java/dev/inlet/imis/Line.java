package dev.inlet.imis;

import dev.inlet.platform.sharing.FairPlaces;
import dev.inlet.platform.time.Deadline;
import dev.inlet.platform.tracing.Part;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.jspecify.annotations.Nullable;

/**
 * One connection's way to its iMIS, and the manners on it: no more calls at once than agreed, none
 * before iMIS wants one, none while it is known not to answer.
 */
final class Line {

  private static final int WAITING_MAX = 1_000;

  /** Left for iMIS to answer in, whatever was waited for. */
  private static final Duration ANSWER_TIME = Duration.ofMillis(1_500);

  /** What those answer who stand before an iMIS that is not there. */
  private static final Set<Integer> OUTAGES = Set.of(502, 503, 504);

  /** No record is at stake, so that a 500 speaks of iMIS as a whole. */
  private static final Set<Integer> OUTAGES_AT_SIGN_IN = Set.of(500, 502, 503, 504);

  private final ImisHttp http;
  private final FairPlaces places;
  private final Circuit circuit;
  private final SlowDown slowDown;

  Line(ImisHttp http, int callsMax, Circuit circuit, SlowDown slowDown) {
    this.http = http;
    this.places = new FairPlaces(callsMax, WAITING_MAX);
    this.circuit = circuit;
    this.slowDown = slowDown;
  }

  /**
   * Something to send.
   *
   * @param requesting makes the request, anew for each time that it is sent
   * @param answerBytesMax how much of the answer's body is read at most
   * @param isForced whether it is sent while iMIS is known not to answer, too
   * @param times what its time goes to
   */
  record Call(
      Supplier<HttpUriRequestBase> requesting,
      Deadline deadline,
      int answerBytesMax,
      boolean isForced,
      CallTimes times) {}

  /**
   * Asks whether a call would be sent, given time.
   *
   * @throws ImisException if it would not
   */
  void check(Deadline deadline) throws ImisException {
    circuit.check();
    slowDown.requireEndBefore(deadline);
  }

  /**
   * Sends a call in its sender's turn; once more if iMIS only asked to come back and there is time,
   * for then nothing was done.
   *
   * @throws ImisException if no answer came
   */
  ImisAnswer call(Object sender, Call call) throws ImisException {
    Deadline startBy = startBy(call.deadline());
    try (Circuit.Passage passage = enter(call)) {
      slowDown.requireEndBefore(startBy);
      if (!places.acquire(sender, startBy, call.times().waiting())) {
        throw ImisException.of(ImisFailure.BUSY);
      }
      try {
        awaitReturn(startBy, call.times());
        passage.recheck();
        ImisAnswer answer = send(passage, call, OUTAGES);
        return isToCallAgain(answer, call) ? send(passage, call, OUTAGES) : answer;
      } finally {
        places.release();
      }
    }
  }

  /**
   * Sends what asks for a token: it takes no place, and waits for nothing, for others wait for it.
   *
   * @throws ImisException if no answer came
   */
  ImisAnswer signIn(Call call) throws ImisException {
    try (Circuit.Passage passage = enter(call)) {
      if (!slowDown.isOver()) {
        throw slowDown.refusal(null);
      }
      return send(passage, call, OUTAGES_AT_SIGN_IN);
    }
  }

  /** Whether iMIS is known not to answer. */
  boolean isSilent() {
    return circuit.isOpen();
  }

  /** When iMIS wants to be called again; empty if it did not ask for a pause. */
  Optional<Instant> wantsCallsAt() {
    return slowDown.wantsCallsAt();
  }

  /** What to make of it that iMIS asked to slow down. */
  ImisException throttled(@Nullable ImisAnswer answer) {
    return slowDown.refusal(answer);
  }

  /**
   * Waits for iMIS to want calls again.
   *
   * @return false if it did not say when
   * @throws ImisException at once if that is too late for the deadline
   */
  boolean awaitReturn(Deadline deadline, CallTimes times) throws ImisException {
    if (slowDown.isOver()) {
      return false;
    }
    return times
        .waiting()
        .time(
            () -> {
              slowDown.await(deadline);
              return true;
            });
  }

  /**
   * Nobody waits so long that iMIS has no time left to answer: what could surely not have been done
   * would become a doubt.
   */
  private static Deadline startBy(Deadline deadline) {
    Duration quarter = deadline.remaining().dividedBy(4);
    return deadline.minus(quarter.compareTo(ANSWER_TIME) < 0 ? quarter : ANSWER_TIME);
  }

  private Circuit.Passage enter(Call call) throws ImisException {
    return call.isForced() ? circuit.enterAnyway() : circuit.enter();
  }

  private boolean isToCallAgain(ImisAnswer answer, Call call) {
    if (answer.status() != 429 || !slowDown.heed(answer)) {
      return false;
    }
    try {
      awaitReturn(startBy(call.deadline()), call.times());
      return true;
    } catch (ImisException e) {
      return false; // too late: the answer says all there is to say
    }
  }

  private ImisAnswer send(Circuit.Passage passage, Call call, Set<Integer> outages)
      throws ImisException {
    HttpUriRequestBase request = call.requesting().get();
    request.setHeader("Accept", "application/json");
    try {
      ImisAnswer answer =
          call.times().calls().time(() -> Part.call("imis call", () -> sent(request, call)));
      slowDown.heed(answer);
      if (outages.contains(answer.status())) {
        passage.silent();
      } else {
        passage.answered();
      }
      return answer;
    } catch (ImisException e) {
      if (e.isOutage()) {
        passage.silent();
      }
      throw e;
    }
  }

  /** No header of a trace goes with it: whose iMIS it is has no use for our ids. */
  private ImisAnswer sent(HttpUriRequestBase request, Call call) throws ImisException {
    Part.note("http.request.method", request.getMethod());
    try {
      ImisAnswer answer = http.send(request, body(request), call.deadline(), call.answerBytesMax());
      Part.note("http.response.status_code", answer.status());
      return answer;
    } catch (ImisException e) {
      Part.note("error.type", e.failure().name());
      throw e;
    }
  }

  private static TrackedEntity body(HttpUriRequestBase request) {
    return request.getEntity() instanceof TrackedEntity entity
        ? entity
        : new TrackedEntity(
            new byte[0], ContentType.create("application/json", StandardCharsets.UTF_8));
  }
}
