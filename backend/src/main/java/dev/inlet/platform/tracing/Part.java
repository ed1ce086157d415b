package dev.inlet.platform.tracing;

import dev.inlet.platform.time.Stopwatch.Work;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

/**
 * A part of what is done for a delivery that is traced; where none is, nothing is made. It goes
 * with the thread, and ends by itself.
 */
public final class Part {

  private static final ScopedValue<Part> CURRENT = ScopedValue.newInstance();

  private final Tracer tracer;
  private final Span span;

  Part(Tracer tracer, Span span) {
    this.tracer = tracer;
    this.span = span;
  }

  /** Does something as a part of what is being traced, if anything is. */
  public static <T, E extends Exception> T of(String name, Work<T, E> work) throws E {
    return of(name, SpanKind.INTERNAL, work);
  }

  /** Something that has no result. */
  @FunctionalInterface
  public interface Step<E extends Exception> {
    void run() throws E;
  }

  /** The same of what has no result. */
  public static <E extends Exception> void step(String name, Step<E> step) throws E {
    boolean _ =
        of(
            name,
            () -> {
              step.run();
              return true;
            });
  }

  /** The same of something that is asked of another system. */
  public static <T, E extends Exception> T call(String name, Work<T, E> work) throws E {
    return of(name, SpanKind.CLIENT, work);
  }

  private static <T, E extends Exception> T of(String name, SpanKind kind, Work<T, E> work)
      throws E {
    return CURRENT.isBound() ? CURRENT.get().begin(name, kind).run(work) : work.run();
  }

  /** Notes how the current part ended: an id, a status or a word of a closed set, nothing else. */
  public static void note(String attribute, String value) {
    if (CURRENT.isBound()) {
      CURRENT.get().span.setAttribute(attribute, value);
    }
  }

  /** The same of a number. */
  public static void note(String attribute, long value) {
    if (CURRENT.isBound()) {
      CURRENT.get().span.setAttribute(attribute, value);
    }
  }

  private Part begin(String name, SpanKind kind) {
    return new Part(
        tracer,
        tracer
            .spanBuilder(name)
            .setParent(Context.root().with(span))
            .setSpanKind(kind)
            .startSpan());
  }

  <T, E extends Exception> T run(Work<T, E> work) throws E {
    boolean isDone = false;
    try {
      T result = ScopedValue.where(CURRENT, this).call(work::run);
      isDone = true;
      return result;
    } finally {
      if (!isDone) {
        // Without the exception: its words may quote what was being worked on.
        span.setStatus(StatusCode.ERROR);
      }
      span.end();
    }
  }
}
