package dev.imissimulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.Fault.Kind;
import dev.imissimulator.Fault.Part;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;

/** What a person or a test can do to the simulator from outside. */
@Singleton
final class Control {
  private final Switchboard switchboard;
  private final TokenEndpoint tokenEndpoint;
  private final Catalogue catalogue;
  private final RequestLog requestLog;

  Control(
      Switchboard switchboard,
      TokenEndpoint tokenEndpoint,
      Catalogue catalogue,
      RequestLog requestLog) {
    this.switchboard = switchboard;
    this.tokenEndpoint = tokenEndpoint;
    this.catalogue = catalogue;
    this.requestLog = requestLog;
  }

  void reset() {
    switchboard.change(_ -> Switches.DEFAULTS);
    tokenEndpoint.reset();
    catalogue.reset();
    requestLog.clear();
  }

  /**
   * Lays a JSON object of some switches over those that stand.
   *
   * @throws IllegalArgumentException if it is not that; the message is for the person who sent it
   */
  Switches merge(byte[] patch) {
    if (!(parse(patch) instanceof ObjectNode given)) {
      throw new IllegalArgumentException("Send a JSON object of switches.");
    }
    switchboard.change(switches -> merged(switches, given));
    return switchboard.current();
  }

  private static JsonNode parse(byte[] json) {
    try {
      return Json.MAPPER.readTree(json);
    } catch (IOException e) {
      throw new IllegalArgumentException("The body is not JSON.", e);
    }
  }

  private static Switches merged(Switches switches, ObjectNode given) {
    try {
      ObjectNode merged = laid(given, switches);
      if (given.path("faults") instanceof ArrayNode faults) {
        merged.set("faults", completed(faults));
      }
      return Json.MAPPER.treeToValue(merged, Switches.class);
    } catch (UnrecognizedPropertyException e) {
      throw new IllegalArgumentException(
          "Unknown: %s. Known: %s.".formatted(e.getPropertyName(), e.getKnownPropertyIds()), e);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
  }

  /** Faults say only what differs from the plainest one. */
  private static ArrayNode completed(ArrayNode faults) {
    ArrayNode completed = Json.MAPPER.createArrayNode();
    for (JsonNode fault : faults) {
      completed.add(laid(fault, Fault.of(Part.ALL, Kind.DELAY)));
    }
    return completed;
  }

  /** The members of {@code given} over those of {@code below}. */
  private static ObjectNode laid(JsonNode given, Object below) {
    ObjectNode laid = Json.MAPPER.valueToTree(below);
    for (Map.Entry<String, JsonNode> member : given.properties()) {
      if (member.getValue().isNull()) {
        throw new IllegalArgumentException(member.getKey() + " must not be null.");
      }
      laid.set(member.getKey(), member.getValue());
    }
    return laid;
  }
}
