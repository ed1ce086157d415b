package dev.inlet.benchmarks.neighbours;

import dev.inlet.benchmarks.neighbours.Neighbours.Scene;
import java.util.function.BiConsumer;

/** What was experienced in each scene. */
record Experiences(Experience alone, Experience elsewhere, Experience beside) {

  Experiences() {
    this(new Experience(), new Experience(), new Experience());
  }

  Experience in(Scene scene) {
    return switch (scene) {
      case ALONE -> alone;
      case ELSEWHERE -> elsewhere;
      case BESIDE -> beside;
    };
  }

  void forEach(BiConsumer<Scene, Experience> told) {
    for (Scene scene : Scene.values()) {
      told.accept(scene, in(scene));
    }
  }
}
