package dev.inlet.intake;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes of bodies one node holds at the same time. Without it, strangers who send most of
 * a body and then wait would fill the memory.
 */
@Singleton
final class BodyBudget {

  /** What is made of a body (text, tree, record) takes several times its bytes. */
  private static final int HEAP_FRACTION = 16;

  private final AtomicLong free;

  BodyBudget() {
    this(Runtime.getRuntime().maxMemory() / HEAP_FRACTION);
  }

  BodyBudget(long bytes) {
    this.free = new AtomicLong(bytes);
  }

  /** Opens an account for one delivery; to be closed when the delivery is done. */
  Account open() {
    return new Account();
  }

  /** What one delivery holds. */
  final class Account implements AutoCloseable {

    private long held;

    /** Whether there was room for so many bytes more. */
    boolean take(int bytes) {
      held += bytes;
      return free.addAndGet(-bytes) >= 0;
    }

    @Override
    public void close() {
      free.addAndGet(held);
      held = 0;
    }
  }
}
