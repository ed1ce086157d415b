package dev.imissimulator;

import dev.imissimulator.Fault.Kind;
import dev.imissimulator.Fault.Part;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where the switches stand. A fault that strikes a number of times is counted down here, each
 * strike exactly once.
 */
@Singleton
final class Switchboard {
  private final Set<Hanging> hanging = ConcurrentHashMap.newKeySet();
  private volatile Switches current = Switches.DEFAULTS;

  /** A request that hangs, each one itself only. */
  static final class Hanging {
    private final Part part;
    private final CompletableFuture<@Nullable Void> released = new CompletableFuture<>();

    private Hanging(Part part) {
      this.part = part;
    }

    /** Completes when the request may go on. */
    CompletableFuture<@Nullable Void> released() {
      return released;
    }

    private boolean isHeldBy(Fault fault) {
      return fault.kind() == Kind.HANG && fault.part().covers(part);
    }
  }

  Switches current() {
    return current;
  }

  /** Requests that hang go on, unless the new switches let them hang. */
  void change(UnaryOperator<Switches> change) {
    List<Fault> faults = replace(change).faults();
    hanging.stream()
        .filter(request -> faults.stream().noneMatch(request::isHeldBy))
        .forEach(this::release);
  }

  private synchronized Switches replace(UnaryOperator<Switches> change) {
    current = change.apply(current);
    return current;
  }

  /** The faults that strike a request that has just arrived; asking uses them up. */
  List<Fault> strike(Part part) {
    return current.faults().isEmpty() ? List.of() : strikeOnce(part);
  }

  private synchronized List<Fault> strikeOnce(Part part) {
    List<Fault> faults = current.faults();
    Set<Integer> striking = striking(faults, part);
    if (striking.stream().anyMatch(i -> faults.get(i).times() > 0)) {
      current = current.withFaults(left(faults, striking));
    }
    return striking.stream().map(faults::get).toList();
  }

  /** Every delay, and the first of the others. */
  private static Set<Integer> striking(List<Fault> faults, Part part) {
    Set<Integer> striking = new TreeSet<>();
    boolean isStruck = false;
    for (int i = 0; i < faults.size(); i++) {
      boolean isDelay = faults.get(i).kind() == Kind.DELAY;
      if (faults.get(i).part().covers(part) && (isDelay || !isStruck)) {
        striking.add(i);
        isStruck |= !isDelay;
      }
    }
    return striking;
  }

  private static List<Fault> left(List<Fault> faults, Set<Integer> striking) {
    return IntStream.range(0, faults.size())
        .filter(i -> !striking.contains(i) || faults.get(i).times() != 1)
        .mapToObj(i -> striking.contains(i) ? faults.get(i).struck() : faults.get(i))
        .toList();
  }

  Hanging hang(Part part) {
    Hanging request = new Hanging(part);
    hanging.add(request);
    return request;
  }

  void forget(Hanging request) {
    hanging.remove(request);
  }

  /** How many requests hang. */
  int hanging() {
    return hanging.size();
  }

  private void release(Hanging request) {
    forget(request);
    request.released.complete(null);
  }
}
