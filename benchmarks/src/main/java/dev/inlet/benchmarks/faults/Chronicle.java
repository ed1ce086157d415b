package dev.inlet.benchmarks.faults;

import java.util.ArrayList;
import java.util.List;

/**
 * What was done to Inlet, and when.
 *
 * @param broken when something was broken
 * @param ended when nodes were asked to end, and nothing was broken
 * @param upgraded when nodes were replaced by others, and nothing was broken
 */
record Chronicle(List<Span> broken, List<Span> ended, List<Span> upgraded) {

  Chronicle() {
    this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }
}
