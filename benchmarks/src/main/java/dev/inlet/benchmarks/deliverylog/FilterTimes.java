package dev.inlet.benchmarks.deliverylog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.benchmarks.Caller;
import dev.inlet.benchmarks.Caller.GivenUpException;
import dev.inlet.benchmarks.Node;
import dev.inlet.benchmarks.Postgres;
import dev.inlet.benchmarks.Times;
import dev.inlet.benchmarks.deliverylog.Filters.Filter;
import dev.inlet.benchmarks.deliverylog.Population.Member;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How long the screens wait for their list, over HTTP, one request after the other, each for
 * something else; the first few are not counted.
 */
record FilterTimes(Node node, Postgres postgres, Population population, Size size) {

  private static final int WARM_UP = 10;

  private static final String HEADER =
      """
      | Narrowed by | rows | p50 ms | p95 ms | max ms | count p95 ms |
      |---|--:|--:|--:|--:|--:|
      """;

  /** Who looks, and where. */
  private record Screen(Caller caller, String path, List<Sample> samples) {

    String list(String query) {
      return path + "?limit=50" + (query.isEmpty() ? "" : "&" + query);
    }

    String count(String query) {
      return path + "/count?" + query;
    }

    Sample sample(int number) {
      return samples.get(number % samples.size());
    }
  }

  void measure(Report report, Plans plans) throws IOException, SQLException, InterruptedException {
    Member member = population.largest();
    String organization = "/api/organizations/" + member.organization().value();
    Caller owner = Caller.signIn(node.url(), Population.EMAIL, Population.PASSWORD);
    List<Sample> own = Sample.of(postgres, DeliveryLog.FULL, member.organization());
    Screen members = new Screen(owner, organization + "/deliveries", own);
    report.section("The list, for the largest organization", HEADER);
    measure(members, Filters.ofMembers(member), report, plans, "member");
    measureCharts(members, organization, report);

    Caller staff = Caller.support(node);
    Screen support =
        new Screen(staff, "/api/support/deliveries", Sample.of(postgres, DeliveryLog.FULL, null));
    report.section("The list, for support across all organizations", HEADER);
    measure(support, Filters.common(member), report, plans, "support");
    String largest = "organizationId=" + member.organization().value();
    Screen within = new Screen(staff, "/api/support/deliveries", own);
    report.section("The list, for support within the largest organization", HEADER);
    measure(
        within,
        Filters.common(member).stream()
            .map(
                filter ->
                    new Filter(
                        filter.name(),
                        false,
                        sample -> largest + "&" + filter.query().apply(sample)))
            .toList(),
        report,
        plans,
        "support within");
  }

  private void measure(Screen screen, List<Filter> filters, Report report, Plans plans, String who)
      throws IOException, SQLException, InterruptedException {
    for (Filter filter : filters) {
      Function<Sample, String> query = filter.query();
      long[] rows = new long[1];
      Times list =
          time(
              number ->
                  rows[0] =
                      screen
                          .caller()
                          .get(screen.list(query.apply(screen.sample(number))))
                          .get("items")
                          .size());
      Times count =
          time(number -> screen.caller().get(screen.count(query.apply(screen.sample(number)))));
      Duration limit = Duration.ofMillis(filter.isOfPayload() ? 300 : 100);
      report.filter(filter.name(), rows[0], list, Times.ms(count.percentile(95)), limit);
      plans.explain(
          who + ": " + filter.name(),
          () -> screen.caller().get(screen.list(query.apply(screen.sample(0)))));
      plans.explain(
          who + ", counted: " + filter.name(),
          () -> screen.caller().get(screen.count(query.apply(screen.sample(0)))));
    }
    measurePaging(screen, report);
  }

  /** Pages from all over the log: the next one, and back again. */
  private void measurePaging(Screen screen, Report report)
      throws IOException, InterruptedException {
    List<String> next = new ArrayList<>();
    List<String> previous = new ArrayList<>();
    for (int i = 0; i < size.samples() + WARM_UP; i++) {
      JsonNode page = screen.caller().get(screen.list("to=" + screen.sample(i).receivedAt()));
      if (page.hasNonNull("nextCursor")) {
        String cursor = page.get("nextCursor").asText();
        next.add(cursor);
        JsonNode second = screen.caller().get(screen.list("cursor=" + cursor));
        if (second.hasNonNull("previousCursor")) {
          previous.add(second.get("previousCursor").asText());
        }
      }
    }
    reportPaging("the next page, anywhere", next, screen, report);
    reportPaging("the previous page, anywhere", previous, screen, report);
  }

  private void reportPaging(String name, List<String> cursors, Screen screen, Report report)
      throws IOException, InterruptedException {
    if (!cursors.isEmpty()) {
      Times times =
          time(
              number ->
                  screen
                      .caller()
                      .get(screen.list("cursor=" + cursors.get(number % cursors.size()))));
      report.filter(name, 50, times, "", Duration.ofMillis(100));
    }
  }

  private void measureCharts(Screen members, String organization, Report report)
      throws IOException, InterruptedException {
    report.section(
        "Charts and the numbers beside them, for the largest organization",
        """
        | What | | p50 ms | p95 ms | max ms | |
        |---|--:|--:|--:|--:|--:|
        """);
    Instant now = Instant.now();
    for (int days : List.of(1, 7, 30)) {
      String period = "from=" + now.minus(Duration.ofDays(days)) + "&to=" + now;
      Times times =
          time(_ -> members.caller().get(organization + "/deliveries/statistics?" + period));
      report.filter("statistics of " + days + " days", 0, times, "", Duration.ofMillis(100));
    }
    Times retention = time(_ -> members.caller().get(organization + "/deliveries/retention"));
    report.filter("what is kept, and its size", 0, retention, "", Duration.ofMillis(100));
  }

  private interface Request {
    Object send(int number) throws IOException, InterruptedException;
  }

  /** Once something is given up, that is the one time that is told of it: the longest there is. */
  private Times time(Request request) throws IOException, InterruptedException {
    List<Duration> times = new ArrayList<>();
    for (int i = 0; i < size.samples() + WARM_UP; i++) {
      long start = System.nanoTime();
      try {
        request.send(i);
      } catch (GivenUpException e) {
        System.err.println("Given up: " + e.getMessage());
        return new Times(List.of(Duration.ofNanos(System.nanoTime() - start)));
      }
      if (i >= WARM_UP) {
        times.add(Duration.ofNanos(System.nanoTime() - start));
      }
    }
    return new Times(times);
  }
}
