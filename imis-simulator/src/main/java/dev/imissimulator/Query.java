package dev.imissimulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A query string: filters that all have to hold, one property to order by, and which part of the
 * list to give.
 */
record Query(List<Condition> conditions, Optional<Order> order, int offset, int limit) {
  private static final int DEFAULT_LIMIT = 100;
  private static final int MAX_LIMIT = 500;

  record Order(String property, boolean isDescending) {}

  record Condition(String property, Operator operator, String operand) {
    boolean isEquality() {
      return operator == Operator.EQ;
    }

    boolean holds(@Nullable Object value) {
      return operator.holds(Operator.orBlank(value), operand);
    }
  }

  /**
   * @param properties the name of a property in its true case, if there is one
   * @throws Refusal if a filter names a property that there is not
   */
  static Query parse(
      Map<String, List<String>> parameters,
      Function<String, Optional<String>> properties,
      Switches switches) {
    List<Condition> conditions = new ArrayList<>();
    Optional<Order> order = Optional.empty();
    int offset = 0;
    int limit = DEFAULT_LIMIT;
    for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
      String value = parameter.getValue().getFirst();
      switch (parameter.getKey().toLowerCase(Locale.ROOT)) {
        case "limit" -> limit = Math.clamp(number(value, DEFAULT_LIMIT), 1, MAX_LIMIT);
        case "offset" -> offset = Math.max(0, number(value, 0));
        case "orderby" -> order = Optional.of(order(value, properties, switches));
        default -> {
          String property = known(parameter.getKey(), properties, switches);
          parameter.getValue().forEach(filter -> conditions.add(condition(property, filter)));
        }
      }
    }
    return new Query(List.copyOf(conditions), order, offset, limit);
  }

  private static Order order(
      String value, Function<String, Optional<String>> properties, Switches switches) {
    int colon = value.indexOf(':');
    String property = colon < 0 ? value : value.substring(0, colon);
    String direction = colon < 0 ? "" : value.substring(colon + 1).toLowerCase(Locale.ROOT);
    return new Order(known(property, properties, switches), direction.startsWith("desc"));
  }

  private static String known(
      String property, Function<String, Optional<String>> properties, Switches switches) {
    String message = "In the query, %s is not a known property name.".formatted(property);
    return properties
        .apply(property)
        .orElseThrow(() -> new Refusal(Answer.error(400, message, switches.errorBody())));
  }

  /** What stands before the colon counts only if it is an operator: times have colons too. */
  private static Condition condition(String property, String filter) {
    int colon = filter.indexOf(':');
    Optional<Operator> operator =
        colon < 0 ? Optional.empty() : Operator.find(filter.substring(0, colon));
    if (operator.isPresent()) {
      return new Condition(property, operator.get(), filter.substring(colon + 1));
    }
    return new Condition(
        property, Operator.find(filter).filter(Operator::isUnary).orElse(Operator.EQ), filter);
  }

  private static int number(String text, int otherwise) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  boolean isUnrestricted() {
    return conditions.isEmpty() && order.isEmpty();
  }

  /**
   * The page of those candidates that fit.
   *
   * @param value of a property of a candidate
   */
  <T> Page<T> page(Stream<T> candidates, BiFunction<T, String, @Nullable Object> value) {
    List<T> fitting = candidates.filter(candidate -> fits(candidate, value)).toList();
    List<T> page =
        order.map(by -> sorted(fitting, by, value)).orElse(fitting).stream()
            .skip(offset)
            .limit(limit)
            .toList();
    return new Page<>(page, offset, limit, fitting.size());
  }

  private <T> boolean fits(T candidate, BiFunction<T, String, @Nullable Object> value) {
    return conditions.stream()
        .allMatch(condition -> condition.holds(value.apply(candidate, condition.property())));
  }

  private static <T> List<T> sorted(
      List<T> items, Order by, BiFunction<T, String, @Nullable Object> value) {
    Comparator<T> ascending =
        (left, right) ->
            Operator.compare(
                Operator.orBlank(value.apply(left, by.property())),
                Operator.orBlank(value.apply(right, by.property())).toString());
    return items.stream().sorted(by.isDescending() ? ascending.reversed() : ascending).toList();
  }
}
