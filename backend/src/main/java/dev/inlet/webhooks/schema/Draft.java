package dev.inlet.webhooks.schema;

import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The drafts of JSON Schema that Inlet speaks, by the name people use. */
public enum Draft {
  DRAFT_4("draft-04", Dialects.getDraft4()),
  DRAFT_6("draft-06", Dialects.getDraft6()),
  DRAFT_7("draft-07", Dialects.getDraft7()),
  DRAFT_2019_09("2019-09", Dialects.getDraft201909()),
  DRAFT_2020_12("2020-12", Dialects.getDraft202012());

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // the library's dialects are constants
  private final Dialect dialect;

  Draft(String label, Dialect dialect) {
    this.label = label;
    this.dialect =
        Dialect.builder(dialect)
            .formats(formats -> formats.replaceAll((name, format) -> new BoundedFormat(format)))
            .build();
  }

  /** The draft that a {@code $schema} names; an absent or empty one means 2020-12. */
  static Optional<Draft> named(String schemaUri) {
    String uri = normalized(schemaUri);
    return uri.isEmpty()
        ? Optional.of(DRAFT_2020_12)
        : Arrays.stream(values())
            .filter(draft -> normalized(draft.dialect.getId()).equals(uri))
            .findFirst();
  }

  static String labels() {
    return Arrays.stream(values()).map(Draft::label).collect(Collectors.joining(", "));
  }

  public String label() {
    return label;
  }

  Dialect dialect() {
    return dialect;
  }

  /** Up to draft-07 whatever stands beside a {@code $ref} is ignored. */
  boolean ignoresSiblingsOfReferences() {
    return compareTo(DRAFT_2019_09) < 0;
  }

  boolean knowsConst() {
    return this != DRAFT_4;
  }

  private static String normalized(String uri) {
    return uri.strip().replaceFirst("^https?://", "").replaceFirst("#$", "");
  }
}
