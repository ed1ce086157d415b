package dev.inlet.benchmarks.faults;

import dev.inlet.benchmarks.NodeProcess;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Knows which nodes are ready, as a load balancer does: by asking each of them again and again.
 * Where none is, all are tried.
 */
final class Balancer implements AutoCloseable {

  private static final Duration BETWEEN = Duration.ofMillis(100);

  private final List<NodeProcess> nodes;
  private final List<Thread> watchers;
  private volatile List<NodeProcess> ready;

  Balancer(List<NodeProcess> nodes) {
    this.nodes = nodes;
    this.ready = nodes;
    this.watchers =
        nodes.stream().map(node -> Thread.ofVirtual().start(() -> watch(node))).toList();
  }

  /** Where to send, one after the other, beginning with another one for each number. */
  List<URI> order(int number) {
    List<NodeProcess> now = ready.isEmpty() ? nodes : ready;
    int first = Math.floorMod(number, now.size());
    return Stream.concat(now.stream().skip(first), now.stream().limit(first))
        .map(NodeProcess::url)
        .toList();
  }

  private void watch(NodeProcess node) {
    try {
      while (true) {
        set(node, node.isReady());
        Thread.sleep(BETWEEN);
      }
    } catch (InterruptedException e) {
      // Nobody asks any more.
    }
  }

  private synchronized void set(NodeProcess node, boolean isReady) {
    ready = nodes.stream().filter(one -> one == node ? isReady : ready.contains(one)).toList();
  }

  @Override
  public void close() {
    watchers.forEach(Thread::interrupt);
  }
}
