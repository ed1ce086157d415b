package dev.inlet.benchmarks.faults;

import dev.inlet.benchmarks.Node;
import dev.inlet.benchmarks.Postgres;
import dev.inlet.benchmarks.Tenant;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Two organizations, each with a webhook that waits for iMIS and one that acknowledges on receipt.
 */
final class Hooks {

  private Hooks() {}

  /** Makes them, and gives the paths of their open URLs. */
  static List<String> create(Postgres postgres, int imisPort)
      throws IOException, InterruptedException {
    List<String> hooks = new ArrayList<>();
    try (Node node = Node.start(postgres, Faults.DATABASE)) {
      for (String slug : List.of("first", "second")) {
        Tenant tenant = Tenant.found(node, slug, imisPort);
        hooks.add(tenant.webhook("Waits", "AFTER_ACTION"));
        hooks.add(tenant.webhook("Acknowledges", "ON_RECEIPT"));
      }
    }
    return hooks;
  }
}
