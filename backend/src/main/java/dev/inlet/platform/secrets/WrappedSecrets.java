package dev.inlet.platform.secrets;

import java.util.stream.Stream;

/** Secrets of one kind that the deployment's key opens, wherever they are kept. */
public interface WrappedSecrets {

  /** Their name in the plural. */
  String name();

  /**
   * Encrypts under the first configured key what is under another one. Each secret is a transaction
   * of its own: nodes go on meanwhile.
   */
  Rewrapped rewrap();

  /**
   * What became of them.
   *
   * @param kept how many there are that open
   * @param anew how many of those were under a key that is being replaced
   * @param lost how many no configured key opens
   */
  record Rewrapped(int kept, int anew, int lost) {

    static final Rewrapped NONE = new Rewrapped(0, 0, 0);

    Rewrapped and(Rewrapped other) {
      return new Rewrapped(kept + other.kept, anew + other.anew, lost + other.lost);
    }
  }

  /** One of them. */
  enum Fate {
    CURRENT,
    ANEW,
    LOST,
    /** Somebody deleted it meanwhile. */
    GONE;

    /** As a sum of one. */
    public Rewrapped counted() {
      return switch (this) {
        case CURRENT -> new Rewrapped(1, 0, 0);
        case ANEW -> new Rewrapped(1, 1, 0);
        case LOST -> new Rewrapped(0, 0, 1);
        case GONE -> Rewrapped.NONE;
      };
    }
  }

  /** The sum of what became of each. */
  static Rewrapped sum(Stream<Fate> fates) {
    return fates.map(Fate::counted).reduce(Rewrapped.NONE, Rewrapped::and);
  }
}
