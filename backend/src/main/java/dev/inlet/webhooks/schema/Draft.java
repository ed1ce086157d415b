package dev.inlet.webhooks.schema;

import com.networknt.schema.SpecificationVersion;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The drafts of JSON Schema that Inlet speaks, by the name people use. */
public enum Draft {
  DRAFT_4("draft-04", SpecificationVersion.DRAFT_4),
  DRAFT_6("draft-06", SpecificationVersion.DRAFT_6),
  DRAFT_7("draft-07", SpecificationVersion.DRAFT_7),
  DRAFT_2019_09("2019-09", SpecificationVersion.DRAFT_2019_09),
  DRAFT_2020_12("2020-12", SpecificationVersion.DRAFT_2020_12);

  private final String label;
  private final SpecificationVersion version;

  Draft(String label, SpecificationVersion version) {
    this.label = label;
    this.version = version;
  }

  /** The draft that a {@code $schema} names; an absent or empty one means 2020-12. */
  static Optional<Draft> named(String schemaUri) {
    String uri = normalized(schemaUri);
    return uri.isEmpty()
        ? Optional.of(DRAFT_2020_12)
        : Arrays.stream(values())
            .filter(draft -> normalized(draft.version.getDialectId()).equals(uri))
            .findFirst();
  }

  static String labels() {
    return Arrays.stream(values()).map(Draft::label).collect(Collectors.joining(", "));
  }

  public String label() {
    return label;
  }

  SpecificationVersion version() {
    return version;
  }

  private static String normalized(String uri) {
    return uri.strip().replaceFirst("^https?://", "").replaceFirst("#$", "");
  }
}
