package dev.imissimulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A list that clients only read, of contracts that are not generic entities. */
final class Documents implements Resource {
  private final String itemType;
  private final List<Document> documents;

  /**
   * @param itemType the type of the list's items, which those of a single one may extend
   */
  Documents(String itemType, List<Document> documents) {
    this.itemType = itemType;
    this.documents = documents;
  }

  /**
   * @param properties those that can be searched by; all documents of a list have the same
   */
  record Document(String id, Map<String, String> properties, ObjectNode json) {}

  @Override
  public Answer list(Map<String, List<String>> parameters, Switches switches) {
    Query query = Query.parse(parameters, this::canonicalName, switches);
    Page<Document> page =
        query.page(documents.stream(), (document, name) -> document.properties().get(name));
    return Answer.json(200, Json.page(itemType, page.map(Document::json)));
  }

  @Override
  public Answer get(List<String> identity, Switches switches) {
    return documents.stream()
        .filter(document -> document.id().equalsIgnoreCase(identity.getFirst()))
        .findFirst()
        .map(document -> Answer.json(200, document.json()))
        .orElseGet(() -> Answer.error(404, switches.errorBody()));
  }

  private Optional<String> canonicalName(String property) {
    return documents.getFirst().properties().keySet().stream()
        .filter(property::equalsIgnoreCase)
        .findFirst();
  }
}
