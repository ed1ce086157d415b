package dev.inlet.platform.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Carries bytes from one thread to another, a few at a time. Unlike the pipe of the JDK it tells
 * the reader of a failure: what was not completed never looks as if it were.
 */
final class Pipe {

  static final int CAPACITY = 64 * 1024;

  private final byte[] ring = new byte[CAPACITY];
  private final Duration patience;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int start;
  private int length;
  private boolean isComplete;
  private boolean isAbandoned;
  private @Nullable Throwable failure;

  /**
   * An empty pipe.
   *
   * @param patience how long the writer waits for a reader who takes nothing
   */
  Pipe(Duration patience) {
    this.patience = patience;
  }

  /** The end to write to; fails once the reader went away or takes nothing for too long. */
  OutputStream writer() {
    return new Writer();
  }

  /** The end to read from; closing it ends the writer. */
  InputStream reader() {
    return new Reader();
  }

  /** All was written. */
  void complete() {
    change(() -> isComplete = true);
  }

  /** Not all was written, and there will be no more. */
  void fail(Throwable cause) {
    change(() -> failure = cause);
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private int put(byte[] bytes, int offset, int count) throws IOException {
    lock.lock();
    try {
      awaitSpace();
      int end = (start + length) % CAPACITY;
      int taken = Math.min(count, Math.min(CAPACITY - length, CAPACITY - end));
      System.arraycopy(bytes, offset, ring, end, taken);
      length += taken;
      changed.signalAll();
      return taken;
    } catch (InterruptedException e) {
      throw interrupted();
    } finally {
      lock.unlock();
    }
  }

  private void awaitSpace() throws IOException, InterruptedException {
    long remaining = patience.toNanos();
    while (length == CAPACITY && !isAbandoned) {
      if (remaining <= 0) {
        throw new IOException("The reader took nothing for " + patience);
      }
      remaining = changed.awaitNanos(remaining);
    }
    if (isAbandoned) {
      throw new IOException("The reader went away");
    }
  }

  private int take(byte[] bytes, int offset, int count) throws IOException {
    lock.lock();
    try {
      awaitBytes();
      if (length == 0) {
        return -1;
      }
      int taken = Math.min(count, Math.min(length, CAPACITY - start));
      System.arraycopy(ring, start, bytes, offset, taken);
      start = (start + taken) % CAPACITY;
      length -= taken;
      changed.signalAll();
      return taken;
    } catch (InterruptedException e) {
      throw interrupted();
    } finally {
      lock.unlock();
    }
  }

  /** Waits as long as the writer takes: it is Inlet itself, and always ends. */
  private void awaitBytes() throws IOException, InterruptedException {
    while (length == 0 && !isComplete && failure == null && !isAbandoned) {
      changed.await();
    }
    if (failure != null) {
      throw new IOException("Not all could be written", failure);
    }
    if (isAbandoned) {
      throw new IOException("The stream was closed");
    }
  }

  private static IOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("Interrupted");
  }

  private final class Writer extends OutputStream {

    @Override
    public void write(int value) throws IOException {
      put(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
      Objects.checkFromIndexSize(offset, count, bytes.length);
      int written = 0;
      while (written < count) {
        written += put(bytes, offset + written, count - written);
      }
    }
  }

  private final class Reader extends InputStream {

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return take(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
      Objects.checkFromIndexSize(offset, count, bytes.length);
      return count == 0 ? 0 : take(bytes, offset, count);
    }

    @Override
    public void close() {
      change(() -> isAbandoned = true);
    }
  }
}
