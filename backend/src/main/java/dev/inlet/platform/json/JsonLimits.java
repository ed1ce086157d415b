package dev.inlet.platform.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;

/**
 * How much JSON is read from a stranger before it is refused.
 *
 * @param depth how deep objects and arrays may nest
 * @param numberLength how many characters a number may have
 * @param nameLength how many characters a property's name may have
 */
public record JsonLimits(int depth, int numberLength, int nameLength) {

  public static final JsonLimits DEFAULT = new JsonLimits(64, 1_000, 1_000);

  /** Reads and writes as far as these limits go; {@link StrictJson} is stricter. */
  public JsonFactory factory() {
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(depth)
            .maxNumberLength(numberLength)
            .maxNameLength(nameLength)
            .build();
    return SharedBuffers.factory()
        .streamReadConstraints(constraints)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
        .build();
  }
}
