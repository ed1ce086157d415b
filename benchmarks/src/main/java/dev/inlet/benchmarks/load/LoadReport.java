package dev.inlet.benchmarks.load;

import dev.inlet.benchmarks.Postgres;
import dev.inlet.benchmarks.load.Scenes.Scene;
import dev.inlet.benchmarks.load.Scenes.Target;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What was measured, in Markdown. */
record LoadReport(Settings settings, int connections, int payloadBytes) {

  String of(Scenes closed, Scenes open, int half, Rest rest) {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        # Load: measured on %s, %d processors for all of it

        %s rounds of %s s, taking turns, after %s s of warm-up (a sixth of that for what Inlet is held against), and half a
        scene before each that is not counted. %s organizations with a webhook each, payloads of %d bytes, complete
        synchronous deliveries: validated, mapped, inserted into %s, begun and ended in the journal. Nodes: %s, with %s.
        PostgreSQL with %s.
        %s
        ## As many as go through, %d connections

        """
            .formatted(
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                settings.text("rounds"),
                settings.text("seconds"),
                settings.text("warmup"),
                settings.text("organizations"),
                payloadBytes,
                upstream(),
                settings.text("nodes"),
                String.join(" ", Installation.javaOptions()),
                Postgres.SETTINGS,
                comparison(),
                connections));
    text.append(table(closed));
    Scene inlet = closed.of(Target.INLET);
    text.append('\n')
        .append(
            closed.has(Target.PROXY)
                ? "Inlet to proxy: **%.3f**. ".formatted(ratio(closed, Target.PROXY))
                : Proxy.MISSING + ": there is no proxy to compare with. ")
        .append("Inlet to bare endpoint: **%.3f**.\n".formatted(ratio(closed, Target.BARE)));
    text.append(
        """

        ## Half of what Inlet takes: %d a second, each timed from when it was due

        """
            .formatted(half));
    text.append(table(open));
    text.append(
        """

        What Inlet adds to the upstream: p50 **%.1f ms**, p99 **%.1f ms**, p99.9 **%.1f ms**.

        """
            .formatted(added(open, 50), added(open, 99), added(open, 99.9)));
    text.append("## What a delivery costs\n\n");
    text.append("| | %s |\n|---|%s|\n".formatted(Scene.COSTS, Scene.COSTS_LINE));
    text.append("| as many as go through | %s |\n".formatted(inlet.costs()));
    text.append("| half of that | %s |\n".formatted(open.of(Target.INLET).costs()));
    text.append(
        """

        The nodes' resident memory after that: %d MB. On PostgreSQL's disk a delivery takes %d bytes. With nothing to do, the nodes'
        processors work for %.1f ms of each second, and PostgreSQL's for %.1f ms.
        """
            .formatted(
                rest.residentMegabytes(),
                rest.bytesEach(),
                rest.nodeMillis(),
                rest.postgresMillis()));
    return text.toString();
  }

  private String upstream() {
    String given = settings.text("upstream");
    return given.equals("simulator") ? "a simulated iMIS" : given;
  }

  /** Where it is not the same that is sent. */
  private String comparison() {
    return settings.text("payload").equals("sample")
        ? ""
        : """
          Proxy and upstream are sent a record of as many bytes; of its payload Inlet passes on four properties.
          """;
  }

  private static double ratio(Scenes scenes, Target target) {
    return scenes.of(Target.INLET).run().perSecond() / scenes.of(target).run().perSecond();
  }

  private static double added(Scenes open, double percentile) {
    return open.of(Target.INLET).run().millis(percentile)
        - open.of(Target.UPSTREAM).run().millis(percentile);
  }

  private static String table(Scenes scenes) {
    StringBuilder text =
        new StringBuilder(
            "| | a second | p50, ms | p99 | p99.9 | max | answers |\n|---|--:|--:|--:|--:|--:|---|\n");
    scenes.forEach(
        (target, scene) ->
            text.append(
                "| %s | %.0f | %.2f | %.2f | %.2f | %.1f | %s |\n"
                    .formatted(
                        target.text(),
                        scene.run().perSecond(),
                        scene.run().millis(50),
                        scene.run().millis(99),
                        scene.run().millis(99.9),
                        scene.run().millis(100),
                        scene.run().statuses())));
    return text.toString();
  }
}
