package dev.inlet.platform.http;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.inlet.platform.doctor.Examination;
import dev.inlet.platform.doctor.Finding;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.util.List;

/** Whether the machine lets a process have as many connections as a node is to take. */
@Singleton
class DescriptorExamination implements Examination {

  /** For calls of iMIS, the database and files. */
  private static final int CALLS_MIN = 1_000;

  private final ConnectionConfiguration configuration;

  DescriptorExamination(ConnectionConfiguration configuration) {
    this.configuration = configuration;
  }

  @Override
  public String subject() {
    return "Open files";
  }

  @Override
  public List<Finding> examine() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean machine
        ? List.of(finding(machine.getMaxFileDescriptorCount()))
        : List.of();
  }

  Finding finding(long max) {
    long left = max - configuration.max();
    return left >= CALLS_MIN
        ? Finding.fine(
            "This process may have %d open: %d for callers, and the rest for calls of iMIS."
                .formatted(max, configuration.max()))
        : Finding.warning(
            "This process may have %d open. INLET_CONNECTIONS_MAX is %d, and each call of an iMIS takes one more: raise the limit (ulimit -n), or lower the setting."
                .formatted(max, configuration.max()));
  }
}
