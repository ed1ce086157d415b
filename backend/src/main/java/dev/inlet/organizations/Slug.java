package dev.inlet.organizations;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The part of an open URL that names an organization: lower-case letters, digits and inner hyphens.
 */
public record Slug(String value) {

  private static final Pattern VALID = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  /** Words that would look like Inlet's own in a URL, or like somebody in charge. */
  private static final Set<String> RESERVED =
      Set.of(
          "about",
          "abuse",
          "account",
          "admin",
          "administrator",
          "api",
          "app",
          "assets",
          "auth",
          "billing",
          "blog",
          "console",
          "contact",
          "dashboard",
          "deliveries",
          "demo",
          "dev",
          "docs",
          "help",
          "home",
          "hook",
          "hooks",
          "imis",
          "info",
          "inlet",
          "internal",
          "invitation",
          "legal",
          "login",
          "logout",
          "mail",
          "me",
          "metrics",
          "new",
          "null",
          "operator",
          "organization",
          "organizations",
          "owner",
          "password",
          "postmaster",
          "privacy",
          "public",
          "root",
          "security",
          "settings",
          "sign-in",
          "sign-out",
          "sign-up",
          "signin",
          "signup",
          "static",
          "status",
          "support",
          "system",
          "terms",
          "test",
          "undefined",
          "user",
          "users",
          "webhook",
          "webhooks",
          "webmaster",
          "www");

  public Slug {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "A short name has 1 to 63 lower-case letters, digits and inner hyphens.");
    }
  }

  public static boolean isValid(String text) {
    return VALID.matcher(text).matches();
  }

  /** Whether nobody may choose it. */
  public boolean isReserved() {
    return RESERVED.contains(value);
  }

  /** The same with a number, for when it is taken. */
  public Slug numbered(int number) {
    return new Slug(value + "-" + number);
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
