package dev.inlet.benchmarks.deliverylog;

import dev.inlet.benchmarks.deliverylog.Population.Member;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What the screens of members and of support staff narrow the list of deliveries by. */
final class Filters {

  private Filters() {}

  /**
   * One way to narrow.
   *
   * @param isOfPayload whether only members can, who may take longer for it
   * @param query parameters of the list, made from a delivery that is there
   */
  record Filter(String name, boolean isOfPayload, Function<Sample, String> query) {}

  /** Those of both screens. */
  static List<Filter> common(Member member) {
    String first = "webhookId=" + member.webhooks().getFirst();
    return List.of(
        filter("nothing", _ -> ""),
        filter("webhook with half of all", _ -> first),
        filter("any webhook", sample -> "webhookId=" + sample.webhook()),
        filter("webhook and version", _ -> first + "&version=1"),
        filter("webhook and a version that took none", _ -> first + "&version=2"),
        filter("outcome SUCCEEDED (95 %)", _ -> "outcome=SUCCEEDED"),
        filter("outcome REJECTED (3 %)", _ -> "outcome=REJECTED"),
        filter("outcome FAILED (2 %)", _ -> "outcome=FAILED"),
        filter("outcome UNKNOWN (0.01 %)", _ -> "outcome=UNKNOWN"),
        filter("outcome RECEIVED (none)", _ -> "outcome=RECEIVED"),
        filter("outcome DUPLICATE (none)", _ -> "outcome=DUPLICATE"),
        filter("reason SCHEMA_VIOLATED (3 %)", _ -> "reason=SCHEMA_VIOLATED"),
        filter("reason CREDENTIALS_REFUSED (0.002 %)", _ -> "reason=CREDENTIALS_REFUSED"),
        filter("reason BODY_TOO_LARGE (none)", _ -> "reason=BODY_TOO_LARGE"),
        filter("webhook and outcome FAILED", _ -> first + "&outcome=FAILED"),
        filter("webhook and outcome UNKNOWN", _ -> first + "&outcome=UNKNOWN"),
        filter("a day", sample -> day(sample.receivedAt())),
        filter("a day and outcome FAILED", sample -> day(sample.receivedAt()) + "&outcome=FAILED"),
        filter("source address", sample -> "source=" + sample.source()),
        filter("source address (none)", _ -> "source=203.0.113.9"),
        filter("delivery id", sample -> "q=" + sample.id()),
        filter("record id", sample -> "q=" + (sample.recordId() == null ? "1" : sample.recordId())),
        filter("source address as text", sample -> "q=" + sample.source()));
  }

  /** Those of the members' screen. */
  static List<Filter> ofMembers(Member member) {
    String first = "webhookId=" + member.webhooks().getFirst();
    List<Filter> filters = new ArrayList<>(common(member));
    filters.add(
        payload("property, one member", sample -> "property=memberId&value=" + sample.member()));
    filters.add(
        payload("property, a sixth of all", _ -> "property=city&value=" + encoded("Springfield")));
    filters.add(payload("property, one in 500", _ -> "property=amount&value=250"));
    filters.add(payload("property, all", _ -> "property=form&value=renewal"));
    filters.add(payload("property, none", _ -> "property=memberId&value=nobody"));
    filters.add(payload("a word of one payload", sample -> "q=" + sample.rareWord()));
    filters.add(
        payload(
            "three words, one rare",
            sample -> "q=" + encoded("card " + sample.rareWord() + " web")));
    filters.add(payload("a word of one payload in 500", _ -> "q=250"));
    filters.add(payload("a word of all payloads", _ -> "q=renewal"));
    filters.add(payload("two words of a sixth", _ -> "q=" + encoded("capital city")));
    filters.add(payload("a word of none", _ -> "q=nonexistent"));
    filters.add(
        payload(
            "property and webhook",
            sample -> first + "&property=memberId&value=" + sample.member()));
    filters.add(
        payload(
            "property and outcome FAILED",
            sample -> "outcome=FAILED&property=memberId&value=" + sample.member()));
    return filters;
  }

  private static String day(Instant time) {
    Instant from = Instant.ofEpochSecond(time.getEpochSecond() / 86400 * 86400);
    return "from=" + from + "&to=" + from.plus(Duration.ofDays(1));
  }

  private static Filter filter(String name, Function<Sample, String> query) {
    return new Filter(name, false, query);
  }

  private static Filter payload(String name, Function<Sample, String> query) {
    return new Filter(name, true, query);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
