package dev.inlet.platform.offboarding;

import dev.inlet.platform.tenancy.OrganizationId;
import java.io.IOException;

/**
 * A file of an export.
 *
 * @param name ends in {@code .ndjson} if it has a line for each of many things, in {@code .json} if
 *     it has one
 * @param description what it holds, as a sentence for whoever opens it
 */
public record ExportedFile(String name, String description, Content content) {

  /** What a file consists of. */
  @FunctionalInterface
  public interface Content {

    /**
     * Writes it for one organization.
     *
     * @throws IOException if the lines cannot be taken; the export ends with it
     */
    void writeTo(Lines lines, OrganizationId organization) throws IOException;
  }

  /** Takes a file's documents, one by one. */
  @FunctionalInterface
  public interface Lines {

    /**
     * Writes a line.
     *
     * @param document anything that Jackson writes as JSON
     */
    void add(Object document) throws IOException;
  }
}
