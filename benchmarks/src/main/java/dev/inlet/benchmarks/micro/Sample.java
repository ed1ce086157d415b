package dev.inlet.benchmarks.micro;

import dev.inlet.actions.ActionField;
import dev.inlet.actions.FieldType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A webhook's definition, and a payload that it accepts.
 *
 * @param schema as its author writes it
 * @param mapping field to value template
 * @param fields what the mapping can fill
 */
record Sample(
    String schema, Map<String, String> mapping, List<ActionField> fields, String payload) {

  private static final int PROPERTIES = 200;
  private static final int TEXT_LENGTH = 955;
  private static final int WORD_LENGTH_MAX = 9;

  static Sample of(Size size) {
    return switch (size) {
      case SMALL -> small();
      case LARGE -> large();
    };
  }

  /** The product description's. */
  private static Sample small() {
    Map<String, String> mapping = new LinkedHashMap<>();
    mapping.put("ACTIVITY_TYPE", "TEST");
    mapping.put("PartyId", "101");
    mapping.put("CATEGORY", "DATE:$$date$$");
    mapping.put("NOTE", "First name: $$firstName$$, Last name: $$lastName$$");
    mapping.put("TRANSACTION_DATE", "$$dateTime$$");
    return new Sample(
        """
        {"type": "object",
         "properties": {
           "firstName": {"type": "string"}, "lastName": {"type": "string"},
           "date": {"type": "string", "format": "date"}, "dateTime": {"type": "string", "format": "date-time"},
           "count": {"type": "integer"}, "amount": {"type": "number"}},
         "required": ["firstName", "lastName", "date"]}
        """,
        mapping,
        List.of(
            text("ACTIVITY_TYPE", 10),
            text("PartyId", 10),
            field("TRANSACTION_DATE", FieldType.DATE_TIME, null),
            text("DESCRIPTION", 255),
            field("NOTE", FieldType.TEXT, null),
            text("CATEGORY", 15)),
        "{\"firstName\":\"Homer\",\"lastName\":\"Simpson\",\"date\":\"2021-05-26\",\"dateTime\":\"2021-05-26T14:30:00Z\"}");
  }

  /** A form of many questions, half of them answered at length, each kept in a field of its own. */
  private static Sample large() {
    Random random = new Random(1);
    Map<String, String> mapping = new LinkedHashMap<>();
    IntStream.range(0, PROPERTIES)
        .forEach(number -> mapping.put("Field" + number, "$$%s$$".formatted(name(number))));
    return new Sample(
        IntStream.range(0, PROPERTIES)
            .mapToObj(number -> "\"%s\": %s".formatted(name(number), Kind.of(number).schema()))
            .collect(
                Collectors.joining(
                    ", ",
                    "{\"type\": \"object\", \"properties\": {",
                    "}, \"required\": [\"%s\"]}".formatted(name(0)))),
        mapping,
        IntStream.range(0, PROPERTIES)
            .mapToObj(number -> field("Field" + number, Kind.of(number).type(), null))
            .toList(),
        IntStream.range(0, PROPERTIES)
            .mapToObj(number -> "\"%s\":%s".formatted(name(number), value(number, random)))
            .collect(Collectors.joining(",", "{", "}")));
  }

  private static String name(int number) {
    return "property" + number;
  }

  private enum Kind {
    TEXT("{\"type\": \"string\", \"maxLength\": 2000}", FieldType.TEXT),
    DATE_TIME("{\"type\": \"string\", \"format\": \"date-time\"}", FieldType.DATE_TIME),
    NUMBER("{\"type\": \"number\"}", FieldType.DECIMAL);

    private final String schema;
    private final FieldType type;

    Kind(String schema, FieldType type) {
      this.schema = schema;
      this.type = type;
    }

    static Kind of(int number) {
      return switch (number % 4) {
        case 0 -> DATE_TIME;
        case 1 -> NUMBER;
        default -> TEXT;
      };
    }

    String schema() {
      return schema;
    }

    FieldType type() {
      return type;
    }
  }

  private static String value(int number, Random random) {
    return switch (Kind.of(number)) {
      case TEXT -> "\"%s\"".formatted(words(random));
      case DATE_TIME -> "\"2021-05-26T14:%02d:00Z\"".formatted(number % 60);
      case NUMBER -> "%d.25".formatted(random.nextInt(100_000));
    };
  }

  private static String words(Random random) {
    StringBuilder words = new StringBuilder();
    while (words.length() < TEXT_LENGTH) {
      int length = 1 + random.nextInt(WORD_LENGTH_MAX);
      random.ints(length, 'a', 'z' + 1).forEach(letter -> words.append((char) letter));
      words.append(' ');
    }
    return words.toString();
  }

  private static ActionField text(String name, int lengthMax) {
    return field(name, FieldType.TEXT, lengthMax);
  }

  private static ActionField field(String name, FieldType type, @Nullable Integer lengthMax) {
    return new ActionField(name, name, type, lengthMax, null, null, false, null, null, List.of());
  }
}
