package dev.inlet.benchmarks.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.benchmarks.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is sent.
 *
 * @param name what it is called in settings
 * @param body as JSON
 * @param webhook the definition of one that takes it
 * @param insertion what the upstream itself is sent in comparison: of the sample what Inlet makes
 *     of it; of a larger one, of which Inlet passes on little, a record that is as large
 */
record Payload(String name, String body, ObjectNode webhook, String insertion) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LARGE_BYTES = 100_000;
  private static final int LARGE_PROPERTIES = 200;
  private static final int BESIDE_TEXT = 16; // bytes: its name, quotes, and what the rest takes
  private static final int VOCABULARY = 1_000;

  private static final String SAMPLE =
      "{\"firstName\":\"Homer\",\"lastName\":\"Simpson\",\"date\":\"2021-05-26\",\"dateTime\":\"2021-05-26T14:30:00Z\"}";

  private static final String RECORD =
      """
      {"$type":"Asi.Soa.Core.DataContracts.GenericEntityData, Asi.Contracts","EntityTypeName":"Activity",\
      "Properties":{"$type":"Asi.Soa.Core.DataContracts.GenericPropertyDataCollection, Asi.Contracts","$values":[\
      {"$type":"Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts","Name":"ACTIVITY_TYPE","Value":"TEST"},\
      {"$type":"Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts","Name":"PartyId","Value":"101"},\
      {"$type":"Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts","Name":"NOTE","Value":"%s"}]}}""";

  /**
   * The one that is called so.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Payload named(String name) throws JsonProcessingException {
    return switch (name) {
      case "sample" -> sample();
      case "large" -> large(LARGE_BYTES);
      default -> throw new IllegalArgumentException("payload is sample or large");
    };
  }

  /** The product description's. */
  static Payload sample() throws JsonProcessingException {
    return new Payload("sample", SAMPLE, Tenant.sample(), RECORD.formatted("Homer Simpson"));
  }

  /**
   * The sample's properties and so many texts that the schema has 200 in all; of exactly so many
   * bytes.
   */
  static Payload large(int bytes) throws JsonProcessingException {
    ObjectNode body = (ObjectNode) JSON.readTree(SAMPLE);
    ObjectNode webhook = Tenant.sample();
    ObjectNode properties = (ObjectNode) webhook.at("/schema/properties");
    int texts = LARGE_PROPERTIES - properties.size() - 1; // and the rest
    int each = bytes / texts - BESIDE_TEXT;
    String prose = prose(bytes);
    for (int i = 0; i < texts; i++) {
      properties.putObject("text" + i).put("type", "string");
      body.put("text" + i, prose.substring(i * each, (i + 1) * each));
    }
    properties.putObject("rest").put("type", "string");
    body.put("rest", "");
    body.put("rest", prose.substring(0, bytes - length(body.toString())));
    return new Payload(
        "large",
        body.toString(),
        webhook,
        RECORD.formatted(prose.substring(0, bytes - length(RECORD.formatted("")))));
  }

  int bytes() {
    return length(body);
  }

  private static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Words of a vocabulary as a person's: text that is neither all alike nor all noise. */
  private static String prose(int characters) {
    Random random = new Random(1);
    String[] vocabulary =
        IntStream.range(0, VOCABULARY).mapToObj(_ -> word(random)).toArray(String[]::new);
    StringBuilder text = new StringBuilder();
    while (text.length() < characters) {
      text.append(vocabulary[random.nextInt(VOCABULARY)]).append(' ');
    }
    return text.toString();
  }

  private static String word(Random random) {
    return random
        .ints(2L + random.nextInt(9), 'a', 'z' + 1)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
