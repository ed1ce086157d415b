package dev.inlet.intake;

import dev.inlet.platform.time.Deadline;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.ServerHttpRequest;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Reads a body once, counting as it goes: a length that is not announced, or wrongly, is bounded
 * all the same, and so is one that unpacks to more than it seemed.
 */
final class BodyReader implements Subscriber<byte[]> {

  /** What is kept of a body that is not taken. */
  private static final int EXCERPT_BYTES = 16 * 1024;

  private final int bytesMax;
  private final BodyBudget.Account account;
  private final CompletableFuture<ReceivedBody> result = new CompletableFuture<>();
  private final ByteArrayOutputStream read = new ByteArrayOutputStream();
  private @Nullable Subscription subscription;

  private BodyReader(int bytesMax, BodyBudget.Account account) {
    this.bytesMax = bytesMax;
    this.account = account;
  }

  static ReceivedBody read(
      HttpRequest<?> request, int bytesMax, BodyBudget.Account account, Deadline deadline) {
    if (request.getContentLength() > bytesMax) {
      return new ReceivedBody.TooLarge(new byte[0]);
    }
    if (!account.hasRoomFor(request.getContentLength())) {
      return new ReceivedBody.Crowded(new byte[0]);
    }
    BodyReader reader = new BodyReader(bytesMax, account);
    ((ServerHttpRequest<?>) request).byteBody().toByteArrayPublisher().subscribe(reader);
    return reader.await(deadline);
  }

  private ReceivedBody await(Deadline deadline) {
    try {
      return result.get(deadline.remaining().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return abandon(new ReceivedBody.TimedOut(excerpt()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return abandon(new ReceivedBody.Broken(excerpt()));
    } catch (ExecutionException e) {
      return new ReceivedBody.Broken(excerpt());
    }
  }

  @Override
  public synchronized void onSubscribe(Subscription subscription) {
    this.subscription = subscription;
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public synchronized void onNext(byte[] bytes) {
    if (result.isDone()) {
      return;
    }
    if (read.size() + bytes.length > bytesMax) {
      read.write(bytes, 0, Math.min(bytes.length, EXCERPT_BYTES));
      abandon(new ReceivedBody.TooLarge(excerpt()));
    } else if (account.take(bytes.length)) {
      read.writeBytes(bytes);
    } else {
      abandon(new ReceivedBody.Crowded(new byte[0]));
    }
  }

  @Override
  public void onError(Throwable cause) {
    result.complete(new ReceivedBody.Broken(excerpt()));
  }

  @Override
  public synchronized void onComplete() {
    result.complete(new ReceivedBody.Complete(read.toByteArray()));
  }

  private synchronized ReceivedBody abandon(ReceivedBody body) {
    result.complete(body);
    if (subscription != null) {
      subscription.cancel();
    }
    return result.resultNow();
  }

  private synchronized byte[] excerpt() {
    byte[] bytes = read.toByteArray();
    return Arrays.copyOf(bytes, Math.min(bytes.length, EXCERPT_BYTES));
  }
}
