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
