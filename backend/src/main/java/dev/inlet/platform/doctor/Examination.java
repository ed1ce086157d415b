package dev.inlet.platform.doctor;

import io.micronaut.core.order.Ordered;
import java.util.List;

/** Looks at one thing that an installation needs. */
public interface Examination extends Ordered {

  /** What it looks at, in a word or two. */
  String subject();

  /**
   * Looks, for half a minute at most, and changes nothing.
   *
   * @return empty if there is nothing to look at
   */
  List<Finding> examine();
}
