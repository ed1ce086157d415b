package dev.inlet.benchmarks.faults;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Something that is done to Inlet while it works. */
@FunctionalInterface
interface Fault {

  void strike() throws IOException, InterruptedException, SQLException;

  /** The same, and when it was is remembered. */
  default Fault during(List<Span> spans) {
    return () -> {
      Instant from = Instant.now();
      strike();
      spans.add(new Span(from, Instant.now()));
    };
  }
}
