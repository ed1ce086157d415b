package dev.inlet.identity;

import dev.inlet.organizations.Slug;
import dev.inlet.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Reads the short name that somebody chose for an organization. */
final class OrganizationChoice {

  private OrganizationChoice() {}

  /**
   * The chosen slug; null if none was.
   *
   * @throws ProblemException if nobody may have it
   */
  static @Nullable Slug slug(@Nullable String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    if (!Slug.isValid(typed)) {
      throw ProblemException.invalid(
          "/organizationSlug",
          "A short name has 1 to 63 lower-case letters, digits and inner hyphens.");
    }
    Slug slug = new Slug(typed);
    if (slug.isReserved()) {
      throw ProblemException.invalid(
          "/organizationSlug", "This short name is reserved; choose another one.");
    }
    return slug;
  }
}
