package dev.inlet.benchmarks.neighbours;

import dev.inlet.benchmarks.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the three got in one scene, in all of its rounds. */
final class Experience {

  private final Tally waited = new Tally();
  private final Tally acknowledged = new Tally();
  private final Tally hanging = new Tally();
  private final Tally flooding = new Tally();
  private final List<Site.Span> spans = new ArrayList<>();
  private final List<Times> rounds = new ArrayList<>();
  private Work work = Work.NONE;
  private @Nullable Times untilInImis;

  /** One round of the third's. */
  void add(Tally waited, Tally acknowledged, Site.Span span) {
    this.waited.add(waited);
    this.acknowledged.add(acknowledged);
    spans.add(span);
    rounds.add(waited.times());
  }

  void add(Work more) {
    work = work.plus(more);
  }

  void add(Experience round) {
    waited.add(round.waited);
    acknowledged.add(round.acknowledged);
    hanging.add(round.hanging);
    flooding.add(round.flooding);
    spans.addAll(round.spans);
    rounds.addAll(round.rounds);
    work = work.plus(round.work);
  }

  void awaited(Times times) {
    untilInImis = times;
  }

  Tally waited() {
    return waited;
  }

  Tally acknowledged() {
    return acknowledged;
  }

  Tally hanging() {
    return hanging;
  }

  Tally flooding() {
    return flooding;
  }

  List<Site.Span> spans() {
    return spans;
  }

  /** Of each round, the times of what was answered when it was in iMIS. */
  List<Times> rounds() {
    return rounds;
  }

  Work work() {
    return work;
  }

  Times untilInImis() {
    return Objects.requireNonNull(untilInImis);
  }
}
