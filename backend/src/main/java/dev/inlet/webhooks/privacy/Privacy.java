package dev.inlet.webhooks.privacy;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a webhook says of its sensitive properties; all others are stored and shown.
 *
 * @param masked the names of those that are stored, and shown only to whoever reveals them
 * @param neverStored the names of those that are handed on and forgotten
 */
@Introspected
public record Privacy(
    @NotNull(message = "Say which properties are masked, if only by an empty list.")
        @Size(max = 500, message = "At most 500 properties are masked.")
        List<@NotNull(message = "Name the property.") String> masked,
    @NotNull(message = "Say which properties are never stored, if only by an empty list.")
        @Size(max = 500, message = "At most 500 properties are never stored.")
        List<@NotNull(message = "Name the property.") String> neverStored) {

  public static final Privacy NONE = new Privacy(List.of(), List.of());

  public boolean concernsNothing() {
    return masked.isEmpty() && neverStored.isEmpty();
  }

  /** All that is not both stored and shown. */
  public List<String> all() {
    return Stream.concat(masked.stream(), neverStored.stream()).toList();
  }

  /** What it says of some properties. */
  public Privacy within(PrivateNames some) {
    return new Privacy(
        masked.stream().filter(some::mean).toList(),
        neverStored.stream().filter(some::mean).toList());
  }

  /** Whether something is shown or stored by another that this keeps back. */
  public boolean isLoosenedBy(Privacy other) {
    return !other.neverStored.containsAll(neverStored) || !other.all().containsAll(masked);
  }
}
