package dev.inlet.webhooks;

import dev.inlet.platform.access.Callers;
import dev.inlet.platform.access.Standing;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.Role;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.privacy.Privacy;
import jakarta.inject.Singleton;

/** Whoever may not reveal what is masked may not have it unmasked by another version either. */
@Singleton
class PrivacyGuard {

  private static final Role LEAST = Permission.REVEAL_SENSITIVE.leastRole().orElseThrow();

  private final Callers callers;

  PrivacyGuard(Callers callers) {
    this.callers = callers;
  }

  /**
   * Lets a change of a webhook pass.
   *
   * @throws ProblemException if it shows or stores what was kept back, and the caller may not
   *     reveal that
   */
  void check(OrganizationId organization, Privacy known, Privacy wanted, Caller caller) {
    if (known.isLoosenedBy(wanted) && !mayReveal(organization, caller)) {
      throw new ProblemException(
          ProblemType.NOT_ALLOWED,
          "To show or store a property that is masked or never stored takes a person with the role %s."
              .formatted(LEAST.label()));
    }
  }

  private boolean mayReveal(OrganizationId organization, Caller caller) {
    return caller instanceof Caller.Person
        && callers
            .standing(caller, organization)
            .map(Standing::role)
            .filter(role -> role.includes(LEAST))
            .isPresent();
  }
}
