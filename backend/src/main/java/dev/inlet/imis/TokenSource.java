package dev.inlet.imis;

import dev.inlet.platform.time.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One connection's token: fetched once however many wait for it, renewed before it expires while
 * the old one is still used. Refused credentials are not tried again for a while: repeated bad
 * sign-ins may lock the account.
 */
final class TokenSource {

  private static final Duration REFUSAL_REMEMBERED = Duration.ofSeconds(10);

  private final TokenEndpoint endpoint;
  private final CredentialsListener listener;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Token token;
  private @Nullable CompletableFuture<Token> fetch;
  private Instant refusedUntil = Instant.MIN;

  TokenSource(TokenEndpoint endpoint, CredentialsListener listener, Clock clock) {
    this.endpoint = endpoint;
    this.listener = listener;
    this.clock = clock;
  }

  Token get(Deadline deadline) throws ImisException {
    CompletableFuture<Token> awaited;
    lock.lock();
    try {
      Instant now = clock.instant();
      Token held = token;
      boolean mayAsk = !now.isBefore(refusedUntil);
      if (held != null && now.isBefore(held.expiresAt())) {
        if (mayAsk && !now.isBefore(held.renewAt())) {
          var _ = fetchOnce(); // whoever needs it waits for it; this caller has a good one
        }
        return held;
      }
      if (!mayAsk) {
        throw ImisException.of(ImisFailure.CREDENTIALS_REFUSED);
      }
      awaited = fetchOnce();
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

  private CompletableFuture<Token> fetchOnce() {
    if (fetch != null) {
      return fetch;
    }
    CompletableFuture<Token> started = new CompletableFuture<>();
    fetch = started;
    Thread.startVirtualThread(() -> fetch(started));
    return started;
  }

  private void fetch(CompletableFuture<Token> started) {
    try {
      Token fetched = endpoint.fetch();
      settle(() -> token = fetched);
      started.complete(fetched);
      listener.accepted();
    } catch (ImisException e) {
      settle(
          () -> {
            if (e.failure() == ImisFailure.CREDENTIALS_REFUSED) {
              refusedUntil = clock.instant().plus(REFUSAL_REMEMBERED);
            }
          });
      started.completeExceptionally(e);
      if (e.failure() == ImisFailure.CREDENTIALS_REFUSED) {
        listener.refused();
      }
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
