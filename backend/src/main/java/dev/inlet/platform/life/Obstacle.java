package dev.inlet.platform.life;

/** What can keep a node from being of use to whoever sends it requests; for now or for good. */
public interface Obstacle {

  /** What it is called where it is counted: one word. */
  String name();

  /** Whether it is there right now. Asked often, so it is something that is known already. */
  boolean isThere();

  /** One sentence for an operator that tells nothing a stranger may not know. */
  String sentence();
}
