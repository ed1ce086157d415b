package dev.inlet.organizations;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The part of an open URL that names an organization: lower-case letters, digits and inner hyphens.
 */
public record Slug(String value) {

  private static final Pattern VALID = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  public Slug {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "A short name has 1 to 63 lower-case letters, digits and inner hyphens.");
    }
  }

  public static boolean isValid(String text) {
    return VALID.matcher(text).matches();
  }

  /** A slug that resembles a name: accents dropped, everything else a hyphen. */
  public static Slug derivedFrom(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    String hyphened = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String cut = hyphened.substring(0, Math.min(40, hyphened.length()));
    String trimmed = cut.replaceAll("^-+|-+$", "");
    return new Slug(trimmed.isEmpty() ? "organization" : trimmed);
  }

  @Override
  public String toString() {
    return value;
  }
}
