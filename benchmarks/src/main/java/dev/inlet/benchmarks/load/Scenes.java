package dev.inlet.benchmarks.load;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/** What was measured of each target, in all rounds together. */
final class Scenes {

  private final Map<Target, Scene> scenes = new EnumMap<>(Target.class);

  /** What is sent to. */
  enum Target {
    PROXY("a bare proxy before the upstream"),
    UPSTREAM("the upstream itself"),
    BARE("a bare Micronaut endpoint"),
    INLET("Inlet, complete deliveries");

    private final String text;

    Target(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  /** What was sent, and what it used. */
  record Scene(Run run, Reading used) {

    /** The columns of what one takes. */
    static final String COSTS =
        "node's processor, µs | PostgreSQL's, µs | allocated, kB | commits | WAL, bytes";

    static final String COSTS_LINE = "--:|--:|--:|--:|--:";

    String costs() {
      double done = Math.max(1, run.done());
      return "%.0f | %.0f | %.1f | %.2f | %.0f"
          .formatted(
              used.node().toNanos() / 1e3 / done,
              used.postgres().toNanos() / 1e3 / done,
              used.allocatedBytes() / 1024.0 / done,
              used.commits() / done,
              used.walBytes() / done);
    }

    Scene and(Scene other) {
      return new Scene(run.and(other.run), used.plus(other.used));
    }
  }

  void add(Target target, Scene scene) {
    scenes.merge(target, scene, Scene::and);
  }

  boolean has(Target target) {
    return scenes.containsKey(target);
  }

  Scene of(Target target) {
    return Objects.requireNonNull(scenes.get(target));
  }

  void forEach(BiConsumer<Target, Scene> action) {
    scenes.forEach(action);
  }
}
