package dev.inlet.imis;

import dev.inlet.platform.time.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an iMIS says of its entities: {@code GET /api/BOEntityDefinition}. Not {@code
 * /api/metadata}, which is not implemented for some of them (iMIS REST reference, section 3.3).
 * Reads anew each time; whoever asks often remembers the answer.
 */
public final class EntityDefinitions {

  private static final String PATH = "BOEntityDefinition";

  /** A definition takes kilobytes, and an answer is read only up to a limit. */
  private static final int PAGE_SIZE = 50;

  private static final int PAGES_MAX = 40;

  /** Far more than an iMIS has; one that lists without end is believed so far. */
  private static final int ENTITIES_MAX = PAGE_SIZE * PAGES_MAX;

  private final ImisClient client;

  public EntityDefinitions(ImisClient client) {
    this.client = client;
  }

  /**
   * All entities, as far as they are listed.
   *
   * @throws ImisException if iMIS could not be read; says nothing of records
   */
  public List<EntitySummary> list(Deadline deadline) throws ImisException {
    List<EntitySummary> found = new ArrayList<>();
    for (int page = 0; page < PAGES_MAX && found.size() < ENTITIES_MAX; page++) {
      String query = "?limit=%d&offset=%d".formatted(PAGE_SIZE, page * PAGE_SIZE);
      DefinitionJson.Page read = client.readLarge(PATH + query, deadline, DefinitionJson::page);
      found.addAll(read.items());
      if (!read.hasNext()) {
        break;
      }
    }
    return List.copyOf(found.subList(0, Math.min(found.size(), ENTITIES_MAX)));
  }

  /** Whether an entity can be called so. */
  public static boolean isName(String name) {
    return DefinitionJson.isEntityName(name);
  }

  /**
   * One entity by its exact name; empty if iMIS does not know it.
   *
   * @throws ImisException if iMIS could not be read; says nothing of records
   */
  public Optional<EntityDefinition> find(String name, Deadline deadline) throws ImisException {
    if (!isName(name)) {
      return Optional.empty();
    }
    try {
      EntityDefinition definition =
          client.readLarge(PATH + "/" + name, deadline, DefinitionJson::definition);
      return Optional.of(definition).filter(found -> found.summary().name().equals(name));
    } catch (ImisException e) {
      ImisAnswer answer = e.answer();
      // An iMIS without definitions at all answers 501.
      if (answer != null && answer.isNotFound()) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
