package dev.inlet.imis;

import dev.inlet.platform.time.Deadline;
import dev.inlet.platform.time.Stopwatch;
import dev.inlet.platform.tracing.Part;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One connection's token: fetched once however many wait for it, renewed before it expires while
 * the old one is still used. While iMIS refuses the credentials, none is asked for: the old one is
 * used as long as it lives.
 */
final class TokenSource {

  private final TokenEndpoint endpoint;
  private final CredentialsHealth health;
  private final SignInGate gate;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Token token;
  private @Nullable CompletableFuture<Token> fetch;

  TokenSource(TokenEndpoint endpoint, CredentialsHealth health, SignInGate gate, Clock clock) {
    this.endpoint = endpoint;
    this.health = health;
    this.gate = gate;
    this.clock = clock;
  }

  /**
   * A token that lives.
   *
   * @param waited runs while there is none
   * @throws ImisException if there is none to be had by the deadline
   */
  Token get(Deadline deadline, Stopwatch waited) throws ImisException {
    CompletableFuture<Token> awaited;
    lock.lock();
    try {
      Instant now = clock.instant();
      Token held = token;
      if (held != null && now.isBefore(held.expiresAt())) {
        boolean isDue = !now.isBefore(held.renewAt());
        if (isDue && fetch == null && gate.isOpen()) {
          var _ = fetchOnce(false); // whoever needs it waits for it; this caller has a good one
        }
        return held;
      }
      if (!gate.isOpen()) {
        throw gate.refusal();
      }
      awaited = fetchOnce(false);
    } finally {
      lock.unlock();
    }
    return waited.time(() -> Part.of("imis sign-in", () -> await(awaited, deadline)));
  }

  /** Signs in anew, whatever is known of the credentials: a person wants to know it now. */
  Token signIn(Deadline deadline) throws ImisException {
    CompletableFuture<Token> awaited;
    lock.lock();
    try {
      awaited = fetchOnce(true);
    } finally {
      lock.unlock();
    }
    return await(awaited, deadline);
  }

  /** Forgets a token that iMIS did not accept, unless another one took its place already. */
  void invalidate(Token refused) {
    lock.lock();
    try {
      if (refused.equals(token)) {
        token = null;
      }
    } finally {
      lock.unlock();
    }
  }

  private CompletableFuture<Token> fetchOnce(boolean isForced) {
    if (fetch != null) {
      return fetch;
    }
    CompletableFuture<Token> started = new CompletableFuture<>();
    fetch = started;
    Thread.startVirtualThread(() -> fetch(started, isForced));
    return started;
  }

  private void fetch(CompletableFuture<Token> started, boolean isForced) {
    try {
      Token fetched = endpoint.fetch(isForced);
      health.accepted();
      settle(() -> token = fetched);
      started.complete(fetched);
    } catch (ImisException e) {
      if (e.failure() == ImisFailure.CREDENTIALS_REFUSED) {
        health.refused();
      }
      settle(() -> {});
      started.completeExceptionally(e);
    } catch (RuntimeException | Error e) {
      settle(() -> {});
      started.completeExceptionally(e);
    }
  }

  private void settle(Runnable change) {
    lock.lock();
    try {
      change.run();
      fetch = null;
    } finally {
      lock.unlock();
    }
  }

  private static Token await(CompletableFuture<Token> awaited, Deadline deadline)
      throws ImisException {
    try {
      return awaited.get(deadline.remaining().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw ImisException.of(ImisFailure.UNREACHABLE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ImisException.of(ImisFailure.UNREACHABLE);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ImisException failure) {
        throw failure;
      }
      throw new IllegalStateException("A token could not be fetched", e.getCause());
    }
  }
}
