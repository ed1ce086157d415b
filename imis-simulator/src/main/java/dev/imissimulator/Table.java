package dev.imissimulator;

import dev.imissimulator.Query.Condition;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one entity, in the order of their insertion. Changes and look-ups by an index exclude
 * each other; a scan reads what is there at the time, and so does not hold up the inserts of a load
 * test.
 */
final class Table {
  /** Beside the contact, what a client that is not sure whether its insert arrived looks for. */
  private static final Set<String> INDEXED = Set.of("UF_1", "UF_2", "UF_3", "SOURCE_CODE");

  private static final int FIRST_NUMBER = 10001;

  private final EntityDefinition definition;
  private final NavigableMap<Integer, Row> rows = new ConcurrentSkipListMap<>();
  private final Map<Integer, Index> indexes = new LinkedHashMap<>();

  /** The last SEQN or Ordinal: of a contact where the contact is a part of the key, else of all. */
  private final Map<String, Integer> lastNumbers = new HashMap<>();

  private final boolean isNumberedByContact;
  private int lastRow;
  private volatile int size;

  Table(EntityDefinition definition) {
    this.definition = definition;
    this.isNumberedByContact = definition.identityPositions().contains(definition.parentPosition());
    for (int i = 0; i < definition.properties().size(); i++) {
      if (i == definition.parentPosition()
          || INDEXED.contains(definition.properties().get(i).name())) {
        indexes.put(i, new Index());
      }
    }
  }

  EntityDefinition definition() {
    return definition;
  }

  /**
   * Stores a row, with its number as given, or else the next one.
   *
   * @param rowsKept how many there are at most then: the oldest give way
   * @return empty if there is one with this key
   */
  synchronized Optional<Row> insert(@Nullable Object[] values, int rowsKept) {
    int position = definition.numberPosition();
    boolean isNumbered = position != EntityDefinition.NONE;
    boolean mayExist = !isNumbered || values[position] != null;
    if (isNumbered) {
      values[position] = number(values, position);
    }
    if (mayExist && find(identity(values)).isPresent()) {
      return Optional.empty();
    }
    int place =
        isNumbered && !isNumberedByContact
            ? (Integer) Objects.requireNonNull(values[position])
            : ++lastRow;
    Row row = new Row(definition, place, values);
    rows.put(place, row);
    size++;
    indexes.forEach((column, index) -> index.add(row.text(column), place));
    while (size > rowsKept) {
      delete(rows.firstEntry().getValue());
    }
    return Optional.of(row);
  }

  private int number(@Nullable Object[] values, int position) {
    String scope = isNumberedByContact ? Objects.toString(values[definition.parentPosition()]) : "";
    int first = isNumberedByContact ? 1 : FIRST_NUMBER;
    int last = lastNumbers.getOrDefault(scope, first - 1);
    int number = values[position] instanceof Integer given ? given : last + 1;
    lastNumbers.put(scope, Math.max(last, number));
    return number;
  }

  private List<String> identity(@Nullable Object[] values) {
    return definition.identityPositions().stream()
        .map(position -> Objects.toString(values[position], ""))
        .toList();
  }

  synchronized Optional<Row> find(List<String> identity) {
    return candidates(identity).filter(row -> row.identity().equals(identity)).findFirst();
  }

  private Stream<Row> candidates(List<String> identity) {
    if (isNumberedByContact) {
      int parent = definition.identityPositions().indexOf(definition.parentPosition());
      return rows(index(definition.parentPosition()).find(identity.get(parent)));
    }
    return number(identity.getFirst()).map(rows::get).stream();
  }

  private static Optional<Integer> number(String text) {
    try {
      return Optional.of(Integer.valueOf(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Puts other values in the place of a row; its key and its owner stay. */
  synchronized Row replace(Row row, @Nullable Object[] values) {
    for (int position : definition.identityPositions()) {
      values[position] = row.value(position);
    }
    values[definition.parentPosition()] = row.value(definition.parentPosition());
    Row replaced = new Row(definition, row.number(), values);
    indexes.forEach(
        (column, index) -> {
          index.remove(row.text(column), row.number());
          index.add(replaced.text(column), row.number());
        });
    rows.put(row.number(), replaced);
    return replaced;
  }

  synchronized void delete(Row row) {
    rows.remove(row.number());
    size--;
    indexes.forEach((column, index) -> index.remove(row.text(column), row.number()));
  }

  Stream<Row> rows() {
    return rows.values().stream();
  }

  Page<Row> list(Query query) {
    if (query.isUnrestricted()) {
      List<Row> page = rows().skip(query.offset()).limit(query.limit()).toList();
      return new Page<>(page, query.offset(), query.limit(), size);
    }
    return query.page(
        candidates(query), (row, property) -> row.value(definition.position(property)));
  }

  private synchronized Stream<Row> candidates(Query query) {
    return query.conditions().stream()
        .filter(condition -> indexes.containsKey(definition.position(condition.property())))
        .filter(Condition::isEquality)
        .min(Comparator.comparingInt(this::count))
        .map(condition -> rows(index(condition).find(condition.operand())))
        .orElseGet(this::rows);
  }

  private int count(Condition condition) {
    return index(condition).count(condition.operand());
  }

  private Index index(Condition condition) {
    return index(definition.position(condition.property()));
  }

  private Index index(int position) {
    return Objects.requireNonNull(indexes.get(position));
  }

  private Stream<Row> rows(int[] numbers) {
    return Arrays.stream(numbers).mapToObj(rows::get).filter(Objects::nonNull);
  }
}
