package dev.inlet.benchmarks.faults;

import dev.inlet.benchmarks.Tenant;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two organizations, each with a webhook that waits for iMIS and one that acknowledges on receipt.
 * One of them has a third one, which acknowledges on receipt and keeps the order.
 *
 * @param inAnyOrder the paths of the open URLs of those that keep none
 * @param first the one that has three
 */
record Hooks(List<String> inAnyOrder, Tenant first) {

  /** Makes them at a node, as its users do, but for the one that keeps the order. */
  static Hooks create(URI node, int imisPort) throws IOException, InterruptedException {
    Tenant first = Tenant.signUp(node, "first", imisPort);
    Tenant second = Tenant.signUp(node, "second", imisPort);
    List<String> paths = new ArrayList<>();
    for (Tenant tenant : List.of(first, second)) {
      paths.add(tenant.webhook("Waits", "AFTER_ACTION"));
      paths.add(tenant.webhook("Acknowledges", "ON_RECEIPT"));
    }
    return new Hooks(paths, first);
  }

  /** Makes the one that keeps the order; empty if this build of Inlet knows none that does. */
  Optional<String> inOrder() throws InterruptedException {
    try {
      return Optional.of(first.webhookInOrder("Keeps the order"));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
