package dev.imissimulator;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The numbers of the rows that hold a value, whatever its case. Guarded by its table. */
final class Index {
  private static final int[] NONE = {};

  private final Map<String, Numbers> numbers = new HashMap<>();

  void add(String value, int number) {
    numbers.computeIfAbsent(key(value), _ -> new Numbers()).add(number);
  }

  void remove(String value, int number) {
    numbers.computeIfPresent(key(value), (_, present) -> present.remove(number) ? present : null);
  }

  int count(String value) {
    Numbers present = numbers.get(key(value));
    return present == null ? 0 : present.size;
  }

  int[] find(String value) {
    Numbers present = numbers.get(key(value));
    return present == null ? NONE : present.toArray();
  }

  private static String key(String value) {
    return value.toLowerCase(Locale.ROOT);
  }

  /** In ascending order, with the least memory for the usual case of one. */
  private static final class Numbers {
    private int[] numbers = new int[1];
    private int size;

    void add(int number) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, size * 2);
      }
      int place = -Arrays.binarySearch(numbers, 0, size, number) - 1;
      System.arraycopy(numbers, place, numbers, place + 1, size - place);
      numbers[place] = number;
      size++;
    }

    /** Whether any is left. */
    boolean remove(int number) {
      int place = Arrays.binarySearch(numbers, 0, size, number);
      size--;
      System.arraycopy(numbers, place + 1, numbers, place, size - place);
      return size > 0;
    }

    int[] toArray() {
      return Arrays.copyOf(numbers, size);
    }
  }
}
