package dev.inlet.benchmarks.deliverylog;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/** What people send: forms of about 200 bytes, some words in all of them, some in one only. */
final class Forms {

  static final String SCHEMA =
      """
      {"type":"object","properties":{"memberId":{"type":"string"},"form":{"type":"string"},"email":{"type":"string"},\
      "city":{"type":"string"},"amount":{"type":"number"},"note":{"type":"string"},"when":{"type":"string"}},\
      "required":["memberId"]}""";

  static final String ACTION =
      """
      {"type":"imis.activity","mapping":[{"field":"ACTIVITY_TYPE","value":"WEB"},\
      {"field":"PartyId","value":"$$memberId$$"},{"field":"TRANSACTION_DATE","value":"$$when$$"}]}""";

  static final int MEMBERS = 400_000;

  private static final List<String> CITIES =
      List.of("Springfield", "Shelbyville", "Ogdenville", "Brockway", "Haverbrook", "Capital City");
  private static final ObjectMapper JSON = new ObjectMapper();

  private Forms() {}

  static ObjectNode next(RandomGenerator random, Instant when) {
    int member = 1_000_000 + random.nextInt(MEMBERS);
    return JSON.createObjectNode()
        .put("memberId", Integer.toString(member))
        .put("form", "renewal")
        .put("email", "member%d@example.org".formatted(member))
        .put("city", CITIES.get(random.nextInt(CITIES.size())))
        .put("amount", random.nextInt(500))
        .put("note", "Paid by card %016x on the web site".formatted(random.nextLong()))
        .put("when", when.toString());
  }
}
