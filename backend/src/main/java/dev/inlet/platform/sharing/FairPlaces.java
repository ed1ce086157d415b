package dev.inlet.platform.sharing;

import dev.inlet.platform.time.Deadline;
import dev.inlet.platform.time.Stopwatch;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A few places to work at, and a waiting room. Senders take turns, however much work each has
 * waiting, and none fills more than half of the room.
 */
public final class FairPlaces {

  private final int roomOfSender;
  private final int room;
  private final ReentrantLock lock = new ReentrantLock();

  /** Those who wait, by sender; the sender whose turn is next comes first. None is empty. */
  private final Map<Object, Deque<CountDownLatch>> queues = new LinkedHashMap<>();

  private int waiting;
  private int free;

  /**
   * @param places how many may have one at once
   * @param room how many may wait; whoever would wait behind so many is told at once instead
   */
  public FairPlaces(int places, int room) {
    this.free = places;
    this.room = room;
    this.roomOfSender = Math.max(1, room / 2);
  }

  /**
   * Takes a place, to be given back; false if there was none until the deadline, or no room to
   * wait.
   *
   * @param waited runs while there is none
   */
  public boolean acquire(Object sender, Deadline deadline, Stopwatch waited) {
    Optional<CountDownLatch> queued;
    lock.lock();
    try {
      if (free > 0) { // then nobody waits
        free--;
        return true;
      }
      queued = queue(sender);
    } finally {
      lock.unlock();
    }
    return queued
        .filter(turn -> waited.time(() -> isTurn(turn, deadline)) || !leave(sender, turn))
        .isPresent();
  }

  /** Gives a place back, or rather on. */
  public void release() {
    lock.lock();
    try {
      if (waiting == 0) {
        free++;
        return;
      }
      Iterator<Map.Entry<Object, Deque<CountDownLatch>>> entries = queues.entrySet().iterator();
      Map.Entry<Object, Deque<CountDownLatch>> next = entries.next();
      Object sender = next.getKey();
      Deque<CountDownLatch> queue = next.getValue();
      entries.remove();
      waiting--;
      queue.remove().countDown();
      if (!queue.isEmpty()) {
        queues.put(sender, queue); // behind all others
      }
    } finally {
      lock.unlock();
    }
  }

  public int waiting() {
    lock.lock();
    try {
      return waiting;
    } finally {
      lock.unlock();
    }
  }

  private Optional<CountDownLatch> queue(Object sender) {
    Deque<CountDownLatch> queue = queues.getOrDefault(sender, new ArrayDeque<>());
    if (waiting >= room || queue.size() >= roomOfSender) {
      return Optional.empty();
    }
    CountDownLatch turn = new CountDownLatch(1);
    queue.add(turn);
    queues.put(sender, queue);
    waiting++;
    return Optional.of(turn);
  }

  private static boolean isTurn(CountDownLatch turn, Deadline deadline) {
    try {
      return turn.await(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Gives up waiting; false if it was one's turn after all. */
  private boolean leave(Object sender, CountDownLatch turn) {
    lock.lock();
    try {
      Deque<CountDownLatch> queue = queues.get(sender);
      if (queue == null || !queue.remove(turn)) {
        return false;
      }
      waiting--;
      if (queue.isEmpty()) {
        queues.remove(sender);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }
}
