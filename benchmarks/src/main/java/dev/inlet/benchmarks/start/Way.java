package dev.inlet.benchmarks.start;

import java.util.List;
import java.util.stream.Stream;

/** How a node is started. */
record Way(String name, List<String> javaOptions) {

  Way with(List<String> more) {
    return new Way(name, Stream.concat(javaOptions.stream(), more.stream()).toList());
  }
}
