package dev.imissimulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The way from a request under {@code /api} to its resource, past the token and the role. */
@Singleton
final class Api {
  private static final String ENTITY_ID = "EntityId";

  private final Switchboard switchboard;
  private final Tokens tokens;
  private final Catalogue catalogue;

  Api(Switchboard switchboard, Tokens tokens, Catalogue catalogue) {
    this.switchboard = switchboard;
    this.tokens = tokens;
    this.catalogue = catalogue;
  }

  Answer answer(ImisRequest request) {
    Switches switches = switchboard.current();
    try {
      return admitted(request, switches);
    } catch (Refusal refusal) {
      return refusal.answer();
    }
  }

  private Answer admitted(ImisRequest request, Switches switches) {
    int bytesMax = switches.requestBytesMax();
    if (!request.isSegment(0, "api") || request.segments() < 2) {
      return Answer.error(404, switches.errorBody());
    }
    if (!isAuthenticated(request)) {
      return Answer.error(401, switches.errorBody());
    }
    if (!switches.remoteServiceRole()) {
      return Answer.error(403, switches.errorBody());
    }
    if (bytesMax > 0 && request.body().length > bytesMax) {
      return Answer.error(413, switches.errorBody());
    }
    Optional<ObjectNode> replacement = catalogue.replacement(request.pathBelowApi());
    if (replacement.isPresent() && request.method().equals("GET")) {
      return Answer.json(200, replacement.get());
    }
    return request.isSegment(1, "metadata")
        ? metadata(request, switches)
        : call(resource(request, switches), request, switches);
  }

  private boolean isAuthenticated(ImisRequest request) {
    String header = request.header("Authorization").orElse("");
    return header.regionMatches(true, 0, "Bearer ", 0, 7)
        && tokens.isGood(header.substring(7).strip());
  }

  private Resource resource(ImisRequest request, Switches switches) {
    String name = request.segment(1).orElseThrow();
    boolean isHidden =
        catalogue.findTable(name).filter(table -> !table.definition().isAvailable()).isPresent();
    if (isHidden) {
      throw new Refusal(Answer.error(switches.hiddenPanelStatus(), switches.errorBody()));
    }
    return catalogue.find(name).orElseThrow(() -> unknownEntity(switches));
  }

  private static Refusal unknownEntity(Switches switches) {
    return new Refusal(Answer.error(501, switches.errorBody()));
  }

  private static Answer call(Resource resource, ImisRequest request, Switches switches) {
    Optional<String> operation = request.segment(2).filter(segment -> segment.startsWith("_"));
    if (operation.isPresent()) {
      boolean isDryRun =
          request.method().equals("POST") && operation.get().equalsIgnoreCase("_validate");
      return isDryRun
          ? resource.validate(request.body(), switches)
          : Resource.notImplemented(switches);
    }
    Optional<List<String>> identity = identity(request);
    return identity.isPresent()
        ? callOne(resource, identity.get(), request, switches)
        : callAll(resource, request, switches);
  }

  private static Answer callOne(
      Resource resource, List<String> identity, ImisRequest request, Switches switches) {
    return switch (request.method()) {
      case "GET" -> resource.get(identity, switches);
      case "PUT" -> resource.update(identity, request.body(), switches);
      case "DELETE" -> resource.delete(identity, switches);
      default -> methodNotAllowed(request, switches);
    };
  }

  private static Answer callAll(Resource resource, ImisRequest request, Switches switches) {
    return switch (request.method()) {
      case "GET" -> resource.list(request.query(), switches);
      case "POST" -> resource.insert(request.body(), switches);
      default -> methodNotAllowed(request, switches);
    };
  }

  private static Answer methodNotAllowed(ImisRequest request, Switches switches) {
    String message =
        "The requested resource does not support http method '%s'.".formatted(request.method());
    return Answer.error(405, message, switches.errorBody());
  }

  /**
   * Of the path, or of the query where a client would have to encode it: {@code ~101|2}, or one
   * element bare.
   */
  private static Optional<List<String>> identity(ImisRequest request) {
    return request
        .segment(2)
        .or(() -> parameter(request.query(), ENTITY_ID))
        .map(id -> id.startsWith("~") ? id.substring(1) : id)
        .map(id -> Arrays.asList(id.split("\\|", -1)));
  }

  private static Optional<String> parameter(Map<String, List<String>> query, String name) {
    Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    byName.putAll(query);
    return Optional.ofNullable(byName.get(name)).map(List::getFirst);
  }

  private Answer metadata(ImisRequest request, Switches switches) {
    return request
        .segment(2)
        .filter(name -> switches.metadata())
        .flatMap(catalogue::findTable)
        .map(table -> Answer.json(200, table.definition().json("EntityDefinitionData")))
        .orElseThrow(() -> unknownEntity(switches));
  }
}
