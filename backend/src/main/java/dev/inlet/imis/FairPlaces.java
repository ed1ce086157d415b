package dev.inlet.imis;

import dev.inlet.platform.time.Deadline;
import dev.inlet.platform.time.Stopwatch;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A few places for calls, and a waiting room. Senders take turns, however many calls each has
 * waiting, and none fills more than half of the room.
 */
final class FairPlaces {

  private final int roomOfSender;
  private final int room;
  private final ReentrantLock lock = new ReentrantLock();

  /** Those who wait, by sender; the sender whose turn is next comes first. None is empty. */
  private final Map<Object, Deque<CountDownLatch>> queues = new LinkedHashMap<>();

  private int waiting;
  private int free;

  /**
   * @param places calls at once
   * @param room how many may wait; whoever would wait behind so many is told at once instead
   */
  FairPlaces(int places, int room) {
    this.free = places;
    this.room = room;
    this.roomOfSender = Math.max(1, room / 2);
  }

  /**
   * Takes a place, to be given back.
   *
   * @param waited runs while there is none
   * @throws ImisException if there was none until the deadline, or no room to wait
   */
  void acquire(Object sender, Deadline deadline, Stopwatch waited) throws ImisException {
    CountDownLatch turn;
    lock.lock();
    try {
      if (free > 0) { // then nobody waits
        free--;
        return;
      }
      turn = queue(sender);
    } finally {
      lock.unlock();
    }
    if (!waited.time(() -> isTurn(turn, deadline)) && leave(sender, turn)) {
      throw ImisException.of(ImisFailure.BUSY);
    }
  }

  /** Gives a place back, or rather on. */
  void release() {
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

  int waiting() {
    lock.lock();
    try {
      return waiting;
    } finally {
      lock.unlock();
    }
  }

  private CountDownLatch queue(Object sender) throws ImisException {
    Deque<CountDownLatch> queue = queues.getOrDefault(sender, new ArrayDeque<>());
    if (waiting >= room || queue.size() >= roomOfSender) {
      throw ImisException.of(ImisFailure.BUSY);
    }
    CountDownLatch turn = new CountDownLatch(1);
    queue.add(turn);
    queues.put(sender, queue);
    waiting++;
    return turn;
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
