package dev.inlet.webhooks.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.platform.json.InvalidJsonException;
import dev.inlet.platform.json.JsonLimits;
import dev.inlet.platform.json.TextLocation;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/**
 * Reads one YAML document from a stranger. Of YAML it takes what has a JSON counterpart: no tags,
 * so that nothing is made but JSON's values, and no anchors and aliases, so that a short text has
 * no long meaning. It works on the parser's events; nothing is constructed by the library.
 */
public final class YamlReader {

  /** A large file has some ten thousand. */
  static final int VALUES_MAX = 100_000;

  private static final int DEPTH_MAX = JsonLimits.DEFAULT.depth();
  private static final int NAME_LENGTH_MAX = JsonLimits.DEFAULT.nameLength();
  private static final TextLocation BEGINNING = new TextLocation(1, 1);
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Iterator<Event> events;
  private int values;

  private YamlReader(String text) {
    this.events = new Yaml(new LoaderOptions()).parse(new StringReader(text)).iterator();
  }

  /**
   * Reads a text that is no longer than whoever calls wants to read.
   *
   * @throws YamlException if it is not YAML, or more than JSON can say
   */
  public static YamlDocument read(byte[] utf8) throws YamlException {
    try {
      return read(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString());
    } catch (CharacterCodingException e) {
      throw new YamlException("The file is not encoded as UTF-8.", BEGINNING);
    }
  }

  static YamlDocument read(String text) throws YamlException {
    try {
      return new YamlReader(text.startsWith("\uFEFF") ? text.substring(1) : text).document();
    } catch (MarkedYAMLException e) {
      throw new YamlException(
          "This is not YAML: %s.".formatted(problem(e)), at(e.getProblemMark()));
    } catch (YAMLException e) {
      throw new YamlException(
          "This is not YAML: it has a character that cannot be printed, or is too long.",
          BEGINNING);
    }
  }

  private static String problem(MarkedYAMLException e) {
    String problem = e.getProblem();
    return problem == null ? "it breaks off" : problem.strip().replaceFirst("\\.$", "");
  }

  /** A value and where it stands. */
  private record Placed(JsonNode value, YamlDocument.Place place) {}

  private YamlDocument document() throws YamlException {
    events.next(); // the stream begins
    if (!events.next().is(Event.ID.DocumentStart)) {
      throw new YamlException("The file is empty.", BEGINNING);
    }
    Placed root = value(events.next(), 0);
    events.next(); // the document ends
    Event end = events.next();
    if (!end.is(Event.ID.StreamEnd)) {
      throw refused(end, "The file holds more than one document; leave one.");
    }
    return new YamlDocument(root.value(), root.place());
  }

  private Placed value(Event event, int depth) throws YamlException {
    if (event.is(Event.ID.Alias)) {
      throw refused(event, "Inlet takes no aliases (*name); write it out.");
    }
    if (event instanceof NodeEvent node && node.getAnchor() != null) {
      throw refused(event, "Inlet takes no anchors (&name); leave it out.");
    }
    if (++values > VALUES_MAX) {
      throw refused(event, "The file has more than %,d values; split it.".formatted(VALUES_MAX));
    }
    if (depth > DEPTH_MAX) {
      throw refused(event, "This is nested too deep.");
    }
    return switch (event) {
      case MappingStartEvent mapping -> object(mapping, depth);
      case SequenceStartEvent sequence -> array(sequence, depth);
      case ScalarEvent scalar ->
          new Placed(scalar(scalar), new YamlDocument.Place(at(event.getStartMark()), Map.of()));
      default -> throw refused(event, "A value was expected here.");
    };
  }

  private Placed object(MappingStartEvent mapping, int depth) throws YamlException {
    requireNoTag(mapping, mapping.getTag());
    ObjectNode object = NODES.objectNode();
    Map<String, YamlDocument.Place> places = new HashMap<>();
    for (Event key = events.next(); !key.is(Event.ID.MappingEnd); key = events.next()) {
      String name = name(key);
      if (object.has(name)) {
        throw refused(key, "\"%s\" occurs twice here.".formatted(name));
      }
      Placed value = value(events.next(), depth + 1);
      object.set(name, value.value());
      // Its name is what an author looks for; the value may stand on the next line.
      places.put(name, new YamlDocument.Place(at(key.getStartMark()), value.place().children()));
    }
    return new Placed(object, new YamlDocument.Place(at(mapping.getStartMark()), places));
  }

  private static String name(Event key) throws YamlException {
    if (!(key instanceof ScalarEvent scalar) || scalar.getAnchor() != null) {
      throw refused(key, "A name was expected here.");
    }
    requireNoTag(key, scalar.getTag());
    if (scalar.getValue().length() > NAME_LENGTH_MAX) {
      throw refused(key, "A name has more than %d characters.".formatted(NAME_LENGTH_MAX));
    }
    return scalar.getValue();
  }

  private Placed array(SequenceStartEvent sequence, int depth) throws YamlException {
    requireNoTag(sequence, sequence.getTag());
    ArrayNode array = NODES.arrayNode();
    Map<String, YamlDocument.Place> places = new HashMap<>();
    for (Event item = events.next(); !item.is(Event.ID.SequenceEnd); item = events.next()) {
      Placed value = value(item, depth + 1);
      places.put(String.valueOf(array.size()), value.place());
      array.add(value.value());
    }
    return new Placed(array, new YamlDocument.Place(at(sequence.getStartMark()), places));
  }

  private static JsonNode scalar(ScalarEvent scalar) throws YamlException {
    requireNoTag(scalar, scalar.getTag());
    String text = scalar.getValue();
    if (!scalar.isPlain()) {
      return NODES.textNode(text);
    }
    if (YamlScalars.isDoubtful(text)) {
      throw refused(
          scalar,
          "Put %s in quotes if it is text; a number is written as in JSON.".formatted(text));
    }
    try {
      return YamlScalars.plain(text);
    } catch (InvalidJsonException e) {
      throw refused(scalar, String.valueOf(e.getMessage()));
    }
  }

  private static void requireNoTag(Event event, @Nullable String tag) throws YamlException {
    if (tag != null) {
      throw refused(event, "Inlet takes no tags (!name); leave it out.");
    }
  }

  private static YamlException refused(Event event, String sentence) {
    return new YamlException(sentence, at(event.getStartMark()));
  }

  private static TextLocation at(@Nullable Mark mark) {
    return mark == null ? BEGINNING : new TextLocation(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
