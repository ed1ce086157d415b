package dev.inlet.platform.tenancy;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.time.Instant;
import java.util.UUID;

/** New identifiers: UUIDv7, so that rows made together lie together in an index. */
public final class Ids {

  private static final TimeBasedEpochRandomGenerator GENERATOR =
      Generators.timeBasedEpochRandomGenerator();

  private Ids() {}

  public static UUID next() {
    return GENERATOR.generate();
  }

  /** An identifier whose time, to the millisecond, is the given one. */
  public static UUID at(Instant time) {
    return GENERATOR.construct(time.toEpochMilli());
  }

  /** The time within a UUIDv7, to the millisecond; meaningless for other versions. */
  public static Instant timeOf(UUID id) {
    return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
  }
}
